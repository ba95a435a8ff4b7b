/// What becomes of a sheet when somebody else's answers come in.
public struct AnswerMerge: Sendable {
  /// Two answers that differ: shown side by side; nothing changes until one is chosen.
  public struct Difference: Sendable {
    /// The question.
    public let question: Question
    /// What the firm has.
    public let mine: Answer
    /// What came in.
    public let theirs: Answer

    /// Two answers to one question.
    public init(question: Question, mine: Answer, theirs: Answer) {
      self.question = question
      self.mine = mine
      self.theirs = theirs
    }
  }

  /// The sheet with the gaps filled.
  public private(set) var sheet: AnswerSheet
  /// The questions whose gaps were filled.
  public private(set) var filled: [String] = []
  /// The questions on which both agree.
  public private(set) var same: [String] = []
  /// The questions on which they differ.
  public private(set) var differences: [Difference] = []

  /// Merges incoming answers: they fill gaps (no answer, or "don't know"), and change nothing else.
  public init(
    _ incoming: [Answer],
    into sheet: AnswerSheet,
    _ questionnaire: Questionnaire
  ) {
    self.sheet = sheet
    for answer in incoming {
      guard let question = questionnaire.question(answer.question) else { continue }
      guard let mine = sheet[question.id] else {
        self.sheet.record(answer)
        filled.append(question.id)
        continue
      }
      if mine.content == answer.content {
        same.append(question.id)
      } else if mine.content == .dontKnow {
        self.sheet.record(answer)
        filled.append(question.id)
      } else if let completed = Self.completed(mine, by: answer) {
        self.sheet.record(completed)
        filled.append(question.id)
      } else if answer.content != .dontKnow {
        differences.append(Difference(question: question, mine: mine, theirs: answer))
      }
    }
  }

  /// Takes the incoming answer of a difference.
  public mutating func take(_ difference: Difference) { sheet.record(difference.theirs) }

  /// Parts fill gaps one by one, where none of them differs.
  private static func completed(_ mine: Answer, by theirs: Answer) -> Answer? {
    guard case .parts(let own) = mine.content, case .parts(let other) = theirs.content else {
      return nil
    }
    var all = own
    for (id, value) in other {
      guard let known = own[id], known != .dontKnow else {
        all[id] = value
        continue
      }
      if known != value, value != .dontKnow { return nil }
    }
    return Answer(
      question: mine.question,
      content: .parts(all),
      note: mine.note ?? theirs.note,
      by: theirs.by,
      at: theirs.at
    )
  }
}
