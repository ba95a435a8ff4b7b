import ReadinessCore
import TestSupport
import Testing

/// Questions in parts: all needed parts given and good is met, one denied is adverse, anything
/// else cannot be determined.
struct JudgePartTests {
  private static let parts = """
    <part id="done" type="yes-no" good="yes"><prompt>Done?</prompt></part>
    <part id="open" type="yes-no" good="no"><prompt>Open?</prompt></part>
    <part id="method" type="choice"><prompt>Method?</prompt>
      <option id="good" good="yes">Good</option><option id="bad" good="no">Bad</option>
      <option id="other">Other</option></part>
    <part id="ways" type="choices"><prompt>Ways?</prompt>
      <option id="good" good="yes">Good</option><option id="bad" good="no">Bad</option></part>
    <part id="days" type="number" at-least="1" at-most="14" unit="days"><prompt>Days?</prompt></part>
    <part id="date" type="date" max-age-days="365"><prompt>When?</prompt></part>
    <part id="who" type="text"><prompt>Who?</prompt></part>
    <part id="proof" type="text" needed="no"><prompt>Proof?</prompt></part>
    """

  private static let good: [String: Value] = [
    "done": .yes, "open": .no, "method": .word("good"), "ways": .words(["good"]),
    "days": .number(14), "date": .on("2025-11-22"), "who": .text("Director"),
  ]

  @Test(arguments: [
    ("2026-08-22", Outcome.met), ("2026-08-21", .notMet), ("2026-11-22", .met),
  ])
  func `three months end on the same day of the month`(
    date: String,
    expected: Outcome
  ) throws {
    let part = "<part id=\"d\" type=\"date\" max-age-months=\"3\"><prompt>When?</prompt></part>"
    #expect(try outcome(["d": .on(date)], part) == expected)
  }

  @Test func `a month that lacks the day ends on its last`() throws {
    let start = try #require(CalendarDate(iso: "2026-11-30"))
    #expect(Part.Age.months(3).lastDay(from: start).description == "2027-02-28")
    #expect(Part.Age.days(92).lastDay(from: start).description == "2027-03-02")
  }

  private func outcome(_ values: [String: Value], _ parts: String = parts) throws -> Outcome {
    let assessor = try SmallPack.assessor([SmallPack.question("Q", "parts", "", parts)])
    return try #require(assessor.assess(["Q": .parts(values)]).result("Q")).outcome
  }

  private func changed(_ part: String, _ value: Value?) throws -> Outcome {
    var values = Self.good
    values[part] = value
    return try outcome(values)
  }

  @Test func `all needed parts given and good is met, with or without the optional one`() throws {
    #expect(try outcome(Self.good) == .met)
    #expect(try changed("proof", .text("The minutes")) == .met)
    #expect(try changed("proof", .dontKnow) == .met)
  }

  @Test(arguments: ["done", "open", "method", "ways", "days", "date", "who"])
  func `a needed part that is missing or don't know cannot be determined`(part: String) throws {
    #expect(try changed(part, nil) == .cannotDetermine)
    #expect(try changed(part, .dontKnow) == .cannotDetermine)
  }

  @Test(arguments: [
    ("done", Value.no), ("open", .yes), ("method", .word("bad")), ("ways", .words(["bad"])),
    ("ways", .words(["good", "bad"])), ("days", .number(15)), ("days", .number(0)),
    ("date", .on("2025-11-21")),
  ])
  func `one part that is denied is adverse`(part: String, value: Value) throws {
    #expect(try changed(part, value) == .notMet)
  }

  @Test(arguments: [
    ("done", Value.word("maybe")), ("done", .text("yes")), ("done", .number(1)),
    ("method", .word("unheard-of")), ("method", .text("good")), ("ways", .words([])),
    ("ways", .words(["good", "unheard-of"])), ("days", .text("7")), ("days", .word("7")),
    ("date", .text("2026-01-01")), ("date", .on("2026-11-23")), ("who", .text(" \n")),
    ("who", .word("Director")),
  ])
  func `a part in another form, or that lies ahead, cannot be determined`(
    part: String,
    value: Value
  ) throws {
    #expect(try changed(part, value) == .cannotDetermine)
  }

  @Test func `a date counts up to its greatest age, that day included`() throws {
    #expect(try changed("date", .on("2025-11-22")) == .met)
    #expect(try changed("date", .on("2026-11-22")) == .met)
  }

  @Test func `a part that is denied counts even where others are open`() throws {
    #expect(try outcome(["done": .no]) == .notMet)
    #expect(try outcome(["done": .no, "days": .dontKnow]) == .notMet)
  }

  @Test func `text alone is never met, however much of it there is`() throws {
    let words = String(repeating: "We review all rules every month. ", count: 100)
    #expect(try outcome(["who": .text(words)]) == .cannotDetermine)
    #expect(try outcome(["who": .text(words), "proof": .text(words)]) == .cannotDetermine)
  }

  @Test func `no parts at all is no answer`() throws {
    #expect(try outcome([:]) == .unanswered)
    #expect(try outcome(["unheard-of": .yes]) == .cannotDetermine)
  }

  @Test func `a part under a condition counts only while it holds`() throws {
    let parts = """
      <part id="open" type="choice"><prompt>Open?</prompt>
        <option id="none" good="yes">None</option><option id="some" good="yes">Some</option></part>
      <part id="approved" type="yes-no" good="yes">
        <when><answer part="open" is="some"/></when><prompt>Approved?</prompt></part>
      """
    #expect(try outcome(["open": .word("none")], parts) == .met)
    #expect(try outcome(["open": .word("none"), "approved": .no], parts) == .met)
    #expect(try outcome(["open": .word("some")], parts) == .cannotDetermine)
    #expect(try outcome(["open": .word("some"), "approved": .yes], parts) == .met)
    #expect(try outcome(["open": .word("some"), "approved": .no], parts) == .notMet)
    #expect(try outcome(["open": .dontKnow, "approved": .yes], parts) == .cannotDetermine)
    #expect(try outcome(["approved": .yes], parts) == .cannotDetermine)
  }

  @Test func `at an information mark a denied part is context, and an open one still open`() throws
  {
    let assessor = try SmallPack.assessor([
      SmallPack.question("Q", "parts", #"mark="information""#, Self.parts)
    ])
    func outcome(_ values: [String: Value]) -> Outcome? {
      assessor.assess(["Q": .parts(values)]).result("Q")?.outcome
    }
    #expect(outcome(Self.good.merging(["done": .no]) { $1 }) == .met)
    #expect(outcome(Self.good.merging(["done": .dontKnow]) { $1 }) == .cannotDetermine)
  }

  @Test func `the reason names the part and what it should be`() throws {
    let assessor = try SmallPack.assessor([SmallPack.question("Q", "parts", "", Self.parts)])
    func reason(_ part: String, _ value: Value) throws -> String {
      let values = Self.good.merging([part: value]) { $1 }
      return try #require(assessor.assess(["Q": .parts(values)]).result("Q")?.reasons.first).text
    }
    #expect(
      try reason("days", .number(20)) == "Days? You say 20 days; it should be 1 to 14 days"
    )
    #expect(try reason("date", .on("2025-01-01")) == "When? 2025-01-01 is more than 365 days ago")
    #expect(try reason("done", .no) == "Done? You say \"no\"")
    #expect(try reason("method", .word("bad")) == "Method? You say: Bad")
    #expect(try reason("who", .dontKnow) == "you don't know: Who?")
  }
}
