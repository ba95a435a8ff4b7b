/// An answer in words for people.
public enum AnswerText {
  /// One line, or a few joined by semicolons.
  public static func text(_ content: AnswerContent, of question: Question) -> String {
    switch content {
    case .dontKnow: return AnswersFile.dontKnow
    case .notApplicable(let reason): return "not applicable: \(reason)"
    case .value(let value): return text(value, options: question.options)
    case .parts(let values):
      return question.parts.compactMap { part in
        values[part.id].map { "\(part.id): \(text($0, options: part.options))" }
      }.joined(separator: "; ")
    case .rows(let rows):
      guard !rows.isEmpty else { return "none" }
      return "\(rows.count) row\(rows.count == 1 ? "" : "s")"
    }
  }

  /// A single value; options by their text.
  public static func text(_ value: Value, options: [Option]) -> String {
    func name(_ id: String) -> String { options.first { $0.id == id }?.text ?? id }
    return switch value {
    case .dontKnow: AnswersFile.dontKnow
    case .word(let word): name(word)
    case .words(let words): words.map(name).joined(separator: "; ")
    case .number(let number): String(number)
    case .text(let text): text.isEmpty ? "(left empty)" : text
    case .date(let date): date.description
    }
  }

  /// A row in one line: the filled cells in the order of the columns.
  public static func row(_ row: [String: Value], of question: Question) -> String {
    question.columns.compactMap { column in
      row[column.id].map { value in
        let words = text(value, options: column.kind == .yesNo ? [] : column.options)
        return column.kind == .yesNo ? "\(column.id) \(words)" : words
      }
    }.joined(separator: " · ")
  }
}
