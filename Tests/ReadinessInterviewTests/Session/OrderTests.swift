import ReadinessCore
import ReadinessInterview
import TestSupport
import Testing

/// In which order questions come, and what opens and closes them.
struct OrderTests {
  private static func session(
    _ answers: [String: AnswerContent] = [:],
    place: String? = nil
  ) throws -> InterviewSession {
    let assessor = try SmallInterview.assessor()
    var sheet = AnswerSheet(answers, for: assessor.questionnaire)
    sheet.place = place
    return InterviewSession(
      assessor: assessor,
      sheet: sheet,
      scope: InterviewScope(),
      asOf: dateOfFacts
    )
  }

  private static func answer(_ id: String, _ content: AnswerContent) -> Answer {
    Answer(question: id, content: content)
  }

  @Test func `questions come in the order of the question set`() throws {
    let assessor = try Pack.assessor()
    let session = InterviewSession(
      assessor: assessor,
      sheet: AnswerSheet(GoodSheet.usual, for: assessor.questionnaire),
      scope: InterviewScope(),
      asOf: dateOfFacts
    )
    let places = session.questions.map { assessor.questionnaire.place(of: $0.id) ?? -1 }
    #expect(places == places.sorted())
    #expect(Set(places).count == places.count)
  }

  @Test func `an answer that opens a gate brings the question behind it next`() throws {
    var session = try Self.session()
    #expect(session.current?.id == "Q1")
    #expect(session.questions.map(\.id) == ["Q1", "Q3", "Q4", "Q5", "Q6"])
    session.record(Self.answer("Q1", .no))
    session.advance()
    #expect(session.current?.id == "Q2")
    #expect(session.questions.map(\.id) == ["Q1", "Q2", "Q3", "Q4", "Q5", "Q6"])
  }

  @Test func `an answer that leaves the gate shut passes the question by`() throws {
    var session = try Self.session()
    session.record(Self.answer("Q1", .yes))
    session.advance()
    #expect(session.current?.id == "Q3")
  }

  @Test func `a gate that closes again keeps the answer behind it but does not count it`() throws {
    var session = try Self.session(["Q1": .no, "Q2": .yes], place: "Q3")
    #expect(session.progress == (answered: 2, of: 6))
    try session.jump(to: "Q1")
    session.record(Self.answer("Q1", .yes))
    #expect(session.progress == (answered: 1, of: 5))
    #expect(session.sheet["Q2"]?.content == .yes)
    session.record(Self.answer("Q1", .no))
    #expect(session.progress == (answered: 2, of: 6))
  }

  @Test func `while a gate is don't know, the question behind it is not asked`() throws {
    let session = try Self.session(["Q1": .dontKnow])
    #expect(session.questions.map(\.id) == ["Q1", "Q3", "Q4", "Q5", "Q6"])
  }

  @Test func `progress counts what is asked and what is answered`() throws {
    #expect(try Self.session().progress == (answered: 0, of: 5))
    #expect(try Self.session(SmallInterview.all).progress == (answered: 5, of: 5))
    #expect(try Self.session(["Q1": .dontKnow]).progress == (answered: 1, of: 5))
    let half = try Self.session(["Q4": .parts(["done": .yes])])
    #expect(half.progress == (answered: 0, of: 5))
  }

  @Test func `with every question answered there is none to show`() throws {
    let session = try Self.session(SmallInterview.all)
    #expect(session.current == nil)
    #expect(session.nextOpen == nil)
  }

  @Test func `a whole interview over the shipped pack comes to an end`() throws {
    let assessor = try Pack.assessor()
    for (name, answers) in GoodSheet.all {
      var session = InterviewSession(
        assessor: assessor,
        sheet: AnswerSheet([:], for: assessor.questionnaire),
        scope: InterviewScope(),
        asOf: dateOfFacts
      )
      var asked: [String] = []
      while let question = session.current, asked.count < 500 {
        asked.append(question.id)
        session.record(Self.answer(question.id, answers[question.id] ?? .dontKnow))
        session.advance()
      }
      #expect(session.current == nil, "\(name)")
      #expect(Set(asked).count == asked.count, "\(name): a question came twice")
      #expect(asked == session.questions.map(\.id), "\(name)")
    }
  }
}
