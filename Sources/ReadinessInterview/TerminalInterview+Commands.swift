import ReadinessCore

/// What may be typed at every prompt, beside answers.
extension TerminalInterview {
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
      guard let line = hear("note> ") else { return .leave }
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
      guard let line = hear("ask> ") else { return .leave }
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
      guard let line = hear("reason> ") else { return .leave }
      reason = AnswerParser.trimmed(line)
    }
    guard !reason.isEmpty else {
      complain("\"not applicable\" needs a reason; nothing changed")
      return .line
    }
    guard fits(reason) else { return .line }
    return try accept(.notApplicable(reason: TextLayout.harmless(reason)), question)
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
}
