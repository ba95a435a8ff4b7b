import ReadinessEvidence
import TestSupport
import Testing

@Suite struct ScanRecognitionTests {
  static func recognise(_ text: String) -> ScanRecognition.Answer {
    ScanRecognition.recognise(Array(text.utf8))
  }

  @Test(arguments: [
    ("nessus-minimal.xml", ScanFormat.nessus), ("nessus-compliance-minimal.xml", .nessus),
    ("nmap-minimal.xml", .nmap), ("gvm-minimal.xml", .greenbone),
    ("gvm-legacy-minimal.xml", .greenbone), ("xccdf-minimal.xml", .xccdf),
    ("arf-minimal.xml", .arf), ("lynis-minimal.dat", .lynis), ("trivy-minimal.json", .trivy),
    ("grype-minimal.json", .grype),
  ])
  func `every sample is known by its content, with a byte order mark too`(
    name: String,
    format: ScanFormat
  ) throws {
    let bytes = try Reading.sample(name)
    #expect(ScanRecognition.recognise(bytes) == .format(format))
    #expect(ScanRecognition.recognise([0xEF, 0xBB, 0xBF] + bytes) == .format(format))
  }

  @Test(arguments: [
    ("<NessusClientData><Report/></NessusClientData>", "version 1"),
    (
      #"<!DOCTYPE ASSET_DATA_REPORT SYSTEM "https://qualysapi.example/a.dtd"><ASSET_DATA_REPORT/>"#,
      "Qualys"
    ),
    (#"<!DOCTYPE SCAN SYSTEM "https://qualysguard.example/scan-1.dtd"><SCAN/>"#, "Qualys"),
    ("<oval_results/>", "OVAL"), ("<!DOCTYPE html><html></html>", "page"),
    ("Plugin ID,CVE,CVSS v2.0 Base Score\n1,,", "table from Nessus"),
    (#"{"bomFormat": "CycloneDX"}"#, "SBOM"), (#"{"version": "2.1.0", "runs": []}"#, "SARIF"),
    ("PK\u{3}\u{4}", "unpack"), ("%PDF-1.4", "page"),
  ])
  func `what is not read is named for what it is`(text: String, word: String) {
    guard case .refused(let words) = Self.recognise(text) else {
      Issue.record("\(text) is not refused")
      return
    }
    #expect(words.contains(word))
  }

  @Test func `a questionnaire of SCAP alone is named, not read as a scan`() throws {
    guard
      case .refused(let words) = ScanRecognition.recognise(try Reading.sample("ocil-minimal.xml"))
    else {
      Issue.record("OCIL is not refused")
      return
    }
    #expect(words.contains("OCIL"))
  }

  @Test func `text in UTF-16 is named`() {
    #expect(ScanRecognition.recognise([0xFF, 0xFE, 0x7B, 0x00]) != .unknown)
  }

  @Test(arguments: [
    "", " ", "<", "<!--", "<a", "<report/>", "<Benchmark/>", "{", "[", #"{"a": 1}"#, "hello",
    "\u{0}",
    #"{"a": {"matches": []}}"#, "[[[[", #"{"matches"#, #"{"\"#, "<?xml", "<!DOCTYPE",
  ])
  func `what is nobody's report is not known`(text: String) {
    #expect(Self.recognise(text) == .unknown)
  }

  @Test(arguments: [
    (#"[{"Target": "a", "Vulnerabilities": null}]"#, ScanFormat.trivy),
    (#"{"ClusterName": "a", "Resources": []}"#, .trivy), (#"{"matches": []}"#, .grype),
    ("<!-- a --><?b c?><get_reports_response><report/></get_reports_response>", .greenbone),
    (#"<x:TestResult xmlns:x="http://checklists.nist.gov/xccdf/1.1" id="a"/>"#, .xccdf),
    ("lynis_version=3.0.8\n", .lynis),
  ])
  func `older and rarer shapes are known too`(text: String, format: ScanFormat) {
    #expect(Self.recognise(text) == .format(format))
  }

  @Test func `a file of unknown format is read by its content, in pieces of any size`() throws {
    for piece in [1, 100, 100_000] {
      for name in ["nessus-minimal.xml", "nmap-minimal.xml"] {
        let bytes = try Reading.sample(name)
        var from = 0
        let report = try ScanImport.read(phrases: .none) {
          guard from < bytes.count else { return nil }
          let to = min(bytes.count, from + piece)
          defer { from = to }
          return Array(bytes[from..<to])
        }
        #expect(name.hasPrefix(report.format.rawValue))
      }
    }
  }

  @Test func `an empty file is cut short`() {
    #expect(throws: ScanImportError(.cutShort, "the file is empty")) {
      try ScanImport.read(phrases: .none) { nil }
    }
  }

  @Test func `any start of any sample is answered`() throws {
    for name in try Repository.files(in: "Tests/ReadinessEvidenceTests/Samples") {
      let bytes = try Reading.sample(name).prefix(1_500)
      for count in 0...bytes.count { _ = ScanRecognition.recognise(Array(bytes[..<count])) }
    }
  }
}
