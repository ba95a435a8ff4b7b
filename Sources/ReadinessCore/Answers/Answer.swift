/// A single value: a whole answer, a part of one, or a cell.
public enum Value: Hashable, Sendable {
  /// "Don't know", said outright.
  case dontKnow
  /// `yes`, `no` or the id of an option.
  case word(String)
  /// Ids of options.
  case words([String])
  /// A whole number.
  case number(Int)
  /// Words.
  case text(String)
  /// A day.
  case date(CalendarDate)
}

/// What was answered.
public enum AnswerContent: Hashable, Sendable {
  /// "Don't know", said outright.
  case dontKnow
  /// It does not apply to the firm, with the reason.
  case notApplicable(reason: String)
  /// One value.
  case value(Value)
  /// Values by part.
  case parts([String: Value])
  /// Rows, each with values by column.
  case rows([[String: Value]])
}

/// An answer with where it comes from.
public struct Answer: Hashable, Sendable {
  /// The question's id.
  public let question: String
  /// What was answered.
  public let content: AnswerContent
  /// The firm's note, if any.
  public let note: String?
  /// Who gave it, if known.
  public let by: String?
  /// When it was given, if known.
  public let at: Instant?

  /// An answer.
  public init(
    question: String,
    content: AnswerContent,
    note: String? = nil,
    by: String? = nil,
    at: Instant? = nil
  ) {
    self.question = question
    self.content = content
    self.note = note
    self.by = by
    self.at = at
  }

  /// The same answer with another note.
  public func with(note: String?) -> Answer {
    Answer(question: question, content: content, note: note, by: by, at: at)
  }
}

/// All that a firm has answered.
public struct AnswerSheet: Hashable, Sendable {
  /// The id of the questionnaire.
  public let questionnaire: String
  /// The edition of the questionnaire.
  public let edition: String
  /// By question.
  public private(set) var answers: [String: Answer] = [:]
  /// Questions that are to be put to somebody else, and to whom.
  public private(set) var asked: [String: Question.Role] = [:]
  /// Where the interview stands.
  public var place: String?
  /// Target dates and who answers for them, by question.
  public private(set) var targets: [String: Target] = [:]

  /// A target that the firm set itself.
  public struct Target: Hashable, Sendable {
    /// By when.
    public let date: CalendarDate
    /// The role that answers for it.
    public let who: String

    /// A target.
    public init(date: CalendarDate, who: String) {
      self.date = date
      self.who = who
    }
  }

  /// An empty sheet.
  public init(questionnaire: String, edition: String) {
    self.questionnaire = questionnaire
    self.edition = edition
  }

  /// The answer to a question.
  public subscript(question: String) -> Answer? { answers[question] }

  /// Records an answer; a question that was put to somebody is no longer open.
  public mutating func record(_ answer: Answer) {
    answers[answer.question] = answer
    asked[answer.question] = nil
  }

  /// Forgets an answer.
  public mutating func remove(_ question: String) { answers[question] = nil }

  /// Marks a question to be put to somebody.
  public mutating func ask(_ question: String, of role: Question.Role?) { asked[question] = role }

  /// Sets or clears a target.
  public mutating func set(_ target: Target?, for question: String) { targets[question] = target }
}
