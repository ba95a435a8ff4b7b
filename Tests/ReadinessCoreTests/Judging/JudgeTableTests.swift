import ReadinessCore
import TestSupport
import Testing

struct JudgeTableTests {
  private static let columns = """
    <column id="name" type="text" needed="yes"><prompt>Name</prompt></column>
    <column id="mfa" type="choice" needed="yes"><prompt>MFA</prompt>
      <option id="yes">Yes</option><option id="no">No</option></column>
    <column id="note" type="text"><prompt>Note</prompt></column>
    """
  private static let noneBad = SmallPack.rule(
    "adverse",
    #"<some-row><cell column="mfa" is="no"/></some-row>"#
  )
  private static let good: [String: Value] = ["name": .text("a"), "mfa": .yes]

  private func result(
    _ rows: [[String: Value]],
    _ attributes: String = #"mark="information""#,
    _ rules: String = ""
  ) throws -> QuestionResult {
    let assessor = try SmallPack.assessor([
      SmallPack.question("Q", "table", attributes, Self.columns + rules)
    ])
    return try #require(assessor.assess(["Q": .rows(rows)]).result("Q"))
  }

  @Test func `context is met with all needed cells, and with no rows at all`() throws {
    #expect(try result([Self.good]).outcome == .met)
    #expect(try result([Self.good, Self.good]).outcome == .met)
    #expect(try result([]).outcome == .met)
  }

  @Test(arguments: ["name", "mfa"])
  func `a needed cell that is empty in any row cannot be determined`(column: String) throws {
    for empty in [Value.text(" "), .dontKnow, nil] {
      var row = Self.good
      row[column] = empty
      #expect(try result([row]).outcome == .cannotDetermine)
      #expect(try result([Self.good, row]).outcome == .cannotDetermine)
    }
  }

  @Test func `an empty row is told by its number and its column`() throws {
    let reason = try #require(try result([Self.good, ["mfa": .yes]]).reasons.first)
    #expect(reason.code == "cells")
    #expect(reason.text == "not filled in: row 2: Name")
  }

  @Test(arguments: [
    ("mfa", Value.word("perhaps")), ("mfa", .text("yes")), ("name", .number(3)),
  ])
  func `a needed cell in another form is never met`(column: String, value: Value) throws {
    let outcome = try result([Self.good.merging([column: value]) { $1 }]).outcome
    #expect(outcome == .cannotDetermine)
  }

  @Test func `a marked table is met by a rule alone`() throws {
    let met = SmallPack.rule("met", #"<row-count at-least="1"/>"#)
    #expect(try result([Self.good], #"mark="major""#).outcome == .cannotDetermine)
    #expect(try result([Self.good], #"mark="major""#, met).outcome == .met)
    #expect(try result([], #"mark="major""#, met).outcome == .cannotDetermine)
    #expect(try result([["mfa": .yes]], #"mark="major""#, met).outcome == .cannotDetermine)
  }

  @Test func `a rule looks at every row`() throws {
    let bad: [String: Value] = ["name": .text("b"), "mfa": .no]
    for rows in [[bad], [Self.good, bad], [bad, Self.good]] {
      #expect(try result(rows, #"mark="automatic-fail""#, Self.noneBad).outcome == .automaticFail)
    }
    let unknown: [String: Value] = ["name": .text("c")]
    #expect(
      try result([unknown, bad], #"mark="automatic-fail""#, Self.noneBad).outcome == .automaticFail
    )
    #expect(
      try result([unknown, Self.good], #"mark="automatic-fail""#, Self.noneBad).outcome
        == .cannotDetermine
    )
  }
}
