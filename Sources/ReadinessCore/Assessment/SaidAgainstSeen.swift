/// Sets what was seen against what was said.
///
/// Order does not matter: the worst of outcomes counts, and observations are taken in an order of
/// their own. No outcome is ever lifted.
enum SaidAgainstSeen {
  /// Lowers the results and says what stands behind each; returns what does not fit together.
  static func apply(
    _ observations: Observations,
    to results: inout [QuestionResult]
  ) -> [ContradictionFound] {
    var places: [String: Int] = [:]
    for (index, result) in results.enumerated() { places[result.question.id] = index }
    for (question, backing) in observations.backings {
      guard let index = places[question] else { continue }
      results[index] = strengthened(results[index], by: backing)
    }
    // Whether an answer claims something is told by how it stood before anything was seen.
    let before = results
    var found: [ContradictionFound] = []
    for observation in observations.ordered {
      guard let first = observation.questions.first, let index = places[first] else { continue }
      let claimed = before[index].outcome
      if claimed == .met, observation.weight == .contradicts || observation.weight == .noted {
        found.append(
          ContradictionFound(
            id: observation.id,
            questions: observation.questions.filter { places[$0] != nil },
            says: observation.says,
            observation: observation
          )
        )
      }
      results[index] = lowered(results[index], by: observation)
    }
    return found
  }

  /// A stronger backing counts; of two that are as strong, the one that was there.
  private static func strengthened(_ old: QuestionResult, by backing: Backing) -> QuestionResult {
    guard let strength = old.strength, backing.strength > strength else { return old }
    return QuestionResult(
      question: old.question,
      outcome: old.outcome,
      mark: old.mark,
      confidence: old.confidence,
      reasons: old.reasons,
      strength: backing.strength,
      strengthDate: backing.date,
      answered: old.answered
    )
  }

  private static func lowered(_ old: QuestionResult, by observation: Observation) -> QuestionResult
  {
    let question = old.question
    // An information question takes part by being answered: it is shown, not lowered. Where there
    // is no answer, nothing was said that could be contradicted.
    guard question.mark != .information, question.mark != .scope, old.outcome != .unanswered,
      old.outcome != .notApplicable
    else { return old }
    let outcome: Outcome
    switch observation.weight {
    case .contradicts: outcome = question.mark == .automaticFail ? .automaticFail : .notMet
    case .leavesOpen: outcome = .cannotDetermine
    case .noted, .agrees: return old
    }
    let worse = old.outcome.combined(with: outcome)
    let reason = Reason(code: "seen", text: observation.says, sources: observation.sources)
    guard worse != old.outcome else {
      // Another thing seen that comes to the same is told too, behind what decided.
      guard old.outcome == outcome, !old.reasons.contains(reason) else { return old }
      return with(old, old.outcome, old.mark, old.confidence, old.reasons + [reason])
    }
    let confidence: Confidence = question.confidence == .high ? .medium : question.confidence
    return with(old, worse, question.mark, confidence, [reason] + old.reasons)
  }

  private static func with(
    _ old: QuestionResult,
    _ outcome: Outcome,
    _ mark: Mark,
    _ confidence: Confidence,
    _ reasons: [Reason]
  ) -> QuestionResult {
    QuestionResult(
      question: old.question,
      outcome: outcome,
      mark: mark,
      confidence: confidence,
      reasons: reasons,
      strength: old.strength,
      strengthDate: old.strengthDate,
      answered: old.answered
    )
  }
}
