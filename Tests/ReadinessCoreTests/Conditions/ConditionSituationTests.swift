import ReadinessCore
import TestSupport
import Testing

/// `Questionnaires/README.md`, "Conditions": an unanswered or "don't know" answer makes a test
/// unknown; a question that is not asked makes it false; behind an unknown gate nothing is known.
struct ConditionSituationTests {
  @Test(arguments: ConditionProbe.all)
  func `every kind of condition is yes, no or unknown as the situation says`(
    probe: ConditionProbe
  ) throws {
    let expected: [Situation: Seen] = [
      .good: .yes, .other: .no, .unanswered: .unknown, .dontKnow: .unknown, .notAsked: .no,
      .waiting: .unknown,
    ]
    for situation in Situation.allCases {
      #expect(try probe.seen(in: situation) == expected[situation], "\(situation)")
    }
  }

  @Test(arguments: ConditionProbe.all)
  func `not turns every condition round, and leaves unknown unknown`(probe: ConditionProbe) throws {
    let turned = ConditionProbe(
      description: "not " + probe.description,
      condition: "<not>\(probe.condition)</not>",
      target: probe.target,
      good: probe.good,
      other: probe.other,
      others: probe.others,
      otherAnswers: probe.otherAnswers
    )
    let expected: [Situation: Seen] = [
      .good: .no, .other: .yes, .unanswered: .unknown, .dontKnow: .unknown, .notAsked: .yes,
      .waiting: .unknown,
    ]
    for situation in Situation.allCases {
      #expect(try turned.seen(in: situation) == expected[situation], "\(situation)")
    }
  }

  @Test func `a table that is not asked makes tests on its rows false`() throws {
    // "a question that is not asked makes it false" (README), though a table without rows would
    // satisfy both of these.
    for condition in [
      #"<row-count of="T" at-most="0"/>"#,
      #"<every-row of="T"><cell column="flag" is="yes"/></every-row>"#,
    ] {
      let probe = ConditionProbe.one(
        "no rows",
        condition,
        ConditionProbe.table,
        .rows([]),
        .rows([["flag": .no]])
      )
      #expect(try probe.seen(in: .good) == .yes)
      #expect(try probe.seen(in: .other) == .no)
      let notAsked = try probe.seen(in: .notAsked)
      #expect(notAsked == .no)
    }
  }

  @Test func `not applicable is a known answer that satisfies no test`() throws {
    let target = ConditionProbe.target("yes-no", #"good="yes" not-applicable="yes""#)
    let probe = ConditionProbe.one("answer", #"<answer of="T" is="yes"/>"#, target, .yes, .no)
    let answers: [String: AnswerContent] = ["G": .yes, "T": .notApplicable(reason: "none here")]
    #expect(try probe.seen(answers) == .no)
    let outcome = ConditionProbe.one(
      "outcome",
      #"<outcome of="T" is="not-applicable"/>"#,
      target,
      .yes,
      .no
    )
    #expect(try outcome.seen(answers) == .yes)
  }

  @Test func `an outcome can be asked for even where it says that nothing is known`() throws {
    let unknown = ConditionProbe.one(
      "outcome",
      #"<outcome of="T" is="cannot-determine unanswered"/>"#,
      ConditionProbe.yesNo,
      .yes,
      .no
    )
    #expect(try unknown.seen(in: .dontKnow) == .yes)
    #expect(try unknown.seen(in: .unanswered) == .yes)
    #expect(try unknown.seen(in: .good) == .no)
    #expect(try unknown.seen(in: .waiting) == .unknown)
  }
}
