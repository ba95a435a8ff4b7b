import ReadinessCore
import ReadinessInterview
import TestSupport
import Testing

/// The whole interview over the shipped pack, as it is shown.
struct InterviewWidthTests {
  /// Asks for help, makes a mistake, asks to note, then says don't know, at every prompt.
  private static func typed(_ prompts: Int) -> [String] {
    Array(repeating: ["?", "??", "n", "", "j A9.9", "a", "9", "d"], count: prompts).flatMap(\.self)
  }

  @Test(arguments: [80, 66])
  func `no line of a whole interview is wider than the terminal`(width: Int) throws {
    let assessor = try Pack.assessor()
    let rehearsal = Rehearsal.of(assessor, Self.typed(300), width: width)
    #expect(rehearsal.end == .finished)
    for line in rehearsal.shown { #expect(TextLayout.width(line) <= width, "\(line)") }
  }

  @Test func `a wide terminal is not filled beyond 80 cells, since long lines are hard to read`()
    throws
  {
    let rehearsal = Rehearsal.of(try Pack.assessor(), Self.typed(40), width: 200)
    for line in rehearsal.shown { #expect(TextLayout.width(line) <= 80, "\(line)") }
  }

  @Test func `answers in place of don't know fit the width too`() throws {
    let assessor = try Pack.assessor()
    let answers = GoodSheet.usual.without("A8.5")
    let sheet = AnswerSheet(answers, for: assessor.questionnaire)
    let back = Array(repeating: "b", count: 130)
    let rehearsal = Rehearsal.of(assessor, back, sheet: sheet)
    #expect(Set(rehearsal.prompts).count > 80)
    for line in rehearsal.shown { #expect(TextLayout.width(line) <= 80, "\(line)") }
  }
}
