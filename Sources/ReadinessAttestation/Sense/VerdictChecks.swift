/// The verdict against the counts, by the rules of judgement.
enum VerdictChecks {
  static func problems(_ statement: Statement) -> [StatementSense.Problem] {
    var problems: [StatementSense.Problem] = []
    let counts = statement.counts
    let all = Statement.Outcome.allCases.map { counts[$0] } + [counts.waiting]
    let total = all.reduce(0, +)
    if all.contains(where: { $0 < 0 }) || total > statement.sealedAnswers.count {
      problems.append(
        .init(
          .verdictContradictsCounts,
          "questions counted: \(total), sealed: \(statement.sealedAnswers.count)"
        )
      )
    }
    if let reason = contradiction(statement) {
      problems.append(
        .init(
          .verdictContradictsCounts,
          "the verdict is \(statement.verdict.inWords), but \(reason)"
        )
      )
    }
    return problems
  }

  /// Why the counts do not bear the verdict, if they do not.
  ///
  /// A firm may be harder on itself than the tolerance asks, never softer.
  private static func contradiction(_ statement: Statement) -> String? {
    let counts = statement.counts
    switch statement.verdict {
    case .ready:
      if let stop = stop(statement) { return stop }
      if counts.open > 0 { return questions(counts.open, "open") }
      return counts.met > 0 ? nil : "no question is met"
    case .notReady:
      return counts.automaticFail + counts.notMet > 0 || !statement.scope.stands
        ? nil : "nothing counted stands against it"
    case .incomplete:
      if let stop = stop(statement) { return stop }
      return counts.open > 0 ? nil : "no question is open"
    }
  }

  /// What by itself makes a firm not ready, if anything does.
  private static func stop(_ statement: Statement) -> String? {
    let counts = statement.counts
    if counts.automaticFail > 0 { return questions(counts.automaticFail, "an automatic fail") }
    if counts.notMet > statement.questionnaire.tolerance {
      return questions(counts.notMet, "not met")
    }
    return statement.scope.stands ? nil : "the scope does not hold"
  }

  private static func questions(_ count: Int, _ outcome: String) -> String {
    PageWords.questions(count, "is", "are") + " " + outcome
  }
}
