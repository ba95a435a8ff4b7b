import TestSupport

/// Makes Nmap files in the shape of every version that is known.
struct MadeNmap {
  /// Versions, as far as they differ.
  enum Version: String, CaseIterable {
    /// No DOCTYPE, no `exit`, hosts without times.
    case four = "4.90"
    /// `exit`.
    case five = "5.51"
    /// DOCTYPE and style sheet.
    case six = "6.47"
    /// `hosthint`.
    case seven = "7.93"
  }

  /// The version to write.
  let version: Version

  private var numbers: DeterministicNumbers

  init(_ version: Version, seed: UInt64) {
    self.version = version
    numbers = DeterministicNumbers(seed: seed)
  }

  /// A file.
  mutating func file() -> String {
    let isOld = version == .four || version == .five
    let style = "<?xml-stylesheet href=\"file:///usr/share/nmap/nmap.xsl\" type=\"text/xsl\"?>\n"
    var up = 0
    var hosts = ""
    for index in 0..<upTo(5) {
      let state = one(["up", "up", "down", "unknown"])
      if state != "down" { up += 1 }
      hosts += host(index, state)
    }
    let missing = upTo(2)
    let exit = version == .four ? "" : #" exit="\#(one(["success", "success", "error"]))""#
    return """
      <?xml version="1.0"\(isOld ? "" : #" encoding="UTF-8""#)?>
      \(isOld ? "" : "<!DOCTYPE nmaprun>\n")\(style)<!-- Nmap as: nmap -&#45;open -oX x -->
      <nmaprun scanner="nmap" args="nmap" start="1714726800" version="\(version.rawValue)" \
      xmloutputversion="1.05"><scaninfo type="syn"/><verbose level="0"/><debugging level="0"/>
      \(version == .seven ? hint : "")\(hosts)
      <runstats><finished time="1714813200" timestr="x" elapsed="30"\(exit)/>
      <hosts up="\(up + missing)" down="1" total="9"/></runstats></nmaprun>
      """
  }

  private let hint = """
    <hosthint><status state="up"/><address addr="192.0.2.99" addrtype="ipv4"/>
    <hostnames></hostnames></hosthint>
    """

  private mutating func upTo(_ most: Int) -> Int { Int.random(in: 0...most, using: &numbers) }

  private mutating func chance(_ of: Int) -> Bool { upTo(of - 1) == 0 }

  private mutating func one(_ texts: [String]) -> String { texts[upTo(texts.count - 1)] }

  private mutating func host(_ index: Int, _ state: String) -> String {
    let times = version == .four ? "" : #" starttime="1714726801" endtime="1714726830""#
    let mac = #"<address addr="00:00:5E:00:53:0\#(index)" addrtype="mac" vendor="A &amp; B"/>"#
    let ports = (0..<upTo(6)).map { port(20 + $0) }.joined()
    let system = """
      <os><portused state="open" proto="tcp" portid="22"/><osmatch name="Linux 5" \
      accuracy="\(one(["100", "96"]))" line="1"><osclass type="x" accuracy="96">\
      <cpe>cpe:/o:linux:linux_kernel:5</cpe></osclass></osmatch>
      <osmatch name="Linux 4" accuracy="90" line="2"/></os>
      """
    return """
      <host\(times)><status state="\(state)" reason="x"/>
      <address addr="192.0.2.\(index)" addrtype="ipv4"/>\(chance(2) ? mac : "")
      <hostnames>\(chance(2) ? #"<hostname name="a.example.test" type="PTR"/>"# : "")</hostnames>
      <ports><extraports state="closed" count="997"><extrareasons reason="x" count="997"/></extraports>
      \(ports)</ports>\(chance(2) ? system : "")<times srtt="1"/></host>
      """
  }

  private mutating func port(_ number: Int) -> String {
    let state = one(["open", "open", "closed", "filtered", "open|filtered"])
    let service = one([
      "", #"<service name="telnet" method="table" conf="3"/>"#,
      #"<service name="http" product="Example &lt;httpd&gt;" version="2" tunnel="ssl" method="probed"/>"#,
      #"<service name="imap" tunnel="ssl" method="table"/>"#,
      #"<service name="unknown" method="table" conf="3"/>"#,
      #"<service name="ssh" product="OpenSSH" method="probed"><cpe>cpe:/a:openbsd:openssh</cpe></service>"#,
    ])
    let script =
      #"<script id="x" output="a &quot;b&quot; > c"><table><elem>d</elem></table></script>"#
    return """
      <port protocol="\(one(["tcp", "udp"]))" portid="\(number)"><state state="\(state)"/>\(service)
      \(chance(3) ? script : "")</port>
      """
  }
}
