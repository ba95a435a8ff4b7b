import ReadinessEvidence
import TestSupport
import Testing

/// A report that takes a while, stopped while it is read.
@Suite(.serialized, .enabled(if: RunningTerminal.isAvailable, "tmux is not installed"))
struct EvidenceLargeTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.makeFirm()
  }

  /// Makes a report of 64 MB with the benchmark's generator.
  private func makeLarge() throws {
    let generator = RunningProgram.path + "-benchmark"
    try RunningProcess([generator, "nessus-make", "big.nessus", "64"], in: desk.folder.path)
      .succeed()
  }

  /// All files of the evidence folder, hidden ones too.
  private func files() throws -> [String] {
    let list = try RunningProcess(["ls", "-A", "firm/evidence"], in: desk.folder.path).succeed()
    return list.outputText.split(separator: "\n").map(String.init)
  }

  private func check() throws -> String {
    try desk.readiness("evidence", "check", "firm", "--format", "json").outputText
  }

  /// Expects that a small report goes in afterwards, and that nothing else is in the folder.
  private func expectNextRunIsClean() throws {
    try desk.folder.write(EvidenceImportTests.nessus(1).utf8, as: "small.nessus")
    try desk.readiness("evidence", "import", "firm", "small.nessus").expect(0)
    #expect(try files().count == 3)
    #expect(!(try check().contains("orphaned")))
  }

  @Test func `a bar tells how far it is, and Ctrl-C half-way leaves nothing and says so`() throws {
    try makeLarge()
    let terminal = try RunningTerminal(
      ["evidence", "import", "firm", "big.nessus"],
      in: desk.folder
    )
    let screen = try terminal.text("MiB  big.nessus")
    #expect(screen.contains { $0.hasPrefix("[") && $0.contains("%") && $0.count <= 80 })
    try terminal.press("C-c")
    #expect(try terminal.exitStatus() == 130)
    let lines = try terminal.transcript()
    #expect(lines.contains { $0.hasPrefix("stopped in big.nessus, of which nothing is kept") })
    #expect(lines.contains("0 of 1 files were looked at"))
    #expect(!lines.contains { $0.contains("MiB") })
    #expect(try files() == [])
    try expectNextRunIsClean()
  }

  @Test func `kill -9 half-way leaves what check names, and the next run takes it away`() throws {
    try makeLarge()
    let terminal = try RunningTerminal(
      ["evidence", "import", "firm", "big.nessus"],
      in: desk.folder
    )
    try terminal.text("MiB  big.nessus")
    try terminal.kill()
    let left = try files()
    #expect(left.count == 1)
    let found = try check()
    for name in left { #expect(found.contains("\"evidence/\(name): a copy")) }
    try expectNextRunIsClean()
  }

  @Test func `kill -9 while an inventory is taken in changes no answer, and the next run works`()
    throws
  {
    let head = "Device name,Managed by,Ownership,OS,OS version,Model,Manufacturer,SkuFamily\n"
    func row(_ number: Int) -> String {
      "PC-\(number),Intune,Corporate,Windows,10.0.26100.2033,Latitude,Dell,Pro\n"
    }
    try desk.folder.write((head + (0..<60_000).map(row).joined()).utf8, as: "big.csv")
    let before = try desk.folder.read("firm/answers.json")
    let script = """
      "$0" evidence import firm --inventory big.csv & process=$!
      until ls -A firm/evidence 2>/dev/null | grep -q tmp; do
        kill -0 $process || exit 9
      done
      kill -9 $process; wait $process; exit 0
      """
    try RunningProcess(
      ["sh", "-c", script, RunningProgram.path],
      in: desk.folder.path,
      environment: RunningProgram.environment()
    ).succeed()
    #expect(try desk.folder.read("firm/answers.json") == before)
    let found = try check()
    for name in try files() { #expect(found.contains("evidence/\(name)")) }
    try desk.folder.write((head + row(1)).utf8, as: "small.csv")
    try desk.readiness("evidence", "import", "firm", "--inventory", "small.csv").expect(0)
    #expect(try files().count == 2)
  }
}
