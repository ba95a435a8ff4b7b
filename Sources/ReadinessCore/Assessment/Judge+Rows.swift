extension Judge {
  /// What the steps say of each row: one voice a row.
  func decisionVoices(_ question: Question) -> [Voice] {
    guard let flow = question.flow else { return [] }
    return evaluator.decisions(on: question).map { decision in
      let reason = Reason(code: "row", text: decision.inWords, sources: question.sources)
      switch decision.outcome {
      case .met: return .met(reason)
      case .notMet:
        let step = decision.step - 1
        let confidence = flow.steps.indices.contains(step) ? flow.steps[step].confidence : nil
        return .adverse(reason, question.mark, confidence ?? question.confidence)
      default: return .cannotDetermine(reason)
      }
    }
  }
}
