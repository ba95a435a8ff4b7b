import ReadinessAttestation
import ReadinessCore
import ReadinessPolicy

/// A run as one page that needs nothing else: no server, no script, no address is ever called.
///
/// With scripts allowed the tables sort and filter; without them everything is there all the same.
/// The page's own policy lets in that one script, by its digest, and nothing else.
public struct DeskHTML {
  /// What was found.
  public let run: DeskRun
  /// The buyer's list, where there was one.
  public let list: SupplierList?
  /// The policy's title, id and version, in words; empty without one.
  public let policy: String
  /// As of when it was judged, in words.
  public let judgedAt: String
  /// The program and its version.
  public let program: String

  /// A page over a run.
  public init(
    run: DeskRun,
    list: SupplierList?,
    policy: String,
    judgedAt: String,
    program: String
  ) {
    self.run = run
    self.list = list
    self.policy = policy
    self.judgedAt = judgedAt
    self.program = program
  }

  /// The page's text.
  public func page() -> String {
    let hash = Base64.text(Digest.sha256(Array(DeskScript.text.utf8)))
    let head = """
      <!doctype html>
      <html lang="en-GB">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
      style-src 'unsafe-inline'; script-src 'sha256-\(hash)'; base-uri 'none'; form-action 'none'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Suppliers' readiness files</title>
      <style>\(DeskStyle.text)</style>
      </head>
      <body>

      """
    return head + header + summary + suppliers + files + footer
      + "<script>\(DeskScript.text)</script>\n</body>\n</html>\n"
  }

  private var header: String {
    let facts = [("Judged as of", judgedAt), ("Policy", policy.isEmpty ? "none" : policy)]
    return HTML.element(
      "header",
      HTML.text("p", ["class": "kind"], "Self-assessments by suppliers; none is a certificate")
        + HTML.text("h1", "Suppliers' readiness files")
        + HTML.element(
          "dl",
          ["class": "facts"],
          facts.map { HTML.element("div", HTML.text("dt", $0.0) + HTML.text("dd", $0.1)) }.joined()
        )
    ) + "\n"
  }

  private var summary: String {
    func counts(_ title: String, _ total: Int, _ count: (Decision) -> Int) -> String {
      let items = Decision.allCases.filter { count($0) > 0 }.map { decision in
        HTML.element("li", "<b>\(count(decision))</b> " + Self.tag(decision))
      }.joined()
      return HTML.element(
        "div",
        HTML.text("h2", "\(title): \(total)") + HTML.element("ul", ["class": "counts"], items)
      )
    }
    let reasons = run.commonestReasons().map {
      HTML.element(
        "li",
        "<b>\($0.count)</b> " + HTML.text("code", [:], "\($0.step): \($0.code)")
      )
    }.joined()
    let common =
      reasons.isEmpty
      ? ""
      : HTML.element(
        "div",
        HTML.text("h2", "Commonest reasons") + HTML.element("ul", ["class": "counts"], reasons)
      )
    return HTML.element(
      "section",
      ["class": "summary"],
      counts("Suppliers", run.conclusions.count) { decision in
        run.conclusions.count { $0.decision == decision }
      } + counts("Files", run.files.count) { run.count($0) } + common
    ) + "\n"
  }

  // MARK: Tables

  private var suppliers: String {
    let rows = run.conclusions.map { conclusion -> [String] in
      let supplier = conclusion.supplier
      let ids = conclusion.identifiers.map { "\($0.scheme) \($0.id)" }.joined(separator: ", ")
      let name =
        HTML.inline(conclusion.name)
        + (run.hasList && supplier == nil
          ? "<br><span class=\"small\">not on the list</span>" : "")
      return [
        name, HTML.inline(supplier?.reference ?? ""), HTML.inline(supplier?.tier ?? ""),
        HTML.inline(ids), Self.tag(conclusion.decision), why(conclusion),
        HTML.inline(newest(conclusion)),
      ]
    }
    return table(
      "Suppliers",
      id: "suppliers",
      ["Supplier", "Reference", "Tier", "Register", "Decision", "Why", "Files"],
      rows
    )
  }

  private func why(_ conclusion: Conclusion) -> String {
    guard let counted = conclusion.counted else { return HTML.text("p", conclusion.lack ?? "") }
    return reasons(run.files[counted])
  }

  private func newest(_ conclusion: Conclusion) -> String {
    var parts: [String] = []
    if let counted = conclusion.counted { parts.append("counts: \(run.files[counted].path)") }
    parts += conclusion.superseded.map { "superseded: \(run.files[$0].path)" }
    parts += conclusion.others.map { "does not count: \(run.files[$0].path)" }
    return TextLayout.harmless(parts.joined(separator: "\n"), keepLines: true)
  }

  private var files: String {
    let standings = run.standings
    let rows = zip(run.files, standings).map { file, standing -> [String] in
      let claim = file.claim
      let firm =
        claim.map { claim in
          HTML.inline(TextLayout.harmless((claim.isVerified ? "" : "claims: ") + claim.legalName))
        } ?? ""
      return [
        HTML.inline(TextLayout.harmless(file.path)), Self.tag(file.decision), reasons(file), firm,
        HTML.inline(claim?.verdict ?? ""), HTML.inline(claim?.judgedOn.description ?? ""),
        HTML.inline(claim?.validUntil.day.description ?? ""),
        HTML.inline(standing == .counts ? "yes" : standing.rawValue),
      ]
    }
    return table(
      "Files",
      id: "files",
      [
        "File", "Decision", "Why", "Firm", "Its own verdict", "Judged on", "Valid until", "Counts",
      ],
      rows
    )
  }

  private func reasons(_ file: FileFinding) -> String {
    guard !file.reasons.isEmpty else { return "" }
    return HTML.element(
      "ul",
      file.reasons.map { said in
        HTML.element(
          "li",
          HTML.inline(said.reason.text) + " " + HTML.text("code", [:], DeskCSV.code(said))
        )
      }.joined()
    )
  }

  private func table(
    _ title: String,
    id: String,
    _ headings: [String],
    _ rows: [[String]]
  ) -> String {
    HTML.element(
      "section",
      ["id": id],
      HTML.text("h2", title) + HTML.element("p", ["class": "filter", "hidden": ""], "")
        + HTML.table("\(rows.count) in all", class: "desk", headings, rows)
    ) + "\n"
  }

  private static func tag(_ decision: Decision) -> String {
    let look =
      switch decision {
      case .meetsPolicy, .valid: "fine"
      case .doesNotMeetPolicy: "short"
      case .undecided: "open"
      case .rejected, .unreadable: "fail"
      }
    return HTML.text("span", ["class": "tag \(look)"], decision.rawValue)
  }

  private var footer: String {
    HTML.element(
      "footer",
      HTML.text(
        "p",
        ["class": "small"],
        "\"valid\" says that a file holds and who signed it, nothing of readiness. Each verdict is "
          + "the firm's own. Look certificates up in the public certificate search. Made by "
          + program + "."
      )
    ) + "\n"
  }
}
