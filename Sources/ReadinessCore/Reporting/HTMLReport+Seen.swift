extension HTMLReport {
  /// What scans and lists show beside the answers.
  static func seen(_ assessment: Assessment) -> String {
    guard SeenWords.isShown(assessment) else { return "" }
    let observations = assessment.observations
    var content = HTML.text("p", SeenWords.intro)
    content += observations.ordered.map { article($0, assessment) }.joined()
    content += observations.tables.filter { !$0.rows.isEmpty }.map(table).joined()
    let strengths = SeenWords.strengths(assessment)
    if !strengths.isEmpty {
      content += HTML.text("h3", "What stands behind your answers") + list(strengths)
    }
    if !observations.sources.isEmpty {
      content +=
        HTML.text("h3", "Reports looked at") + list(observations.sources.map(SeenWords.source))
    }
    return section("seen", SeenWords.title, content)
  }

  private static func article(_ observation: Observation, _ assessment: Assessment) -> String {
    let name = observation.weight == .contradicts ? "fail" : "open"
    var sides = ""
    if let id = observation.questions.first, let question = assessment.questionnaire.question(id) {
      sides = HTML.element(
        "div",
        HTML.element("p", HTML.text("b", id) + " " + HTML.inline(question.words.prompt))
          + HTML.text("p", ["class": "small"], "You say")
          + HTML.list(AnswerLines.lines(assessment.answers[id], of: question, most: 6))
      )
    }
    if !observation.details.isEmpty {
      sides += HTML.element(
        "div",
        HTML.text("p", ["class": "small"], "Seen, the worst first") + list(observation.details)
      )
    }
    return HTML.element(
      "article",
      ["class": "finding \(name)"],
      HTML.text("p", ["class": "prompt"], observation.says)
        + HTML.text("p", ["class": "small"], SeenWords.weight(observation, assessment))
        + HTML.element("div", ["class": "pair"], sides)
    ) + "\n"
  }

  private static func list(_ items: [String]) -> String {
    HTML.element("ul", items.map { HTML.text("li", $0) }.joined())
  }

  /// At most so many rows of a table stand on the page.
  private static let most = 50

  private static func table(_ table: SeenTable) -> String {
    let more = max(0, table.rows.count - most) + table.left
    let caption = more > 0 ? "The first \(most); \(more) more are in the JSON report." : ""
    return HTML.text("h3", table.title)
      + HTML.table(
        caption,
        class: "seen",
        table.columns.map(\.title),
        table.rows.prefix(most).map { $0.map(HTML.inline) }
      )
  }
}
