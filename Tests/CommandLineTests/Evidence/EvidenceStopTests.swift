import ReadinessCore
import ReadinessEvidence
import TestSupport
import Testing

/// An import that is stopped in the middle.
@Suite(.serialized, .enabled(if: RunningTerminal.isAvailable, "tmux is not installed"))
struct EvidenceStopTests {
  private let desk: Desk
  private let names = (0..<800).map { "scan-\($0).xml" }

  init() throws {
    desk = try Desk()
    try desk.makeFirm()
    for (number, name) in names.enumerated() {
      try desk.folder.write(EvidenceImportTests.nessus(number).utf8, as: name)
    }
  }

  /// What the folder holds must be whole: each entry with its copy and what was read in it.
  private func checkWhole() throws -> Set<String> {
    let index = try EvidenceIndex.read(try desk.folder.read("firm/evidence/index.json"))
    for entry in index.entries {
      let report = try desk.folder.read("firm/evidence/\(entry.scanFileName)")
      #expect(try ScanReportFile.read(report).devices.count == 1)
      let sum = try RunningProcess(
        ["sha256sum", "firm/evidence/\(entry.sha256)"],
        in: desk.folder.path
      ).succeed()
      #expect(sum.outputText.hasPrefix(entry.sha256))
    }
    return Set(index.entries.map(\.name))
  }

  private func finish() throws {
    let again = try RunningProgram.run(["evidence", "import", "firm"] + names, in: desk.folder)
    again.expect(0)
    let index = try EvidenceIndex.read(try desk.folder.read("firm/evidence/index.json"))
    #expect(index.entries.count == names.count)
    #expect(try desk.folder.names(in: "firm/evidence").count == 2 * names.count + 1)
  }

  /// The names whose line was shown.
  private func shown(_ terminal: RunningTerminal) throws -> Set<String> {
    let lines = try terminal.transcript().filter { $0.contains(": Nessus report") }
    // The terminal echoes the key where it stands.
    return Set(lines.map { $0.replacing("^C", with: "").prefix { $0 != ":" } }.map(String.init))
  }

  @Test func `kill -9 in the middle loses no file whose line was shown`() throws {
    let terminal = try RunningTerminal(["evidence", "import", "firm"] + names, in: desk.folder)
    try terminal.text(": Nessus report")
    try terminal.kill()
    let shown = try shown(terminal)
    #expect(!shown.isEmpty)
    #expect(shown.isSubset(of: try checkWhole()))
    try finish()
  }

  @Test func `Ctrl-C stops between two files, says how to carry on and loses nothing`() throws {
    let terminal = try RunningTerminal(["evidence", "import", "firm"] + names, in: desk.folder)
    try terminal.text(": Nessus report")
    try terminal.press("C-c")
    #expect(try terminal.exitStatus() == 130)
    #expect(
      try terminal.transcript().contains(
        "hint: the same command carries on; what is in is recognised"
      )
    )
    let kept = try checkWhole()
    #expect(try shown(terminal) == kept)
    #expect(kept.count < names.count)
    // No temporary file is left.
    let all = try RunningProcess(["ls", "-A", "firm/evidence"], in: desk.folder.path).succeed()
    #expect(!all.outputText.contains(".tmp"))
    try finish()
  }
}
