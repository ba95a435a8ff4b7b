import ReadinessCore
import ReadinessInterview
import TestSupport
import Testing

/// Tables: + e r none Enter.
struct TableTests {
  private static let upTo: [String: AnswerContent] = SmallInterview.all.without("Q5", "Q6")
  private static let lathe: [String: Value] = ["name": .text("Lathe"), "count": .number(2)]
  private static let mill: [String: Value] = [
    "name": .text("Mill"), "count": .number(1), "note": .text("Old"),
  ]

  private func rehearse(_ typed: [String], rows: [[String: Value]]? = nil) throws -> Rehearsal {
    try SmallInterview.rehearse(
      typed,
      from: Self.upTo.with("Q5", rows.map { .rows($0) }),
      place: "Q5"
    )
  }

  private func rows(_ rehearsal: Rehearsal) -> [[String: Value]]? {
    rehearsal.sheet?["Q5"]?.content.tableRows
  }

  @Test func `+ asks for the cells of a new row and comes back to the table`() throws {
    let rehearsal = try rehearse(["+", "Lathe", "2", "", "+", "Mill", "1", "Old", ""])
    #expect(
      rehearsal.prompts == [
        "Q5", "row 1 name", "row 1 count", "row 1 note", "Q5", "row 2 name", "row 2 count",
        "row 2 note", "Q5", "Q6",
      ]
    )
    #expect(rows(rehearsal) == [Self.lathe, Self.mill])
    #expect(rehearsal.says("row 2  Mill · 1 · Old"))
  }

  @Test func `e changes one cell and keeps the others with Enter`() throws {
    let rehearsal = try rehearse(["e 2", "", "7", "", ""], rows: [Self.lathe, Self.mill])
    #expect(rehearsal.says("So far: Mill"))
    #expect(
      rows(rehearsal) == [
        Self.lathe, Self.mill.merging(["count": .number(7)]) { $1 },
      ]
    )
  }

  @Test func `r takes out the row of that number and no other`() throws {
    let rehearsal = try rehearse(["r 1", ""], rows: [Self.lathe, Self.mill])
    #expect(rows(rehearsal) == [Self.mill])
  }

  @Test(arguments: ["e", "e 0", "e 3", "e -1", "e x", "r", "r 3", "r 99999999999999999999"])
  func `a row that is not there is refused and nothing changes`(typed: String) throws {
    let rehearsal = try rehearse([typed, ""], rows: [Self.lathe, Self.mill])
    #expect(rehearsal.says("name a row by its number, as e 1"))
    #expect(rows(rehearsal) == [Self.lathe, Self.mill])
  }

  @Test func `none says that there are no rows, and goes on`() throws {
    let rehearsal = try rehearse(["none"])
    #expect(rehearsal.sheet?["Q5"]?.content == .rows([]))
    #expect(rehearsal.prompts == ["Q5", "Q6"])
  }

  @Test(arguments: ["none", "d"])
  func `rows are never dropped by another answer`(typed: String) throws {
    let rehearsal = try rehearse([typed, ""], rows: [Self.lathe])
    #expect(rehearsal.says("there are rows: remove them first, as r 1"))
    #expect(rows(rehearsal) == [Self.lathe])
  }

  @Test func `d at an empty table says don't know`() throws {
    #expect(try rehearse(["d"]).sheet?["Q5"]?.content == .dontKnow)
  }

  @Test func `Enter at a table without an answer says what to type`() throws {
    let rehearsal = try rehearse([""])
    #expect(rehearsal.says("type + to add a row, or none if there are none"))
    #expect(rehearsal.prompts == ["Q5", "Q5"])
  }

  @Test(arguments: ["yes", "Lathe 2", "++", "1"])
  func `anything else is explained`(typed: String) throws {
    let rehearsal = try rehearse([typed])
    #expect(rehearsal.says("type + to add a row, e 2 to edit row 2, r 2 to remove it, none,"))
    #expect(rows(rehearsal) == nil)
  }

  @Test func `a wrong cell is explained, asked again, and keeps the cells before it`() throws {
    let rehearsal = try rehearse(["+", "Lathe", "two", "2.5", "-1", "2", ""])
    #expect(rehearsal.says("type a whole number, as 23"))
    #expect(rehearsal.says("-1 is out of range"))
    #expect(rows(rehearsal) == [Self.lathe])
  }

  @Test func `a needed cell is not left empty by Enter, but don't know is an answer`() throws {
    let rehearsal = try rehearse(["+", "", "d", "2", "", ""])
    #expect(rehearsal.says("this one is needed; type d for don't know, or . to end the row"))
    #expect(rows(rehearsal) == [["name": .dontKnow, "count": .number(2)]])
  }

  @Test func `a dot ends a row early; the row is shown as not complete`() throws {
    let rehearsal = try rehearse(["+", "Lathe", "."])
    #expect(rows(rehearsal) == [["name": .text("Lathe")]])
    #expect(rehearsal.says("row 1  Lathe · (not complete)"))
    #expect(rehearsal.prompts.last == "Q5")
  }

  @Test func `leaving within a row keeps its cells`() throws {
    let rehearsal = try rehearse(["+", "Mill", "1", "q"], rows: [Self.lathe])
    #expect(rehearsal.end == .left)
    #expect(rows(rehearsal) == [Self.lathe, ["name": .text("Mill"), "count": .number(1)]])
    #expect(rehearsal.sheet?.place == "Q5")
  }

  @Test func `an interview left within a row begins again at that table`() throws {
    let half: [String: Value] = ["name": .text("Mill")]
    let rehearsal = try rehearse(["e 2", "", "1"], rows: [Self.lathe, half])
    #expect(rehearsal.prompts == ["Q5", "row 2 name", "row 2 count", "row 2 note"])
    #expect(rehearsal.says("row 2  Mill · (not complete)"))
    #expect(rows(rehearsal) == [Self.lathe, ["name": .text("Mill"), "count": .number(1)]])
  }
}
