import ReadinessCore

/// The statement as one HTML page for people: `attestation.html`.
///
/// The page holds nothing that is not in the statement, loads nothing, runs nothing, and its bytes
/// follow from the statement alone, so that a verifier can render again and compare.
public enum StatementPage {
  /// The version of the rendering; it changes whenever the bytes for any statement change.
  public static let version = "1"

  /// The page's bytes, UTF-8.
  ///
  /// - Parameter statement: any statement; texts are escaped, and control, bidirectional and
  ///   invisible characters written as `[U+202E]`.
  /// - Returns: a whole page, the same for the same statement.
  public static func html(_ statement: Statement) -> [UInt8] {
    var page = PageBuilder()
    head(statement, &page)
    title(statement, &page)
    verdict(statement, &page)
    whatItIsNot(statement, &page)
    outcomes(statement, &page)
    who(statement, &page)
    procurement(statement, &page)
    plan(statement, &page)
    declaration(statement, &page)
    howToCheck(statement, &page)
    page.markup("</main>\n</body>\n</html>\n")
    return page.bytes
  }

  private static func head(_ statement: Statement, _ page: inout PageBuilder) {
    page.markup(
      """
      <!DOCTYPE html>
      <html lang="en-GB">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">

      """
    )
    page.element("title", "Readiness self-assessment of \(statement.subject.legalName)")
    page.markup("<style>\n")
    page.markup(PageStyle.css)
    page.markup("</style>\n</head>\n<body>\n<main>\n")
  }

  private static func title(_ statement: Statement, _ page: inout PageBuilder) {
    page.element("p", "Cyber readiness self-assessment", class: "kind")
    page.markup("<h1><bdi>")
    page.text(statement.subject.legalName)
    page.markup("</bdi></h1>\n")
    page.element(
      "p",
      "The firm's own statement, judged on \(statement.judgedOn.inWords), valid until"
        + " \(PageWords.moment(statement.validUntil))."
    )
  }

  private static func verdict(_ statement: Statement, _ page: inout PageBuilder) {
    page.markup("<section class=\"verdict\">\n")
    page.element("h2", "The firm's own verdict: \(statement.verdict.inWords)")
    page.element("p", PageWords.explanation(statement))
    page.markup("</section>\n")
  }

  private static func whatItIsNot(_ statement: Statement, _ page: inout PageBuilder) {
    page.markup("<section class=\"not\">\n<h2>What this is not</h2>\n")
    page.element("p", statement.disclaimer)
    page.markup("</section>\n")
  }

  private static func outcomes(_ statement: Statement, _ page: inout PageBuilder) {
    page.markup("<div class=\"pair\">\n<table class=\"counts\">\n")
    page.element("caption", "Questions by outcome")
    page.head(["Outcome", "Questions"])
    page.markup("<tbody>\n")
    for outcome in Statement.Outcome.allCases {
      page.row(PageWords.capitalised(outcome.inWords), [String(statement.counts[outcome])])
    }
    if statement.counts.waiting > 0 {
      page.row("Waiting for another answer", [String(statement.counts.waiting)])
    }
    page.markup("</tbody>\n</table>\n")
    themes(statement, &page)
    page.markup("</div>\n")
    requirements(statement, &page)
  }

  private static func themes(_ statement: Statement, _ page: inout PageBuilder) {
    guard !statement.themes.isEmpty else {
      page.element("p", "The firm chose to show no more than the verdict and these counts.")
      return
    }
    page.markup("<table>\n")
    page.element("caption", "Themes")
    page.head(["Theme", "Outcome"])
    page.markup("<tbody>\n")
    for theme in statement.themes {
      page.row(
        theme.title,
        [PageWords.capitalised(theme.outcome.inWords)],
        strong: theme.outcome.rank < Statement.Outcome.met.rank
      )
    }
    page.markup("</tbody>\n</table>\n")
  }

  private static func requirements(_ statement: Statement, _ page: inout PageBuilder) {
    guard !statement.requirements.isEmpty else { return }
    page.markup("<table>\n")
    page.element("caption", "Requirements")
    page.head(["Requirement", "In short", "Outcome"])
    page.markup("<tbody>\n")
    for requirement in statement.requirements {
      let short = requirement.outcome.rank < Statement.Outcome.met.rank
      page.row(
        requirement.requirement,
        [requirement.title, PageWords.capitalised(requirement.outcome.inWords)],
        strong: short
      )
    }
    page.markup("</tbody>\n</table>\n")
  }
}
