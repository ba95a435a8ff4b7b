import ReadinessCore
import ReadinessEvidence
import TestSupport
import Testing

@Suite struct GreenboneImporterTests {
  /// A report of GMP 22.6 around these results, with one changed part.
  static func report(
    _ results: String,
    status: String = "<scan_run_status>Done</scan_run_status>",
    more: String = "",
    end: String = "<scan_end>2024-05-03T10:00:00Z</scan_end>"
  ) throws -> ScanReport {
    try Reading.report(
      .greenbone,
      """
      <report id="a" format_id="b"><report id="a"><gmp><version>22.6</version></gmp>\(status)\
      <scan_start>2024-05-03T09:00:00Z</scan_start><results>\(results)</results>\(more)\(end)\
      </report></report>
      """
    )
  }

  /// A result with these fields of its own and of its test.
  static func result(_ fields: String, test: String = "", host: String = "198.51.100.1") -> String {
    """
    <result id="r"><name>Flaw</name><host>\(host)</host><port>443/tcp</port>\
    <nvt oid="1.2.3"><name>Flaw</name>\(test)</nvt>\(fields)</result>
    """
  }

  static func problem(_ fields: String, test: String = "") throws -> ScannedProblem {
    try #require(try report(result(fields, test: test)).problems.first)
  }

  @Test(arguments: ["gvm-minimal.xml", "gvm-legacy-minimal.xml"])
  func `the samples and the second reading agree`(name: String) throws {
    try Reading.expectAgreement(.greenbone, Reading.sample(name))
  }

  @Test(arguments: MadeGreenbone.Version.allCases, 0..<10)
  func `every version and the second reading agree`(
    version: MadeGreenbone.Version,
    seed: Int
  ) throws {
    var made = MadeGreenbone(version, seed: UInt64(seed))
    try Reading.expectAgreement(.greenbone, Array(made.report().utf8))
  }

  @Test func `the same report is read the same, wherever the pieces are cut`() throws {
    let bytes = try Reading.sample("gvm-minimal.xml")
    let whole = try Reading.report(.greenbone, bytes)
    for piece in [1, 3, 17, 1_000] {
      #expect(try Reading.report(.greenbone, bytes, piece: piece) == whole)
    }
  }

  @Test func `a result within detection is not counted`() throws {
    let detection = """
      <detection><result id="d"><details><detail><name>product</name><value>cpe:/a:x:y:1</value>\
      </detail></details></result></detection>
      """
    let report = try Self.report(Self.result("\(detection)<severity>9.8</severity>"))
    #expect(report.findings.count == 1)
    #expect(report.problems.first?.product == "cpe:/a:x:y:1")
  }

  @Test func `a host is its own text, before its asset and its name`() throws {
    let host = "\n 198.51.100.20\n<asset asset_id=\"x\"/><hostname>web.example.test</hostname>"
    let report = try Self.report(Self.result("<severity>5.0</severity>", host: host))
    #expect(report.devices.map(\.name) == ["198.51.100.20"])
    #expect(report.devices.map(\.addresses) == [["web.example.test"]])
  }

  @Test(arguments: [
    ("443/tcp", 443), ("general/tcp", 0), ("http (80/tcp)", 80), ("99999/tcp", 0), ("", 0),
    ("general/CPE-T", 0),
  ])
  func `a port has a number, or a name before it, or is the device itself`(
    text: String,
    number: UInt16
  ) throws {
    let result = Self.result("<severity>5.0</severity>")
      .replacing("<port>443/tcp</port>", with: "<port>\(text)</port>")
    #expect(try Self.report(result).findings.map(\.port) == [number])
  }

  @Test func `a filtered export says so, with the filter's words`() throws {
    let counts = "<result_count>5<full>5</full><filtered>1</filtered></result_count>"
    let term = "<filters><term>levels=hml min_qod=70</term></filters>"
    let report = try Self.report(Self.result("<severity>5.0</severity>"), more: counts + term)
    #expect(report.limits == [.filtered(shown: 1, found: 5, by: "levels=hml min_qod=70")])
  }

