/// The assessment as one HTML page that needs nothing else.
///
/// No script, no picture, no address that is loaded. It prints, and reads on a telephone.
public enum HTMLReport {
  /// The whole page.
  public static func html(_ assessment: Assessment) -> String {
    let title = "\(assessment.questionnaire.scheme) readiness self-assessment"
    let name = Firm(assessment).name
    return """
      <!DOCTYPE html>
      <html lang="en-GB">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
      style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <meta name="color-scheme" content="light">
      \(HTML.text("title", name.map { "\(title): \($0)" } ?? title))
      <style>
      \(style)</style>
      </head>
      <body>
      \(header(assessment, title: title, name: name))
      <main>
      \(verdict(assessment))
      \(counts(assessment))
      \(findings(assessment))\(contradictions(assessment))\(seen(assessment))\
      \(rows(assessment))\(base(assessment))\(requirements(assessment))\(support(assessment))</main>
      \(footer(assessment))
      </body>
      </html>

      """
  }

  private static func header(_ assessment: Assessment, title: String, name: String?) -> String {
    let questionnaire = assessment.questionnaire
    let facts: [(String, String)] = [
      ("Judged as of", assessment.asOf.inWords),
      ("Question set", "\(questionnaire.edition) \(questionnaire.version)"),
      ("Support dates", assessment.supportData.asOf.inWords),
    ]
    return HTML.element(
      "header",
      HTML.text("p", ["class": "kind"], ReportWords.notACertificate)
        + HTML.text("h1", title)
        + (name.map { HTML.text("p", ["class": "firm"], $0) } ?? "")
        + HTML.element(
          "dl",
          ["class": "facts"],
          facts.map { fact in
            HTML.element("div", HTML.text("dt", fact.0) + HTML.text("dd", fact.1))
          }.joined()
        )
    )
  }

  private static func verdict(_ assessment: Assessment) -> String {
    let name = ReportWords.name(assessment.verdict)
    let mark = assessment.verdict.rawValue.replacing(" ", with: "-")
    return HTML.element(
      "section",
      ["class": "verdict \(mark)", "aria-labelledby": "verdict"],
      HTML.text("h2", ["id": "verdict"], "Verdict: \(name.lowercased())")
        + HTML.text("p", ReportWords.meaning(of: assessment))
        + (BaseWords.sentence(assessment).map { HTML.text("p", $0) } ?? "")
    )
  }

  private static func counts(_ assessment: Assessment) -> String {
    let counts = ReportCounts(assessment)
    let rows = counts.lines.map {
      [HTML.inline($0.name), String($0.count), HTML.inline($0.meaning)]
    }
    return section(
      "counts",
      "How many of each",
      HTML.table(counts.summary, class: "counts", ["Outcome", "Questions", "Meaning"], rows)
        + HTML.text(
          "p",
          ["class": "small"],
          "The rule: " + ReportWords.rule(of: assessment.questionnaire)
        )
    )
  }

  private static func footer(_ assessment: Assessment) -> String {
    let used = Set(assessment.findings.flatMap { $0.reasons.flatMap(\.sources) })
    let sources = assessment.questionnaire.sources.filter { used.contains($0.id) }.map { source in
      HTML.text("dt", source.id)
        + HTML.text("dd", source.title + (source.date.map { " (\($0))" } ?? ""))
    }
    let list =
      sources.isEmpty
      ? "" : HTML.text("h2", "Sources") + HTML.element("dl", ["class": "sources"], sources.joined())
    return HTML.element(
      "footer",
      list + HTML.text("h2", "What this is not") + HTML.text("p", ReportWords.disclaimer)
        + HTML.text(
          "p",
          ["class": "small"],
          "Question set \(assessment.questionnaire.id), SHA-256 \(assessment.questionnaire.sha256)"
        )
    )
  }

  /// A part of the page with its heading.
  static func section(_ id: String, _ title: String, _ content: String) -> String {
    HTML.element(
      "section",
      ["aria-labelledby": id],
      HTML.text("h2", ["id": id], title) + "\n" + content
    )
      + "\n"
  }
}
