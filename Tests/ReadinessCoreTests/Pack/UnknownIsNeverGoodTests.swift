import ReadinessCore
import TestSupport
import Testing

/// Design, 5.3: don't know, cannot determine and missing are never good.
struct UnknownIsNeverGoodTests {
  @Test func `an empty sheet meets nothing, and every question is open, waiting or gated`() throws {
    let assessor = try Pack.assessor()
    let assessment = assessor.assess([:])
    #expect(assessment.results.allSatisfy { $0.outcome == .unanswered })
    #expect(assessment.verdict == .incomplete)
    #expect(
      assessment.results.count + assessment.waiting.count == assessor.questionnaire.questions.count
    )
    #expect(assessment.contradictions.isEmpty)
    #expect(assessment.requirements.allSatisfy { $0.outcome != .met })
  }

  @Test func `a sheet of nothing but don't know meets nothing`() throws {
    let assessor = try Pack.assessor()
    let ids = assessor.questionnaire.questions.map(\.id)
    let assessment = assessor.assess(Dictionary(uniqueKeysWithValues: ids.map { ($0, .dontKnow) }))
    #expect(assessment.results.allSatisfy { $0.outcome == .cannotDetermine })
    #expect(assessment.verdict == .incomplete)
    #expect(assessment.requirements.allSatisfy { $0.outcome != .met })
    #expect(assessment.themes.filter { $0.theme.technical }.allSatisfy { $0.outcome != .met })
  }

  @Test(arguments: try Pack.shipped().questions.map(\.id))
  func `for every question, what leaves something open is not met and not ready`(
    id: String
  ) throws {
    let assessor = try Pack.assessor()
    let question = try #require(assessor.questionnaire.question(id))
    let answers = try #require(GoodSheet.sheet(answering: id))
    let good = try #require(answers[id])
    for variant in Variants.unknown(question, insteadOf: good) {
      let assessment = assessor.assess(answers.with(id, variant.content))
      let result = try #require(assessment.result(id), "\(variant)")
      #expect(result.outcome.rank == Outcome.unanswered.rank, "\(variant): \(result.outcome)")
      #expect(!result.reasons.isEmpty && result.reasons.allSatisfy { !$0.text.isEmpty })
      if !question.isOwn { #expect(assessment.verdict == .incomplete, "\(variant)") }
      for requirement in assessment.requirements where requirement.questions.contains(id) {
        #expect(requirement.outcome != .met, "\(variant): \(requirement.requirement.id)")
      }
    }
  }

  @Test(arguments: ["A1.5.1-any", "A2.6.1-any", "A2.7-any", "A2.8-any"])
  func `an open gate of ours is not ready`(gate: String) throws {
    let assessor = try Pack.assessor()
    for content in [AnswerContent.dontKnow, nil] {
      let assessment = assessor.assess(GoodSheet.usual.with(gate, content))
      #expect(assessment.waiting == [gate.replacing("-any", with: "")])
      #expect(assessment.verdict == .incomplete)
    }
  }

  @Test(arguments: try Pack.shipped().questions.filter { $0.mark != .information }.map(\.id))
  func `for every marked question, free text alone is never met`(id: String) throws {
    let assessor = try Pack.assessor()
    let question = try #require(assessor.questionnaire.question(id))
    let answers = try #require(GoodSheet.sheet(answering: id))
    let words = "We do this always and everywhere, and the auditors are content with it."
    var contents: [AnswerContent] = [.text(words)]
    if question.kind == .parts {
      let texts = question.parts.filter { $0.kind == .text }.map { ($0.id, Value.text(words)) }
      contents.append(.parts(Dictionary(uniqueKeysWithValues: texts)))
      let all = question.parts.map { ($0.id, Value.text(words)) }
      contents.append(.parts(Dictionary(uniqueKeysWithValues: all)))
    }
    for content in contents {
      let assessment = assessor.assess(answers.with(id, content))
      #expect(assessment.result(id)?.outcome != .met, "\(content)")
      #expect(assessment.verdict != .ready)
    }
  }
}
