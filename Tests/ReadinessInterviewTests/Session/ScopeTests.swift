import ReadinessCore
import ReadinessInterview
import TestSupport
import Testing

/// `--first`, `--section` and `--only-open`.
struct ScopeTests {
  private static func session(
    _ answers: [String: AnswerContent],
    _ change: (inout InterviewScope) -> Void
  ) throws -> InterviewSession {
    let assessor = try Pack.assessor()
    var scope = InterviewScope()
    change(&scope)
    return InterviewSession(
      assessor: assessor,
      sheet: AnswerSheet(answers, for: assessor.questionnaire),
      scope: scope,
      asOf: dateOfFacts
    )
  }

  /// The questions named in the condition of a question that is marked first.
  private static func gates() throws -> Set<String> {
    let questions = try Pack.shipped().questions.filter(\.isFirst)
    return Set(questions.flatMap { $0.when.map { Array($0.questions) } ?? [] })
  }

  @Test func `the first look asks only what can fail outright, and what decides on that`() throws {
    let gates = try Self.gates()
    for (name, answers) in GoodSheet.all {
      let asked = try Self.session(answers) { $0.onlyFirst = true }.questions
      for question in asked {
        #expect(question.isFirst || gates.contains(question.id), "\(name): \(question.id)")
      }
    }
  }

  @Test func `the first look leaves out no question that can fail outright`() throws {
    for (name, answers) in GoodSheet.all {
      let first = Set(try Self.session(answers) { $0.onlyFirst = true }.questions.map(\.id))
      for question in try Self.session(answers, { _ in }).questions where question.isFirst {
        #expect(first.contains(question.id), "\(name): \(question.id)")
      }
    }
  }

  @Test func `every question whose mark is an outright failure is asked at the first look`() throws
  {
    for question in try Pack.shipped().questions where question.mark == .automaticFail {
      #expect(question.isFirst, "\(question.id)")
    }
  }

  @Test func `a firm that begins with the first look is asked few questions`() throws {
    let asked = try Self.session([:]) { $0.onlyFirst = true }.questions
    #expect((5...20).contains(asked.count), "\(asked.map(\.id))")
  }

  @Test(arguments: ["A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8"])
  func `one section asks the questions of that section only`(section: String) throws {
    let session = try Self.session(GoodSheet.usual) { $0.section = section }
    let own = try #require(try Pack.shipped().sections.first { $0.id == section }).questions
    let everything = try Self.session(GoodSheet.usual) { _ in }.questions.map(\.id)
    #expect(session.questions.map(\.id) == own.map(\.id).filter(everything.contains))
    #expect(!session.questions.isEmpty)
  }

  @Test func `only open asks what has no answer or don't know, and each once`() throws {
    let answers = GoodSheet.usual.with(["A4.4": .dontKnow, "A4.5": .dontKnow]).without("A4.7")
    var session = try Self.session(answers) { $0.onlyOpen = true }
    var shown: [String] = []
    while let question = session.current, shown.count < 20 {
      shown.append(question.id)
      session.record(Answer(question: question.id, content: .dontKnow))
      session.advance()
    }
    #expect(shown == ["A4.4", "A4.5", "A4.7"])
  }

  @Test func `only open asks again for the parts that nobody knew, and not for those given`() throws
  {
    let assessor = try Pack.assessor()
    let answers = GoodSheet.usual.with("A7.10", part: "everywhere", .dontKnow)
    var scope = InterviewScope()
    scope.onlyOpen = true
    let sheet = AnswerSheet(answers, for: assessor.questionnaire)
    let known = Rehearsal.of(assessor, ["yes", ""], sheet: sheet, scope: scope)
    #expect(known.prompts == ["A7.10 everywhere", "A7.10 proof"])
    #expect(known.end == .finished)
    #expect(known.sheet?.answers.mapValues(\.content) == GoodSheet.usual)
    let unknown = Rehearsal.of(assessor, ["d", ""], sheet: sheet, scope: scope)
    #expect(unknown.prompts == ["A7.10 everywhere", "A7.10 proof"])
    #expect(unknown.end == .finished)
  }
}
