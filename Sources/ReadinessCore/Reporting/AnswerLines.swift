/// An answer in words, one line for each thing that was said.
public enum AnswerLines {
  /// The lines; at most `most` rows of a table, then how many more there are.
  public static func lines(
    _ answer: Answer?,
    of question: Question,
    most: Int = 12
  ) -> [String] {
    guard let answer else { return ["nothing yet"] }
    var lines: [String]
    switch answer.content {
    case .parts(let values):
      lines = question.parts.compactMap { part in
        values[part.id].map { "\(part.prompt) \(AnswerText.text($0, options: part.options))" }
      }
    case .rows(let rows):
      lines = rows.prefix(most).enumerated().map { index, row in
        "row \(index + 1): \(AnswerText.row(row, of: question))"
      }
      if rows.count > most { lines.append("and \(rows.count - most) more") }
      if rows.isEmpty { lines = ["none"] }
    default:
      lines = [AnswerText.text(answer.content, of: question)]
    }
    if lines.isEmpty { lines = ["nothing yet"] }
    if let note = answer.note, !note.isEmpty { lines.append("Your note: \(note)") }
    return lines
  }

  /// Who gave the answer and when, and what stands behind it, where known.
  public static func origin(_ finding: Finding) -> String? {
    guard let answer = finding.answer else { return nil }
    var words: [String] = []
    if let by = answer.by, !by.isEmpty { words.append("by \(by)") }
    if let at = answer.at { words.append("on \(at.day.inWords)") }
    guard let strength = finding.result.strength else { return nil }
    return ([ReportWords.capitalised(strength.rawValue)] + words).joined(separator: " ")
  }
}
