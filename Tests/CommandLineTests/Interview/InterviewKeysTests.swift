import ReadinessCore
import TestSupport
import Testing

/// What may be typed, at a real terminal.
@Suite(.enabled(if: RunningTerminal.isAvailable, "tmux is not installed: Scripts/setup --tests"))
struct InterviewKeysTests {
  @Test func `? b s j n a d x and wrong input, one after the other`() throws {
    let desk = try Desk()
    let terminal = try desk.interview("--section", "A4")
    try terminal.asks("A4.1")
    try terminal.type("?")
    try terminal.text("How to find out: At each site")
    try terminal.asks("A4.1")
    try terminal.type("perhaps")
    try terminal.text("type yes or no, or d for don't know")
    try terminal.type("x we rent")
    try terminal.text("this question applies to every firm; d is \"don't know\"")
    try terminal.type("b")
    try terminal.text("this is the first question")
    try terminal.type("1")
    try terminal.asks("A4.1.1")
    try terminal.type("b")
    try terminal.text("Your answer so far: yes")
    try terminal.type("n ask the landlord")
    try terminal.text("the note is kept")
    try terminal.type("")
    try terminal.asks("A4.1.1")
    try terminal.type("s")
    try terminal.asks("A4.2")
    try terminal.type("a it-provider")
    try terminal.text("marked: ask whoever looks after your IT")
    try terminal.asks("A4.2.1 steps")
    try terminal.type("x")
    try terminal.asks("reason")
    try terminal.type("No router is ours: the park runs them")
    try terminal.asks("A4.3 methods")
    try terminal.type("1 9")
    try terminal.text("type a number from 1 to 5")
    try terminal.type("j a4.7")
    try terminal.asks("A4.7")
    try terminal.type("j A4.10")
    try terminal.text("A4.10 is not asked, given your answers so far")
    try terminal.type("d")
    try terminal.asks("A4.8 open")
    try terminal.type("q")
    _ = try terminal.exitStatus()
    try desk.expectOnDisk(
      [
        "A4.1": .yes, "A4.7": .dontKnow,
        "A4.2.1": .notApplicable(reason: "No router is ours: the park runs them"),
      ],
      "after q"
    )
    let sheet = try desk.sheet()
    #expect(sheet["A4.1"]?.note == "ask the landlord")
    #expect(sheet.asked == ["A4.2": .itProvider])
    #expect(sheet.place == "A4.8")
  }

  @Test func `tables: + e r none, and rows that are not there`() throws {
    let desk = try Desk()
    let terminal = try desk.interview("--section", "A2")
    try terminal.asks("A2.1")
    try terminal.type("j A2.4")
    try terminal.asks("A2.4")
    try terminal.type("")
    try terminal.text("type + to add a row, or none if there are none")
    try terminal.type("e 1")
    try terminal.text("name a row by its number, as e 1")
    for name in ["Office", "Works"] {
      try terminal.asks("A2.4")
      try terminal.type("+")
      let row = name == "Office" ? 1 : 2
      try terminal.asks("row \(row) name")
      try terminal.type(name)
      try terminal.asks("row \(row) place")
      try terminal.type("Derby")
      try terminal.asks("row \(row) purpose")
      try terminal.type("All work")
    }
    try terminal.asks("A2.4")
    try terminal.type("none")
    try terminal.text("there are rows: remove them first, as r 1")
    try terminal.type("r 1")
    try terminal.text("row 1  Works · Derby · All work")
    try terminal.asks("A2.4")
    try terminal.type("e 1")
    try terminal.asks("row 1 name")
    try terminal.type("Mill")
    try terminal.asks("row 1 place")
    try terminal.type(".")
    try terminal.text("row 1  Mill · Derby · All work")
    try terminal.asks("A2.4")
    try terminal.kill()
    try desk.expectOnDisk(
      [
        "A2.4": .rows([
          ["name": .text("Mill"), "place": .text("Derby"), "purpose": .text("All work")]
        ])
      ],
      "after the table"
    )
  }

  @Test func `the first look asks what is marked first and its gates, and nothing else`() throws {
    let desk = try Desk()
    let terminal = try desk.interview("--first")
    var asked: [String] = []
    while let prompt = try terminal.nextPrompt(after: asked.last.map { $0 + ">" }) {
      asked.append(String(prompt.dropLast()))
      try terminal.type("d")
    }
    #expect(try terminal.exitStatus() == 3)
    let questions = Set(asked.map { String($0.prefix { $0 != " " }) })
    // Nothing is known, so no gate opens: those without a condition, and the gates themselves.
    let pack = try Pack.shipped().questions
    let first = pack.filter { $0.isFirst && $0.when == nil }.map(\.id)
    let gates = pack.filter(\.isFirst).compactMap(\.when).flatMap(\.questions)
    #expect(questions.isSuperset(of: first))
    #expect(questions.subtracting(first).isSubset(of: gates))
    #expect(questions.count < 25)
  }

  @Test func `answers from elsewhere that differ are chosen one by one at the terminal`() throws {
    let desk = try Desk()
    try desk.write(GoodSheet.usual, as: "mine.json")
    try desk.readiness("assess", "firm", "--answers", "mine.json").expect(0)
    try desk.write(["A6.4": .no, "A1.3": .number(99)], as: "theirs.json")
    let terminal = try desk.interview("--answers", "theirs.json")
    let question = "keep yours (1) or take theirs (2)?"
    let screen = try terminal.prompt(question).joined(separator: "\n")
    #expect(screen.contains("  yours:  12\n  theirs: 99\n"))
    try terminal.type("2")
    try terminal.text("  theirs: no")
    try terminal.prompt(question)
    try terminal.type("1")
    #expect(try terminal.exitStatus() == 0)
    try desk.expectOnDisk(GoodSheet.usual.with("A1.3", .number(99)), "after choosing")
  }
}
