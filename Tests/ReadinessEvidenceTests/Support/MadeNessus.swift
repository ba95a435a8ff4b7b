import TestSupport

/// Makes `.nessus` files in the shape of every version that is known.
struct MadeNessus {
  /// Versions of the scanner, as far as they differ.
  enum Version: CaseIterable {
    /// 4.2, from 2009: `plugin_version`, no `xmlns:cm`.
    case four
    /// 5.2: `cpe`, attachments.
    case five
    /// 7.0: `Credentialed_Scan`.
    case seven
    /// 10.1: CVSS version 3, time stamps, `unsupported_by_vendor`.
    case tenOne
    /// 10.10: the source of the version 3 score.
    case tenTen
    /// Newer than what was seen: CVSS version 4.
    case next
    /// A web application scan.
    case web
  }

  /// The version to write.
  let version: Version

  private var numbers: DeterministicNumbers

  init(_ version: Version, seed: UInt64) {
    self.version = version
    numbers = DeterministicNumbers(seed: seed)
  }

  /// A file with one problem: its solution, and its title.
  static func solution(_ solution: String, title: String = "Old runtime") -> String {
    """
    <NessusClientData_v2><Report name="made"><ReportHost name="pc"><HostProperties/>
    <ReportItem port="0" severity="3" pluginID="1" pluginName="\(title)">
    <solution>\(solution)</solution></ReportItem></ReportHost></Report></NessusClientData_v2>
    """
  }

  /// A file.
  mutating func file() -> String {
    let names = version == .four ? "" : #" xmlns:cm="http://www.nessus.org/cm""#
    let type = version == .web ? #" type="was" version="1""# : ""
    let ids = (0..<200).map { String(10_000 + $0) }.joined(separator: ";")
    let hosts = (0..<upTo(4)).map { host($0) }.joined()
    return """
      <?xml version="1.0" ?>
      <NessusClientData_v2>
      <Policy><policyName>made</policyName><Preferences><ServerPreferences><preference>
      <name>plugin_set</name><value>\(ids)</value></preference></ServerPreferences></Preferences>
      <ReportHost name="not a device"/></Policy>
      <Report name="made"\(type)\(names)>\(hosts)</Report>
      </NessusClientData_v2>
      """
  }

  private mutating func upTo(_ most: Int) -> Int { Int.random(in: 0...most, using: &numbers) }

  private mutating func chance(_ of: Int) -> Bool { upTo(of - 1) == 0 }

  private mutating func one(_ texts: [String]) -> String { texts[upTo(texts.count - 1)] }

  private mutating func host(_ index: Int) -> String {
    let items = (0..<upTo(8)).map { _ in item() } + (chance(2) ? [record()] : [])
    return """
      <ReportHost name="192.0.2.\(index)"><HostProperties>
      \(properties(index).shuffled(using: &numbers).joined(separator: "\n"))
      </HostProperties>
      \(items.shuffled(using: &numbers).joined(separator: "\n"))
      </ReportHost>
      """
  }

  private mutating func properties(_ index: Int) -> [String] {
    let day = 1 + upTo(27)
    let padded = day < 10 ? " \(day)" : "\(day)"
    var all = [
      version == .web
        ? tag("HOST_START", "2024-05-\(day < 10 ? "0" : "")\(day)T10:00:00.123+01:00")
        : tag("HOST_START", "Fri May \(padded) 10:00:00 2024"),
      tag("host-ip", "192.0.2.\(index)"),
      tag("patch-summary-total-cves", "12"),
      tag("patch-summary-txt-0123", "Example &amp; more: upgrade"),
    ]
    if !chance(3), version != .web {
      all.append(tag("HOST_END", "Fri May \(padded) 10:30:00 2024"))
    }
    if chance(2) {
      all.append(tag("operating-system", "Microsoft Windows 10\nMicrosoft Windows 11"))
    }
    if chance(2) { all.append(tag("mac-address", "00:00:5E:00:53:01\n00:00:5E:00:53:02")) }
    let isModern = [.tenOne, .tenTen, .next].contains(version)
    if isModern || version == .seven, chance(2) {
      all.append(tag("Credentialed_Scan", one(["true", "false"])))
      all.append(tag("cpe-0", "cpe:/o:example:os"))
    }
    if isModern { all.append(tag("HOST_START_TIMESTAMP", "\(1_714_521_600 + day * 86_400)")) }
    return all
  }

  private func tag(_ name: String, _ text: String) -> String {
    "<tag name=\"\(name)\">\(text)</tag>"
  }

