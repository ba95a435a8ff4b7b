import ReadinessCore
import ReadinessEvidence
import Testing

@Suite struct NmapImporterTests {
  static func file(
    _ hosts: String,
    end: String = #"<runstats><finished time="1714726830" exit="success"/></runstats>"#
  ) -> String {
    """
    <nmaprun scanner="nmap" version="7.93" start="1714726800" xmloutputversion="1.05">
    \(hosts)\(end)</nmaprun>
    """
  }

  static func host(_ inside: String, state: String = "up") -> String {
    """
    <host><status state="\(state)"/><address addr="192.0.2.1" addrtype="ipv4"/>\(inside)</host>
    """
  }

  static func port(_ state: String, _ service: String) -> String {
    """
    <ports><port protocol="tcp" portid="8080"><state state="\(state)"/>\(service)</port></ports>
    """
  }

  static func report(_ inside: String) throws -> ScanReport {
    try Reading.report(.nmap, file(host(inside)))
  }

  @Test func `the sample and the second reading agree`() throws {
    try Reading.expectAgreement(.nmap, Reading.sample("nmap-minimal.xml"))
  }

  @Test(arguments: MadeNmap.Version.allCases, 0..<12)
  func `every version and the second reading agree`(version: MadeNmap.Version, seed: Int) throws {
    var made = MadeNmap(version, seed: UInt64(seed))
    let file = made.file()
    try Reading.expectAgreement(.nmap, Array(file.utf8))
    #expect(try Reading.report(.nmap, file).notUnderstood.isEmpty)
  }

  @Test func `the DOCTYPE and the style sheet of the sample are taken and not followed`() throws {
    let report = try Reading.report(.nmap, Reading.sample("nmap-minimal.xml"))
    #expect(report.tool == "nmap 7.93")
    #expect(report.formatVersion == "1.05")
    #expect(report.devices.map(\.name) == ["198.51.100.40"])
    #expect(report.devices.first?.addresses == ["00:00:5E:00:53:01", "gw.example.test"])
    #expect(report.devices.first?.platforms == ["cpe:/o:linux:linux_kernel"])
    #expect(report.services.map(\.port) == [22, 443])
    #expect(report.services.map(\.name) == ["ssh", "https"])
    #expect(report.services.first?.product == "OpenSSH 9.2p1 Debian 2+deb12u2")
    #expect(report.limits.isEmpty)
  }

  @Test func `the same bytes in pieces of any size make the same report`() throws {
    let bytes = try Reading.sample("nmap-minimal.xml")
    let whole = try Reading.report(.nmap, bytes, piece: bytes.count)
    for piece in [1, 2, 3, 5, 64, 300, 1_024] {
      #expect(try Reading.report(.nmap, bytes, piece: piece) == whole)
    }
  }

  @Test func `a scan that was stopped leaves a file without an end, and is cut short`() throws {
    let bytes = try Reading.sample("nmap-minimal.xml")
    let end = bytes.count - (bytes.last == 0x0A ? 1 : 0)
    for count in 0..<end {
      let error = Reading.error(.nmap, Array(bytes[..<count]))
      #expect(error?.kind == .cutShort, "at \(count): \(String(describing: error))")
    }
  }

  @Test(arguments: ["closed", "filtered", "open|filtered", "unfiltered"])
  func `only an open port answers`(state: String) throws {
    #expect(try Self.report(Self.port(state, "")).services.isEmpty)
    #expect(try Self.report(Self.port("open", "")).services.count == 1)
  }

  @Test(arguments: [("table", true), ("probed", false)])
  func `a name from the port's number is a guess`(method: String, guessed: Bool) throws {
    let service = #"<service name="http-proxy" method="\#(method)"/>"#
    let found = try #require(try Self.report(Self.port("open", service)).services.first)
    #expect(found.name == "http-proxy")
    #expect(found.guessed == guessed)
  }

  @Test func `a hint of a host is no result`() throws {
    let hint = #"<hosthint><status state="up"/><address addr="192.0.2.9"/></hosthint>"#
    let report = try Reading.report(.nmap, Self.file(hint))
    #expect(report.devices.isEmpty)
    #expect(report.limits == [.nothingLookedAt])
  }

  @Test func `a device that is down was not looked at`() throws {
    let file = Self.file(Self.host("", state: "down") + Self.host("", state: "up"))
    #expect(try Reading.report(.nmap, file).devices.count == 1)
  }

  @Test func `devices that the file leaves out are named as a filter`() throws {
    let end = """
      <runstats><finished time="1714726830" exit="success"/><hosts up="5" down="3" total="8"/>
      </runstats>
      """
    let limits = try Reading.report(.nmap, Self.file(Self.host(""), end: end)).limits
    #expect(limits == [.filtered(shown: 1, found: 5, by: "devices left out of the file")])
  }

  @Test(arguments: [
    (#"<runstats><finished time="1714726830" exit="error"/></runstats>"#, "error"),
    ("<runstats/>", "no end"), ("", "no end"),
  ])
  func `a scan that ended in error or not at all is not finished`(
    end: String,
    status: String
  ) throws {
    let limits = try Reading.report(.nmap, Self.file(Self.host(""), end: end)).limits
    #expect(limits == [.unfinished(status: status)])
  }

  @Test func `version 4_90 writes no exit, and that is no failure`() throws {
    let end = #"<runstats><finished time="1714726830"/></runstats>"#
    #expect(try Reading.report(.nmap, Self.file(Self.host(""), end: end)).limits.isEmpty)
  }

  @Test func `the system that was guessed at is called a guess`() throws {
    let system = #"<os><osmatch name="Linux 5" accuracy="96"/><osmatch name="BSD"/></os>"#
    #expect(try Self.report(system).devices.first?.operatingSystem == "Linux 5 (a guess)")
  }
}
