/// A condition on answers: data, never code.
///
/// `Questionnaires/README.md`, section "Conditions", says when each is true, false or unknown.
public indirect enum Condition: Hashable, Sendable {
  /// All hold.
  case all([Condition])
  /// At least one holds.
  case any([Condition])
  /// It does not hold.
  case not(Condition)
  /// The answer is one of these words.
  case answer(Reference, isOneOf: [String])
  /// At least one of these options is chosen.
  case chosen(Reference, anyOf: [String])
  /// Nothing but these options is chosen.
  case chosenOnly(Reference, [String])
  /// The number is within bounds.
  case number(Reference, Bounds)
  /// Something is written.
  case given(Reference)
  /// The table has so many rows.
  case rowCount(String, Bounds)
  /// A row of the table satisfies the condition.
  case someRow(String, Condition)
  /// All rows of the table satisfy the condition.
  case everyRow(String, Condition)
  /// A row of these tables is past support, with no live subscription.
  case unsupportedRow([String])
  /// The question's outcome is one of these.
  case outcome(String, isOneOf: [Outcome])
  /// Within a row: the cell is one of these words.
  case cell(column: String, isOneOf: [String])
  /// Within a row: the cell's number is within bounds.
  case cellNumber(column: String, Bounds)
  /// Within a row: the cell is filled.
  case cellGiven(column: String)
  /// Within a row: a row of `table` holds in `column` the same words as this row in `equals`, and
  /// satisfies the condition, if there is one.
  case matchingRow(table: String, column: String, equals: String, Condition?)

  /// A question, or a part of one.
  public struct Reference: Hashable, Sendable {
    /// The question's id.
    public let question: String
    /// The part's id, if a part is meant.
    public let part: String?

    /// A question, or a part of one.
    public init(question: String, part: String? = nil) {
      self.question = question
      self.part = part
    }
  }

  /// The questions whose answers are looked at, themselves included.
  public var questions: Set<String> {
    switch self {
    case .all(let conditions), .any(let conditions):
      conditions.reduce(into: []) { $0.formUnion($1.questions) }
    case .not(let condition): condition.questions
    case .answer(let reference, _), .chosen(let reference, _), .chosenOnly(let reference, _),
      .number(let reference, _), .given(let reference):
      [reference.question]
    case .rowCount(let question, _), .outcome(let question, _): [question]
    case .someRow(let question, let condition), .everyRow(let question, let condition):
      condition.questions.union([question])
    case .unsupportedRow(let questions): Set(questions)
    case .cell, .cellNumber, .cellGiven: []
    case .matchingRow(let table, _, _, let condition):
      (condition?.questions ?? []).union([table])
    }
  }

  /// The questions whose outcomes (not only answers) are looked at.
  public var outcomes: Set<String> {
    switch self {
    case .all(let conditions), .any(let conditions):
      conditions.reduce(into: []) { $0.formUnion($1.outcomes) }
    case .not(let condition), .someRow(_, let condition), .everyRow(_, let condition):
      condition.outcomes
    case .outcome(let question, _): [question]
    case .matchingRow(_, _, _, let condition): condition?.outcomes ?? []
    default: []
    }
  }
}

/// Bounds of a whole number; a missing bound is no bound.
public struct Bounds: Hashable, Sendable {
  /// The least that is allowed.
  public let atLeast: Int?
  /// The most that is allowed.
  public let atMost: Int?

  /// Bounds, both included.
  public init(atLeast: Int? = nil, atMost: Int? = nil) {
    self.atLeast = atLeast
    self.atMost = atMost
  }

  /// Whether the number lies within.
  public func contains(_ number: Int) -> Bool {
    number >= (atLeast ?? .min) && number <= (atMost ?? .max)
  }
}

/// Three-valued truth: a test on something that nobody has answered is unknown.
public enum Truth: Sendable {
  /// It holds.
  case yes
  /// It does not hold.
  case no
  /// Nobody knows.
  case unknown

  init(_ flag: Bool) { self = flag ? .yes : .no }

  static func all(_ truths: some Sequence<Truth>) -> Truth {
    var result = Truth.yes
    for truth in truths {
      if truth == .no { return .no }
      if truth == .unknown { result = .unknown }
    }
    return result
  }

  static func any(_ truths: some Sequence<Truth>) -> Truth {
    var result = Truth.no
    for truth in truths {
      if truth == .yes { return .yes }
      if truth == .unknown { result = .unknown }
    }
    return result
  }

  static prefix func ! (truth: Truth) -> Truth {
    switch truth {
    case .yes: .no
    case .no: .yes
    case .unknown: .unknown
    }
  }
}
