/// What to act on, one line each, for a spreadsheet.
public enum CSVReport {
  /// The heading line.
  static let columns = [
    "order", "question", "prompt", "outcome", "mark", "confidence", "reasons", "what to do",
    "work", "money", "who", "requirements", "needs", "strength", "since", "age in days",
    "target date", "target role", "note",
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
        finding.result.strength?.rawValue ?? "",
        finding.result.strengthDate?.description ?? "",
        finding.result.strengthDate.map { String(max(0, $0.days(to: assessment.asOf))) } ?? "",
        target?.date.description ?? "", target?.who ?? "", note,
      ])
    }
    lines += assessment.contradictions.compactMap { seen($0, note) }
    return lines.map { CSV.line($0.map(plain)) }.joined()
  }

  /// What was seen against an answer, in the same columns; it has no place in the order.
  private static func seen(_ found: ContradictionFound, _ note: String) -> [String]? {
    guard let observation = found.observation else { return nil }
    var line = Array(repeating: "", count: columns.count)
    line[1] = found.questions.joined(separator: " ")
    line[2] = SeenWords.title
    line[3] = "said against seen"
    line[6] = ([found.says] + observation.details).joined(separator: " | ")
    line[columns.count - 1] = note
    return line
  }

  /// A cell in one line, with nothing in it that drives a terminal.
  private static func plain(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    // A tab at the front stays one, so that it is kept from being taken for a formula.
    return line.first == "\t"
      ? "\t" + TextLayout.harmless(String(line.dropFirst())) : TextLayout.harmless(line)
  }
}
