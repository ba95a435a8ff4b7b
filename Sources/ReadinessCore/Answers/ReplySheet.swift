/// A sheet with some questions for somebody else, to be filled in with a spreadsheet.
///
/// One line for each question, or for each part or cell of one. It holds no answers of the firm.
public enum ReplySheet {
  /// The columns, in order.
  public static let header = [
    "id", "question", "why it matters", "how to find out", "what to type", "your answer",
    "your note",
  ]
  /// How many empty rows a table gets.
  private static let emptyRows = 3

  // MARK: Writing

  /// The sheet's text, with a byte-order mark so that spreadsheets take it as UTF-8.
  ///
  /// - Parameter parts: the parts that are asked of a question.
  public static func write(
    _ questions: [Question],
    parts: (Question) -> [Part]
  ) -> String {
    var out = "\u{FEFF}" + CSV.line(header)
    for question in questions {
      switch question.kind {
      case .parts:
        for (index, part) in parts(question).enumerated() {
          out += line(
            "\(question.id)/\(part.id)",
            question.words.prompt + " " + part.prompt,
            index == 0 ? question : nil,
            expected(part.kind, part.options, part.unit)
          )
        }
      case .table:
        for row in 1...emptyRows {
          for (index, column) in question.columns.enumerated() {
            let text =
              row == 1 && index == 0
              ? question.words.prompt + " " + column.prompt : column.prompt
            let extra =
              row == emptyRows && index == 0
              ? "; for more rows copy these lines and raise the number in the first column" : ""
            out += line(
              "\(question.id)/\(row)/\(column.id)",
              "Row \(row): " + text,
              row == 1 && index == 0 ? question : nil,
              expected(column.kind, column.options, nil) + extra
            )
          }
        }
      default:
        out += line(
          question.id,
          question.words.prompt,
          question,
          expected(question.kind, question.options, question.limits.unit)
        )
      }
    }
    return out
  }

  private static func line(
    _ id: String,
    _ prompt: String,
    _ question: Question?,
    _ expected: String
  ) -> String {
    CSV.line([
      id, prompt, question?.words.why ?? "", question?.words.findOut ?? "", expected, "", "",
    ])
  }

  private static func expected(
    _ kind: Question.Kind,
    _ options: [Option],
    _ unit: String?
  ) -> String {
    let choices = options.enumerated().map { "\($0 + 1) = \($1.text)" }.joined(separator: "; ")
    return switch kind {
    case .yesNo: "yes, no or don't know"
    case .choice: "one number: " + choices + "; or don't know"
    case .choices: "one or more numbers, as 1 3: " + choices + "; or don't know"
    case .number: "a whole number" + (unit.map { " (\($0))" } ?? "") + ", or don't know"
    case .date: "a date as 2026-11-22, or don't know"
    case .text, .parts, .table: "a few words (no passwords, nothing protectively marked)"
    }
  }

  // MARK: Reading

  /// The answers in a sheet, and what could not be read; empty answers are left out.
  ///
  /// - Throws: where the text is no CSV or not a sheet of ours.
  public static func read(
    _ bytes: [UInt8],
    _ questionnaire: Questionnaire
  ) throws(CSV.Malformed) -> (answers: [Answer], problems: [String]) {
    let rows = try CSV.rows(bytes)
    guard let head = rows.first?.map({ $0.lowercased() }),
      let idColumn = head.firstIndex(of: "id"),
      let answerColumn = head.firstIndex(of: "your answer")
    else {
      throw CSV.Malformed(
        what: "the first line must name the columns \"id\" and \"your answer\"",
        line: 1
      )
    }
    let noteColumn = head.firstIndex(of: "your note")
    var filler = Filler(questionnaire: questionnaire)
    for row in rows.dropFirst() {
      func cell(_ index: Int?) -> String {
        guard let index, row.indices.contains(index) else { return "" }
        return AnswerParser.trimmed(CSV.plain(row[index]))
      }
      filler.take(id: cell(idColumn), typed: cell(answerColumn), note: cell(noteColumn))
    }
    return (filler.answers(), filler.problems)
  }

  private struct Filler {
    let questionnaire: Questionnaire
    private(set) var problems: [String] = []
    private var whole: [String: AnswerContent] = [:]
    private var parts: [String: [String: Value]] = [:]
    private var rows: [String: [Int: [String: Value]]] = [:]
    private var notes: [String: String] = [:]

    init(questionnaire: Questionnaire) { self.questionnaire = questionnaire }

    mutating func take(id: String, typed: String, note: String) {
      let path = id.split(separator: "/").map(String.init)
      guard let first = path.first else { return }
      if !note.isEmpty { notes[first, default: ""] += note }
      guard !typed.isEmpty else { return }
      guard let question = questionnaire.question(first) else {
        problems.append("\(TextLayout.harmless(id)): there is no such question")
        return
      }
      do {
        try take(path, typed, question)
      } catch {
        problems.append("\(TextLayout.harmless(id)): \(error.what)")
      }
    }

    private mutating func take(
      _ path: [String],
      _ typed: String,
      _ question: Question
    ) throws(AnswerParser.Mistake) {
      switch (question.kind, path.count) {
      case (.parts, 2):
        guard let part = question.part(path[1]) else {
          throw AnswerParser.Mistake("it has no such part")
        }
        parts[question.id, default: [:]][part.id] = try AnswerParser.value(
          typed,
          kind: part.kind,
          options: part.options
        )
      case (.table, 3):
        guard let row = Int(path[1]), (1...10_000).contains(row),
          let column = question.column(path[2])
        else { throw AnswerParser.Mistake("it has no such row or column") }
        rows[question.id, default: [:]][row, default: [:]][column.id] = try AnswerParser.value(
          typed,
          kind: column.kind,
          options: column.options
        )
      case (.parts, _), (.table, _):
        guard AnswerParser.isDontKnow(typed) else {
          throw AnswerParser.Mistake("answer its lines one by one, or say don't know")
        }
        whole[question.id] = .dontKnow
      default:
        let value = try AnswerParser.value(
          typed,
          kind: question.kind,
          options: question.options,
          limits: question.limits
        )
        whole[question.id] = value == .dontKnow ? .dontKnow : .value(value)
      }
    }

    func answers() -> [Answer] {
      questionnaire.questions.compactMap { question in
        var content = whole[question.id]
        if let values = parts[question.id] { content = .parts(values) }
        if let table = rows[question.id] {
          content = .rows(table.sorted { $0.key < $1.key }.map(\.value))
        }
        guard let content else { return nil }
        let note = notes[question.id].map { TextLayout.harmless($0) }
        return Answer(question: question.id, content: content, note: note)
      }
    }
  }
}
