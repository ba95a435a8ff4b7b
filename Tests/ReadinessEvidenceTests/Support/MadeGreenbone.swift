import TestSupport

/// Makes Greenbone and OpenVAS reports in every variant between versions.
struct MadeGreenbone {
  /// Versions of the format.
  enum Version: CaseIterable {
    case oldest, omp6, gmp7, gmp9, gmp21, gmp22x5, gmp22x6

    /// The element that names it.
    var element: String {
      switch self {
      case .oldest: ""
      case .omp6: "<omp><version>6.0</version></omp>"
      case .gmp7: "<gmp><version>7.0</version></gmp>"
      case .gmp9: "<gmp><version>9.0</version></gmp>"
      case .gmp21: "<gmp><version>21.4</version></gmp>"
      case .gmp22x5: "<gmp><version>22.5</version></gmp>"
      case .gmp22x6: "<gmp><version>22.6</version></gmp>"
      }
    }

    var hasSeverities: Bool { self == .gmp21 || self == .gmp22x5 || self == .gmp22x6 }
    var hasReferences: Bool { self == .gmp9 || hasSeverities }
  }

  let version: Version
  var numbers: DeterministicNumbers
  private var written = 0

  init(_ version: Version, seed: UInt64) {
    self.version = version
    numbers = DeterministicNumbers(seed: seed)
  }

  /// A report, alone or in the answer to `get_reports`.
  mutating func report() -> String {
    let inner = data()
    let whole = """
      <report id="a" format_id="b" extension="xml"><owner><name>admin</name></owner>\
      <name>2024-05-03</name><task id="t"><name>Office &amp; lab</name></task>\(inner)</report>
      """
    guard one(in: 2) == 0 else { return whole }
    return """
      <get_reports_response status="200" status_text="OK">\(whole)\
      <filters><term>x</term></filters><report_count>1</report_count></get_reports_response>
      """
  }

  private mutating func data() -> String {
    written = 0
    let results = (0..<one(in: 8)).map { _ in result() }.joined(separator: "\n")
    let status = choice(["Done", "Done", "Done", "Stopped", "Interrupted"])
    let more = choice([0, 0, 3])
    let ended = choice([0, 0, 0, 1]) == 1 ? "" : "<scan_end>2024-05-04T01:00:00+01:00</scan_end>"
    let errors = choice([
      "", "<errors><count>0</count></errors>",
      """
      <errors><count>2</count><error><host>198.51.100.9<asset asset_id=""/></host>\
      <port>general/tcp</port><nvt oid="1.2.3"><type>nvt</type><name>N</name></nvt></error>\
      <error><host>198.51.100.8</host></error></errors>
      """,
    ])
    return """
      <report id="a">\(version.element)<filters id="0"><term>min_qod=70 levels=hml rows=100</term>\
      <filter>High</filter></filters><scan_run_status>\(status)</scan_run_status>\
      <scan_start>2024-05-03T23:30:00Z</scan_start>\
      <ports max="9" start="1"><count>1</count><port>443/tcp<host>198.51.100.1</host>\
      <severity>9.8</severity><threat>High</threat></port><port>general/tcp<host>198.51.100.2</host>\
      </port></ports>\
      <results max="100" start="1">\(results)</results>\
      <result_count>\(written)<full>\(written + more)</full><filtered>\(written)</filtered>\
      <log><full>7</full><filtered>9</filtered></log></result_count>\(host())\(errors)\(ended)\
      </report>
      """
  }

  private mutating func host() -> String {
    let login = choice([
      "", "<detail><name>Auth-SSH-Success</name><value>root</value><source/></detail>",
      "<detail><name>Auth-SMB-Failure</name><value>x</value></detail>",
    ])
    return """
      <host><ip>198.51.100.1</ip><asset asset_id=""/><start>2024-05-03T23:31:00Z</start>\
      <end>2024-05-04T00:00:00Z</end><port_count><page>1</page></port_count>\
      <detail><name>best_os_txt</name><value>Debian GNU/Linux 12</value></detail>\(login)</host>
      """
  }

