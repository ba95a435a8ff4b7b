import ReadinessCore
import TestSupport
import Testing

/// Replies that come back: gaps are filled, differences change nothing until chosen.
struct MergeTests {
  private static let header =
    "id,question,why it matters,how to find out,what to type,your answer,your note\r\n"

  private func line(_ id: String, _ answer: String, _ note: String = "") -> String {
    "\(id),,,,,\(answer),\(note)\r\n"
  }

  @Test func `a sheet goes out, is filled in and comes back`() throws {
    let desk = try Desk()
    try desk.makeFirm()
    try desk.readiness("ask", "firm", "--of", "it-provider", "--out", "sheet.csv").expect(0)
    let replies = [
      "A1.16": "yes", "A5.8": "Yes", "A6.2": "1", "A7.10/everywhere": "yes",
    ]
    let rows = try CSV.rows(try desk.folder.read("sheet.csv")).map { row in
      var row = row
      if let reply = replies[row[0]] {
        row[5] = reply
        row[6] = "by telephone"
      }
      return row
    }
    try desk.folder.write(rows.map { CSV.line($0) }.joined().utf8, as: "back.csv")
    let run = try desk.readiness("assess", "firm", "--answers", "back.csv", "--by", "provider")
    run.expect(2)
    #expect(run.errorText == "back.csv: 4 filled in, 0 the same, 0 different\n")
    let sheet = try desk.sheet()
    for id in ["A1.16", "A5.8", "A6.2"] {
      #expect(sheet[id]?.content == .yes)
      #expect(sheet[id]?.by == "provider")
      #expect(sheet[id]?.note == "by telephone")
    }
    #expect(sheet["A7.10"]?.content.partValues["everywhere"] == .yes)
    #expect(sheet["A7.10"]?.content.partValues.count ?? 0 > 1)
  }

  @Test func `a sheet saved by Excel on the Continent, with semicolons and a BOM, is read`() throws
  {
    let desk = try Desk()
    try desk.makeFirm()
    let sheet =
      "\u{FEFF}" + Self.header.replacing(",", with: ";")
      + "A5.8;\"Text; with a semicolon\";;;;yes;\"said \"\"yes\"\"; twice\"\r\n"
      + "A6.2;;;;;2;\r\n"
    try desk.folder.write(sheet.utf8, as: "excel.csv")
    let run = try desk.readiness("assess", "firm", "--answers", "excel.csv")
    #expect(run.errorText == "excel.csv: 2 filled in, 0 the same, 0 different\n")
    #expect(try desk.answers()["A5.8"] == .yes)
    #expect(try desk.sheet()["A5.8"]?.note == "said \"yes\"; twice")
    #expect(try desk.answers()["A6.2"] == .no)
  }

  @Test(arguments: [
    "=HYPERLINK(\"\"http://x\"\";\"\"y\"\")", "@SUM(1+1)*cmd|'/c calc'!A0", "+44 1234",
    "-5 degrees",
  ])
  func `a formula in a reply is kept as words, and comes out as words`(formula: String) throws {
    let desk = try Desk()
    let quoted = "\"\(formula)\""
    let words = formula.replacing("\"\"", with: "\"")
    try desk.folder.write((Self.header + line("A1.10.1", quoted)).utf8, as: "reply.csv")
    let run = try desk.readiness("assess", "firm", "--answers", "reply.csv")
    run.expect(3)
    #expect(try desk.answers()["A1.10.1"] == .text(words))
    let report = try desk.readiness("report", "firm", "--format", "csv")
    for cell in try CSV.rows(report.output).joined() where !cell.isEmpty {
      #expect(!["=", "+", "-", "@", "\t", "\r"].contains(cell.first), "\(cell)")
    }
  }

  @Test func `an apostrophe that a spreadsheet was given against formulas is taken off`() throws {
    let desk = try Desk()
    let text = Self.header + line("A1.10.1", "'=Prime plc") + line("A1.1", "'s-Hertogenbosch Ltd")
    try desk.folder.write(text.utf8, as: "reply.csv")
    try desk.readiness("assess", "firm", "--answers", "reply.csv").expect(3)
    #expect(try desk.answers()["A1.10.1"] == .text("=Prime plc"))
    #expect(try desk.answers()["A1.1"] == .text("'s-Hertogenbosch Ltd"))
  }

