public import ReadinessCore

/// How an interview ended.
public enum InterviewEnd: Sendable {
  /// All questions in scope were gone through.
  case finished
  /// The person left, or there was no more input.
  case left
}

/// Leads a person through the questions, line by line.
///
/// Every accepted answer is handed to `save` before the next prompt is shown; when saving fails
/// the interview stops with that error, and the sheet in memory is not lost to the caller.
public final class TerminalInterview<SaveError: Error> {
  /// Stores the sheet; must not return before it is safe on disk.
  public typealias Save = (AnswerSheet) throws(SaveError) -> Void

  /// The session; its sheet holds all answers given so far.
  public internal(set) var session: InterviewSession

  let terminal: any Terminal
  private let now: () -> Instant
  private let by: String?
  private let save: Save
  private var lastSection: String?
  private var warned = false

  /// An interview.
  ///
  /// - Parameters:
  ///   - by: who answers, as kept with each answer.
  ///   - now: the clock.
  ///   - save: stores the sheet.
  public init(
    session: InterviewSession,
    terminal: any Terminal,
    by: String?,
    now: @escaping () -> Instant,
    save: @escaping Save
  ) {
    self.session = session
    self.terminal = terminal
    self.by = by
    self.now = now
    self.save = save
  }

  /// What the handling of one line leads to.
  enum Step: Equatable {
    /// Show the question (again).
    case again
    /// Ask for a line again, without showing the question.
    case line
    /// Stop.
    case leave
  }

  var screen: QuestionScreen { QuestionScreen(session: session, width: min(80, terminal.width)) }

  /// Runs until all questions are gone through or the person leaves.
  public func run() throws(SaveError) -> InterviewEnd {
    var show = true
    while let question = session.current {
      if show { present(question) }
      if show, question.kind == .parts, session.isOpen(question) {
        // The parts follow at once; commands work at each of them too.
        guard try answerParts(question) != .leave else { return .left }
        continue
      }
      guard let typed = hear("\(question.id)> ") else { return .left }
      switch try handle(AnswerParser.trimmed(typed), question) {
      case .again: show = true
      case .line: show = false
      case .leave: return .left
      }
    }
    return .finished
  }

  /// Asks for a line; one that could not be kept or read again is asked for once more.
  func hear(_ prompt: String) -> String? {
    while let line = terminal.ask(prompt) {
      if !line.unicodeScalars.contains(where: Self.isUnreadable) { return line }
      complain("some of that cannot be read (perhaps an arrow key): type it again")
    }
    return nil
  }

  /// Controls, and the mark that stands for bytes that are no UTF-8.
  private static func isUnreadable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0x00...0x1F, 0x7F...0x9F, 0xFFFD: true
    default: false
    }
  }

  private func present(_ question: Question) {
    let section = session.assessor.questionnaire.section(of: question.id)
    terminal.show("")
    terminal.show(screen.head(question))
    if let section, section.id != lastSection {
      lastSection = section.id
      if let intro = section.intro {
        for line in TextLayout.wrap(intro, width: screen.width) { terminal.show(line) }
        terminal.show("")
      }
    }
    for line in screen.lines(question) { terminal.show(line) }
    if question.kind == .table { showRows(question) }
    if question.kind == .text { warnOnce() }
    for line in screen.keys(question) { terminal.show(line) }
  }

  /// Text boxes warn: the answers are a file that people hand on.
  func warnOnce() {
    guard !warned else { return }
    warned = true
    complain("Do not type passwords, or anything with a protective marking.")
  }

  /// Says what is wrong, or what was done.
  func complain(_ what: String) {
    for line in TextLayout.wrap(
      TextLayout.harmless(what),
      width: screen.width,
      first: "   ",
      rest: "   "
    ) {
      terminal.show(line)
    }
  }

  private func handle(_ typed: String, _ question: Question) throws(SaveError) -> Step {
    if let step = try command(typed, question, kind: question.kind) { return step }
    return try answer(typed, question)
  }

  private func answer(_ typed: String, _ question: Question) throws(SaveError) -> Step {
    switch question.kind {
    case .parts: return try answerParts(question)
    case .table: return try editTable(question, typed)
    default: break
    }
    if typed.isEmpty {
      guard session.sheet[question.id] != nil else {
        complain("type an answer, d for don't know, or s to skip")
        return .line
      }
      session.advance()
      try keep()
      return .again
    }
    let text = typed == "-" && question.limits.mayBeBlank ? "" : typed
    let value: Value
    do {
      value = try AnswerParser.value(
        text,
        kind: question.kind,
        options: question.options,
        limits: question.limits
      )
    } catch {
      complain(error.what)
      return .line
    }
    if question.limits.format == "registration-number", case .text(let number) = value,
      number != typed
    {
      complain("written as \(number)")
    }
    return try accept(value == .dontKnow ? .dontKnow : .value(value), question)
  }

  /// Records the answer, saves it, goes on.
  func accept(_ content: AnswerContent, _ question: Question) throws(SaveError) -> Step {
    store(content, question)
    session.advance()
    try keep()
    return .again
  }

  /// Records the answer and stays.
  func store(_ content: AnswerContent, _ question: Question) {
    session.record(
      Answer(
        question: question.id,
        content: content,
        note: session.sheet[question.id]?.note,
        by: by,
        at: now()
      )
    )
  }

  /// Puts the sheet on disk.
  func keep() throws(SaveError) { try save(session.sheet) }
}
