/// What to act on, one line each, for a spreadsheet.
public enum CSVReport {
  /// The heading line.
  static let columns = [
    "order", "question", "prompt", "outcome", "mark", "confidence", "reasons", "what to do",
    "work", "money", "who", "requirements", "needs", "target date", "target role", "note",
  ]

  /// Lines end with CR LF (RFC 4180); the first is the heading.
  public static func csv(_ assessment: Assessment) -> String {
    let note =
      "\(ReportWords.notACertificate) Verdict: \(assessment.verdict.rawValue), as of "
      + "\(assessment.asOf)."
    var lines = [columns]
    for (index, finding) in assessment.findings.enumerated() {
      let target = assessment.answers.targets[finding.question.id]
      lines.append([
        String(index + 1), finding.question.id, finding.question.words.prompt,
        ReportWords.name(finding.result).lowercased(), finding.mark.rawValue,
        finding.confidence.rawValue, finding.reasons.map(\.text).joined(separator: " | "),
        finding.remedies.map(RemedyWords.named).joined(separator: " | "),
        finding.quickest?.effort.inWords ?? "",
        // Programs that take the file for Latin-1 would spoil the sign.
        finding.quickest?.cost.inWords.replacing("£", with: "GBP ") ?? "",
        finding.who.map(\.inWords).joined(separator: " | "),
        finding.question.requirements.joined(separator: " "), finding.needs.joined(separator: " "),
        target?.date.description ?? "", target?.who ?? "", note,
      ])
    }
    return lines.map { CSV.line($0.map(plain)) }.joined()
  }

  /// A cell in one line, with nothing in it that drives a terminal.
  private static func plain(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    // A tab at the front stays one, so that it is kept from being taken for a formula.
    return line.first == "\t"
      ? "\t" + TextLayout.harmless(String(line.dropFirst())) : TextLayout.harmless(line)
  }
}