  @Test func `an export cut off by rows says so, though its count does not`() throws {
    let counts = "<result_count>5<full>5</full><filtered>5</filtered></result_count>"
    let term = "<filters><term>rows=1 first=1</term></filters>"
    let report = try Self.report(Self.result("<severity>5.0</severity>"), more: counts + term)
    #expect(report.limits == [.filtered(shown: 1, found: 5, by: "rows=1 first=1")])
  }

  @Test func `overrides leave their mark`() throws {
    let fields = "<severity>2.0</severity><original_severity>9.8</original_severity>"
    #expect(try Self.report(Self.result(fields)).limits == [.changedByHand(1)])
    let kept = "<severity>9.8</severity><original_severity>9.8</original_severity>"
    #expect(try Self.report(Self.result(kept)).limits.isEmpty)
  }

  @Test(arguments: ["Stopped", "Interrupted", "Running", "Requested"])
  func `a scan that is not Done is unfinished`(status: String) throws {
    let report = try Self.report(
      Self.result("<severity>5.0</severity>"),
      status: "<scan_run_status>\(status)</scan_run_status>"
    )
    #expect(report.limits == [.unfinished(status: status)])
  }

  @Test(arguments: ["", "<scan_end/>", "<scan_end></scan_end>"])
  func `a scan without scan_end is unfinished`(end: String) throws {
    let report = try Self.report(Self.result("<severity>5.0</severity>"), end: end)
    #expect(report.limits == [.unfinished(status: "no scan_end")])
  }

  @Test func `errors list checks that failed`() throws {
    let errors = "<errors><count>2</count><error><host>198.51.100.1</host></error></errors>"
    let report = try Self.report(Self.result("<severity>5.0</severity>"), more: errors)
    #expect(report.limits == [.failures(2)])
    #expect(try Self.report(Self.result("<severity>-3.0</severity>")).limits == [.failures(1)])
  }

  @Test func `severity 0 is a log and -1 a false positive, and neither is a problem`() throws {
    let log = try Self.report(Self.result("<severity>0.0</severity><threat>Log</threat>"))
    #expect(log.findings.isEmpty)
    #expect(log.informational == 1)
    #expect(log.limits.isEmpty)
    let result = Self.result("<severity>-1.0</severity><threat>False Positive</threat>")
    let dismissed = try Self.report(result)
    #expect(dismissed.findings.isEmpty)
    #expect(dismissed.limits == [.changedByHand(1)])
  }

  @Test func `without a severity the threat tells, and cvss_base is the score`() throws {
    let problem = try Self.problem("<threat>High</threat>", test: "<cvss_base>7.5</cvss_base>")
    #expect(problem.scores == [CVSSScore(version: .unknown, tenths: 75)])
    #expect(try Self.report(Self.result("<threat>Log</threat>")).findings.isEmpty)
  }

  @Test func `a severity of 7 or more with a v2 vector is no v3 score`() throws {
    let test = "<cvss_base>7.5</cvss_base><tags>cvss_base_vector=AV:N/AC:L/Au:N/C:P/I:P/A:P</tags>"
    let problem = try Self.problem("<severity>7.5</severity><threat>High</threat>", test: test)
    #expect(problem.scores == [CVSSScore(version: .v2, tenths: 75)])
    #expect(problem.toolSeverity == "High")
  }

