import ReadinessCore
import ReadinessEvidence
import Testing

@Suite struct NessusImporterTests {
  /// A file with one device.
  static func file(properties: String = "", _ items: String) -> String {
    """
    <NessusClientData_v2><Report name="r"><ReportHost name="192.0.2.1"><HostProperties>
    \(properties)</HostProperties>\(items)</ReportHost></Report></NessusClientData_v2>
    """
  }

  static func item(
    severity: Int = 3,
    plugin: Int = 900_001,
    port: Int = 0,
    service: String = "general",
    _ fields: String
  ) -> String {
    """
    <ReportItem port="\(port)" svc_name="\(service)" protocol="tcp" severity="\(severity)" \
    pluginID="\(plugin)" pluginName="A flaw" pluginFamily="General">\(fields)</ReportItem>
    """
  }

  static func report(properties: String = "", _ items: String) throws -> ScanReport {
    try Reading.report(.nessus, file(properties: properties, items))
  }

  static func problem(severity: Int = 3, _ fields: String) throws -> ScannedProblem {
    try #require(try report(item(severity: severity, fields)).problems.first)
  }

  @Test(arguments: ["nessus-minimal.xml", "nessus-compliance-minimal.xml"])
  func `the samples and the second reading agree`(name: String) throws {
    try Reading.expectAgreement(.nessus, Reading.sample(name))
  }

  @Test(arguments: MadeNessus.Version.allCases, 0..<12)
  func `every version and the second reading agree`(
    version: MadeNessus.Version,
    seed: Int
  ) throws {
    var made = MadeNessus(version, seed: UInt64(seed))
    let file = made.file()
    try Reading.expectAgreement(.nessus, Array(file.utf8))
    #expect(try Reading.report(.nessus, file).notUnderstood.isEmpty)
  }

  @Test func `the sample says what stands in it`() throws {
    let report = try Reading.report(.nessus, Reading.sample("nessus-minimal.xml"))
    #expect(report.tool == "Nessus 10.7.2")
    #expect(report.started == CalendarDate(iso: "2024-05-03"))
    #expect(report.devices.first?.loggedIn == true)
    #expect(report.devices.first?.addresses == ["pc-01.example.test"])
    #expect(report.findings.count == 4)
    #expect(report.informational == 1)
    #expect(report.problems[0].scores.map(\.tenths) == [98, 100])
    #expect(report.problems[0].fixPublished == CalendarDate(iso: "2024-04-16"))
    #expect(report.limits.isEmpty)
    #expect(report.notUnderstood.isEmpty)
  }

  @Test func `the same bytes in pieces of any size make the same report`() throws {
    let bytes = try Reading.sample("nessus-minimal.xml")
    let whole = try Reading.report(.nessus, bytes, piece: bytes.count)
    for piece in [1, 2, 3, 5, 64, 300, 1_024] {
      #expect(try Reading.report(.nessus, bytes, piece: piece) == whole)
    }
  }

  @Test func `a file cut anywhere is cut short, with the place`() throws {
    let bytes = try Reading.sample("nessus-minimal.xml")
    let end = bytes.count - (bytes.last == 0x0A ? 1 : 0)
    for count in 0..<end {
      let error = Reading.error(.nessus, Array(bytes[..<count]))
      #expect(error?.kind == .cutShort, "at \(count): \(String(describing: error))")
    }
    let error = try #require(Reading.error(.nessus, Array(bytes[..<2_000])))
    #expect(error.line == bytes[..<2_000].count { $0 == 0x0A } + 1)
  }

  @Test(arguments: [
    "<Policy/>", #"<Report name="r"/>"#,
    #"<Report name="r"><ReportHost name="a"><HostProperties/></ReportHost></Report>"#, "",
  ])
  func `a file without results is read, and is no proof of anything`(inside: String) throws {
    let report = try Reading.report(.nessus, "<NessusClientData_v2>\(inside)</NessusClientData_v2>")
    #expect(report.findings.isEmpty)
    #expect(report.limits == [.nothingLookedAt])
  }

  @Test func `version 1 is another format`() {
    let error = Reading.error(.nessus, Array("<NessusClientData><Report/></NessusClientData>".utf8))
    #expect(error?.kind == .notThisFormat)
  }

