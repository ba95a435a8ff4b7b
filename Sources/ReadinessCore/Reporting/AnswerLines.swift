/// An answer in words, one line for each thing that was said.
enum AnswerLines {
  /// What was said, line by line.
  ///
  /// At most `most` rows of a table are shown, then how many more there are; `only` names the rows
  /// that are shown, from 1.
  static func lines(
    _ answer: Answer?,
    of question: Question,
    most: Int = 12,
    only: Set<Int>? = nil
  ) -> [String] {
    guard let answer else { return ["nothing yet"] }
    var lines: [String]
    switch answer.content {
    case .parts(let values):
      lines = question.parts.compactMap { part in
        values[part.id].map { "\(part.prompt) \(AnswerText.text($0, options: part.options))" }
      }
    case .rows(let rows):
      let shown = rows.enumerated().filter { only?.contains($0.offset + 1) ?? true }
      lines = shown.prefix(most).map { index, row in
        "row \(index + 1): \(AnswerText.row(row, of: question))"
      }
      if shown.count > most { lines.append("and \(shown.count - most) more") }
      if rows.isEmpty { lines = ["none"] }
    default:
      lines = [AnswerText.text(answer.content, of: question)]
    }
    if lines.isEmpty { lines = ["nothing yet"] }
    if let note = answer.note, !note.isEmpty { lines.append("Your note: \(note)") }
    return lines
  }

  /// Who gave the answer and when, and what stands behind it, where known.
  static func origin(_ finding: Finding, asOf: CalendarDate) -> String? {
    guard let answer = finding.answer else { return nil }
    var words: [String] = []
    if let by = answer.by, !by.isEmpty { words.append("by \(by)") }
    if let at = answer.at { words.append("on \(at.day.inWords)") }
    guard let strength = finding.result.strength else { return nil }
    if strength != .said, let stands = SeenWords.strength(finding.result, asOf: asOf) {
      return (["\(ReportWords.capitalised(stands)); said"] + words).joined(separator: " ")
    }
    return ([ReportWords.capitalised(strength.rawValue)] + words).joined(separator: " ")
  }
}
