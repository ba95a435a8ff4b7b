import ReadinessCore
import ReadinessEvidence
import TestSupport
import Testing

@Suite struct ScanReportFileTests {
  /// A report with something in every field.
  static let full: ScanReport = {
    var report = ScanReport(format: .nessus)
    report.formatVersion = "2"
    report.tool = "Nessus \"10\"\u{1F}"
    report.started = CalendarDate(iso: "2026-11-02")
    report.ended = CalendarDate(iso: "2026-11-03")
    var laptop = ScannedDevice(name: "laptop-1")
    laptop.addresses = ["192.0.2.7", "2001:db8::7"]
    laptop.operatingSystem = "Microsoft Windows 11 Pro 24H2"
    laptop.platforms = ["cpe:/o:microsoft:windows_11"]
    laptop.scanned = CalendarDate(iso: "2026-11-02")
    laptop.loggedIn = false
    report.devices = [laptop, ScannedDevice(name: "Büro-Drucker 🖨")]
    var old = ScannedProblem(id: "12345", title: "Old runtime")
    old.product = "Example Runtime 8.1"
    old.cves = ["CVE-2026-0001", "CVE-2026-0002"]
    old.scores = [
      CVSSScore(version: .v3, tenths: 98, source: "nvd"), CVSSScore(version: .v2, tenths: 100),
    ]
    old.vendorSeverity = "Critical"
    old.toolSeverity = "4"
    old.fix = .available
    old.fixPublished = CalendarDate(iso: "2026-10-13")
    old.unsupported = true
    old.certainty = 97
    report.problems = [old, ScannedProblem(id: "1", title: "")]
    report.findings = [
      ScanFinding(device: 0, problem: 0, port: 443), ScanFinding(device: 0, problem: 1),
      ScanFinding(device: 1, problem: 1), ScanFinding(device: 0, problem: 1, port: 65_535),
    ]
    var service = ReachableService(device: 1, port: 443, transport: "tcp")
    service.name = "https"
    service.product = "Example 1.0"
    service.guessed = true
    report.services = [service, ReachableService(device: 0, port: 53, transport: "udp")]
    report.checks = [ConfigurationCheck(device: 0, result: "pass", count: 12)]
    report.informational = 40
    report.limits = [
      .unfinished(status: "stopped"), .notLoggedIn(devices: ["laptop-1"]),
      .filtered(shown: 3, found: 9, by: "severity>5"), .wrongPlatform(rules: 40),
      .nothingLookedAt, .failures(2), .changedByHand(1),
    ]
    report.notUnderstood = ["element x": 3, "a": 1]
    return report
  }()

  @Test func `every field of a report comes back`() throws {
    #expect(try ScanReportFile.read(ScanReportFile.bytes(of: Self.full)) == Self.full)
  }

  @Test(arguments: ScanFormat.allCases) func `an empty report comes back`(format: ScanFormat) throws
  {
    let report = ScanReport(format: format)
    #expect(try ScanReportFile.read(ScanReportFile.bytes(of: report)) == report)
  }

  @Test func `fifty thousand findings are written in small pieces, a few bytes each`() throws {
    var report = ScanReport(format: .greenbone)
    report.devices = (0..<50).map { ScannedDevice(name: "device-\($0)") }
    report.problems = (0..<500).map { ScannedProblem(id: "\($0)", title: "problem \($0)") }
    for number in 0..<50_000 {
      report.findings.append(
        ScanFinding(
          device: Int32(number / 1_000),
          problem: Int32(number * 7 % 500),
          port: number % 3 == 0 ? UInt16(number % 9_000) : 0
        )
      )
    }
    var bytes: [UInt8] = []
    var largest = 0
    ScanReportFile.write(report) { (piece) throws(Never) in
      largest = max(largest, piece.count)
      bytes += piece
    }
    #expect(largest < 1 << 17)
    #expect(bytes.count < 50_000 * 8)
    #expect(try ScanReportFile.read(bytes) == report)
  }

  @Test func `a report that was cut short anywhere is refused`() {
    let bytes = ScanReportFile.bytes(of: Self.full)
    for length in 0..<bytes.count - 1 {
      #expect(throws: StoredFileError.self) { try ScanReportFile.read(Array(bytes[..<length])) }
    }
  }

  @Test func `a changed byte never traps`() {
    let bytes = ScanReportFile.bytes(of: Self.full)
    for index in bytes.indices {
      for value: UInt8 in [0, 0x22, 0x2C, 0x39, 0x5B, 0xFF] {
        var changed = bytes
        changed[index] = value
        _ = try? ScanReportFile.read(changed)
      }
    }
  }

  @Test(arguments: [
    ("{}", "it has no \"format\""),
    ("[]", "it is no object"),
    (#"{"format":"readiness-scan-2"}"#, "its format is \"readiness-scan-2\""),
    (Self.with(#""scan":"other""#), "the file: \"scan\" must be a known word"),
    (Self.with(#""scan":"nmap","extra":1"#), "the file has \"extra\", which is not known"),
    (Self.with(#""scan":"nmap","started":"2026-02-30""#), "must be a date"),
    (Self.with(#""scan":"nmap","findings":[[0,"0"]]"#), "findings[0] points at nothing"),
    (Self.device(#""findings":[[0,"0"]]"#), "findings[0] points at nothing"),
    (Self.device(#""findings":[[0,""]]"#), "a finding that is none"),
    (Self.device(#""findings":[[0,"00"]]"#), "a finding that is none"),
    (Self.device(#""findings":[[0,"99999999999"]]"#), "a finding that is none"),
    (Self.device(#""findings":[[-1,"0"]]"#), "points at nothing"),
    (
      Self.device(
        #""problems":[{"id":"1","title":"","fix":"available"}],"findings":[[0,"0:65536"]]"#
      ),
      "a port that is none"
    ),
    (Self.device(#""services":[{"device":0,"port":70000,"transport":"tcp"}]"#), "\"port\""),
    (Self.device(#""checks":[[7,"pass",1]]"#), "checks[0] points at nothing"),
    (Self.device(#""limits":[{"kind":"new"}]"#), "\"kind\" must be a known word"),
    (Self.device(#""notUnderstood":[["x",0]]"#), "notUnderstood[0]"),
    (Self.device(#""notUnderstood":[["x",1],["x",2]]"#), "notUnderstood[1]"),
    (
      Self.device(#""problems":[{"id":"1","title":"","fix":"none","scores":[["v3",101]]}]"#),
      "score"
    ),
  ])
  func `what was not written here is refused with its place`(text: String, what: String) {
    do {
      _ = try ScanReportFile.read(Array(text.utf8))
      Issue.record("it was read: \(text)")
    } catch {
      #expect(error.what.contains(what), "\(error.what)")
    }
  }

  private static func with(_ rest: String) -> String {
    #"{"format":"readiness-scan-1","# + rest + "}"
  }

  private static func device(_ rest: String) -> String {
    with(#""scan":"nmap","devices":[{"name":"a"}],"# + rest)
  }
}
