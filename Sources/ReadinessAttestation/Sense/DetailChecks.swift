/// What is shown against the detail, the counts and the verdict.
enum DetailChecks {
  static func problems(_ statement: Statement) -> [StatementSense.Problem] {
    shown(statement) + outcomes(statement) + themes(statement) + names(statement)
  }

  private static func shown(_ statement: Statement) -> [StatementSense.Problem] {
    let themes = !statement.themes.isEmpty
    let requirements = !statement.requirements.isEmpty
    let fits =
      switch statement.detail {
      case .verdict: !themes && !requirements
      case .themes: themes && !requirements
      case .requirements: themes && requirements
      }
    return fits
      ? []
      : [
        .init(
          .detailContradictsContent,
          "more or less is shown than the detail \"\(statement.detail.rawValue)\" says"
        )
      ]
  }

  private static func outcomes(_ statement: Statement) -> [StatementSense.Problem] {
    let shown =
      statement.themes.map { ($0.theme, $0.outcome) }
      + statement.requirements.map { ($0.requirement, $0.outcome) }
    return shown.compactMap { id, outcome in
      let counted =
        switch outcome {
        case .automaticFail, .notMet: statement.counts[outcome] > 0
        case .cannotDetermine, .unanswered:
          statement.counts.cannotDetermine + statement.counts.unanswered > 0
        case .met: statement.counts.met > 0
        case .notApplicable: true
        }
      return counted
        ? nil
        : .init(
          .outcomeContradictsCounts,
          "\(id) is \(outcome.inWords), but no question is counted as that"
        )
    }
  }

  private static func themes(_ statement: Statement) -> [StatementSense.Problem] {
    let themes = Dictionary(
      statement.themes.map { ($0.theme, $0.outcome) },
      uniquingKeysWith: { first, _ in first }
    )
    return statement.requirements.compactMap { requirement in
      guard let theme = themes[requirement.theme] else {
        return .init(
          .detailContradictsContent,
          "\(requirement.requirement) belongs to the theme \(requirement.theme), which is not shown"
        )
      }
      return theme.rank <= requirement.outcome.rank
        ? nil
        : .init(
          .themeContradictsRequirement,
          "the theme \(requirement.theme) is \(theme.inWords), but \(requirement.requirement) is"
            + " \(requirement.outcome.inWords)"
        )
    }
  }

  /// Plan and evidence may name only what is there; the plan, moreover, only what is shown.
  private static func names(_ statement: Statement) -> [StatementSense.Problem] {
    let shown = Set(statement.themes.map(\.theme) + statement.requirements.map(\.requirement))
    let questions =
      statement.evidence.isEmpty ? [] : Set(statement.sealedAnswers.map(\.question))
    let plan = statement.improvementPlan.compactMap(\.about).filter { !shown.contains($0) }
    let evidence = statement.evidence.flatMap(\.questions).filter { !questions.contains($0) }
    return plan.map {
      .init(
        .detailContradictsContent,
        "the plan names \($0), which is not shown at this detail"
      )
    }
      + evidence.map {
        .init(.detailContradictsContent, "evidence names the question \($0), which is not sealed")
      }
  }
}
