import ReadinessCore

/// The short message that goes to the buyer together with the signed file.
///
/// Plain text of at most 72 columns, in the firm's voice. It says no more than the statement, and
/// says it as plainly when the firm is not ready.
public enum StatementMessage {
  /// The message.
  ///
  /// - Parameters:
  ///   - statement: what was signed.
  ///   - containerName: the name of the file that goes with it, as `pennard.asice`.
  ///   - fingerprint: SHA-256 of the signer's certificate in hexadecimal.
  /// - Returns: lines that end in a line feed; no control or invisible character is in them.
  public static func text(
    _ statement: Statement,
    containerName: String,
    fingerprint: String
  ) -> String {
    let file = VisibleText.of(containerName)
    var lines = wrap("Our cyber readiness self-assessment is in the file \(file).")
    lines += ["", "WHAT IT SAYS"]
    lines += facts(statement).flatMap { wrap("\($0): \($1)", indent: "  ") }
    lines += ["", "WHAT IT IS NOT"]
    lines += wrap(statement.disclaimer, indent: "  ")
    let frank = frankly(statement)
    if !frank.isEmpty {
      lines += ["", "WHAT IS MISSING"] + frank.flatMap { wrap($0, indent: "  ") }
    }
    lines += ["", "HOW TO CHECK IT", "  readiness verify --trust TRUST \(file)", ""]
    lines += wrap(
      "TRUST is your list of keys you have confirmed. Our signer's certificate has the SHA-256"
        + " fingerprint below. Compare it with what we tell you by telephone: this message could"
        + " have been changed on its way.",
      indent: "  "
    )
    lines += wrap(PageWords.groups(VisibleText.of(fingerprint)), indent: "    ", columns: 44)
    lines += wrap(
      "Without that program: unzip the file and open attestation.html, which says how to check it"
        + " with openssl and sha256sum.",
      indent: "  "
    )
    let declaration = statement.declaration
    lines += [""] + wrap("\(declaration.name), \(declaration.role)")
    lines += wrap(statement.subject.legalName)
    return lines.map { VisibleText.of($0) + "\n" }.joined()
  }

  private static func facts(_ statement: Statement) -> [(String, String)] {
    let subject = statement.subject
    let entries = subject.identifiers.map { "\(PageWords.register($0.scheme)) \($0.id)" }
    let pack = statement.questionnaire
    var facts = [
      ("Firm", ([subject.legalName] + entries).joined(separator: ", ")),
      (
        "Our own verdict",
        "\(statement.verdict.inWords.uppercased()). \(PageWords.explanation(statement))"
      ),
      ("Scope", PageWords.scope(statement.scope).joined(separator: ": ")),
      (
        "Judged on",
        "\(statement.judgedOn.inWords), by the questions of \(pack.scheme), edition"
          + " \(pack.edition), version \(pack.version)"
      ),
      ("Issued", PageWords.moment(statement.issued)),
      ("Valid until", PageWords.moment(statement.validUntil)),
    ]
    if case .tender(let reference) = statement.audience {
      facts.append(("Only for the tender", reference))
    }
    return facts
  }

  /// What a buyer must not overlook; nothing where the firm is ready.
  private static func frankly(_ statement: Statement) -> [String] {
    switch statement.verdict {
    case .ready: return []
    case .incomplete:
      return ["Not every question has an answer yet. Please do not take this as a yes."]
    case .notReady:
      guard !statement.improvementPlan.isEmpty else {
        return ["We are not ready today, and have set no dates for putting it right yet."]
      }
      let titles = Dictionary(
        statement.themes.map { ($0.theme, $0.title) },
        uniquingKeysWith: { first, _ in first }
      )
      return ["We are not ready today. We mean to put right:"]
        + statement.improvementPlan.map { item in
          let what = item.about.map { titles[$0] ?? $0 } ?? "what is missing"
          return "- \(what), by \(item.targetDate.inWords) (\(item.role))"
        }
    }
  }

  /// Breaks at spaces; a word longer than a line stays whole.
  private static func wrap(
    _ text: String,
    indent: String = "",
    columns: Int = 72
  ) -> [String] {
    var lines: [String] = []
    var line = indent
    for word in VisibleText.of(text).split(separator: " ") {
      if line.count > indent.count, line.count + 1 + word.count > columns {
        lines.append(line)
        line = indent
      }
      line += (line.count == indent.count ? "" : " ") + word
    }
    return lines + [line]
  }
}
