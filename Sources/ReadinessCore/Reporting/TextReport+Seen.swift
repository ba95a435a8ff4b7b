extension TextReport {
  /// What scans and lists show beside the answers.
  static func seen(_ assessment: Assessment, _ page: inout TextPage) {
    guard SeenWords.isShown(assessment) else { return }
    page.heading(SeenWords.title)
    page.add(SeenWords.intro)
    for observation in assessment.observations.ordered {
      page.blank()
      page.add(observation.says)
      page.add(SeenWords.weight(observation, assessment), first: "  ")
      if let id = observation.questions.first, let question = assessment.questionnaire.question(id)
      {
        page.add(question.words.prompt, first: "  \(id)  ")
        for line in AnswerLines.lines(assessment.answers[id], of: question, most: 6) {
          page.add("You say: " + line, first: "      ")
        }
      }
      if !observation.details.isEmpty {
        page.add("Seen, the worst first:", first: "      ")
        for line in observation.details { page.point(line, indent: 8) }
      }
    }
    tables(assessment, &page)
    let strengths = SeenWords.strengths(assessment)
    if !strengths.isEmpty {
      page.blank()
      page.add("What stands behind your answers:")
      for line in strengths { page.point(line, indent: 2) }
    }
    if !assessment.observations.sources.isEmpty {
      page.blank()
      page.add("Reports looked at:")
      for source in assessment.observations.sources {
        page.point(SeenWords.source(source), indent: 2)
      }
    }
  }

  /// The first rows of each table, one line each; the findings stand with what they say.
  private static func tables(_ assessment: Assessment, _ page: inout TextPage) {
    for table in assessment.observations.tables where table.id != "findings" && !table.rows.isEmpty
    {
      page.blank()
      page.add(table.title + ":")
      for row in table.rows.prefix(10) {
        let facts = zip(table.columns, row).dropFirst().filter { !$0.1.isEmpty }
          .map { "\($0.0.title.lowercased()) \($0.1)" }
        page.point("\(row.first ?? ""): " + facts.joined(separator: "; "), indent: 2)
      }
      let more = max(0, table.rows.count - 10) + table.left
      if more > 0 { page.point("and \(more) more", indent: 2) }
    }
  }
}
