import ReadinessCore
import TestSupport
import Testing

/// Lists of devices and programs taken in by the built program.
struct EvidenceInventoryTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  private static let devices = """
    Device name,Managed by,Ownership,OS,OS version,Model,Manufacturer,SkuFamily
    PC-1,Intune,Corporate,Windows,10.0.26100.2033,Latitude,Dell,Pro
    PC-2,Intune,Corporate,Windows,10.0.19045.5011,Latitude,Dell,Pro
    X-1,Intune,Corporate,Haiku,R1,Box,Nobody,

    """

  private func take(_ more: String...) throws -> RunningProcess.Finished {
    try RunningProgram.run(
      ["evidence", "import", "firm", "--inventory", "devices-2026-11-20.csv"] + more,
      in: desk.folder,
      environment: ["READINESS_NOW": Desk.november.now]
    )
  }

  @Test func `an open table is filled, judged against the support dates, and kept as evidence`()
    throws
  {
    try desk.folder.write(Self.devices.utf8, as: "devices-2026-11-20.csv")
    try desk.write(["A2.1": .option("whole")], as: "few.json")
    _ = try desk.readiness("assess", "firm", "--answers", "few.json")
    let run = try take()
    run.expect(0)
    #expect(run.outputText.hasPrefix("devices-2026-11-20.csv: Microsoft Intune, devices, 3 rows\n"))
    #expect(run.outputText.contains("  A2.6: 2 rows, filled in\n"))
    #expect(run.outputText.contains("10 22H2"))
    #expect(
      run.outputText.contains("last day 14 October 2025") || run.outputText.contains("extended")
    )
    #expect(run.outputText.contains("1 row not understood: Haiku (1)"))
    let rows = try #require(try desk.answers()["A2.6"]).tableRows
    #expect(rows.count == 2)
    #expect(try desk.sheet()["A2.6"]?.by == "inventory devices-2026-11-20.csv")
    let list = try desk.readiness("evidence", "list", "firm").outputText
    #expect(list.contains("devices-2026-11-20.csv: inventory, documented"))
    #expect(list.contains("A2.6: fresh until 18 February 2027"))
  }

  @Test func `what a person said stays until they say replace`() throws {
    try desk.folder.write(Self.devices.utf8, as: "devices-2026-11-20.csv")
    try desk.makeFirm()
    let before = try desk.folder.read("firm/answers.json")
    let run = try take()
    run.expect(0)
    #expect(run.outputText.contains("A2.6: 2 rows, differs from your answer"))
    #expect(run.outputText.contains("    yours: "))
    #expect(run.outputText.contains("    list: "))
    #expect(run.errorText.contains("your answers stay; take the list's with --replace"))
    #expect(try desk.folder.read("firm/answers.json") == before)
    let replaced = try take("--replace")
    replaced.expect(0)
    #expect(replaced.outputText.contains("A2.6: 2 rows, filled in"))
    #expect(try desk.answers()["A2.6"]?.tableRows.count == 2)
    #expect(try take().outputText.contains("A2.6: 2 rows, the same as your answer"))
    #expect(try desk.readiness("evidence", "list", "firm").outputText.contains("\n1 file\n"))
  }

  @Test func `a list that is not known is refused with its line, and nothing changes`() throws {
    try desk.makeFirm()
    try desk.folder.write("a,b\n1,2\n".utf8, as: "devices-2026-11-20.csv")
    let before = try desk.folder.read("firm/answers.json")
    try take().expect(
      1,
      error: "devices-2026-11-20.csv:1: its headings belong to no list that is known",
      hints: "the lists that are known are in Support/README.md, section Inventories",
      "save it as \"CSV UTF-8\", with the headings in the first line; nothing was changed"
    )
    #expect(try desk.folder.read("firm/answers.json") == before)
    #expect(try desk.folder.names(in: "firm/evidence") == [])
  }
}