  @Test func `what cannot be read is said line by line and left out`() throws {
    let desk = try Desk()
    let text =
      Self.header + line("A5.8", "perhaps") + line("A9.9", "yes") + line("A6.2", "yes")
      + line("A7.10", "yes") + line("A2.6/x/make", "Dell")
    try desk.folder.write(text.utf8, as: "reply.csv")
    let run = try desk.readiness("assess", "firm", "--answers", "reply.csv")
    #expect(
      run.errorText.hasPrefix(
        """
        readiness: reply.csv: A5.8: type yes or no, or d for don't know (left out)
        readiness: reply.csv: A9.9: there is no such question (left out)
        readiness: reply.csv: A7.10: answer its lines one by one, or say don't know (left out)
        readiness: reply.csv: A2.6/x/make: it has no such row or column (left out)
        reply.csv: 1 filled in, 0 the same, 0 different

        """
      )
    )
    #expect(try desk.answers() == ["A6.2": .yes])
  }

  @Test(arguments: [
    ("", "reply.csv:1: the first line must name the columns \"id\" and \"your answer\""),
    (
      "name,age\r\nA,1\r\n",
      "reply.csv:1: the first line must name the columns \"id\" and \"your answer\""
    ),
    ("id,your answer\r\nA5.8,\"yes\r\n", "reply.csv:2: a quote is never closed"),
  ])
  func `a file that is no sheet of ours is refused with its line`(
    text: String,
    error: String
  ) throws {
    let desk = try Desk()
    try desk.folder.write(text.utf8, as: "reply.csv")
    try desk.readiness("assess", "firm", "--answers", "reply.csv").expect(
      1,
      error: error,
      hints: "give a sheet made by readiness ask, or a JSON file of answers"
    )
  }

  @Test func `a reply that our own file could not hold is left out, and locks nobody out`() throws {
    let desk = try Desk()
    let text = Self.header + line("A1.1", "Smith\u{92}s Ltd") + line("A1.3", "12")
    try desk.folder.write(text.utf8, as: "reply.csv")
    let run = try desk.readiness("assess", "firm", "--answers", "reply.csv")
    #expect(
      run.errorText.hasPrefix(
        """
        readiness: reply.csv: A1.1: there are control characters in it: type plain words (left out)
        reply.csv: 1 filled in, 0 the same, 0 different

        """
      )
    )
    #expect(try desk.answers() == ["A1.3": .number(12)])
    try desk.readiness("status", "firm").expect(3)
  }

  @Test func `replies too large to be read again are refused, and nothing changes`() throws {
    let desk = try Desk()
    let note = String(repeating: "\u{7F}", count: 3 << 20)
    let text = Self.header + line("A5.8", "yes", note)
    try desk.folder.write(text.utf8, as: "reply.csv")
    try desk.readiness("assess", "firm", "--answers", "reply.csv").expect(1)
    #expect(!desk.folder.has("firm/answers.json"))
  }

  @Test func `a sheet that is not UTF-8 is refused`() throws {
    let desk = try Desk()
    let bytes = Array((Self.header + "A5.8,,,,,yes,caf").utf8) + [0xE9, 0x0D, 0x0A]
    try desk.folder.write(bytes, as: "reply.csv")
    let run = try desk.readiness("assess", "firm", "--answers", "reply.csv")
    run.expect(1)
    #expect(run.errorText.hasPrefix("readiness: error: reply.csv:1: the file is not UTF-8 text\n"))
  }

  // MARK: Differences

  private func withDifference() throws -> Desk {
    let desk = try Desk()
    try desk.write(GoodSheet.usual, as: "mine.json")
    try desk.readiness("assess", "firm", "--answers", "mine.json").expect(0)
    let text = Self.header + line("A6.4", "no") + line("A6.5", "yes") + line("A1.3", "99")
    try desk.folder.write(text.utf8, as: "theirs.csv")
    return desk
  }

  @Test func `answers that differ are shown side by side and change nothing`() throws {
    let desk = try withDifference()
    let before = try desk.folder.read("firm/answers.json")
    let run = try desk.readiness("assess", "firm", "--answers", "theirs.csv")
    #expect(run.errorText.hasPrefix("theirs.csv: 0 filled in, 1 the same, 2 different\n"))
    #expect(run.errorText.contains("  yours:  12\n  theirs: 99\n"))
    #expect(run.errorText.contains("  yours:  yes\n  theirs: no\n"))
    let hint = "  nothing changed; choose with --choose mine or --choose theirs\n"
    #expect(run.errorText.split(separator: hint, omittingEmptySubsequences: false).count == 3)
    #expect(try desk.folder.read("firm/answers.json") == before)
  }

  @Test func `--choose mine keeps them, --choose theirs takes the others`() throws {
    let desk = try withDifference()
    let before = try desk.folder.read("firm/answers.json")
    try desk.readiness("assess", "firm", "--answers", "theirs.csv", "--choose", "mine").expect(0)
    #expect(try desk.folder.read("firm/answers.json") == before)
    try desk.readiness("assess", "firm", "--answers", "theirs.csv", "--choose", "theirs").expect(2)
    #expect(try desk.answers() == GoodSheet.usual.with(["A6.4": .no, "A1.3": .number(99)]))
  }

  @Test func `don't know from somebody else never replaces an answer`() throws {
    let desk = try withDifference()
    let text = Self.header + line("A6.4", "don't know")
    try desk.folder.write(text.utf8, as: "theirs.csv")
    try desk.readiness("assess", "firm", "--answers", "theirs.csv", "--choose", "theirs").expect(0)
    #expect(try desk.answers()["A6.4"] == .yes)
  }

  @Test func `a hostile answer is shown side by side without driving the terminal`() throws {
    let desk = try withDifference()
    let hostile = #"""
      {"format": "readiness-answers-1", "questionnaire": "cyber-essentials", "edition": "Danzell",
       "answers": [{"question": "A1.1", "answer": "Evil \u202e Ltd", "note": "\u001b[2J"}]}
      """#
    try desk.folder.write(hostile.utf8, as: "hostile.json")
    let run = try desk.readiness("assess", "firm", "--answers", "hostile.json")
    #expect(run.errorText.contains("  theirs: Evil \\u{202e} Ltd\n"))
    #expect(!run.errors.contains(0x1B))
  }
}
