import ReadinessCore
import TestSupport
import Testing

/// Every format through the program, from the file to the report.
struct EvidenceFormatsTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.makeFirm()
  }

  /// A sample as if it had been made on 20 November 2026.
  private func write(_ sample: String) throws {
    let bytes = try Repository.bytes("Tests/ReadinessEvidenceTests/Samples/\(sample)")
    let text = String(decoding: bytes, as: UTF8.self)
      .replacing("2024-05-03", with: "2026-11-20").replacing("2018-05-03", with: "2026-11-20")
      .replacing("May  3", with: "Nov 20").replacing(" 2024<", with: " 2026<")
      .replacing(" 2024\"", with: " 2026\"")
    try desk.folder.write(text.utf8, as: sample)
  }

  private func schema(_ name: String) throws -> SchemaCheck {
    SchemaCheck(
      root: try JSONReader.read(Repository.bytes("Sources/ReadinessEvidence/Store/\(name)"))
    )
  }

  /// A sample: what the import's line says of it, and what the report makes of it, in words.
  struct Sample: CustomTestStringConvertible {
    let file: String
    let line: String
    let seen: String
    var testDescription: String { file }
  }

  static let samples = [
    Sample(
      file: "gvm-minimal.xml",
      line: "Greenbone report, 1 device, 3 problems, 1 reachable service",
      seen:
        "198.51.100.20: Example Web Server Multiple Vulnerabilities (Apr 2024): a fix exists, but "
        + "its date is not in the report (CVSS v3 9.8 (NVD); scanned on 2026-11-20"
    ),
    Sample(
      file: "gvm-legacy-minimal.xml",
      line: "Greenbone report, 1 device, 1 problem",
      seen:
        "198.51.100.30: Example SSH Server Flaw: a fix exists, but its date is not in the report "
        + "(CVSS v2 7.5 only, which is no CVSS v3 score: look up whether it counts"
    ),
    Sample(
      file: "xccdf-minimal.xml",
      line: "XCCDF results, 1 device, 1 problem, 3 checks",
      seen: "pc-03.example.test: The firewall is on: cannot determine: a change of settings helps"
    ),
    Sample(
      file: "arf-minimal.xml",
      line: "asset report (ARF), 1 device, 1 problem, 1 check",
      seen: "pc-03.example.test: xccdf_org.example_rule_firewall: cannot determine"
    ),
    Sample(
      file: "lynis-minimal.dat",
      line: "Lynis report, 1 device, 4 problems",
      seen: "host-a: Found one or more vulnerable packages.: cannot determine"
    ),
    Sample(
      file: "trivy-minimal.json",
      line: "Trivy report, 1 device, 2 problems",
      seen: "host-a.example.test: CVE-2024-90020: a fix exists, but its date is not in the report "
        + "(CVSS v3 7.5 (nvd)"
    ),
    Sample(
      file: "grype-minimal.json",
      line: "Grype report, 1 device, 1 problem",
      seen:
        ".: CVE-2024-90020 in libexample1 1.2-1: a fix exists, but its date is not in the report "
        + "(the vendor calls it high"
    ),
  ]

  @Test(arguments: samples)
  func `each format goes from the file into the report`(sample: Sample) throws {
    try write(sample.file)
    let run = try desk.readiness("evidence", "import", "firm", sample.file)
    run.expect(0)
    #expect(
      run.outputText.hasPrefix("\(sample.file): \(sample.line); scanned on 20 November 2026\n")
    )
    let report = try desk.readiness("report", "firm").outputText
    let words = report.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains(sample.seen))
    #expect(words.contains(sample.file))
    for line in report.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
  }

  @Test func `a questionnaire of SCAP is no scan, and is named for what it is`() throws {
    try write("ocil-minimal.xml")
    let run = try desk.readiness("evidence", "import", "firm", "ocil-minimal.xml")
    run.expect(1)
    #expect(run.outputText.contains("not taken in: a questionnaire of SCAP (OCIL), not a scan"))
  }

  @Test func `what an end of life of a system is goes to A6.1, in Greenbone's words too`() throws {
    try write("gvm-minimal.xml")
    try desk.readiness("evidence", "import", "firm", "gvm-minimal.xml").expect(0)
    let report = try JSONReader.read(
      try desk.readiness("report", "firm", "--format", "json").output
    )
    let found = report["seen"]?["tables"]?.array?.first { $0["id"]?.string == "findings" }
    let row = found?["rows"]?.array?.compactMap { $0.array?.compactMap(\.string) }
      .first { $0.contains("no longer supported: no fix will come") }
    #expect(row?.contains("Operating System (OS) End of Life (EOL) Detection") == true)
    #expect(row?.contains("systems") == true)
  }

  // MARK: The shapes that others build on

  @Test func `index, readings and printed JSON fit their schemas, member by member`() throws {
    var files = Self.samples.map(\.file) + ["nmap-minimal.xml", "nessus-compliance-minimal.xml"]
    for file in files { try write(file) }
    try desk.folder.write(EvidenceImportTests.nessus(1).utf8, as: "nessus.xml")
    try desk.folder.write("a,b\n".utf8, as: "list.csv")
    files += ["nessus.xml", "nessus.xml", "list.csv"]
    let output = try schema("output.schema.json")
    func expectFits(_ run: RunningProcess.Finished) throws {
      let value = try JSONReader.read(run.output)
      #expect(output.problems(with: value) == [])
    }
    try expectFits(
      RunningProgram.run(
        ["evidence", "import", "firm", "--format", "json"] + files,
        in: desk.folder
      )
    )
    try desk.readiness(
      "evidence",
      "add",
      "firm",
      "list.csv",
      "--for",
      "A4.6",
      "--made",
      "2025-01-02",
      "--expires",
      "2025-02-03",
      "--shows",
      "Rules"
    ).expect(0)
    try desk.readiness("evidence", "add", "firm", "nmap-minimal.xml", "--for", "A4.8").expect(0)
    try expectFits(desk.readiness("evidence", "list", "firm", "--format", "json"))

    let folder = "firm/evidence"
    let index = try JSONReader.read(desk.folder.read("\(folder)/index.json"))
    #expect(try schema("index.schema.json").problems(with: index) == [])
    let readings = try desk.folder.names(in: folder).filter { $0.hasSuffix(".scan.json") }
    #expect(readings.count == 10)
    let scan = try schema("scan.schema.json")
    for name in readings {
      let value = try JSONReader.read(desk.folder.read("\(folder)/\(name)"))
      #expect(scan.problems(with: value) == [], "\(name)")
    }
    // Every kind of problem at once.
    let one = try #require(readings.first)
    try RunningProcess(["rm", "\(folder)/\(one)"], in: desk.folder.path).succeed()
    try desk.folder.write("x".utf8, as: "\(folder)/\(String(repeating: "0", count: 64))")
    let check = try desk.readiness("evidence", "check", "firm", "--format", "json")
    check.expect(2)
    try expectFits(check)
    for kind in ["not-read-again", "orphaned", "stale"] {
      #expect(check.outputText.contains("\"kind\": \"\(kind)\""), "\(kind)")
    }
  }
}
