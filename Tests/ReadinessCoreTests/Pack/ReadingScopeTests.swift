import ReadinessCore
import TestSupport
import Testing

/// Facts, section 9: the readings of scope, gates, information and not applicable.
struct ReadingScopeTests {
  private func assess(_ answers: [String: AnswerContent]) throws -> Assessment {
    try Pack.assessor().assess(answers)
  }

  private func isAsked(_ id: String, _ answers: [String: AnswerContent]) throws -> Bool {
    try assess(answers).result(id) != nil
  }

  private let usual = GoodSheet.usual
  private let unusual = GoodSheet.unusual

  @Test(arguments: ["A2.2.1", "A2.2.2", "A2.5.1"])
  func `sub-sets are asked for in a partial scope, and where A6_7 says that there is one`(
    id: String
  ) throws {
    let noneKept: AnswerContent = .parts(["kept": .word("none")])
    #expect(try !isAsked(id, usual))
    #expect(try isAsked(id, unusual))
    #expect(try isAsked(id, usual.with("A2.1", .option("part"))))
    #expect(try isAsked(id, unusual.with("A6.7", noneKept)))
    for kept in ["cut-off", "internet"] {
      #expect(try isAsked(id, usual.with("A6.7", part: "kept", .word(kept))), "\(kept)")
    }
    #expect(try !isAsked(id, usual.with("A6.7", part: "kept", .word("in-use"))))
  }

  @Test(arguments: [
    ("A1.5.1-any", "A1.5.1"), ("A2.6.1-any", "A2.6.1"), ("A2.7-any", "A2.7"), ("A2.8-any", "A2.8"),
  ])
  func `an "if any" table stands behind a gate of ours`(gate: String, table: String) throws {
    let questionnaire = try Pack.shipped()
    #expect(questionnaire.question(gate)?.isOwn == true)
    #expect(questionnaire.question(gate)?.kind == .yesNo)
    #expect(questionnaire.question(table)?.kind == .table)
    #expect(try isAsked(table, usual))
    #expect(try !isAsked(table, usual.with(gate, .no)))
    let closed = try assess(usual.with(gate, .no).with(table, nil))
    #expect(closed.waiting.isEmpty)
  }

