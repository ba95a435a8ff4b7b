import ReadinessCore
import TestSupport
import Testing

/// Files for the items of Cyber Essentials Plus, beside those for Cyber Essentials.
struct EvidencePlusTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.makeFirm()
    try desk.folder.write("You may scan.\n".utf8, as: "permission.txt")
  }

  private func answerPlus() throws {
    let pack = try PlusPack.shipped()
    let sheet = AnswerSheet(GoodPlus.answers, for: pack)
    try desk.folder.write(
      AnswersFile.write(sheet, pack).utf8,
      as: "firm/answers-cyber-essentials-plus.json"
    )
  }

  private func add(_ question: String, made: String) throws -> RunningProcess.Finished {
    try desk.readiness(
      "evidence",
      "add",
      "firm",
      "permission.txt",
      "--for",
      question,
      "--made",
      made
    )
  }

  @Test func `an item of Plus is known, and its own time says how long a file is fresh`() throws {
    let added = try add("P0.1,A4.6", made: "2026-11-02")
    added.expect(0)
    // The pack: 92 days for P0.1, 365 for A4.6.
    #expect(added.outputText.contains("  P0.1: fresh until 2 February 2027\n"))
    #expect(added.outputText.contains("  A4.6: fresh until 2 November 2027\n"))
    #expect(added.errorText.contains("note: not answered yet: P0.1"))
    let list = try desk.readiness("evidence", "list", "firm", "--for", "P0.1")
    #expect(list.outputText.contains("P0.1: fresh until 2 February 2027"))
    #expect(!(try desk.readiness("evidence", "check", "firm").outputText.contains("P0.1")))
  }

  @Test func `what goes stale for an item of Plus is told, answered or not`() throws {
    try add("P0.1", made: "2026-07-01").expect(0)
    for isAnswered in [false, true] {
      if isAnswered { try answerPlus() }
      let check = try desk.readiness("evidence", "check", "firm")
      check.expect(2)
      #expect(check.outputText.contains("P0.1: permission.txt is stale since 2 October 2026"))
    }
  }

  @Test func `good answers to Plus with nothing behind them are listed once Plus is answered`()
    throws
  {
    #expect(!(try desk.readiness("evidence", "check", "firm").outputText.contains("P2.1")))
    try answerPlus()
    let check = try desk.readiness("evidence", "check", "firm")
    check.expect(3)
    #expect(check.outputText.contains("P0.1"))
    #expect(check.outputText.contains("A4.5"))
  }

  @Test func `a scan is kept for the items of Plus where the firm uses it`() throws {
    try desk.folder.write(EvidenceImportTests.nessus(1).utf8, as: "one.xml")
    try desk.folder.write(EvidenceImportTests.nessus(2).utf8, as: "two.xml")
    try desk.readiness("evidence", "import", "firm", "one.xml").expect(0)
    try answerPlus()
    try desk.readiness("evidence", "import", "firm", "two.xml").expect(0)
    let list = try JSONReader.read(
      try desk.readiness("evidence", "list", "firm", "--format", "json").output
    )
    let questions = list["entries"]?.array?.map {
      $0["questions"]?.array?.compactMap(\.string) ?? []
    }
    #expect(questions?.first?.contains { $0.hasPrefix("P") } == false)
    #expect(questions?.last?.contains { $0.hasPrefix("P2") } == true)
  }

  @Test func `a question of neither set is refused with both named`() throws {
    try add("P99", made: "2026-11-02").expect(
      64,
      error: "Cyber Essentials and Cyber Essentials Plus have no question \"P99\"",
      hints: "readiness questionnaire show lists them; write --for A4.6"
    )
  }
}
