import ReadinessCore
import TestSupport
import Testing

/// Observations can lower an outcome and never lift one, in whichever order they come.
///
/// The small question set has a question of each mark; each is answered well, badly, by "don't
/// know" and not at all.
struct ObservationLawTests {
  private static let marks = ["automatic-fail", "major", "information", "scope"]
  private static let answers: [AnswerContent?] = [.yes, .no, .dontKnow, nil]

  private static func id(_ mark: Int, _ answer: Int) -> String { "Q\(mark).\(answer)" }

  private static var ids: [String] {
    marks.indices.flatMap { mark in answers.indices.map { id(mark, $0) } } + ["X.1"]
  }

  private static var observations: [Observation] {
    ids.flatMap { question in
      Observation.Weight.allCases.enumerated().map { place, weight in
        Observation(
          id: "seen-\(place)",
          questions: [question],
          weight: weight,
          says: "Seen \(weight) at \(question).",
          seen: dateOfFacts
        )
      }
    }
  }

  private func assessor(tolerance: Int = 0) throws -> Assessor {
    try SmallPack.assessor(
      Self.marks.enumerated().flatMap { mark, name in
        Self.answers.indices.map {
          SmallPack.question(Self.id(mark, $0), "yes-no", "good=\"yes\" mark=\"\(name)\"")
        }
      },
      tolerance: tolerance
    )
  }

  private func sheet(_ assessor: Assessor, only wanted: (Int) -> Bool = { _ in true })
    -> AnswerSheet
  {
    var answers: [String: AnswerContent] = [:]
    for mark in Self.marks.indices {
      for (place, answer) in Self.answers.enumerated() {
        answers[Self.id(mark, place)] = wanted(place) ? answer : .yes
      }
    }
    return AnswerSheet(answers, for: assessor.questionnaire)
  }

  @Test func `for all pairs of observations none lifts an outcome or the verdict`() throws {
    for tolerance in [0, 2] {
      let assessor = try assessor(tolerance: tolerance)
      // Once with every answer, and once with good answers alone, so that the verdict can move.
      for sheet in [sheet(assessor), sheet(assessor) { $0 == 0 }] {
        func assess(_ seen: [Observation]) -> Assessment {
          assessor.assess(sheet, asOf: dateOfFacts, observations: Observations(seen: seen))
        }
        for first in [nil] + Self.observations.map(Optional.some) {
          let before = assess([first].compactMap(\.self))
          for second in Self.observations {
            let after = assess([first, second].compactMap(\.self))
            #expect(after.verdict <= before.verdict)
            let isLifted = zip(before.results, after.results).contains { old, new in
              guard let was = old.outcome.rank, let now = new.outcome.rank else {
                return old.outcome != new.outcome
              }
              return now > was
            }
            #expect(!isLifted)
          }
        }
      }
    }
  }

  @Test func `the order of observations does not matter`() throws {
    let assessor = try assessor()
    let sheet = sheet(assessor)
    func report(_ seen: [Observation]) -> JSONValue {
      JSONReport.json(
        assessor.assess(sheet, asOf: dateOfFacts, observations: Observations(seen: seen))
      )
    }
    let forward = report(Self.observations)
    #expect(report(Self.observations.reversed()) == forward)
    for start in [7, 20, 41] {
      let turned = Self.observations[start...] + Self.observations[..<start]
      #expect(report(Array(turned)) == forward)
    }
  }

  @Test func `what agrees and what is noted changes no outcome`() throws {
    let assessor = try assessor()
    let sheet = sheet(assessor)
    let seen = Self.observations.filter { $0.weight == .agrees || $0.weight == .noted }
    let before = assessor.assess(sheet, asOf: dateOfFacts)
    let after = assessor.assess(
      sheet,
      asOf: dateOfFacts,
      observations: Observations(seen: seen)
    )
    #expect(after.results.map(\.outcome) == before.results.map(\.outcome))
    #expect(after.verdict == before.verdict)
  }

  @Test(arguments: Strength.allCases)
  func `what stands behind an answer changes no outcome and no verdict`(
    strength: Strength
  ) throws {
    let assessor = try assessor()
    let sheet = sheet(assessor)
    let backings = Dictionary(
      uniqueKeysWithValues: Self.ids.map { ($0, Backing(strength, date: dateOfFacts)) }
    )
    let before = assessor.assess(sheet, asOf: dateOfFacts)
    let after = assessor.assess(
      sheet,
      asOf: dateOfFacts,
      observations: Observations(backings: backings)
    )
    #expect(after.verdict == before.verdict)
    #expect(after.results.map(\.outcome) == before.results.map(\.outcome))
  }

  @Test func `the shipped question set stays ready only without what lowers`() throws {
    let assessor = try Pack.assessor()
    let sheet = AnswerSheet(GoodSheet.usual, for: assessor.questionnaire)
    for (weight, verdict) in [
      (Observation.Weight.contradicts, Verdict.notReady), (.leavesOpen, .incomplete),
      (.noted, .ready), (.agrees, .ready),
    ] {
      for question in ["A6.1", "A6.2", "A6.4", "A6.5", "A6.6"] {
        let seen = Observation(id: "x", questions: [question], weight: weight, says: "Seen.")
        let assessment = assessor.assess(
          sheet,
          asOf: dateOfFacts,
          observations: Observations(seen: [seen])
        )
        #expect(assessment.verdict == verdict)
      }
    }
  }
}
