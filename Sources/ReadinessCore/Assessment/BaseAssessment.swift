/// What one question rests on in the set that its own set builds on.
public struct RestingOn: Sendable {
  /// The id of the question in the other set.
  public let question: String
  /// What it asks; `nil` where the other set is not at hand.
  public let prompt: String?
  /// How it stands; "unanswered" where the other set is not at hand.
  public let outcome: Outcome
}

extension Assessment {
  /// What a question rests on, in the order of the set.
  public func restingOn(_ question: Question) -> [RestingOn] {
    question.restsOn.map { id in
      RestingOn(
        question: id,
        prompt: base?.questionnaire.question(id)?.words.prompt,
        outcome: base.map { $0.outcome(ofAsked: id) } ?? .unanswered
      )
    }
  }

  /// The outcome of a question; "not applicable" where it is not asked.
  private func outcome(ofAsked id: String) -> Outcome {
    result(id)?.outcome ?? (waiting.contains(id) ? .unanswered : .notApplicable)
  }
}

extension Assessor {
  /// Lowers what rests on answers of another set that do not hold or are not known.
  ///
  /// A question never stands better than what it rests on: not met there is not met here, and what
  /// is not known there cannot be determined here.
  static func lower(
    _ results: inout [QuestionResult],
    restingOn base: Assessment?
  ) {
    for (index, old) in results.enumerated() where !old.question.restsOn.isEmpty {
      var worst = Outcome.notApplicable
      var reasons: [Reason] = []
      for id in old.question.restsOn {
        let outcome: Outcome
        if let base {
          outcome =
            base.result(id)?.outcome ?? (base.waiting.contains(id) ? .unanswered : .notApplicable)
        } else {
          outcome = .unanswered
        }
        guard let rank = outcome.rank, rank < 3 else { continue }
        let here: Outcome = rank < 2 ? .notMet : .cannotDetermine
        worst = worst.combined(with: here)
        reasons.append(
          Reason(
            code: "rests-on",
            text: "it rests on \(id), which is \"\(outcome.rawValue)\"",
            sources: []
          )
        )
      }
      guard !reasons.isEmpty else { continue }
      // A question nobody has answered stays so, unless it is known to fall short.
      let keepsOpen = old.outcome == .unanswered && worst == .cannotDetermine
      let outcome = keepsOpen ? .unanswered : old.outcome.combined(with: worst)
      // Context takes part by being answered: what it rests on is shown, not counted.
      guard old.question.mark != .information, old.outcome != .notApplicable else { continue }
      let decides = outcome != old.outcome
      results[index] = QuestionResult(
        question: old.question,
        outcome: outcome,
        mark: decides ? old.question.mark : old.mark,
        confidence: decides ? old.question.confidence : old.confidence,
        reasons: decides ? reasons + old.reasons : old.reasons + reasons,
        strength: old.strength,
        strengthDate: old.strengthDate,
        answered: old.answered
      )
    }
  }
}
