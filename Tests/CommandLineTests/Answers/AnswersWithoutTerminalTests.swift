import ReadinessCore
import TestSupport
import Testing

/// `assess` without a terminal: answers from a file, or none.
struct AnswersWithoutTerminalTests {
  @Test func `with no terminal and no answers it exits 3 and names the first open question`() throws
  {
    let desk = try Desk()
    let run = try desk.readiness("assess", "firm")
    run.expect(
      3,
      error: "questions are open and there is no terminal to ask at; the first is A1.1",
      hints: "run it in a terminal, or give answers with --answers FILE",
      "readiness ask firm --of it-provider --out sheet.csv makes a sheet to fill in"
    )
    #expect(run.output.isEmpty)
  }

  @Test func `answers that leave questions open exit 3 and name the first`() throws {
    let desk = try Desk()
    try desk.write(["A1.1": .text("Invented Castings Ltd"), "A1.3": .number(12)], as: "some.json")
    let run = try desk.readiness("assess", "firm", "--answers", "some.json")
    run.expect(3)
    #expect(run.errorText.hasSuffix("readiness: questions are open; the first is A1.2\n"))
    #expect(run.outputText.contains("Verdict so far: incomplete\n"))
  }

  @Test func `a prompt never shows without a terminal, whatever stands on standard input`() throws {
    let desk = try Desk()
    let run = try desk.readiness("assess", "firm", input: Array("Name Ltd\n1\n23\n".utf8))
    run.expect(3)
    #expect(!run.outputText.contains("> "))
    #expect(try desk.answers().isEmpty)
  }

  @Test func `a known bad answer is not ready, even with questions open`() throws {
    let desk = try Desk()
    try desk.write(["A6.4": .no], as: "some.json")
    let run = try desk.readiness("assess", "firm", "--answers", "some.json")
    #expect(run.outputText.contains("Verdict so far: not ready\n"))
    #expect([2, 3].contains(run.status))
    try desk.readiness("status", "firm").expect(2)
  }

  @Test func `a firm's folder is 0700 and its answers 0600`() throws {
    let desk = try Desk()
    try desk.makeFirm()
    #expect(try desk.folder.permissions(of: "firm") == 0o700)
    #expect(try desk.folder.permissions(of: "firm/answers.json") == 0o600)
    #expect(try desk.folder.permissions(of: "firm/.lock") == 0o600)
  }

  @Test func `what is taken in is what is stored, with who and when`() throws {
    let desk = try Desk()
    try desk.write(GoodSheet.usual, as: "all.json")
    try desk.readiness("assess", "firm", "--answers", "all.json", "--by", "adviser").expect(0)
    #expect(try desk.answers() == GoodSheet.usual)
    for answer in try desk.sheet().answers.values {
      #expect(answer.by == "adviser")
      #expect(answer.at?.description == Desk.november.now)
    }
  }

  @Test func `the same answers give the same bytes`() throws {
    let desk = try Desk()
    try desk.makeFirm("one")
    try desk.makeFirm("two")
    #expect(try desk.folder.read("one/answers.json") == desk.folder.read("two/answers.json"))
  }

  @Test func `taking in the same file again changes nothing`() throws {
    let desk = try Desk()
    try desk.makeFirm()
    let before = try desk.folder.read("firm/answers.json")
    let again = try desk.makeFirm()
    #expect(again.errorText.hasSuffix(": 0 filled in, 97 the same, 0 different\n"))
    #expect(try desk.folder.read("firm/answers.json") == before)
  }

  @Test func `one section at a time names the first open question of that section`() throws {
    let desk = try Desk()
    let run = try desk.readiness("assess", "firm", "--section", "A4")
    run.expect(3)
    #expect(run.errorText.contains("the first is A4.1\n"))
  }

  @Test func `a wrong section is wrong use, lists the sections, and makes no folder`() throws {
    let desk = try Desk()
    try desk.readiness("assess", "firm", "--section", "A9").expect(
      64,
      error: "there is no section A9",
      hints: "the sections are A1, A2, A3, A4, A5, A6, A7, A8"
    )
    #expect(!desk.folder.has("firm"))
  }

  @Test func `a file of answers that is not there makes no folder`() throws {
    let desk = try Desk()
    try desk.readiness("assess", "firm", "--answers", "none.json").expect(
      1,
      error: "cannot read none.json",
      hints: "check the name: there is no such file or folder"
    )
    #expect(!desk.folder.has("firm"))
  }

  @Test func `text in a file from outside cannot drive the terminal`() throws {
    let desk = try Desk()
    try desk.makeFirm()
    let hostile = #"""
      {"format": "readiness-answers-1", "questionnaire": "cyber-essentials", "edition": "Danzell",
       "answers": [{"question": "A\u001b]0;owned\u0007", "answer": "yes"}]}
      """#
    try desk.folder.write(hostile.utf8, as: "hostile.json")
    let run = try desk.readiness("assess", "firm", "--answers", "hostile.json")
    run.expect(1)
    #expect(!run.errors.contains(0x1B))
    #expect(!run.errors.contains(0x07))
    #expect(
      run.errorText.contains("A\\u{1b}]0;owned\\u{7}: the questionnaire has no such question")
    )
  }
}
