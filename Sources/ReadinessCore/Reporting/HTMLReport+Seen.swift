extension HTMLReport {
  /// What scans and lists show beside the answers.
  static func seen(_ assessment: Assessment) -> String {
    guard SeenWords.isShown(assessment) else { return "" }
    let observations = assessment.observations
    var content = HTML.text("p", SeenWords.intro)
    content += SeenWords.groups(assessment).map { article($0.question, $0.seen, assessment) }
      .joined()
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

  /// One question: what was said, and beside it all that was seen.
  private static func article(
    _ question: Question,
    _ seen: [Observation],
    _ assessment: Assessment
  ) -> String {
    let name = seen.contains { $0.weight == .contradicts } ? "fail" : "open"
    let said = HTML.element(
      "div",
      HTML.text("p", ["class": "small"], "You say")
        + HTML.list(AnswerLines.lines(assessment.answers[question.id], of: question, most: 6))
    )
    let sights = seen.map { observation in
      HTML.text("p", observation.says)
        + HTML.text("p", ["class": "small"], SeenWords.weight(observation, assessment))
        + (observation.details.isEmpty ? "" : list(observation.details))
    }
    let right = HTML.element(
      "div",
      HTML.text("p", ["class": "small"], "Seen, the worst first") + sights.joined()
    )
    return HTML.element(
      "article",
      ["class": "finding \(name)"],
      HTML.element("h3", HTML.inline(question.id))
        + HTML.text("p", ["class": "prompt"], question.words.prompt)
        + HTML.element("div", ["class": "pair"], said + right)
    ) + "\n"
  }

  private static func list(_ items: [String]) -> String {
    HTML.element("ul", items.map { HTML.text("li", $0) }.joined())
  }

  /// At most so many rows of a table stand on the page.
  private static let most = 50

  /// Columns that the page leaves out.
  private static let narrow: Set<String> = ["kind", "lastDay", "cves", "report"]

  private static func table(_ table: SeenTable) -> String {
    let more = max(0, table.rows.count - most) + table.left
    let caption = more > 0 ? "The first \(most); \(more) more are in the JSON report." : ""
    // A page has room for some columns only; the JSON report has them all.
    let shown = table.columns.indices.filter { !narrow.contains(table.columns[$0].id) }
    return HTML.text("h3", table.title)
      + HTML.table(
        caption,
        class: "seen seen-\(table.id)",
        shown.map { table.columns[$0].title },
        table.rows.prefix(most).map { row in
          shown.filter { row.indices.contains($0) }.map { HTML.inline(row[$0]) }
        }
      )
  }
}
