import TestSupport
import Testing

/// Scan reports taken in by the built program.
struct EvidenceImportTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.makeFirm()
  }

  /// A Nessus report of one device with one problem, told apart by a number.
  static func nessus(_ number: Int) -> String {
    """
    <?xml version="1.0" ?>
    <NessusClientData_v2><Report name="scan"><ReportHost name="laptop-\(number)">
    <HostProperties><tag name="HOST_START">Mon Nov  2 09:00:00 2026</tag>\
    <tag name="HOST_END">Mon Nov  2 09:30:00 2026</tag>\
    <tag name="Credentialed_Scan">true</tag></HostProperties>
    <ReportItem port="0" svc_name="general" protocol="tcp" severity="3" pluginID="\(number)" \
    pluginName="Old runtime" pluginFamily="Windows"><cvss3_base_score>9.8</cvss3_base_score>\
    <patch_publication_date>2026/10/13</patch_publication_date></ReportItem>
    </ReportHost></Report></NessusClientData_v2>

    """
  }

  private func importing(_ files: String...) throws -> RunningProcess.Finished {
    try RunningProgram.run(
      ["evidence", "import", "firm"] + files,
      in: desk.folder,
      environment: ["READINESS_NOW": Desk.november.now]
    )
  }

  @Test func `a broken file is named and does not stop the others`() throws {
    try desk.folder.write(Self.nessus(1).utf8, as: "one.xml")
    try desk.folder.write(Self.nessus(2).utf8.prefix(300), as: "short.xml")
    try desk.folder.write("a,b\n".utf8, as: "list.csv")
    try desk.folder.write([], as: "empty.xml")
    try desk.folder.write(Self.nessus(3).utf8, as: "three.xml")
    let run = try importing(
      "one.xml",
      "short.xml",
      "gone.xml",
      "list.csv",
      "empty.xml",
      "three.xml"
    )
    run.expect(1)
    let lines = run.outputText.split(separator: "\n").filter { !$0.hasPrefix(" ") }.map(String.init)
    #expect(lines.count == 6)
    #expect(lines[0] == "one.xml: Nessus report, 1 device, 1 problem; scanned on 2 November 2026")
    #expect(lines[1].hasPrefix("short.xml: not taken in: the file ends too early"))
    #expect(lines[2] == "gone.xml: not taken in: cannot read gone.xml")
    #expect(lines[3] == "list.csv: not taken in: this is no scan report that is read")
    #expect(lines[4] == "empty.xml: not taken in: the file is empty")
    #expect(lines[5].hasPrefix("three.xml: Nessus report, 1 device"))
    #expect(run.errorText.hasPrefix("4 of 6 files were not taken in\n"))
    // Two copies, what was read in them, and the index: nothing of the broken ones.
    #expect(try desk.folder.names(in: "firm/evidence").count == 5)
  }

  @Test func `a scan is kept for the questions that the pack names, from the day of the scan`()
    throws
  {
    try desk.folder.write(Self.nessus(1).utf8, as: "one.xml")
    try importing("one.xml").expect(0)
    let list = try desk.readiness("evidence", "list", "firm", "--for", "A6.4").outputText
    #expect(list.contains("one.xml: Nessus report, scanned\n"))
    #expect(list.contains("  A6.4: fresh until 2 December 2026\n"))
    #expect(list.contains("  A6.5: fresh until 2 December 2026\n"))
    #expect(list.contains("  A6.1: fresh until 31 January 2027\n"))
    #expect(list.contains("made 2 November 2026"))
  }

  @Test func `the same report twice is recognised, under any name`() throws {
    try desk.folder.write(Self.nessus(1).utf8, as: "one.xml")
    try desk.folder.write(Self.nessus(1).utf8, as: "copy.xml")
    let run = try importing("one.xml", "copy.xml", "one.xml")
    run.expect(0)
    let lines = run.outputText.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[1] == "copy.xml: already there, as one.xml")
    #expect(lines[2] == "one.xml: already there")
  }

  @Test func `a scan whose reading was lost is read again`() throws {
    try desk.folder.write(Self.nessus(1).utf8, as: "one.xml")
    try importing("one.xml").expect(0)
    try RunningProcess(["sh", "-c", "rm firm/evidence/*.scan.json"], in: desk.folder.path).succeed()
    let check = try desk.readiness("evidence", "check", "firm")
    check.expect(2)
    #expect(check.outputText.contains("what was read in this scan is missing"))
    #expect(try importing("one.xml").outputText.contains("1 problem"))
    #expect(!(try desk.readiness("evidence", "check", "firm").outputText.contains("missing")))
  }

  @Test func `a scan added as a file becomes a scan and keeps what it was for`() throws {
    try desk.folder.write(Self.nessus(1).utf8, as: "one.xml")
    let added = try desk.readiness("evidence", "add", "firm", "one.xml", "--for", "A8.1")
    #expect(added.errorText.contains("this is a Nessus report"))
    try importing("one.xml").expect(0)
    let list = try desk.readiness("evidence", "list", "firm").outputText
    #expect(list.contains("one.xml: Nessus report, scanned"))
    #expect(list.contains("  A8.1: "))
    #expect(list.contains("\n1 file\n"))
  }

  @Test func `the day that a scan gives cannot be made younger by hand`() throws {
    try desk.folder.write(Self.nessus(1).utf8, as: "one.xml")
    try importing("one.xml").expect(0)
    let run = try desk.readiness(
      "evidence",
      "add",
      "firm",
      "one.xml",
      "--for",
      "A6.4",
      "--made",
      "2026-11-20"
    )
    run.expect(
      64,
      error: "this scan says itself that it was made on 2 November 2026",
      hints: "leave --made out; nothing was changed"
    )
  }

  @Test func `a thousand files at once are all taken in, each with its line`() throws {
    let names = (0..<1_000).map { "scan-\($0).xml" }
    for (number, name) in names.enumerated() {
      try desk.folder.write(Self.nessus(number).utf8, as: name)
    }
    let run = try RunningProgram.run(["evidence", "import", "firm"] + names, in: desk.folder)
    run.expect(0)
    let lines = run.outputText.split(separator: "\n").map { $0.prefix { $0 != ":" } }
    #expect(lines.map(String.init) == names)
    #expect(try desk.folder.names(in: "firm/evidence").count == 2_001)
    try desk.readiness("evidence", "list", "firm").expect(0)
  }

  @Test func `the JSON of an import names each file with its outcome`() throws {
    try desk.folder.write(Self.nessus(1).utf8, as: "one.xml")
    let run = try importing("one.xml", "gone.xml", "--format", "json")
    run.expect(1)
    #expect(run.outputText.contains("\"format\": \"readiness-evidence-import-1\""))
    #expect(run.outputText.contains("\"outcome\": \"taken in\""))
    #expect(run.outputText.contains("\"reason\": \"cannot read gone.xml\""))
  }

  @Test func `a name that would drive the terminal is shown harmless`() throws {
    let name = "a\u{1B}[31mb.xml"
    try desk.folder.write(Self.nessus(1).utf8, as: name)
    let run = try importing(name)
    run.expect(0)
    #expect(!run.outputText.contains("\u{1B}"))
    #expect(!(try desk.readiness("evidence", "list", "firm").outputText.contains("\u{1B}")))
  }

  @Test func `while another program works in the folder nothing is imported`() throws {
    try desk.folder.write(Self.nessus(1).utf8, as: "one.xml")
    let script = "flock firm/.lock \"$0\" evidence import firm one.xml"
    let run = try RunningProcess(
      ["sh", "-c", script, RunningProgram.path],
      in: desk.folder.path,
      environment: RunningProgram.environment()
    ).run()
    #expect(run.status == 1)
    #expect(run.errorText.contains("firm is in use by"))
    #expect(!desk.folder.has("firm/evidence"))
  }
}
