import ReadinessCore
import ReadinessEvidence
import TestSupport
import Testing

struct FixReviewTests {
  private let asOf = day("2026-11-22")

  private func review(_ scans: [NamedScan]) throws -> FixReview {
    FixReview(scans, rules: try Scans.rules(), support: SmallSupportData.data, asOf: asOf)
  }

  @Test func `each problem of a device is one finding, whatever its ports`() throws {
    var report = ScanReport(format: .nessus)
    report.started = day("2026-11-20")
    report.devices = [Scans.device("pc-1")]
    report.problems = [Scans.problem(fix: "2026-11-01")]
    report.findings = [
      ScanFinding(device: 0, problem: 0, port: 80), ScanFinding(device: 0, problem: 0, port: 443),
    ]
    #expect(try review([NamedScan(name: "a", report: report)]).findings.count == 1)
  }

  @Test func `the worst come first, whichever scan was first`() throws {
    let first = Scans.scan(
      "a",
      on: "2026-11-20",
      [Scans.device("pc-1")],
      [
        Scans.problem("due", fix: "2026-11-15"), Scans.problem("late", fix: "2026-11-01"),
      ]
    )
    let second = Scans.scan(
      "b",
      on: "2026-11-20",
      [Scans.device("pc-2")],
      [
        Scans.problem("unknown"), Scans.problem("later", fix: "2026-10-01"),
        Scans.problem("below", score: 69, fix: "2026-01-01"),
      ]
    )
    for scans in [[first, second], [second, first]] {
      let review = try review(scans)
      let titles = review.findings.compactMap { review.problem(of: $0)?.title }
      #expect(titles == ["later", "late", "unknown", "due"])
      #expect(review.notQualifying == 1)
    }
  }

  @Test func `places that a report does not have are left alone`() throws {
    var report = ScanReport(format: .nessus)
    report.devices = [Scans.device("pc-1")]
    report.problems = [Scans.problem(fix: "2026-11-01")]
    report.findings = [
      ScanFinding(device: 5, problem: 0), ScanFinding(device: -1, problem: 0),
      ScanFinding(device: 0, problem: 9), ScanFinding(device: 0, problem: .min),
    ]
    #expect(try review([NamedScan(name: "a", report: report)]).findings.isEmpty)
  }

  @Test func `a newer scan of the same device and kind replaces the older`() throws {
    let old = Scans.scan(
      "old",
      on: "2026-11-10",
      [Scans.device("PC-1"), Scans.device("pc-2")],
      [Scans.problem(fix: "2026-10-01")]
    )
    let new = Scans.scan("new", on: "2026-11-20", [Scans.device("pc-1")])
    for scans in [[old, new], [new, old]] {
      let review = try review(scans)
      #expect(review.findings.compactMap { review.device(of: $0)?.name } == ["pc-2"])
    }
  }

  @Test func `a newer scan that could not see as much replaces nothing`() throws {
    let old = Scans.scan(
      "old",
      on: "2026-11-10",
      [Scans.device("pc-1")],
      [Scans.problem(fix: "2026-10-01")]
    )
    var blind = Scans.device("pc-1")
    blind.loggedIn = false
    let limits: [ScanLimit] = [
      .unfinished(status: "Stopped"), .filtered(shown: 1, found: 2, by: "levels=h"),
      .wrongPlatform(rules: 3), .nothingLookedAt, .failures(1), .changedByHand(1),
      .notLoggedIn(devices: ["pc-1"]),
    ]
    var weak = limits.map {
      Scans.scan("new", on: "2026-11-20", [Scans.device("pc-1")], limits: [$0])
    }
    weak.append(Scans.scan("new", on: "2026-11-20", [blind]))
    for new in weak { #expect(try review([old, new]).findings.count == 1) }
  }

  @Test func `a scan of a later day takes no part, and neither does one of over 90 days`() throws {
    for day in ["2026-11-23", "2026-08-23"] {
      let scan = Scans.scan(
        on: day,
        [Scans.device("pc-1")],
        [Scans.problem(fix: "2025-01-01")]
      )
      let review = try review([scan])
      #expect(review.findings.isEmpty)
      #expect(review.standings.first?.leftOut?.contains("takes no part") == true)
    }
    let kept = Scans.scan(
      on: "2026-08-24",
      [Scans.device("pc-1")],
      [Scans.problem(fix: "2025-01-01")]
    )
    #expect(try review([kept]).findings.count == 1)
  }

  @Test(arguments: [
    ("2026-11-22", ScanRules.Matter.late), ("2026-10-23", .late), ("2026-10-22", .lateBefore),
  ])
  func `what was seen over 30 days ago leaves it open`(
    day: String,
    matter: ScanRules.Matter
  ) throws {
    let scan = Scans.scan(
      on: day,
      [Scans.device("pc-1")],
      [Scans.problem(fix: "2026-01-01")]
    )
    #expect(try review([scan]).findings.map(\.matter) == [matter])
  }

  @Test(arguments: [(nil, .late), (70, .late), (69, .lateUnrated)] as [(Int?, ScanRules.Matter)])
  func `what the tool is less than 70 per cent sure of leaves it open`(
    certainty: Int?,
    matter: ScanRules.Matter
  ) throws {
    var problem = Scans.problem(fix: "2026-10-01")
    problem.certainty = certainty
    let scan = Scans.scan(on: "2026-11-20", [Scans.device("pc-1")], [problem])
    #expect(try review([scan]).findings.map(\.matter) == [matter])
  }

  @Test(
    arguments: [
      ("cpe:/o:microsoft:windows_11", "Some flaw", ScanRules.Kind.systems),
      ("cpe:2.3:o:debian:debian_linux:12", "Some flaw", .systems),
      ("cpe:/h:draytek:vigor", "Some flaw", .systems),
      ("cpe:/a:google:chrome", "Windows browser flaw", .software),
      (nil, "KB5099999: Windows 11 Security Update", .systems),
      (nil, "Ubuntu 24.04 LTS : OpenSSL flaws", .systems),
      (nil, "Google Chrome < 150 on Windows", .software),
      ("something", "no beginning that is known", .software),
    ] as [(String?, String, ScanRules.Kind)]
  )
  func `systems and other software are told apart`(
    product: String?,
    title: String,
    kind: ScanRules.Kind
  ) throws {
    let scan = Scans.scan(
      on: "2026-11-20",
      [Scans.device("pc-1")],
      [Scans.problem(title, fix: "2026-10-01", product: product)]
    )
    #expect(try review([scan]).findings.map(\.kind) == [kind])
  }
}
