import ReadinessEvidence
import TestSupport
import Testing

@Suite struct HostileReportTests {
  static let xml: [ScanFormat] = [.greenbone, .xccdf, .arf, .nessus, .nmap]

  /// How a file of the format begins and ends.
  static func frame(_ format: ScanFormat) -> (root: String, start: String, end: String) {
    switch format {
    case .greenbone:
      (
        "report", #"<report format_id="a"><report><results><result><name>"#,
        "</name></result></results></report></report>"
      )
    case .xccdf:
      (
        "TestResult", #"<TestResult xmlns="http://checklists.nist.gov/xccdf/1.2"><target>"#,
        "</target></TestResult>"
      )
    case .arf:
      (
        "a:asset-report-collection",
        #"<a:asset-report-collection xmlns:a="urn:a"><a:reports><a:report>"#,
        "</a:report></a:reports></a:asset-report-collection>"
      )
    case .nessus:
      (
        "NessusClientData_v2", #"<NessusClientData_v2><Report name="x"><ReportHost name="y">"#,
        "</ReportHost></Report></NessusClientData_v2>"
      )
    default: ("nmaprun", #"<nmaprun scanner="nmap"><host>"#, "</host></nmaprun>")
    }
  }

  /// The error that a document type and a text lead to.
  static func error(
    _ format: ScanFormat,
    doctype: String,
    text: String = "&x;"
  ) -> ScanImportError? {
    let frame = frame(format)
    let file = "<?xml version=\"1.0\"?><!DOCTYPE \(frame.root) \(doctype)>"
    return read(format, file + frame.start + text + frame.end)
  }

  static func read(_ format: ScanFormat, _ text: String) -> ScanImportError? {
    Deadline.guarding("\(format)") { Reading.error(format, Array(text.utf8)) }
  }

  @Test(arguments: HostileReportTests.xml)
  func `external entities by file and network are refused`(format: ScanFormat) {
    for address in ["file:///etc/passwd", "http://192.0.2.1/x", "//192.0.2.1/x", "/dev/zero"] {
      let system = Self.error(format, doctype: "[<!ENTITY x SYSTEM \"\(address)\">]")
      #expect(system?.kind == .hostile)
      let other = Self.error(format, doctype: "[<!ENTITY x PUBLIC \"p\" \"\(address)\">]")
      #expect(other?.kind == .hostile)
    }
  }

  @Test(arguments: HostileReportTests.xml)
  func `an external document type by file and network is refused`(format: ScanFormat) {
    for address in ["file:///etc/passwd", "http://192.0.2.1/x.dtd"] {
      #expect(Self.error(format, doctype: "SYSTEM \"\(address)\"", text: "")?.kind == .hostile)
    }
  }

  @Test(arguments: HostileReportTests.xml)
  func `parameter entities are refused`(format: ScanFormat) {
    let inner = Self.error(format, doctype: "[<!ENTITY % p \"<!ENTITY x 'y'>\"> %p;]")
    #expect(inner?.kind == .hostile)
    let outer = Self.error(format, doctype: "[<!ENTITY % p SYSTEM \"http://192.0.2.1/\"> %p;]")
    #expect(outer?.kind == .hostile)
  }

  @Test(arguments: HostileReportTests.xml)
  func `a billion laughs are refused`(format: ScanFormat) {
    var entities = "<!ENTITY x0 \"ha\">"
    for level in 1...9 {
      let ten = String(repeating: "&x\(level - 1);", count: 10)
      entities += "<!ENTITY x\(level) \"\(ten)\">"
    }
    #expect(Self.error(format, doctype: "[\(entities)]", text: "&x9;")?.kind == .hostile)
  }

  @Test(arguments: HostileReportTests.xml)
  func `a quadratic blow-up is refused`(format: ScanFormat) {
    let long = String(repeating: "a", count: 50_000)
    let many = String(repeating: "&x;", count: 50_000)
    let error = Self.error(format, doctype: "[<!ENTITY x \"\(long)\">]", text: many)
    #expect(error?.kind == .hostile)
  }

  @Test(arguments: HostileReportTests.xml)
  func `100,000 attributes are refused`(format: ScanFormat) {
    let frame = Self.frame(format)
    let many = (0..<100_000).map { " a\($0)=\"\"" }.joined()
    let error = Self.read(format, frame.start + "<x\(many)/>" + frame.end)
    #expect(error?.kind == .hostile)
  }

  @Test(arguments: HostileReportTests.xml)
  func `100,000 elements within each other are refused`(format: ScanFormat) {
    let frame = Self.frame(format)
    for name in ["x", "report", "host"] {
      let deep = String(repeating: "<\(name)>", count: 100_000)
      #expect(Self.read(format, frame.start + deep)?.kind == .hostile)
    }
  }

  @Test(arguments: HostileReportTests.xml)
  func `wrong encodings are refused`(format: ScanFormat) {
    let frame = Self.frame(format)
    let file = frame.start + "é" + frame.end
    let latin = file.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    #expect(Reading.error(format, latin) != nil)
    let wide = Array(file.utf16).flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    #expect(Reading.error(format, [0xFF, 0xFE] + wide) != nil)
    #expect(Reading.error(format, wide) != nil)
    for name in ["UTF-16", "ISO-8859-1", "UTF-7", "EBCDIC-CP-US", "nonsense"] {
      let declared = Array("<?xml version=\"1.0\" encoding=\"\(name)\"?>\(file)".utf8)
      #expect(Reading.error(format, declared) != nil)
    }
  }

  @Test(arguments: ScanFormat.allCases)
  func `a NUL is refused, wherever it stands`(format: ScanFormat) throws {
    let bytes = try Reading.sample(Self.samples[format] ?? "")
    for place in stride(from: 0, to: bytes.count, by: 7) {
      var changed = bytes
      changed[place] = 0
      #expect(Reading.error(format, changed) != nil)
    }
  }

  static let samples: [ScanFormat: String] = [
    .greenbone: "gvm-minimal.xml", .xccdf: "xccdf-minimal.xml", .arf: "arf-minimal.xml",
    .nessus: "nessus-minimal.xml", .nmap: "nmap-minimal.xml", .lynis: "lynis-minimal.dat",
    .trivy: "trivy-minimal.json", .grype: "grype-minimal.json",
  ]

  @Test(arguments: ScanFormat.allCases)
  func `no change of a byte and no cut traps or hangs`(format: ScanFormat) throws {
    let bytes = try Reading.sample(Self.samples[format] ?? "")
    var numbers = DeterministicNumbers(seed: 11)
    Deadline.guarding("\(format) with changed bytes") {
      for _ in 0..<600 {
        var changed = bytes
        for _ in 0..<Int.random(in: 1...4, using: &numbers) {
          let place = Int.random(in: 0..<changed.count, using: &numbers)
          switch Int.random(in: 0..<4, using: &numbers) {
          case 0: changed[place] = UInt8.random(in: 0...255, using: &numbers)
          case 1: changed.remove(at: place)
          case 2: changed.insert(UInt8.random(in: 0...255, using: &numbers), at: place)
          default: changed.removeSubrange(place..<min(changed.count, place + 40))
          }
          if changed.isEmpty { changed = [0] }
        }
        _ = Reading.error(format, changed, piece: 1 + Int.random(in: 0..<300, using: &numbers))
      }
    }
  }

  @Test(arguments: [ScanFormat.trivy, .grype])
  func `JSON made to do harm is refused or read in the same memory`(format: ScanFormat) {
    let start = format == .trivy ? #"{"ArtifactName":"a","Results":["# : #"{"matches":["#
    func error(_ text: String) -> ScanImportError? { Self.read(format, text) }
    #expect(error(start + String(repeating: "[", count: 100_000))?.kind == .hostile)
    #expect(error(start + String(repeating: "{\"a\":", count: 100_000))?.kind == .hostile)
    #expect(error(start + String(repeating: "9", count: 100_000))?.kind == .hostile)
    let long = String(repeating: "x", count: 1 << 20)
    #expect(error(start + "],\"\(long)\":\"\(long)\"}") == nil)
    let names = (0..<100_000).map { "\"n\($0)\":0" }.joined(separator: ",")
    #expect(error(start + "],\(names)}") == nil)
    #expect(error(start + "{},{},1,\"x\",null,[]]}") == nil)
    #expect(error(start)?.kind == .cutShort)
  }

  @Test func `a hundred thousand unknown names are counted under a hundred`() throws {
    let names = (0..<100_000).map { "\"n\($0)\":0" }.joined(separator: ",")
    let report = try Reading.report(.grype, "{\"matches\":[],\(names)}")
    #expect(report.notUnderstood.count <= 101)
    #expect(report.notUnderstood.values.reduce(0, +) == 100_000)
  }

  @Test func `a Lynis line without an end is cut, and what is kept of it is named`() throws {
    let long = String(repeating: "x", count: 4 << 20)
    let report = try Reading.report(.lynis, "lynis_version=3\nhostname=\(long)")
    #expect(report.notUnderstood == ["hostname: the line is too long": 1])
    #expect((report.devices.first?.name.count ?? 0) <= 200)
  }
}