  @Test func `a gate that is not known leaves what is behind it neither asked nor counted`() throws
  {
    // A bad answer behind the gate, to see that it does not count.
    let old = unusual.with("A4.10", .no)
    for gate in [AnswerContent.dontKnow, nil] {
      let assessment = try assess(old.with("A4.9", gate))
      #expect(assessment.waiting == ["A4.10", "A4.11"])
      #expect(assessment.result("A4.10") == nil)
      #expect(assessment.counts[.notMet] == 0)
      #expect(assessment.verdict == .incomplete)
      let requirement = try #require(
        assessment.requirements.first { $0.requirement.id == "FW-4" }
      )
      #expect(requirement.questions == ["A4.9"])
    }
  }

  @Test func `A2_5 rows have a firmware product and version`() throws {
    let question = try #require(try Pack.shipped().question("A2.5"))
    let roles = question.columns.compactMap(\.role)
    #expect(roles.contains(.product) && roles.contains(.version))
    let needed = question.columns.filter(\.isNeeded).compactMap(\.role)
    #expect(needed.contains(.product) && needed.contains(.version))
    let support = try assess(usual).support.filter { $0.question == "A2.5" }
    #expect(support.map(\.judgement.version) == ["7.4"])
  }

  @Test func `A6_7 with a sub-set on the internet while the scope is the whole is not met`() throws
  {
    let parts: [String: Value] = [
      "kept": .word("internet"), "how": .word("vlan"), "what": .text("The lathe's computer"),
    ]
    let whole = try assess(unusual.with("A2.1", .option("whole")).with("A6.7", .parts(parts)))
    #expect(whole.result("A6.7")?.outcome == .notMet)
    #expect(whole.result("A6.7")?.mark == .major)
    #expect(whole.contradictions.map(\.id).contains("sub-set-with-internet"))
    #expect(whole.verdict == .notReady)
    let part = try assess(unusual.with("A6.7", .parts(parts)))
    #expect(part.result("A6.7")?.outcome == .met)
    #expect(!part.contradictions.map(\.id).contains("sub-set-with-internet"))
  }

  @Test(arguments: ["security-groups", "software"])
  func `a sub-set made by security groups or software is a scope problem`(method: String) throws {
    let assessment = try assess(unusual.with("A2.2.2", part: "method", .word(method)))
    let result = try #require(assessment.result("A2.2.2"))
    #expect(result.isScopeProblem)
    #expect(result.mark == .scope)
    #expect(assessment.counts.scopeProblems == 1)
    #expect(assessment.verdict == .notReady)
  }

  @Test func `no device for people, or requirements that nobody read, is a scope problem`() throws {
    for answers in [usual.with("A2.6", .rows([])), usual.with("A1.11", .no)] {
      let assessment = try assess(answers)
      #expect(assessment.counts.scopeProblems == 1)
      #expect(assessment.results.filter(\.isScopeProblem).map(\.mark) == [.scope])
      #expect(assessment.verdict == .notReady)
    }
  }

  @Test func `don't know or nothing at an information question is incomplete`() throws {
    for question in try Pack.shipped().questions
    where question.mark == .information && !question.isOwn {
      guard let answers = GoodSheet.sheet(answering: question.id) else { continue }
      for content in [AnswerContent.dontKnow, nil] {
        let assessment = try assess(answers.with(question.id, content))
        #expect(assessment.verdict == .incomplete, "\(question.id)")
      }
    }
  }

  @Test func `A1_8 may be blank, and nothing else of the scheme's`() throws {
    let blank = try assess(usual.with("A1.8", .text("")))
    #expect(blank.result("A1.8")?.outcome == .met)
    #expect(blank.verdict == .ready)
    let mayBeBlank = try Pack.shipped().questions.filter(\.limits.mayBeBlank).map(\.id)
    #expect(mayBeBlank == ["A1.8"])
  }

  @Test func `not applicable where the question always applies is refused`() throws {
    let questionnaire = try Pack.shipped()
    for question in questionnaire.questions where !question.mayBeNotApplicable && !question.isOwn {
      guard let answers = GoodSheet.sheet(answering: question.id) else { continue }
      let assessment = try assess(
        answers.with(question.id, .notApplicable(reason: "we do not want to"))
      )
      #expect(assessment.result(question.id)?.outcome == .unanswered, "\(question.id)")
      #expect(assessment.verdict == .incomplete, "\(question.id)")
    }
    // Facts, section 3: A2.5 and A4.2.1 leave out routers that are not the firm's; it may have none.
    let allowed = questionnaire.questions.filter(\.mayBeNotApplicable).map(\.id)
    #expect(allowed == ["A2.5", "A4.2.1"])
  }

  @Test(arguments: ["A1.5.1-any", "A2.6.1-any", "A2.7-any", "A2.8-any", "A2.1", "A5.4", "A6.4.1"])
  func `a gate with a "not applicable" that is refused is not known`(gate: String) throws {
    let assessor = try Pack.assessor()
    let unknown = assessor.assess(usual.with(gate, nil))
    let refused = assessor.assess(usual.with(gate, .notApplicable(reason: "we would rather not")))
    #expect(unknown.verdict == .incomplete)
    #expect(refused.waiting == unknown.waiting)
    #expect(refused.verdict == .incomplete)
  }

  @Test(arguments: ["A1.5.1-any", "A2.6.1-any", "A2.7-any", "A2.8-any"])
  func `a gate with an answer that is not offered is not known`(gate: String) throws {
    let assessor = try Pack.assessor()
    for content in [AnswerContent.option("perhaps"), .text("no"), .parts([:])] {
      let assessment = assessor.assess(usual.with(gate, content))
      #expect(assessment.verdict == .incomplete, "\(content)")
    }
  }

  @Test func `of two answers that contradict each other both are shown and the worse counts`()
    throws
  {
    let assessment = try assess(usual.with("A5.10", part: "phones", .words(["pin", "none"])))
    #expect(assessment.contradictions.map(\.questions) == [["A5.9", "A5.10"]])
    #expect(assessment.result("A5.9")?.outcome == .notMet)
    #expect(assessment.result("A5.9")?.reasons.first?.code == "contradiction")
    #expect(assessment.result("A5.10")?.outcome == .notMet)
    #expect(assessment.verdict == .notReady)
  }
}
