extension TextReport {
  /// Each row that is decided step by step.
  static func rows(_ assessment: Assessment, _ page: inout TextPage) {
    guard !assessment.rows.isEmpty else { return }
    page.heading("Row by row")
    page.add("Steps are taken in order, and the first that fits decides the row.")
    var last = ""
    for row in assessment.rows {
      if row.question != last {
        page.blank()
        let prompt = assessment.questionnaire.question(row.question)?.words.prompt ?? ""
        page.add(prompt, first: "  \(row.question)  ")
        last = row.question
      }
      page.add("\(row.outcome.rawValue). \(row.name)", first: "  row \(row.row)  ")
      page.add("step \(row.step): \(row.text)", first: "      ")
    }
  }

  /// What each question rests on in the set that this one builds on.
  static func base(_ assessment: Assessment, _ page: inout TextPage) {
    let resting = assessment.results.filter { !$0.question.restsOn.isEmpty }
    guard !resting.isEmpty, let id = assessment.questionnaire.buildsOn else { return }
    page.heading("What it rests on")
    let name = assessment.base?.questionnaire.scheme ?? id
    page.add(
      "No item stands better than the \(name) answers beside it. One that is not met there blocks "
        + "the item here."
    )
    for result in resting {
      page.add(
        BaseWords.outcomes(assessment.restingOn(result.question)),
        first: "  " + TextLayout.pad(result.question.id, to: 6)
          + TextLayout.pad(result.outcome.rawValue, to: 18)
      )
    }
  }
}
