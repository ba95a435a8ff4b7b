extension HTMLReport {
  /// Each row that is decided step by step.
  static func rows(_ assessment: Assessment) -> String {
    guard !assessment.rows.isEmpty else { return "" }
    let rows = assessment.rows.map { row in
      [
        HTML.inline("\(row.question) row \(row.row)"), HTML.inline(row.name),
        HTML.text(
          "span",
          ["class": "tag \(kind(row.outcome))"],
          ReportWords.capitalised(row.outcome.rawValue)
        ),
        HTML.inline("Step \(row.step): \(row.text)"),
      ]
    }
    return section(
      "rows",
      "Row by row",
      HTML.table(
        "Steps are taken in order, and the first that fits decides the row.",
        class: "rows",
        ["Where", "What", "Outcome", "Why"],
        rows
      )
    )
  }

  /// What each question rests on in the set that this one builds on.
  static func base(_ assessment: Assessment) -> String {
    let resting = assessment.results.filter { !$0.question.restsOn.isEmpty }
    guard !resting.isEmpty, assessment.questionnaire.buildsOn != nil else { return "" }
    let rows = resting.map { result in
      [
        HTML.inline(result.question.id),
        HTML.text(
          "span",
          ["class": "tag \(kind(result.outcome))"],
          ReportWords.capitalised(result.outcome.rawValue)
        ),
        HTML.inline(BaseWords.outcomes(assessment.restingOn(result.question))),
      ]
    }
    return section(
      "base",
      "What it rests on",
      HTML.table(
        "No item stands better than the answers beside it.",
        class: "base",
        ["Item", "Outcome", "Rests on"],
        rows
      )
    )
  }
}
