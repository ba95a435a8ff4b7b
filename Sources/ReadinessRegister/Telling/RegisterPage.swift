import ReadinessCore

/// The report as one page that needs nothing else and runs nothing.
public enum RegisterPage {
  /// The page's text.
  ///
  /// - Parameters:
  ///   - report: what the register comes to.
  ///   - made: when, and by which program, in words.
  public static func html(_ report: RegisterReport, made: String) -> String {
    let head = """
      <!doctype html>
      <html lang="en-GB">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
      style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Register of suppliers' readiness</title>
      <style>\(style)</style>
      </head>
      <body>

      """
    return head + HTML.text("h1", "Register of suppliers' readiness")
      + HTML.text("p", "\(report.size). \(made)")
      + HTML.text(
        "p",
        "\"valid\" says that a file holds and who signed it. Each verdict is the firm's own: a "
          + "self-assessment, not a certificate."
      )
      + counts("At the last look", report.decisions)
      + counts("The firms' verdicts", report.verdicts)
      + warnings(report.warnings) + heat(report.heat) + suppliers(report)
      + "</body>\n</html>\n"
  }

  private static func counts(_ title: String, _ tallies: [RegisterReport.Tally]) -> String {
    guard !tallies.isEmpty else { return "" }
    return HTML.text("h2", title) + HTML.list(tallies.map { "\($0.what): \($0.count)" }) + "\n"
  }

  private static func warnings(_ warnings: [RegisterReport.Warning]) -> String {
    guard !warnings.isEmpty else { return "" }
    return HTML.text("h2", "Look at these")
      + HTML.list(warnings.map { "\($0.name) (\($0.organisation)): \($0.text)" }) + "\n"
  }

  private static func suppliers(_ report: RegisterReport) -> String {
    let more = report.supplierCount - report.suppliers.count
    let rest = "\(more) more suppliers are not shown; readiness register list names them all."
    return HTML.text("h2", "Suppliers")
      + (more > 0 ? HTML.text("p", rest) : "")
      + HTML.table(
        "The newest file of each",
        ["Supplier", "Entry", "At the last look", "Firm's verdict", "Judged on", "Valid until"],
        report.suppliers.map { record in
          [
            record.name, record.organisation, record.decision, record.verdict, record.judgedOn,
            String(record.validUntil.prefix(10)),
          ].map(HTML.inline)
        }
      )
  }

  private static func heat(_ heat: RegisterReport.Heat) -> String {
    guard !heat.rows.isEmpty else {
      return HTML.text("h2", "Requirements")
        + HTML.text("p", "No supplier has said how it stands on single requirements.") + "\n"
    }
    let rows = heat.requirements.map { requirement in
      HTML.element(
        "tr",
        HTML.text("th", ["scope": "row"], requirement)
          + heat.rows.map { cell($0.outcomes[requirement]) }.joined()
      ) + "\n"
    }.joined()
    let columns =
      HTML.text("th", ["scope": "col"], "Requirement")
      + heat.rows.map { HTML.text("th", ["scope": "col"], $0.name) }.joined()
    let more = heat.more > 0 ? " \(heat.more) more suppliers are not shown." : ""
    return HTML.text("h2", "Requirements by supplier")
      + HTML.text("p", "Only suppliers that have said how they stand on each." + more)
      + HTML.element(
        "div",
        ["class": "wide", "tabindex": "0", "role": "region", "aria-label": "Requirements"],
        HTML.element(
          "table",
          ["class": "heat"],
          HTML.element("thead", HTML.element("tr", columns)) + HTML.element("tbody", rows)
        )
      ) + "\n"
  }

  private static func cell(_ outcome: Outcome?) -> String {
    let look =
      switch outcome {
      case .met: "fine"
      case .notMet: "short"
      case .automaticFail: "fail"
      case nil, .notApplicable: "none"
      case .cannotDetermine, .unanswered: "open"
      }
    return HTML.text("td", ["class": look], outcome?.rawValue ?? "not said")
  }

  private static let style = """
    *{box-sizing:border-box}
    body{margin:0 auto;max-width:90rem;padding:1.5rem 1.25rem 3rem;background:#fff;color:#1c2126;
    font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;
    overflow-wrap:anywhere}
    h1,h2{line-height:1.25}
    h2{margin:1.75rem 0 .5rem}
    table{border-collapse:collapse;font-size:.9375rem;width:100%}
    caption{text-align:left;color:#4a545e;padding-bottom:.4rem}
    th,td{text-align:left;vertical-align:top;padding:.35rem .75rem .35rem .35rem;
    border-bottom:1px solid #c9d0d6;font-weight:400}
    thead th{font-weight:600}
    .wide{overflow-x:auto}
    .heat{width:auto;font-size:.8125rem;overflow-wrap:normal}
    .heat td,.heat th{border:1px solid #c9d0d6;min-width:5rem}
    .heat th[scope=row],.heat thead th:first-child{position:sticky;left:0;background:#fff}
    .fine{background:#e3f1e8;color:#153f28}
    .short{background:#fdeed6;color:#5f3300}
    .fail{background:#fbe1de;color:#6f140d;font-weight:600}
    .open{background:#e3ebf5;color:#1e3857}
    .none{color:#4a545e}
    @media (max-width:48rem){
    table:not(.heat) thead{position:absolute;width:1px;height:1px;overflow:hidden;
    clip-path:inset(50%)}
    table:not(.heat) tr{display:block;padding:.5rem 0;border-bottom:2px solid #c9d0d6}
    table:not(.heat) th,table:not(.heat) td{display:grid;grid-template-columns:8rem 1fr;
    gap:0 .75rem;border:0;padding:.15rem 0}
    table:not(.heat) th::before,table:not(.heat) td::before{content:attr(data-label);color:#4a545e}
    }
    """
}