  @Test func `a policy with 1_5 MB in one value and devices of its own is passed over`() throws {
    let policy = """
      <Policy><preference><value>\(String(repeating: "12345;", count: 250_000))</value>
      </preference><ReportHost name="x"/><cve>CVE-2024-1111</cve></Policy>
      """
    let with = Self.file(Self.item("")).replacing("<Report ", with: policy + "<Report ")
    #expect(
      try Reading.report(.nessus, with) == Reading.report(.nessus, Self.file(Self.item("")))
    )
  }

  @Test func `large attachments are passed over`() throws {
    let attachment =
      #"<attachment name="a" type="b">\#(String(repeating: "QUJD", count: 500_000))</attachment>"#
    #expect(try Self.report(Self.item(attachment)) == Self.report(Self.item("")))
  }

  @Test func `severity is kept in the tool's word and is no CVSS rating`() throws {
    let medium = try Self.problem(severity: 2, "<cvss3_base_score>8.1</cvss3_base_score>")
    #expect(medium.toolSeverity == "medium")
    #expect(medium.scores == [CVSSScore(version: .v3, tenths: 81)])
    #expect(medium.vendorSeverity == nil)
    let critical = try Self.problem(severity: 4, "<risk_factor>Critical</risk_factor>")
    #expect(critical.scores.isEmpty)
  }

  @Test func `severity 0 with a score is a finding, without one it is a note`() throws {
    let scored = try Self.report(
      Self.item(severity: 0, "<cvss3_base_score>5.3</cvss3_base_score>")
    )
    #expect(scored.findings.count == 1)
    let note = try Self.report(Self.item(severity: 0, "<cvss3_base_score>0.0</cvss3_base_score>"))
    #expect(note.findings.isEmpty)
    #expect(note.informational == 1)
  }

  @Test func `scores of versions 2, 3 and 4 are kept apart`() throws {
    let problem = try Self.problem(
      """
      <cvss_base_score>10.0</cvss_base_score><cvss3_base_score>9.8</cvss3_base_score>
      <cvss4_base_score>9.3</cvss4_base_score>
      """
    )
    #expect(
      problem.scores == [
        CVSSScore(version: .v2, tenths: 100), CVSSScore(version: .v3, tenths: 98),
        CVSSScore(version: .v4, tenths: 93),
      ]
    )
  }

  @Test(arguments: ["CVE-2024-90002", "manual"])
  func `one score for many CVE numbers names its source`(source: String) throws {
    let problem = try Self.problem(
      """
      <cve>CVE-2024-90001</cve><cve>CVE-2024-90002</cve><cve>CVE-2024-90001</cve>
      <cvss3_base_score>9.8</cvss3_base_score><cvss_score_source>\(source)</cvss_score_source>
      """
    )
    #expect(problem.cves == ["CVE-2024-90001", "CVE-2024-90002"])
    #expect(problem.scores == [CVSSScore(version: .v3, tenths: 98, source: source)])
  }

  @Test func `no other date stands in for the day of the fix`() throws {
    let problem = try Self.problem(
      """
      <plugin_publication_date>2024/04/16</plugin_publication_date>
      <plugin_modification_date>2024/04/17</plugin_modification_date>
      <vuln_publication_date>2024/04/01</vuln_publication_date>
      <solution>Upgrade to version 2.</solution>
      """
    )
    #expect(problem.fixPublished == nil)
    #expect(problem.fix == .available)
  }

  @Test(arguments: ["16/04/2024", "2024/4/16", "2024/02/30", "", "soon"])
  func `a date of the fix that is none is counted, not guessed`(date: String) throws {
    let report = try Self.report(
      Self.item("<patch_publication_date>\(date)</patch_publication_date>")
    )
    #expect(report.problems.first?.fixPublished == nil)
    #expect(report.notUnderstood == ["patch_publication_date": 1])
  }

  @Test func `software without support is one without CVE number, date or score too`() throws {
    let problem = try Self.problem(
      severity: 0,
      "<unsupported_by_vendor>true</unsupported_by_vendor>"
    )
    #expect(problem.unsupported)
    #expect(try !Self.problem("<unsupported_by_vendor>false</unsupported_by_vendor>").unsupported)
  }

  @Test func `before version 10 the title alone says that support has ended`() throws {
    let title = "Example Office Unsupported Version Detection"
    let file = Self.file(Self.item("")).replacing("A flaw", with: title)
    #expect(try Reading.report(.nessus, file).problems.first?.unsupported == true)
  }

  @Test(arguments: [
    ("Upgrade to version 2.", ReportedFix.available), ("Apply the update.", .available),
    ("There is no known solution at this time.", .none), ("n/a", .unknown),
    ("Turn the service off.", .unknown),
  ])
  func `the solution's first words say whether there is a fix`(
    words: String,
    fix: ReportedFix
  ) throws {
    #expect(try Self.problem("<solution>\(words)</solution>").fix == fix)
  }

  @Test func `a compliance check of severity 3 failed, and is no flaw of high severity`() throws {
    let check = """
      <ReportItem port="0" svc_name="general" protocol="tcp" severity="3" pluginID="21156" \
      pluginName="Checks" pluginFamily="Policy Compliance"><compliance>true</compliance>
      <cm:compliance-result>FAILED</cm:compliance-result></ReportItem>
      """
    let errors = check.replacing("FAILED", with: "ERROR")
    // The prefix is not declared, as in files of 2009.
    let report = try Self.report(check + errors + check)
    #expect(report.findings.isEmpty)
    #expect(
      report.checks == [
        ConfigurationCheck(device: 0, result: "FAILED", count: 2),
        ConfigurationCheck(device: 0, result: "ERROR", count: 1),
      ]
    )
    #expect(report.limits == [.failures(1)])
  }

  @Test func `an unknown field is counted and what is in it is passed over`() throws {
    let report = try Self.report(
      Self.item("<brand_new><cve>CVE-2024-90001</cve></brand_new><brand_new/><other/>")
    )
    #expect(report.notUnderstood == ["brand_new": 2, "other": 1])
    #expect(report.problems.first?.cves == [])
  }

  @Test func `a result out of its place is counted, and makes no finding`() throws {
    let file = "<NessusClientData_v2>\(Self.item(""))</NessusClientData_v2>"
    let report = try Reading.report(.nessus, file)
    #expect(report.findings.isEmpty)
    #expect(report.notUnderstood["ReportItem"] == 1)
  }

  @Test func `the same problem on many devices is kept once`() throws {
    let item = Self.item("<cve>CVE-2024-90001</cve><solution>Upgrade now</solution>")
    let report = try Self.report(item + item.replacing("port=\"0\"", with: "port=\"445\""))
    #expect(report.problems.count == 1)
    #expect(report.findings.map(\.port) == [0, 445])
  }
}