  private mutating func result() -> String {
    written += 1
    let number = one(in: 5)
    let old = version == .oldest
    let port = choice(["443/tcp", "general/tcp", "http (80/tcp)", "22/tcp", "general/CPE-T"])
    let name = version == .gmp22x6 ? "<hostname>web.example.test</hostname>" : ""
    let asset = old ? "" : #"<asset asset_id="x"/>"#
    let severity = choice(["9.8", "7.0", "5.0", "0.0", "-1.0", "-3.0", "10.0"])
    let threat = choice(["High", "Medium", "Low", "Log", "False Positive", "Critical", "Alarm"])
    let base = choice(["9.8", "7.5", "5.0", "0.0", "10.0"])
    let detection =
      version.hasSeverities
      ? """
      <detection><result id="d"><details><detail><name>product</name>\
      <value>cpe:/a:example:server:\(number)</value></detail></details></result></detection>
      """ : ""
    let quality = old || version == .omp6 ? "" : "<qod><value>80</value><type/></qod>"
    let original = choice(["", "<original_severity>7.0</original_severity>"])
    return """
      <result id="r\(written)"><name>Flaw \(number)</name>\(detection)\
      <host>\n198.51.100.\(1 + one(in: 3)) \(asset)\(name)</host><port>\(port)</port>\
      \(test(number, base))<threat>\(threat)</threat>\
      \(old ? "" : "<severity>\(severity)</severity>")\(quality)\
      <description>Installed: 1 &lt; 2\nname=x|solution_type=WillNotFix</description>\(original)\
      </result>
      """
  }

  private mutating func test(_ number: Int, _ base: String) -> String {
    let vector = choice(["AV:N/AC:L/Au:N/C:P/I:P/A:P", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N", ""])
    let solution = choice(["VendorFix", "Mitigation", "Workaround", "WillNotFix", "NoneAvailable"])
    let tags =
      version == .oldest
      ? ""
      : "cvss_base_vector=\(vector)|summary=A\nflaw = bad.|solution=Update.|solution_type=\(solution)"
    let ids =
      version.hasReferences
      ? """
      <refs><ref type="url" id="https://x/"/><ref type="cve" id="CVE-2024-9000\(number)"/>\
      <ref type="cert-bund" id="CB-K1"/></refs>
      """
      : choice(["<cve>CVE-2024-9000\(number), CVE-2024-90010</cve>", "<cve>NOCVE</cve>"])
        + "<bid>NOBID</bid><xref>NOXREF</xref>"
    // GMP 21 counts in tenths.
    let score = version == .gmp21 ? "98" : "9.8"
    let severities =
      version.hasSeverities
      ? """
      <severities score="\(score)"><severity type="cvss_base_v3"><origin>NVD</origin>\
      <date>2024-04-10T11:15:00Z</date><score>\(score)</score><value>CVSS:3.1/AV:N</value></severity>\
      <severity type="cvss_base_v2"><origin/><score>\(version == .gmp21 ? "75" : "7.5")</score>\
      <value>AV:N</value></severity></severities>
      """ : ""
    let fix =
      version == .gmp22x5 || version == .gmp22x6
      ? #"<solution type="\#(solution)">Update.</solution>"# : ""
    let type = version == .oldest || version == .omp6 ? "" : "<type>nvt</type>"
    let epss =
      version == .gmp22x6
      ? #"<epss><max_epss><score>0.9</score><cve id="CVE-2024-1"/></max_epss></epss>"# : ""
    return """
      <nvt oid="1.3.6.1.4.1.25623.1.0.\(number)">\(type)<name>Flaw \(number) End of Life</name>\
      <family>General</family><cvss_base>\(base)</cvss_base>\(severities)<tags>\(tags)</tags>\
      \(fix)\(epss)\(ids)</nvt>
      """
  }

  private mutating func one(in count: Int) -> Int { Int.random(in: 0..<count, using: &numbers) }

  private mutating func choice<Value>(_ values: [Value]) -> Value { values[one(in: values.count)] }
}
