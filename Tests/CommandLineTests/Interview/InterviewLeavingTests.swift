import Glibc
import ReadinessCore
import TestSupport
import Testing

/// Ways to leave: q, Ctrl-C, Ctrl-D, a closed window, a polite kill; and who holds a firm.
@Suite(.enabled(if: RunningTerminal.isAvailable, "tmux is not installed: Scripts/setup --tests"))
struct InterviewLeavingTests {
  private static let answers = SectionA4.answers(after: 3)
  private static let saved = "Saved. Carry on any time with: readiness assess firm"

  /// An interview with three answers given, standing at the fourth.
  private func begun(_ desk: Desk) throws -> RunningTerminal {
    let terminal = try desk.interview("--section", "A4")
    for line in SectionA4.lines.prefix(3) {
      try terminal.asks(line.prompt)
      try terminal.type(line.line)
    }
    try terminal.asks("A4.1.2 kind")
    return terminal
  }

  @Test func `Ctrl-C says that all is saved, and exits 130`() throws {
    let desk = try Desk()
    let terminal = try begun(desk)
    try terminal.typeWithoutEnter("never ent")
    try terminal.press("C-c")
    #expect(try terminal.exitStatus() == 130)
    try terminal.text(Self.saved)
    try desk.expectOnDisk(Self.answers, "after Ctrl-C")
  }

  @Test func `Ctrl-C at the first question of all says so too`() throws {
    let desk = try Desk()
    let terminal = try desk.interview()
    try terminal.asks("A1.1")
    try terminal.press("C-c")
    #expect(try terminal.exitStatus() == 130)
    try terminal.text(Self.saved)
  }

  @Test(arguments: [("q", false), ("C-d", true)])
  func `q and Ctrl-D leave with the same words, the verdict and its exit code`(
    key: String,
    isKey: Bool
  ) throws {
    let desk = try Desk()
    let terminal = try begun(desk)
    if isKey { try terminal.press(key) } else { try terminal.type(key) }
    let status = try terminal.exitStatus()
    try terminal.text(Self.saved)
    let shown = try terminal.transcript().joined(separator: "\n")
    #expect(shown.contains("Verdict so far: "))
    #expect(status == (shown.contains("Verdict so far: not ready") ? 2 : 3))
    try desk.expectOnDisk(Self.answers, "after \(key)")
  }

  @Test func `a window that is closed loses nothing that was accepted`() throws {
    let desk = try Desk()
    let terminal = try begun(desk)
    try terminal.typeWithoutEnter("never ent")
    // Either the signal or the end of input comes first.
    #expect(try terminal.closeWindow() != 0)
    try desk.expectOnDisk(Self.answers, "after the window was closed")
    let again = try desk.interview("--section", "A4")
    try again.asks("A4.1.2 kind")
  }

  @Test func `a polite kill loses nothing either`() throws {
    let desk = try Desk()
    let terminal = try begun(desk)
    kill(try terminal.process(), SIGTERM)
    #expect(try terminal.exitStatus() == 128 + SIGTERM)
    try terminal.text(Self.saved)
    try desk.expectOnDisk(Self.answers, "after SIGTERM")
  }

  @Test func `a second program is told who holds the firm, may look, and changes nothing`() throws {
    let desk = try Desk()
    let terminal = try begun(desk)
    let holder = "readiness assess firm (process \(try terminal.process()))"
    for command in [
      ["assess", "firm", "--answers", Repository.path(Desk.november.file)], ["assess", "firm"],
      ["key", "create", "firm", "--passphrase-fd", "3"],
      ["plan", "firm", "--set", "A6.4=2027-01-01", "--who", "Director"],
    ] {
      let run = try RunningProgram.run(command, in: desk.folder, passphrase: Desk.passphrase)
      run.expect(
        1,
        error: "firm is in use by \(holder)",
        hints: "finish there first, then try again"
      )
    }
    let status = try desk.readiness("status", "firm")
    #expect([2, 3].contains(status.status))
    try desk.expectOnDisk(Self.answers, "while it is held")
    // The first one goes on as if nothing had been.
    try terminal.type("1")
    try terminal.asks("A4.1.2 proof")
  }

  @Test func `after a kill nobody holds the firm any more`() throws {
    let desk = try Desk()
    let terminal = try begun(desk)
    try terminal.kill()
    let run = try desk.readiness("assess", "firm", "--section", "A4")
    run.expect(3)
    #expect(run.errorText.contains("the first is A4.1.2\n"))
  }
}