  /// Plug-in 19506.
  private mutating func record() -> String {
    let says = one(["yes", "no", "yes, as 'A\\b' via ssh", "yes (on the localhost)"])
    return opening(severity: "0", plugin: 19_506, title: "Nessus Scan Information", port: 0) + """
      <plugin_output>Information about this scan :

      Nessus version : 10.7.2
      Credentialed checks : \(says)
      </plugin_output></ReportItem>
      """
  }

  private func opening(severity: String, plugin: Int, title: String, port: Int) -> String {
    """
    <ReportItem port="\(port)" svc_name="\(port == 0 ? "general" : port == 80 ? "www?" : "www")" \
    protocol="tcp" severity="\(severity)" pluginID="\(plugin)" pluginName="\(title)" \
    pluginFamily="General">
    """
  }

  private mutating func item() -> String {
    if version != .web, chance(5) { return compliance() }
    let plugin = 900_000 + upTo(20)
    let severity = one(["0", "1", "2", "3", "4"])
    var fields = [
      "<description>It &lt;is&gt; so.</description>", "<risk_factor>High</risk_factor>",
    ]
    for _ in 0..<upTo(3) { fields.append("<cve>CVE-2024-\(90_000 + upTo(9))</cve>") }
    if chance(2) { fields.append(field("patch_publication_date", "2024/04/\(10 + upTo(19))")) }
    if chance(2) { fields.append(field("plugin_publication_date", "2024/04/01")) }
    if chance(2) { fields.append(field("vuln_publication_date", "2024/03/01")) }
    fields.append(
      field(
        "solution",
        one(["Upgrade to 2.0.", "n/a", "There is no known solution.", "Turn it off."])
      )
    )
    fields += scores() + extras()
    let title = "Flaw &amp; “\(plugin)” &lt; 2"
    let start = opening(severity: severity, plugin: plugin, title: title, port: one80())
    return start + fields.shuffled(using: &numbers).joined(separator: "\n") + "</ReportItem>"
  }

  private mutating func one80() -> Int { [0, 80, 443, 65_535][upTo(3)] }

  private func field(_ name: String, _ text: String) -> String { "<\(name)>\(text)</\(name)>" }

  private mutating func number() -> String { one(["0.0", "3.9", "6.9", "7.0", "9.8", "10.0"]) }

  private mutating func scores() -> [String] {
    var all: [String] = []
    if version == .web {
      if chance(2) { all.append(field("cvss", number())) }
      if chance(2) { all.append(field("cvssv3", number())) }
      return all
    }
    if chance(2) {
      all.append(field("cvss_base_score", number()))
      all.append(field("cvss_vector", "CVSS2#AV:N/AC:L/Au:N/C:P/I:P/A:P"))
      all.append(field("cvss_temporal_score", "1.0"))
    }
    guard [.tenOne, .tenTen, .next].contains(version) else { return all }
    if chance(2) {
      all.append(field("cvss3_base_score", number()))
      all.append(field("cvss_score_source", one(["CVE-2024-90001", "manual"])))
    }
    if version != .tenOne, chance(2) { all.append(field("cvss3_score_source", "CVE-2024-90002")) }
    if version == .next, chance(2) { all.append(field("cvss4_base_score", number())) }
    return all
  }

  private mutating func extras() -> [String] {
    switch version {
    case .four: [field("plugin_version", "$Revision: 1.1 $")]
    case .five, .seven:
      [
        field("script_version", "1.1"), field("cpe", "cpe:/a:example:one\ncpe:/a:example:two"),
        #"<attachment name="a.png" type="image/png">\#(String(repeating: "QUJD", count: 900))</attachment>"#,
      ]
    case .tenOne, .tenTen, .next:
      [field("vpr_score", "5.9")]
        + (chance(4) ? [field("unsupported_by_vendor", "true")] : [])
    case .web: []
    }
  }

  private mutating func compliance() -> String {
    let result = one(["PASSED", "FAILED", "WARNING", "ERROR"])
    let marks = chance(2) ? "<compliance>true</compliance>" : ""
    return """
      <ReportItem port="0" svc_name="general" protocol="tcp" severity="3" pluginID="21156" \
      pluginName="Windows Compliance Checks" pluginFamily="Policy Compliance">\(marks)
      <cm:compliance-check-name>one</cm:compliance-check-name>
      <cm:compliance-result>\(result)</cm:compliance-result></ReportItem>
      """
  }
}
