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
      guard let typed = terminal.ask("\(question.id)> ") else { return .left }
      switch try handle(AnswerParser.trimmed(typed), question) {
      case .again: show = true
      case .line: show = false
      case .leave: return .left
      }
    }
    return .finished
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
    terminal.show("   Do not type passwords, or anything with a protective marking.")
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

  /// What was typed, short enough to be said back.
  private func short(_ typed: String) -> String {
    typed.count <= 20 ? typed : typed.prefix(20) + "…"
  }

  /// Whether words of the person's own are short enough to keep; says so otherwise.
  private func fits(_ text: String) -> Bool {
    guard text.count > 2_000 else { return true }
    complain("that is \(text.count) characters; at most 2000 fit")
    return false
  }

  private func handle(_ typed: String, _ question: Question) throws(SaveError) -> Step {
    if let step = try command(typed, question, kind: question.kind) { return step }
    return try answer(typed, question)
  }

  /// Carries out a command; `nil` where what was typed is none.
  ///
  /// - Parameter kind: what is being asked. Where words are expected, a command with more words
  ///   after it is taken as words, so that "a new rule" is an answer.
  func command(
    _ typed: String,
    _ question: Question,
    kind: Question.Kind
  ) throws(SaveError) -> Step? {
    let words = typed.split(separator: " ", maxSplits: 1).map(String.init)
    let rest = words.count > 1 ? words[1] : ""
    if kind == .text, !rest.isEmpty, !isJump(words) { return nil }
    switch words.first ?? "" {
    case "?", "help":
      for line in screen.help(question) { terminal.show(line) }
      return .line
    case "q", "quit": return .leave
    case "b", "back":
      if !session.back() { complain("this is the first question") }
      try keep()
      return .again
    case "s", "skip":
      session.skip()
      try keep()
      return .again
    case "j", "jump": return try jump(rest)
    case "n", "note": return try note(rest, question)
    case "a", "ask": return try ask(rest, question)
    case "d" where kind == question.kind:
      return mayDropRows(question) ? try accept(.dontKnow, question) : .line
    case "x": return try notApplicable(rest, question)
    default: return nil
    }
  }

  private func isJump(_ words: [String]) -> Bool {
    guard words.count == 2, words[0] == "j" || words[0] == "jump" else { return false }
    let id = words[1].lowercased()
    return session.assessor.questionnaire.questions.contains { $0.id.lowercased() == id }
  }

  // MARK: Commands

  private func jump(_ id: String) throws(SaveError) -> Step {
    guard !id.isEmpty else {
      complain("type j and a question, as j A6.4")
      return .line
    }
    do {
      try session.jump(to: id)
    } catch .unknown {
      complain("there is no question \(short(id))")
      return .line
    } catch {
      complain("\(short(id)) is not asked, given your answers so far")
      return .line
    }
    try keep()
    return .again
  }

  private func note(_ typed: String, _ question: Question) throws(SaveError) -> Step {
    var text = typed
    if text.isEmpty {
      let hint = question.kind == .yesNo ? " (to answer no, type no)" : ""
      complain("Type a note for yourself or the assessor\(hint). Enter leaves it.")
      warnOnce()
      guard let line = terminal.ask("note> ") else { return .leave }
      text = AnswerParser.trimmed(line)
    }
    guard !text.isEmpty, fits(text) else { return .line }
    if question.kind == .yesNo, text.lowercased() == "no" {
      return try accept(.value(.word("no")), question)
    }
    guard let answer = session.sheet[question.id] else {
      complain("answer first, then add the note with n")
      return .line
    }
    session.record(answer.with(note: TextLayout.harmless(text)))
    try keep()
    complain("the note is kept")
    return .line
  }

  private func ask(_ typed: String, _ question: Question) throws(SaveError) -> Step {
    let roles = Question.Role.allCases
    var role = roles.first { $0.rawValue == typed.lowercased() }
    if role == nil {
      terminal.show("   Whom do you want to ask?")
      for (index, role) in roles.enumerated() {
        terminal.show("   \(index + 1)  \(role.inWords)")
      }
      guard let line = terminal.ask("ask> ") else { return .leave }
      if let number = Int(AnswerParser.trimmed(line)), roles.indices.contains(number - 1) {
        role = roles[number - 1]
      }
    }
    guard let role else {
      complain("nothing changed")
      return .line
    }
    session.ask(of: role)
    complain("marked: ask \(role.inWords)")
    session.skip()
    try keep()
    return .again
  }

  private func notApplicable(_ typed: String, _ question: Question) throws(SaveError) -> Step {
    guard question.mayBeNotApplicable else {
      complain("this question applies to every firm; d is \"don't know\"")
      return .line
    }
    guard mayDropRows(question) else { return .line }
    var reason = typed
    if reason.isEmpty {
      terminal.show("   Why does it not apply? An assessor will read this.")
      guard let line = terminal.ask("reason> ") else { return .leave }
      reason = AnswerParser.trimmed(line)
    }
    guard !reason.isEmpty else {
      complain("\"not applicable\" needs a reason; nothing changed")
      return .line
    }
    guard fits(reason) else { return .line }
    return try accept(.notApplicable(reason: TextLayout.harmless(reason)), question)
  }

  // MARK: Answers

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
