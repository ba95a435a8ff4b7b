import Glibc

/// Writes `.nessus` files of any size, the same bytes each time.
///
/// Devices, plug-ins and results are as many, as long and as often repeated as in a scan of a
/// large network; all of it is invented.
struct BigNessusFile {
  private static let kinds = 3_000
  private static let itemsPerDevice = 160

  private let stream: UnsafeMutablePointer<FILE>
  private(set) var written = 0
  /// Some sentences, one more each time: nothing is cut within a reference.
  private let sentences: [String]

  init(_ stream: UnsafeMutablePointer<FILE>) {
    self.stream = stream
    let sentence = "The version that is installed on the remote host is before 2 &amp; old. "
    sentences = (0..<24).map { String(repeating: sentence, count: $0) }
  }

  /// Writes a file of at least so many bytes.
  mutating func write(bytes: Int) {
    let plugins = (0..<120_000).map { String(10_000 + $0) }.joined(separator: ";")
    put(
      """
      <?xml version="1.0" ?>
      <NessusClientData_v2>
      <Policy><policyName>big</policyName><Preferences><ServerPreferences><preference>
      <name>plugin_set</name><value>\(plugins)</value>
      </preference></ServerPreferences></Preferences></Policy>
      <Report name="big" xmlns:cm="http://www.nessus.org/cm">\n
      """
    )
    var device = 0
    while written < bytes {
      writeDevice(device)
      device += 1
    }
    put("</Report>\n</NessusClientData_v2>\n")
  }

  private mutating func put(_ text: String) {
    var text = text
    written += text.withUTF8 { fwrite($0.baseAddress, 1, $0.count, stream) }
  }

  private mutating func writeDevice(_ number: Int) {
    let address = "10.\(number >> 16 & 255).\(number >> 8 & 255).\(number & 255)"
    put(
      """
      <ReportHost name="\(address)"><HostProperties>
      <tag name="HOST_END">Fri May  3 10:30:00 2024</tag>
      <tag name="patch-summary-total-cves">120</tag>
      <tag name="Credentialed_Scan">true</tag>
      <tag name="operating-system">Microsoft Windows 11 Pro Build 22631</tag>
      <tag name="host-fqdn">pc-\(number).example.test</tag>
      <tag name="host-ip">\(address)</tag>
      <tag name="HOST_START_TIMESTAMP">\(1_714_726_800 + number)</tag>
      <tag name="HOST_START">Fri May  3 10:00:00 2024</tag>
      </HostProperties>\n
      """
    )
    for item in 0..<Self.itemsPerDevice { writeItem((number * 31 + item * 17) % Self.kinds) }
    put("</ReportHost>\n")
  }

  private mutating func writeItem(_ kind: Int) {
    let plugin = 900_000 + kind
    let severity = kind % 5
    let tenth = kind % 10
    let day = 10 + kind % 20
    let description = sentences[4 + kind % 19]
    let output = sentences[1 + kind % 16]
    put(
      """
      <ReportItem port="\(kind % 7 == 0 ? 443 : 0)" svc_name="general" protocol="tcp" \
      severity="\(severity)" pluginID="\(plugin)" pluginName="Example Product \(kind) &lt; \
      \(kind % 90).\(tenth) Multiple Vulnerabilities" pluginFamily="Windows">
      <agent>windows</agent>
      <cpe>cpe:/a:example:product_\(kind)</cpe>
      <cve>CVE-2024-\(10_000 + kind)</cve>
      <cve>CVE-2024-\(20_000 + kind)</cve>
      <cvss3_base_score>\(severity * 2).\(tenth)</cvss3_base_score>
      <cvss3_temporal_score>\(severity).\(tenth)</cvss3_temporal_score>
      <cvss3_vector>CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H</cvss3_vector>
      <cvss_base_score>\(severity * 2).0</cvss_base_score>
      <cvss_score_source>CVE-2024-\(10_000 + kind)</cvss_score_source>
      <cvss_vector>CVSS2#AV:N/AC:L/Au:N/C:C/I:C/A:C</cvss_vector>
      <description>\(description)</description>
      <exploit_available>false</exploit_available>
      <exploitability_ease>No known exploits are available</exploitability_ease>
      <fname>example_\(kind).nasl</fname>
      <patch_publication_date>2024/04/\(day)</patch_publication_date>
      <plugin_modification_date>2024/04/\(day)</plugin_modification_date>
      <plugin_name>Example Product \(kind) &lt; \(kind % 90).\(tenth)</plugin_name>
      <plugin_publication_date>2024/04/\(day)</plugin_publication_date>
      <plugin_type>local</plugin_type>
      <risk_factor>High</risk_factor>
      <script_version>1.3</script_version>
      <see_also>https://example.test/\(kind)</see_also>
      <solution>Upgrade to Example Product \(kind % 90).\(tenth) or later.</solution>
      <synopsis>A product on the remote host has known flaws.</synopsis>
      <vpr_score>6.7</vpr_score>
      <vuln_publication_date>2024/04/01</vuln_publication_date>
      <xref>IAVA:2024-A-\(1_000 + kind)</xref>
      <plugin_output>
        Path              : C:\\Program Files\\Example\\\(kind).exe
        Installed version : 1.0.1
        \(output)
      </plugin_output>
      </ReportItem>\n
      """
    )
  }
}
