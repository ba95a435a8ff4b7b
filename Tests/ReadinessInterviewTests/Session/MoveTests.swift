import ReadinessCore
import ReadinessInterview
import TestSupport
import Testing

/// Back, skip, jump, and the place that is kept.
struct MoveTests {
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

  // MARK: Back

  /// Goes back and expects that question, or with `nil` that there was none to go to.
  private func expectBack(_ session: inout InterviewSession, to id: String?) {
    let before = session.current?.id
    let went = session.back()
    #expect(went == (id != nil))
    #expect(session.current?.id == id ?? before)
  }

  @Test func `back goes to the question visited before, even after a jump`() throws {
    var session = try Self.session()
    try session.jump(to: "Q5")
    try session.jump(to: "Q3")
    expectBack(&session, to: "Q5")
    expectBack(&session, to: "Q1")
  }

  @Test func `back in a resumed interview goes to the question above`() throws {
    var session = try Self.session(["Q1": .yes, "Q3": .text("Words")])
    #expect(session.current?.id == "Q4")
    expectBack(&session, to: "Q3")
    expectBack(&session, to: "Q1")
    expectBack(&session, to: nil)
  }

  @Test func `back passes by a question that is not asked any more`() throws {
    var session = try Self.session()
    session.record(Answer(question: "Q1", content: .no))
    session.advance()
    #expect(session.current?.id == "Q2")
    try session.jump(to: "Q1")
    session.record(Answer(question: "Q1", content: .yes))
    expectBack(&session, to: "Q1")
  }

  // MARK: Skip

  @Test func `a skipped question stays open and does not come again by itself`() throws {
    var session = try Self.session()
    var shown: [String] = []
    while let question = session.current, shown.count < 20 {
      shown.append(question.id)
      session.skip()
    }
    #expect(shown == ["Q1", "Q3", "Q4", "Q5", "Q6"])
    #expect(session.nextOpen?.id == "Q1")
  }

  @Test func `a skipped question comes again in the next interview`() throws {
    var session = try Self.session()
    session.skip()
    for (id, content) in SmallInterview.all where id != "Q1" {
      session.record(Answer(question: id, content: content))
    }
    session.advance()
    #expect(session.current == nil)
    let assessor = try SmallInterview.assessor()
    let next = InterviewSession(
      assessor: assessor,
      sheet: session.sheet,
      scope: InterviewScope(),
      asOf: dateOfFacts
    )
    #expect(next.current?.id == "Q1")
  }

  // MARK: Jump

  @Test(arguments: ["Q5", "q5"])
  func `a jump finds a question by its id in any letter case`(id: String) throws {
    var session = try Self.session()
    try session.jump(to: id)
    #expect(session.current?.id == "Q5")
    #expect(session.sheet.place == "Q5")
  }

  @Test func `a jump to what does not exist or is not asked says which, and moves nothing`() throws
  {
    var session = try Self.session(["Q1": .yes])
    #expect(throws: InterviewSession.JumpFailure.unknown) { try session.jump(to: "Q9") }
    #expect(throws: InterviewSession.JumpFailure.unknown) { try session.jump(to: "") }
    #expect(throws: InterviewSession.JumpFailure.notAsked) { try session.jump(to: "Q2") }
    #expect(session.current?.id == "Q3")
  }

  @Test func `after a jump forward the questions left behind come in the end`() throws {
    var session = try Self.session()
    try session.jump(to: "Q6")
    session.record(Answer(question: "Q6", content: .yes))
    session.advance()
    #expect(session.current?.id == "Q1")
  }

  // MARK: Place

  @Test func `the interview begins again at the place where it was left`() throws {
    #expect(try Self.session(["Q1": .yes], place: "Q5").current?.id == "Q5")
  }

  @Test func `a place that has been answered elsewhere leads to the first open question`() throws {
    #expect(try Self.session(["Q3": .text("Words")], place: "Q3").current?.id == "Q1")
  }

  @Test(arguments: ["Q2", "Q9", ""])
  func `a place that is not asked or unknown leads to the first open question`(
    place: String
  ) throws {
    #expect(try Self.session(["Q1": .yes], place: place).current?.id == "Q3")
  }

  @Test func `a table left between two rows is shown again, since more may come`() throws {
    let row: [String: Value] = ["name": .text("Lathe"), "count": .number(2)]
    let session = try Self.session(["Q5": .rows([row])], place: "Q5")
    #expect(session.current?.id == "Q5")
    #expect(session.nextOpen?.id == "Q1")
  }

  @Test func `an interview that has come to its end keeps no place`() throws {
    var session = try Self.session(SmallInterview.all.without("Q5"))
    #expect(session.sheet.place == "Q5")
    session.record(Answer(question: "Q5", content: .rows([])))
    session.advance()
    #expect(session.current == nil)
    #expect(session.sheet.place == nil)
  }
}
