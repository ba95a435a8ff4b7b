import ReadinessCore
import TestSupport
import Testing

struct AssessmentTests {
  private static let info = #"mark="information" good="either""#
  private static let gate = SmallPack.question("G", "yes-no", info)
  private static let ownGate = SmallPack.question("O", "yes-no", #"own="yes" \#(info)"#)
  private static let behind = SmallPack.question(
    "Q",
    "yes-no",
    #"good="yes""#,
    when: #"<answer of="G" is="yes"/>"#
  )

  @Test func `a question is asked, not asked or waits as its gate says`() throws {
    let assessor = try SmallPack.assessor([Self.gate, Self.behind])
    let asked = assessor.assess(["G": .yes])
    #expect(asked.results.map(\.question.id) == ["G", "Q"])
    #expect(asked.waiting.isEmpty)
    let notAsked = assessor.assess(["G": .no, "Q": .no])
    #expect(notAsked.results.map(\.question.id) == ["G"])
    #expect(notAsked.verdict == .ready)
    #expect(notAsked.counts[.notApplicable] == 1)
    for gate in [AnswerContent.dontKnow, nil] {
      let waiting = assessor.assess(["Q": .no].with("G", gate))
      #expect(waiting.results.map(\.question.id) == ["G"])
      #expect(waiting.waiting == ["Q"])
      #expect(waiting.verdict == .incomplete)
      #expect(waiting.counts[.notMet] == 0)
      #expect(waiting.counts[.notApplicable] == 0)
    }
  }

  @Test func `the questions that the interview asks are those that are judged`() throws {
    let assessor = try SmallPack.assessor([Self.gate, Self.behind])
    for answers: [String: AnswerContent] in [[:], ["G": .yes], ["G": .no], ["G": .dontKnow]] {
      let sheet = AnswerSheet(answers, for: assessor.questionnaire)
      let asked = assessor.asked(sheet, asOf: dateOfFacts)
      let assessment = assessor.assess(sheet, asOf: dateOfFacts)
      #expect(asked.asked.map(\.id) == assessment.results.map(\.question.id))
      #expect(asked.waiting.map(\.id) == assessment.waiting)
    }
  }

  @Test func `a question of ours is not counted, but what waits behind it is not ready`() throws {
    let behind = SmallPack.question(
      "Q",
      "yes-no",
      #"good="yes""#,
      when: #"<answer of="O" is="yes"/>"#
    )
    let assessor = try SmallPack.assessor([Self.ownGate, behind])
    let open = assessor.assess([:])
    #expect(open.verdict == .incomplete)
    #expect(open.waiting == ["Q"])
    #expect(open.counts.byOutcome.values.reduce(0, +) == 0)
    let closed = assessor.assess(["O": .no])
    #expect(closed.verdict == .ready)
    #expect(closed.counts[.met] == 0)
    #expect(closed.counts[.notApplicable] == 1)
    let whole = assessor.assess(["O": .yes, "Q": .yes])
    #expect(whole.verdict == .ready)
    #expect(whole.counts[.met] == 1)
  }

  @Test func `every scheme question is counted once, or waits`() throws {
    let assessor = try Pack.assessor()
    let scheme = assessor.questionnaire.questions.filter { !$0.isOwn }
    for answers in GoodSheet.all.map(\.value) + [[:]] {
      let assessment = assessor.assess(answers)
      let waiting = assessment.waiting.count { id in scheme.contains { $0.id == id } }
      #expect(assessment.counts.byOutcome.values.reduce(0, +) + waiting == scheme.count)
    }
  }

  @Test func `a requirement stands as the worst of its questions`() throws {
    let assessor = try SmallPack.assessor([
      SmallPack.question("Q", "yes-no", #"good="yes""#),
      SmallPack.question("R", "yes-no", #"good="yes" mark="automatic-fail""#),
      Self.ownGate,
    ])
    func outcome(_ answers: [String: AnswerContent]) -> Outcome? {
      assessor.assess(answers.with("O", .yes)).requirements.first?.outcome
    }
    #expect(outcome(["Q": .yes, "R": .yes]) == .met)
    #expect(outcome(["Q": .yes]) == .unanswered)
    #expect(outcome(["Q": .dontKnow]) == .cannotDetermine)
    #expect(outcome(["Q": .no]) == .notMet)
    #expect(outcome(["Q": .no, "R": .no]) == .automaticFail)
  }

  @Test func `a requirement that no question asks for is not applicable`() throws {
    let assessor = try SmallPack.assessor([Self.gate.replacing(#"maps="R-1""#, with: "")])
    let requirement = try #require(assessor.assess(["G": .yes]).requirements.first)
    #expect(requirement.outcome == .notApplicable)
    #expect(requirement.questions == [])
  }

  @Test func `the tolerance of the pack is used`() throws {
    let questions = ["Q", "R", "S"].map { SmallPack.question($0, "yes-no", #"good="yes""#) }
    let two: [String: AnswerContent] = ["Q": .no, "R": .no, "S": .yes]
    #expect(try SmallPack.assessor(questions, tolerance: 0).assess(two).verdict == .notReady)
    #expect(try SmallPack.assessor(questions, tolerance: 2).assess(two).verdict == .incomplete)
    let three = two.with("S", .no)
    #expect(try SmallPack.assessor(questions, tolerance: 2).assess(three).verdict == .notReady)
  }

  @Test func `answers to unknown questions take no part`() throws {
    let assessor = try SmallPack.assessor([Self.gate])
    let assessment = assessor.assess(["G": .yes, "X": .no, "": .dontKnow])
    #expect(assessment.verdict == .ready)
    #expect(assessment.results.count == 1)
  }

  @Test func `the assessment names the data and the date that it rests on`() throws {
    let assessment = try SmallPack.assessor([Self.gate]).assess(["G": .yes])
    #expect(assessment.asOf == dateOfFacts)
    #expect(assessment.supportData.version == "test")
    #expect(assessment.supportData.asOf == day("2026-08-22"))
    #expect(assessment.supportData.sha256 == Pack.noDigest)
    #expect(assessment.questionnaire.sha256 == Pack.noDigest)
  }
}
