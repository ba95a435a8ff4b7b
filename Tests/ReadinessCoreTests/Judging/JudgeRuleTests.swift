import ReadinessCore
import TestSupport
import Testing

/// What rules add: README, "What an answer is worth", 2 and 3.
struct JudgeRuleTests {
  private static let always = #"<any><answer is="yes"/><answer is="no"/></any>"#
  private static let never = #"<all><answer is="yes"/><answer is="no"/></all>"#
  private static let open = #"<answer of="U" is="yes"/>"#
  private static let other = SmallPack.question("U", "yes-no", #"mark="information" good="either""#)

  private func result(
    _ rules: String,
    _ attributes: String = #"good="yes""#,
    answer: AnswerContent = .yes
  ) throws -> QuestionResult {
    let assessor = try SmallPack.assessor([
      Self.other, SmallPack.question("Q", "yes-no", attributes, rules),
    ])
    return try #require(assessor.assess(["Q": answer]).result("Q"))
  }

  /// Every combination of a rule's effect with whether its condition holds.
  @Test(arguments: [
    ("met", always, Outcome.met), ("met", never, .met), ("met", open, .met),
    ("adverse", always, .notMet), ("adverse", never, .met), ("adverse", open, .cannotDetermine),
    ("cannot-determine", always, .cannotDetermine), ("cannot-determine", never, .met),
    ("cannot-determine", open, .cannotDetermine),
  ])
  func `a rule beside a good answer`(
    gives: String,
    condition: String,
    expected: Outcome
  ) throws {
    #expect(try result(SmallPack.rule(gives, condition)).outcome == expected)
  }

  @Test(arguments: ["met", "cannot-determine"], [always, never, open])
  func `no rule makes a bad answer good`(gives: String, condition: String) throws {
    #expect(try result(SmallPack.rule(gives, condition), answer: .no).outcome == .notMet)
  }

  @Test func `where only rules say something, an unknown one is never met`() throws {
    let rule = SmallPack.rule("met", Self.open)
    #expect(try result(rule, "").outcome == .cannotDetermine)
    #expect(try result(SmallPack.rule("met", Self.never), "").outcome == .cannotDetermine)
    #expect(try result(SmallPack.rule("met", Self.always), "").outcome == .met)
  }

  @Test func `the worst of several rules counts, in every order`() throws {
    let met = SmallPack.rule("met", Self.always)
    let open = SmallPack.rule("cannot-determine", Self.always)
    let major = SmallPack.rule("adverse", Self.always, #"mark="major""#)
    let fail = SmallPack.rule("adverse", Self.always, #"mark="automatic-fail" confidence="low""#)
    for rules in [[met, open, major, fail], [fail, major, open, met], [major, fail, met, open]] {
      let result = try result(rules.joined())
      #expect(result.outcome == .automaticFail)
      #expect(result.mark == .automaticFail)
      #expect(result.confidence == .low)
    }
    for rules in [[met, open, major], [major, open, met]] {
      #expect(try result(rules.joined()).outcome == .notMet)
    }
    for rules in [[met, open], [open, met]] {
      #expect(try result(rules.joined()).outcome == .cannotDetermine)
    }
  }

  @Test func `scope is worse than major and better than automatic fail`() throws {
    let scope = SmallPack.rule("adverse", Self.always, #"mark="scope""#)
    let major = SmallPack.rule("adverse", Self.always, #"mark="major""#)
    let fail = SmallPack.rule("adverse", Self.always, #"mark="automatic-fail""#)
    #expect(try result(major + scope).mark == .scope)
    #expect(try result(scope + major).isScopeProblem)
    #expect(try result(scope + fail).mark == .automaticFail)
  }

  @Test func `an adverse rule at an information mark is context`() throws {
    let rule = SmallPack.rule("adverse", Self.always, #"mark="information""#)
    #expect(try result(rule).outcome == .met)
  }

  @Test func `rules say nothing where nothing is answered`() throws {
    let rule = SmallPack.rule("met", #"<answer of="U" is="yes"/>"#)
    let assessor = try SmallPack.assessor([
      Self.other, SmallPack.question("Q", "yes-no", "", rule),
    ])
    #expect(assessor.assess(["U": .yes]).result("Q")?.outcome == .unanswered)
    #expect(assessor.assess(["U": .yes, "Q": .dontKnow]).result("Q")?.outcome == .cannotDetermine)
  }

  @Test func `outcomes that rest on each other end without a verdict, not without an end`() throws {
    let assessor = try SmallPack.assessor([
      SmallPack.question("Q", "yes-no", "", SmallPack.rule("met", #"<outcome of="U" is="met"/>"#)),
      SmallPack.question("U", "yes-no", "", SmallPack.rule("met", #"<outcome of="Q" is="met"/>"#)),
    ])
    let assessment = assessor.assess(["Q": .yes, "U": .yes])
    #expect(assessment.result("Q")?.outcome == .cannotDetermine)
    #expect(assessment.result("U")?.outcome == .cannotDetermine)
    #expect(assessment.verdict == .incomplete)
  }

  @Test func `gates that rest on each other leave both questions waiting`() throws {
    let assessor = try SmallPack.assessor([
      SmallPack.question("Q", "yes-no", #"good="yes""#, when: #"<answer of="U" is="yes"/>"#),
      SmallPack.question("U", "yes-no", #"good="yes""#, when: #"<answer of="Q" is="yes"/>"#),
    ])
    let assessment = assessor.assess(["Q": .yes, "U": .yes])
    #expect(assessment.results.isEmpty)
    #expect(assessment.waiting == ["Q", "U"])
    #expect(assessment.verdict == .incomplete)
  }

  @Test func `a rule is told with its words and its source`() throws {
    let result = try result(SmallPack.rule("adverse", Self.always, #"source="S1""#))
    #expect(result.reasons.first == Reason(code: "rule", text: "adverse rule", sources: ["S1"]))
    let open = try self.result(SmallPack.rule("adverse", Self.open))
    #expect(open.reasons.map(\.code) == ["rule"])
    #expect(open.reasons.first?.text == "not known yet whether this holds: adverse rule")
  }
}
