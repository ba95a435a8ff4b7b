import ReadinessCore
import TestSupport
import Testing

/// Design, 5.6, on the shipped pack: what gets worse never makes the verdict better.
struct MonotoneTests {
  private static let ids = Result { try Pack.shipped().questions.map(\.id) }

  @Test(arguments: try ids.get())
  func `for every question its bad answers are adverse, and not ready`(id: String) throws {
    let assessor = try Pack.assessor()
    let question = try #require(assessor.questionnaire.question(id))
    let answers = try #require(GoodSheet.sheet(answering: id))
    for variant in Variants.bad(question, insteadOf: try #require(answers[id])) {
      let assessment = assessor.assess(answers.with(id, variant.content))
      let result = try #require(assessment.result(id))
      guard question.mark != .information else {
        #expect(result.outcome == .met, "\(variant)")
        continue
      }
      let expected: Outcome = question.mark == .automaticFail ? .automaticFail : .notMet
      #expect(result.outcome == expected, "\(variant): \(result.reasons)")
      #expect(result.mark == question.mark)
      #expect(assessment.verdict == .notReady, "\(variant)")
    }
  }

  @Test func `every marked question has a bad answer, of its own or by a rule`() throws {
    for question in try Pack.shipped().questions where question.mark != .information {
      let answers = try #require(GoodSheet.sheet(answering: question.id))
      let own = Variants.bad(question, insteadOf: try #require(answers[question.id]))
      #expect(!own.isEmpty || question.rules.contains { $0.gives == .adverse }, "\(question.id)")
    }
  }

  /// One bad answer of each question that has one of its own, which no other question decides.
  private static func firstBad(_ questionnaire: Questionnaire) -> [Variant] {
    questionnaire.questions.compactMap { question in
      guard question.mark != .information, let answers = GoodSheet.sheet(answering: question.id),
        let good = answers[question.id]
      else { return nil }
      return Variants.bad(question, insteadOf: good).first
    }
  }

  @Test(arguments: try ids.get())
  func `once not ready, leaving another answer open never moves the verdict up`(
    id: String
  ) throws {
    let assessor = try Pack.assessor()
    var compared = 0
    for bad in Self.firstBad(assessor.questionnaire) where bad.question != id {
      guard
        let answers = GoodSheet.all.first(where: {
          $0.value[id] != nil && $0.value[bad.question] != nil
        })?.value
      else { continue }
      let worse = answers.with(bad.question, bad.content).with(id, .dontKnow)
      let assessment = assessor.assess(worse)
      // Behind a gate that is not known the bad answer is neither asked nor counted (facts, 9).
      guard let result = assessment.result(bad.question) else {
        #expect(assessment.waiting.contains(bad.question))
        #expect(assessment.verdict != .ready)
        continue
      }
      compared += 1
      #expect((result.outcome.rank ?? 9) < 2, "\(bad) with \(id) unknown: \(result.outcome)")
      #expect(assessment.verdict == .notReady, "\(bad) with \(id) unknown")
    }
    #expect(compared > 30)
  }

  @Test(arguments: try ids.get())
  func `with one answer open, leaving another open too is never ready`(id: String) throws {
    let assessor = try Pack.assessor()
    let questions = assessor.questionnaire.questions
    let answers = try #require(GoodSheet.sheet(answering: id))
    let place = try #require(assessor.questionnaire.place(of: id))
    // A question of ours that gates nothing is not counted (facts: it is not the scheme's).
    for other in questions[place...] where answers[other.id] != nil {
      guard !(questions[place].isOwn && other.isOwn), id != other.id else { continue }
      let assessment = assessor.assess(answers.with(id, .dontKnow).with(other.id, nil))
      #expect(assessment.verdict == .incomplete, "\(id) and \(other.id)")
    }
  }
}
