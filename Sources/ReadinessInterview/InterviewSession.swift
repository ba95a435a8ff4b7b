public import ReadinessCore

/// Which questions an interview goes through.
public struct InterviewScope: Sendable {
  /// Only those that can fail outright.
  public var onlyFirst = false
  /// Only those without an answer, or with "don't know".
  public var onlyOpen = false
  /// Only those of one section.
  public var section: String?

  /// All questions.
  public init() {}
}

/// Where an interview stands: pure, without a terminal or a file.
public struct InterviewSession: Sendable {
  /// The answers so far.
  public private(set) var sheet: AnswerSheet
  /// The question that is shown; `nil` where all have been.
  public private(set) var current: Question?

  let assessor: Assessor
  let asOf: CalendarDate
  private let scope: InterviewScope
  private var visited: [String] = []
  private var skipped: Set<String> = []

  /// An interview over a sheet; it begins where the sheet says, else at the first open question.
  ///
  /// The place is where somebody left, so it holds for a table or for parts too that may count as
  /// answered already: there may be more rows to come.
  public init(
    assessor: Assessor,
    sheet: AnswerSheet,
    scope: InterviewScope,
    asOf: CalendarDate
  ) {
    self.assessor = assessor
    self.sheet = sheet
    self.scope = scope
    self.asOf = asOf
    let asked = questions
    if let place = sheet.place, let question = asked.first(where: { $0.id == place }),
      isOpen(question) || mayGoOn(question) && asked.contains(where: isOpen)
    {
      current = question
    } else {
      current = asked.first(where: isOpen)
    }
    self.sheet.place = current?.id ?? sheet.place
  }

  /// The questions in scope that are asked given the answers so far, in order.
  public var questions: [Question] {
    assessor.asked(sheet, asOf: asOf).asked.filter { question in
      (!scope.onlyFirst || question.isFirst || isGateOfFirst(question))
        && (scope.section == nil || inSection(question))
    }
  }

  /// Whether there is more to say to a question that counts as answered.
  private func mayGoOn(_ question: Question) -> Bool {
    guard case .parts(let values)? = sheet[question.id]?.content else {
      return question.kind == .table
    }
    return assessor.askedParts(of: question, sheet, asOf: asOf).contains { values[$0.id] == nil }
  }

  private func inSection(_ question: Question) -> Bool {
    assessor.questionnaire.sections.first { $0.id == scope.section }?
      .questions.contains { $0.id == question.id } ?? false
  }

  /// A question that decides whether an outright-fail question is asked comes with it.
  private func isGateOfFirst(_ question: Question) -> Bool {
    assessor.questionnaire.questions.contains { other in
      guard other.isFirst, let when = other.when else { return false }
      // A table that opens a gate only beside another answer is left to the full interview.
      return question.kind != .table && question.kind != .parts
        && when.questions.contains(question.id)
    }
  }

  /// Whether a question still wants an answer.
  public func isOpen(_ question: Question) -> Bool {
    guard let answer = sheet[question.id] else { return true }
    if scope.onlyOpen, answer.content.saysDontKnow { return true }
    if case .parts(let values) = answer.content {
      return assessor.askedParts(of: question, sheet, asOf: asOf).contains {
        $0.isNeeded && values[$0.id] == nil
      }
    }
    return !assessor.isAnswered(question, sheet, asOf: asOf)
  }

  /// The parts that need not be asked again of a question that was left half-way.
  func settledParts(of question: Question) -> Set<String> {
    guard case .parts(let values)? = sheet[question.id]?.content else { return [] }
    return Set(values.filter { !scope.onlyOpen || $0.value != .dontKnow }.keys)
  }

  /// How many questions in scope are answered, of how many.
  public var progress: (answered: Int, of: Int) {
    let asked = questions
    return (asked.count { !isOpen($0) }, asked.count)
  }

  /// Records an answer to the current question and stays there.
  public mutating func record(_ answer: Answer) { sheet.record(answer) }

  /// Marks the current question to be put to somebody.
  public mutating func ask(of role: Question.Role?) {
    if let current { sheet.ask(current.id, of: role) }
  }

  /// The question to answer next: the current one where it is open, else the first that is.
  public var nextOpen: Question? {
    if let current, isOpen(current) { return current }
    return questions.first(where: isOpen)
  }

  /// Goes to the next open question.
  ///
  /// A question that stays open, as with "don't know" among only open ones or with a part left
  /// out, is not shown again in this interview.
  public mutating func advance() {
    guard let here = current else { return }
    visited.append(here.id)
    if isOpen(here) { skipped.insert(here.id) }
    let from = assessor.questionnaire.place(of: here.id) ?? -1
    let open = questions.filter { isOpen($0) && !skipped.contains($0.id) }
    current =
      open.first { (assessor.questionnaire.place(of: $0.id) ?? 0) > from } ?? open.first
    sheet.place = current?.id
  }

  /// Leaves the current question open and goes on.
  public mutating func skip() {
    if let current { skipped.insert(current.id) }
    advance()
  }

  /// Goes back to the question before: the one visited before, else the one above.
  ///
  /// - Returns: whether there was one.
  public mutating func back() -> Bool {
    let asked = questions
    while let last = visited.popLast() {
      if let question = asked.first(where: { $0.id == last }) { return go(to: question) }
    }
    guard let current, let here = assessor.questionnaire.place(of: current.id),
      let above = asked.last(where: { (assessor.questionnaire.place(of: $0.id) ?? 0) < here })
    else { return false }
    return go(to: above)
  }

  /// Why a jump was not made.
  public enum JumpFailure: Error, Equatable, Sendable {
    /// There is no such question.
    case unknown
    /// It is not asked, given the answers so far.
    case notAsked
  }

  /// Goes to a question by id, letter case aside; it may lie outside the scope.
  public mutating func jump(to id: String) throws(JumpFailure) {
    let wanted = id.lowercased()
    guard
      let question = assessor.questionnaire.questions.first(where: { $0.id.lowercased() == wanted })
    else { throw .unknown }
    guard assessor.asked(sheet, asOf: asOf).asked.contains(where: { $0.id == question.id }) else {
      throw .notAsked
    }
    if let current { visited.append(current.id) }
    _ = go(to: question)
  }

  private mutating func go(to question: Question) -> Bool {
    current = question
    sheet.place = question.id
    skipped.remove(question.id)
    return true
  }
}
