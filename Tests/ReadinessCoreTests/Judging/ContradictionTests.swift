import ReadinessCore
import TestSupport
import Testing

/// Two answers that cannot both be true are shown side by side, and the worse counts.
struct ContradictionTests {
  private static let questions = [
    SmallPack.question("Q", "yes-no", #"good="yes" mark="automatic-fail""#),
    SmallPack.question("U", "yes-no", #"mark="information" good="either""#),
  ]

  private func contradiction(_ id: String, _ attributes: String, _ condition: String) -> String {
    """
    <contradiction id="\(id)" questions="Q U" source="S1" \(attributes)><says>\(id) says</says>
    \(condition)</contradiction>
    """
  }

  private let both = #"<all><answer of="Q" is="yes"/><answer of="U" is="yes"/></all>"#

  private func assess(
    _ contradictions: [String],
    _ answers: [String: AnswerContent] = ["Q": .yes, "U": .yes]
  ) throws -> Assessment {
    try SmallPack.assessor(Self.questions, contradictions: contradictions.joined()).assess(answers)
  }

  @Test func `a contradiction that lowers nothing is shown and changes no outcome`() throws {
    let assessment = try assess([contradiction("pair", "", both)])
    let found = try #require(assessment.contradictions.first)
    #expect(assessment.contradictions.count == 1)
    #expect(found.id == "pair")
    #expect(found.questions == ["Q", "U"])
    #expect(found.says == "pair says")
    #expect(assessment.result("Q")?.outcome == .met)
    #expect(assessment.verdict == .ready)
  }

  @Test func `it lowers its question to the question's mark, and says why first`() throws {
    let assessment = try assess([contradiction("pair", #"lowers="Q" to="adverse""#, both)])
    let result = try #require(assessment.result("Q"))
    #expect(result.outcome == .automaticFail)
    #expect(
      result.reasons.first == Reason(code: "contradiction", text: "pair says", sources: ["S1"])
    )
    #expect(result.reasons.count == 2)
    #expect(assessment.verdict == .notReady)
  }

  @Test func `it may lower with a mark of its own, or to cannot determine`() throws {
    let major = try assess([contradiction("pair", #"lowers="Q" to="adverse" mark="major""#, both)])
    #expect(major.result("Q")?.outcome == .notMet)
    #expect(major.result("Q")?.mark == .major)
    let open = try assess([contradiction("pair", #"lowers="Q" to="cannot-determine""#, both)])
    #expect(open.result("Q")?.outcome == .cannotDetermine)
    #expect(open.verdict == .incomplete)
  }

  @Test func `of two, the worse counts in both orders`() throws {
    let open = contradiction("open", #"lowers="Q" to="cannot-determine""#, both)
    let major = contradiction("major", #"lowers="Q" to="adverse" mark="major""#, both)
    for order in [[open, major], [major, open]] {
      let assessment = try assess(order)
      #expect(assessment.result("Q")?.outcome == .notMet)
      #expect(assessment.verdict == .notReady)
      #expect(assessment.contradictions.count == 2)
    }
  }

  @Test func `it never lifts an outcome that is worse already`() throws {
    let always = #"<answer of="U" is="yes"/>"#
    for attributes in [
      #"lowers="Q" to="cannot-determine""#, #"lowers="Q" to="adverse" mark="major""#,
    ] {
      let assessment = try assess(
        [contradiction("pair", attributes, always)],
        ["Q": .no, "U": .yes]
      )
      #expect(assessment.result("Q")?.outcome == .automaticFail)
    }
  }

  @Test func `what is only perhaps a contradiction is not shown`() throws {
    let pair = contradiction("pair", #"lowers="Q" to="adverse""#, both)
    for answers: [String: AnswerContent] in [
      ["Q": .yes], ["Q": .yes, "U": .dontKnow], ["Q": .yes, "U": .no], [:],
    ] {
      let assessment = try assess([pair], answers)
      #expect(assessment.contradictions.isEmpty)
      #expect(assessment.result("Q")?.outcome != .automaticFail)
    }
  }

  @Test func `at an information question it lowers no verdict to not ready`() throws {
    // Design, 5.6: an information question takes part by being answered, and where its answer
    // means that the scope does not stand.
    let questions = [
      SmallPack.question("Q", "yes-no", #"good="either" mark="information""#), Self.questions[1],
    ]
    let pair = contradiction("pair", #"lowers="Q" to="adverse""#, both)
    let assessment = try SmallPack.assessor(questions, contradictions: pair)
      .assess(["Q": .yes, "U": .yes])
    #expect(assessment.contradictions.count == 1)
    #expect(assessment.verdict > .notReady)
  }
}
