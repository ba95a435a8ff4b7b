/// How many outcomes of each kind, with what each kind means.
struct ReportCounts {
  /// One kind.
  struct Line {
    let outcome: Outcome
    let name: String
    let count: Int
    let meaning: String
  }

  let lines: [Line]
  /// How many questions there are, apply and wait.
  let summary: String

  init(_ assessment: Assessment) {
    let counts = assessment.counts
    let likely = assessment.findings.count { $0.isLikely }
    let scope = counts.scopeProblems
    lines = Outcome.allCases.map { outcome in
      Line(
        outcome: outcome,
        name: ReportWords.capitalised(outcome.rawValue),
        count: counts[outcome],
        meaning: Self.meaning(outcome, likely: likely, scope: scope)
      )
    }
    let total = assessment.questionnaire.questions.count { !$0.isOwn }
    let asked = assessment.results.count { !$0.question.isOwn }
    let waiting = assessment.waiting.count {
      assessment.questionnaire.question($0)?.isOwn == false
    }
    var text = "Of the \(total) questions of the set, \(asked) are put to you"
    if waiting > 0 { text += " and \(waiting) wait for another answer" }
    summary = text + "."
  }

  private static func meaning(_ outcome: Outcome, likely: Int, scope: Int) -> String {
    switch outcome {
    case .automaticFail:
      "one alone is enough to fail" + (likely > 0 ? " (\(likely) of them likely, not certain)" : "")
    case .notMet:
      "it falls short" + (scope > 0 ? " (\(scope) of them: the scope does not stand)" : "")
    case .cannotDetermine: "the answer does not tell"
    case .unanswered: "no answer yet"
    case .met: "in place, going by your answers"
    case .notApplicable: "does not concern your firm"
    }
  }
}

/// One theme with its requirements.
struct ThemeSummary {
  let theme: Theme
  let outcome: Outcome
  let results: [RequirementResult]

  /// The themes that have requirements, in the pack's order.
  static func all(_ assessment: Assessment) -> [ThemeSummary] {
    assessment.themes.map { theme, outcome in
      ThemeSummary(
        theme: theme,
        outcome: outcome,
        results: assessment.requirements.filter { $0.requirement.theme == theme.id }
      )
    }
  }

  /// How many of each outcome, as `5 met, 2 not met`.
  var counts: String {
    Outcome.allCases.compactMap { outcome in
      let count = results.count { $0.outcome == outcome }
      return count > 0 ? "\(count) \(outcome.rawValue)" : nil
    }.joined(separator: ", ")
  }
}
