public import ReadinessCore

extension AnswerContent {
  /// The answer "yes".
  public static var yes: AnswerContent { .value(.word("yes")) }

  /// The answer "no".
  public static var no: AnswerContent { .value(.word("no")) }

  /// One option.
  public static func option(_ id: String) -> AnswerContent { .value(.word(id)) }

  /// Several options.
  public static func options(_ ids: String...) -> AnswerContent { .value(.words(ids)) }

  /// A whole number.
  public static func number(_ number: Int) -> AnswerContent { .value(.number(number)) }

  /// Words.
  public static func text(_ text: String) -> AnswerContent { .value(.text(text)) }

  /// A day, in ISO 8601.
  public static func date(_ iso: String) -> AnswerContent { .value(.date(day(iso))) }

  /// The parts, where there are parts.
  public var partValues: [String: Value] {
    if case .parts(let parts) = self { parts } else { [:] }
  }

  /// The rows, where there are rows.
  public var tableRows: [[String: Value]] {
    if case .rows(let rows) = self { rows } else { [] }
  }
}

extension Value {
  /// The word "yes".
  public static var yes: Value { .word("yes") }

  /// The word "no".
  public static var no: Value { .word("no") }

  /// A day, in ISO 8601.
  public static func on(_ iso: String) -> Value { .date(day(iso)) }
}

extension AnswerSheet {
  /// A sheet that holds these answers and nothing else.
  public init(_ answers: [String: AnswerContent], for questionnaire: Questionnaire) {
    self.init(questionnaire: questionnaire.id, edition: questionnaire.edition)
    for (question, content) in answers {
      record(Answer(question: question, content: content))
    }
  }
}

/// Answers by question, with ways to change one thing and leave the rest.
extension [String: AnswerContent] {
  /// The same answers, one changed or, with `nil`, taken out.
  public func with(_ question: String, _ content: AnswerContent?) -> [String: AnswerContent] {
    var changed = self
    changed[question] = content
    return changed
  }

  /// The same answers, several of them changed.
  public func with(_ others: [String: AnswerContent]) -> [String: AnswerContent] {
    merging(others) { $1 }
  }

  /// The same answers without some.
  public func without(_ questions: String...) -> [String: AnswerContent] {
    filter { !questions.contains($0.key) }
  }

  /// The same answers, one part changed or, with `nil`, taken out.
  public func with(_ question: String, part: String, _ value: ReadinessCore.Value?) -> [String:
    AnswerContent]
  {
    var parts = self[question]?.partValues ?? [:]
    parts[part] = value
    return with(question, .parts(parts))
  }

  /// The same answers, with one cell (row from 0) changed or, with `nil`, taken out.
  public func with(
    _ question: String,
    row: Int,
    _ column: String,
    _ value: ReadinessCore.Value?
  ) -> [String: AnswerContent] {
    var rows = self[question]?.tableRows ?? []
    precondition(rows.indices.contains(row), "\(question) has no row \(row)")
    rows[row][column] = value
    return with(question, .rows(rows))
  }

  /// The same answers, with one more row in a table.
  public func adding(row: [String: ReadinessCore.Value], to question: String) -> [String:
    AnswerContent]
  {
    with(question, .rows((self[question]?.tableRows ?? []) + [row]))
  }
}
