import ReadinessCore
import TestSupport
import Testing

/// Services that imported scans saw, proposed for the table of services.
struct ProposedServicesTests {
  private static let scan = """
    <?xml version="1.0" encoding="UTF-8"?>
    <!DOCTYPE nmaprun>
    <nmaprun scanner="nmap" args="nmap -oX" start="1795000000" version="7.93" xmloutputversion="1.05">
    <host starttime="1795000001" endtime="1795000030"><status state="up" reason="syn-ack"/>
    <address addr="198.51.100.40" addrtype="ipv4"/>
    <ports><port protocol="tcp" portid="22"><state state="open" reason="syn-ack"/>\
    <service name="ssh" product="OpenSSH" method="probed" conf="10"/></port>
    <port protocol="tcp" portid="443"><state state="open" reason="syn-ack"/>\
    <service name="https" method="table" conf="3"/></port></ports></host>
    <host starttime="1795000001" endtime="1795000030"><status state="up" reason="arp-response"/>
    <address addr="192.168.0.5" addrtype="ipv4"/>
    <ports><port protocol="tcp" portid="445"><state state="open" reason="syn-ack"/></port></ports></host>
    <runstats><finished time="1795000030" exit="success"/><hosts up="2" down="0" total="2"/></runstats>
    </nmaprun>

    """

  private func rehearse(_ desk: Desk, _ more: String...) throws -> RunningProcess.Finished {
    try RunningProgram.run(["rehearse", "firm", "--seed", "1"] + more, in: desk.folder)
  }

  @Test func `they are listed, written as a draft, and answer nothing`() throws {
    let desk = try Desk()
    try desk.makeFirm()
    try desk.folder.write(Self.scan.utf8, as: "scan.xml")
    try desk.readiness("evidence", "import", "firm", "scan.xml").expect(0)
    let answers = try desk.folder.read("firm/answers.json")

    let run = try rehearse(desk, "--services", "draft.json")
    run.expect(0)
    #expect(run.outputText.contains("198.51.100.40 22/tcp (ssh, OpenSSH): no score known"))
    #expect(run.outputText.contains("198.51.100.40 443/tcp"))
    #expect(!run.outputText.contains("192.168.0.5"))
    #expect(run.errorText.contains("draft.json: 2 services proposed"))
    #expect(try desk.folder.read("firm/answers.json") == answers)
    #expect(!desk.folder.has("firm/answers-cyber-essentials-plus.json"))

    // Taken in as it is, nothing of it is met.
    let assess = try desk.readiness(
      "assess",
      "firm",
      "--questionnaire",
      "CyberEssentialsPlus",
      "--answers",
      "draft.json"
    )
    assess.expect(2)
    #expect(assess.outputText.contains(" 0 met"))
    // What stands in the table is not proposed again.
    let again = try rehearse(desk, "--services", "second.json")
    again.expect(0)
    #expect(again.errorText.contains("no draft written"))
    #expect(!desk.folder.has("second.json"))
  }

  @Test func `without any scan nothing is proposed`() throws {
    let desk = try Desk()
    try desk.makeFirm()
    let run = try rehearse(desk, "--services", "draft.json")
    run.expect(0)
    #expect(!run.outputText.contains("Services that scans saw"))
    #expect(!desk.folder.has("draft.json"))
  }
}
