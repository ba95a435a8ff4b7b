import ReadinessCore
import TestSupport
import Testing

/// The good sheets are the ground on which the tests of the shipped pack stand.
struct GoodSheetTests {
  @Test(arguments: GoodSheet.all.map(\.key))
  func `a good sheet is ready, and everything asked in it is met`(name: String) throws {
    let answers = try #require(GoodSheet.all.first { $0.key == name }).value
    let assessment = try Pack.assessor().assess(answers)
    let short = assessment.results.filter { $0.outcome != .met }
      .map { "\($0.question.id): \($0.outcome): \($0.reasons.map(\.text))" }
    #expect(short == [])
    #expect(assessment.waiting == [])
    #expect(assessment.verdict == .ready)
  }

  @Test(arguments: GoodSheet.all.map(\.key))
  func `a good sheet answers what is asked, and nothing else`(name: String) throws {
    let answers = try #require(GoodSheet.all.first { $0.key == name }).value
    let asked = try Pack.assessor().assess(answers).results.map(\.question.id)
    #expect(Set(asked) == Set(answers.keys))
  }

  @Test func `between them the good sheets are asked every question of the pack`() throws {
    let assessor = try Pack.assessor()
    let asked = Set(GoodSheet.all.flatMap { assessor.assess($0.value).results.map(\.question.id) })
    let missing = assessor.questionnaire.questions.map(\.id).filter { !asked.contains($0) }
    #expect(missing == [])
  }

  @Test func `the usual sheet holds no contradiction, the unusual ones only what may stand`() throws
  {
    let assessor = try Pack.assessor()
    #expect(assessor.assess(GoodSheet.usual).contradictions.map(\.id) == [])
    #expect(assessor.assess(GoodSheet.unusual).contradictions.map(\.id) == [])
    #expect(assessor.assess(GoodSheet.otherReasons).contradictions.map(\.id) == [])
  }

  @Test func `with everything met, every requirement that is asked for is met`() throws {
    let assessment = try Pack.assessor().assess(GoodSheet.usual)
    for requirement in assessment.requirements {
      let expected: Outcome = requirement.questions.isEmpty ? .notApplicable : .met
      #expect(requirement.outcome == expected, "\(requirement.requirement.id)")
    }
    #expect(
      assessment.themes.filter { $0.theme.technical }.map(\.outcome)
        == Array(repeating: .met, count: 5)
    )
  }
}
