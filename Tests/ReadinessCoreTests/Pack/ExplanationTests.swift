import ReadinessCore
import TestSupport
import Testing

/// Design, 5.7: every outcome can explain itself: question, answer, rule, source.
struct ExplanationTests {
  private static func sheets() throws -> [[String: AnswerContent]] {
    let questions = try Pack.shipped().questions
    let unknown = Dictionary(
      uniqueKeysWithValues: questions.map { ($0.id, AnswerContent.dontKnow) }
    )
    let refused = Dictionary(
      uniqueKeysWithValues: questions.map { ($0.id, AnswerContent.notApplicable(reason: "none")) }
    )
    var bad = GoodSheet.usual
    for question in questions {
      if let good = bad[question.id], let worse = Variants.bad(question, insteadOf: good).first {
        bad[question.id] = worse.content
      }
    }
    return GoodSheet.all.map(\.value) + [[:], unknown, refused, bad]
  }

  @Test func `every outcome has a reason in words, with sources that the pack lists`() throws {
    let assessor = try Pack.assessor()
    let sources = Set(assessor.questionnaire.sources.map(\.id))
    for answers in try Self.sheets() {
      for result in assessor.assess(answers).results {
        #expect(!result.reasons.isEmpty, "\(result.question.id)")
        for reason in result.reasons {
          #expect(!reason.text.isEmpty && !reason.code.isEmpty, "\(result.question.id)")
          #expect(!reason.sources.isEmpty, "\(result.question.id): \(reason.text)")
          #expect(sources.isSuperset(of: reason.sources), "\(result.question.id)")
        }
      }
    }
  }

  @Test func `the codes of reasons are those that programs may rely on`() throws {
    let known: Set = [
      "answer", "option", "part", "rule", "cells", "contradiction", "dont-know", "unanswered",
      "not-applicable", "not-allowed",
    ]
    let assessor = try Pack.assessor()
    var seen: Set<String> = []
    for answers in try Self.sheets() {
      seen.formUnion(assessor.assess(answers).results.flatMap(\.reasons).map(\.code))
    }
    #expect(known.isSuperset(of: seen))
    #expect(seen.isSuperset(of: ["answer", "option", "part", "rule", "dont-know", "unanswered"]))
  }

  @Test func `an answer is said, and no answer has no strength`() throws {
    let assessor = try Pack.assessor()
    #expect(assessor.assess(GoodSheet.usual).results.allSatisfy { $0.strength == .said })
    #expect(assessor.assess([:]).results.allSatisfy { $0.strength == nil })
    #expect(Strength.said < .documented)
    #expect(Strength.documented < .scanned)
    #expect(Strength.scanned < .independentlyTested)
  }

  @Test func `the moment of an answer travels with its outcome`() throws {
    let assessor = try Pack.assessor()
    let moment = try #require(Instant(iso: "2026-11-01T09:00:00Z"))
    var sheet = AnswerSheet(GoodSheet.usual, for: assessor.questionnaire)
    sheet.record(Answer(question: "A4.1", content: .yes, by: "IT provider", at: moment))
    let assessment = assessor.assess(sheet, asOf: dateOfFacts)
    #expect(assessment.result("A4.1")?.answered == moment)
    #expect(assessment.result("A4.2")?.answered == nil)
  }
}