  @Test func `severities say each score's version, and who gave it`() throws {
    let severities = """
      <severities score="9.8"><severity type="cvss_base_v3"><origin>NVD</origin>\
      <date>2024-04-10T11:15:00Z</date><score>9.8</score><value>CVSS:3.1/AV:N</value></severity>\
      <severity type="cvss_base_v4"><score>9.3</score></severity></severities>
      """
    let problem = try Self.problem("<severity>9.8</severity>", test: severities)
    #expect(
      problem.scores == [
        CVSSScore(version: .v3, tenths: 98, source: "NVD"), CVSSScore(version: .v4, tenths: 93),
      ]
    )
  }

  @Test func `no date in a report is the date of the fix`() throws {
    let test = """
      <severities score="9.8"><severity type="cvss_base_v3"><date>2024-04-10T11:15:00Z</date>\
      <score>9.8</score></severity></severities><solution type="VendorFix">Update.</solution>
      """
    let fields = "<severity>9.8</severity><scan_nvt_version>2024-04-30T05:05:00Z</scan_nvt_version>"
    let problem = try Self.problem(fields, test: test)
    #expect(problem.fix == .available)
    #expect(problem.fixPublished == nil)
  }

  @Test(arguments: [
    ("VendorFix", ReportedFix.available), ("Mitigation", .workaround), ("Workaround", .workaround),
    ("WillNotFix", .never), ("NoneAvailable", .none), ("", .unknown),
  ])
  func `the solution's type stands in its element, or before it in the tags`(
    type: String,
    fix: ReportedFix
  ) throws {
    let severity = "<severity>5.0</severity>"
    let element = #"<tags>solution_type=None</tags><solution type="\#(type)">x</solution>"#
    #expect(try Self.problem(severity, test: element).fix == fix)
    let tags = "<tags>summary=a=b|solution=Update.\nNow.|solution_type=\(type)</tags>"
    #expect(try Self.problem(severity, test: tags).fix == fix)
  }

  @Test func `CVE numbers stand as text up to GMP 7 and as references from GMP 9`() throws {
    let severity = "<severity>5.0</severity>"
    let text = "<cve>CVE-2018-90001, CVE-2018-90002</cve><bid>NOBID</bid>"
    let both = ["CVE-2018-90001", "CVE-2018-90002"]
    #expect(try Self.problem(severity, test: text).cves == both)
    #expect(try Self.problem(severity, test: "<cve>NOCVE</cve>").cves == [])
    let references = """
      <refs><ref type="cve" id="CVE-2018-90001"/><ref type="url" id="https://x/"/>\
      <ref type="cve" id="CVE-2018-90002"/></refs>
      """
    #expect(try Self.problem(severity, test: references).cves == both)
  }

  @Test func `NOCVE makes no problem of a log`() throws {
    let test = "<cve>NOCVE</cve><bid>NOBID</bid><xref>NOXREF</xref>"
    let report = try Self.report(Self.result("<severity>0.0</severity>", test: test))
    #expect(report.findings.isEmpty)
    #expect(report.informational == 1)
  }

  @Test func `the quality of detection is kept, and absent where the report has none`() throws {
    let quality = "<severity>5.0</severity><qod><value>30</value><type/></qod>"
    #expect(try Self.problem(quality).certainty == 30)
    #expect(try Self.problem("<severity>5.0</severity>").certainty == nil)
  }

  @Test func `the answer to get_reports holds the same reports`() throws {
    let alone = String(decoding: try Reading.sample("gvm-minimal.xml"), as: UTF8.self)
    let start = try #require(alone.firstRange(of: "<report id"))
    let wrapped =
      "<get_reports_response status=\"200\">" + alone[start.lowerBound...]
      + "</get_reports_response>"
    #expect(try Reading.report(.greenbone, wrapped) == Reading.report(.greenbone, alone))
  }

  @Test func `a report without a result is no evidence of clean devices`() throws {
    #expect(try Self.report("").limits == [.nothingLookedAt])
  }

  @Test func `a failed login is named`() throws {
    let host = """
      <host><ip>198.51.100.1</ip><detail><name>Auth-SSH-Failure</name><value>x</value></detail></host>
      """
    let report = try Self.report(Self.result("<severity>5.0</severity>"), more: host)
    #expect(report.limits == [.notLoggedIn(devices: ["198.51.100.1"])])
  }

  @Test func `ports that answer are services`() throws {
    let ports = """
      <ports><count>2</count><port>https (443/tcp)<host>198.51.100.1</host><threat>High</threat></port>\
      <port>general/tcp<host>198.51.100.1</host></port></ports>
      """
    let services = try Self.report("", more: ports).services
    #expect(services.map(\.port) == [443])
    #expect(services.map(\.name) == ["https"])
  }

  @Test func `an unknown element is counted, with nothing in it read`() throws {
    let report = try Self.report(
      Self.result("<severity>5.0</severity><new><severity>9.9</severity></new>")
    )
    #expect(report.notUnderstood == ["new": 1])
    #expect(report.problems.count == 1)
  }

  @Test func `a file cut anywhere is cut short`() throws {
    let bytes = try Reading.sample("gvm-minimal.xml")
    let end = try #require(bytes.lastIndex(of: 0x3C))
    for count in stride(from: 300, to: end, by: 97) {
      #expect(Reading.error(.greenbone, Array(bytes[..<count]))?.kind == .cutShort)
    }
  }
}
