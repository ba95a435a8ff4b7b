import ReadinessCore
import TestSupport
import Testing

/// A whole section in a real terminal, killed again and again with SIGKILL.
@Suite(.enabled(if: RunningTerminal.isAvailable, "tmux is not installed: Scripts/setup --tests"))
struct InterviewKillTests {
  private static let lines = SectionA4.lines

  /// Moments that look random and are the same in every run: before the first answer, between
  /// answers, within parts; never at an optional part, which has a test of its own.
  private static let moments: Set<Int> = {
    var numbers = DeterministicNumbers(seed: 4)
    let possible = lines.indices.filter { lines[$0].part != "proof" }
    return Set(possible.shuffled(using: &numbers).prefix(9)).union([0, 2, 25])
  }()

  @Test func `a section killed at twelve moments goes on at the same place, nothing lost`() throws {
    let desk = try Desk()
    var terminal = try desk.interview("--section", "A4")
    for (index, line) in Self.lines.enumerated() {
      try terminal.asks(line.prompt)
      if Self.moments.contains(index) {
        try terminal.typeWithoutEnter("half a li")
        try terminal.text("half a li")
        try terminal.kill()
        try desk.expectOnDisk(SectionA4.answers(after: index), "killed at \(line.prompt)")
        terminal = try desk.interview("--section", "A4")
        try terminal.asks(line.prompt)
      }
      try terminal.type(line.line)
    }
    // A4.6 and A4.8 have parts denied: not ready.
    #expect(try terminal.exitStatus() == 2)
    try desk.expectOnDisk(SectionA4.answers(after: Self.lines.count), "at the end")
    let status = try desk.readiness("status", "firm").outputText
    #expect(status.contains("A4  Firewalls                                  14 of 14 answered"))
  }

  @Test func `killed in the very moment of an answer, it is there whole or not at all`() throws {
    let desk = try Desk()
    // Optional parts stay empty here: after a kill the question behind one is asked as a whole.
    let lines = Self.lines.map {
      $0.part == "proof" ? TypedLine($0.question, "proof", "", nil) : $0
    }
    var numbers = DeterministicNumbers(seed: 7)
    var taken = 0
    while taken < lines.count {
      let terminal = try desk.interview("--section", "A4")
      if lines[taken].part == "proof", taken > 0 {
        // The place is written after the answer: the kill may have come between the two.
        let asked = try terminal.nextPrompt(after: nil)
        if asked == lines[taken].question + ">" { try terminal.type("s") }
        taken += 1
      }
      // A few answers in peace, then one whose Enter and SIGKILL race.
      let peaceful = Int.random(in: 2..<6, using: &numbers)
      for line in lines[taken...].prefix(peaceful) {
        try terminal.asks(line.prompt)
        try terminal.type(line.line)
        taken += 1
      }
      guard taken < lines.count else { break }
      try terminal.asks(lines[taken].prompt)
      try terminal.type(lines[taken].line)
      try terminal.kill()
      let found = try desk.answers()
      let after = SectionA4.answers(after: taken + 1, of: lines)
      let isBefore = found == SectionA4.answers(after: taken, of: lines)
      #expect(isBefore || found == after, "killed while \(lines[taken].prompt)")
      if lines[taken].value != nil, found == after { taken += 1 }
    }
    let leftovers = try desk.folder.names(in: "firm").filter { $0.hasSuffix(".tmp") }
    #expect(leftovers.count <= 1)
  }

  @Test func `killed at an optional part, the interview goes on at that question`() throws {
    let desk = try Desk()
    let terminal = try desk.interview("--section", "A4")
    for line in Self.lines.prefix(4) {
      try terminal.asks(line.prompt)
      try terminal.type(line.line)
    }
    try terminal.asks("A4.1.2 proof")
    try terminal.kill()
    let again = try desk.interview("--section", "A4")
    try again.asks("A4.1.2")
    try again.type("")
    try again.asks("A4.1.2 which")
    try again.type("")
    try again.asks("A4.1.2 kind")
    try again.type("")
    try again.asks("A4.1.2 proof")
    try again.type("The manual")
    try again.asks("A4.2")
    try desk.expectOnDisk(
      SectionA4.answers(after: 5).with("A4.1.2", part: "proof", .text("The manual")),
      "after the optional part"
    )
  }

  @Test func `killed within a table's row, the cells so far are kept and the table comes back`()
    throws
  {
    let desk = try Desk()
    let terminal = try desk.interview("--section", "A2")
    try terminal.asks("A2.1")
    try terminal.type("j A2.5")
    func row(_ terminal: RunningTerminal, _ number: Int, _ cells: [(String, String)]) throws {
      for (column, cell) in cells {
        try terminal.asks("row \(number) \(column)")
        try terminal.type(cell)
      }
    }
    let first: [String: Value] = [
      "make": .text("Fortinet"), "model": .text("60F"), "quantity": .number(1),
      "product": .text("FortiOS"), "version": .text("7.4.9"), "checked": .on("2026-11-01"),
    ]
    try terminal.asks("A2.5")
    try terminal.type("+")
    try row(
      terminal,
      1,
      [
        ("make", "Fortinet"), ("model", "60F"), ("quantity", "1"), ("product", "FortiOS"),
        ("version", "7.4.9"), ("subscription", ""), ("checked", "1 November 2026"),
      ]
    )
    try terminal.asks("A2.5")
    try terminal.type("+")
    try row(terminal, 2, [("make", "Draytek"), ("model", "Vigor 2866"), ("quantity", "two")])
    try terminal.text("type a whole number, as 23")
    try terminal.typeWithoutEnter("2")
    try terminal.kill()
    let half: [String: Value] = ["make": .text("Draytek"), "model": .text("Vigor 2866")]
    try desk.expectOnDisk(["A2.5": .rows([first, half])], "killed in row 2")

    let again = try desk.interview("--section", "A2")
    let screen = try again.asks("A2.5")
    #expect(screen.contains("   row 2  Draytek · Vigor 2866 · (not complete)"))
    try again.type("e 2")
    try row(again, 2, [("make", ""), ("model", ""), ("quantity", "2"), ("product", ".")])
    try again.asks("A2.5")
    try again.type("r 1")
    try again.text("row 1  Draytek · Vigor 2866 · 2 · (not complete)")
    try again.kill()
    try desk.expectOnDisk(
      ["A2.5": .rows([half.merging(["quantity": .number(2)]) { $1 }])],
      "killed after a row was removed"
    )
  }
}
