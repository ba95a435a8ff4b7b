import ReadinessCore

/// Questions that are asked part by part.
extension TerminalInterview {
  /// Asks the parts in order; each accepted part is saved before the next prompt.
  ///
  /// Of a question that was left half-way only the parts without a value are asked.
  func answerParts(_ question: Question) throws(SaveError) -> Step {
    warnOnce()
    var asked = session.isOpen(question) ? session.settledParts(of: question) : []
    while let part = nextPart(question, asked) {
      asked.insert(part.id)
      switch try answerPart(part, question) {
      case .again: return .again
      case .leave: return .leave
      case .line: continue
      }
    }
    session.advance()
    try keep()
    return .again
  }

  /// The parts are worked out anew each time, since one may depend on another.
  private func nextPart(_ question: Question, _ asked: Set<String>) -> Part? {
    session.assessor.askedParts(of: question, session.sheet, asOf: session.asOf)
      .first { !asked.contains($0.id) }
  }

  private func values(_ question: Question) -> [String: Value] {
    if case .parts(let values)? = session.sheet[question.id]?.content { values } else { [:] }
  }

  /// `.line` goes on to the next part.
  private func answerPart(_ part: Part, _ question: Question) throws(SaveError) -> Step {
    let old = values(question)[part.id]
    let label = "  " + part.id + ": "
    terminal.show("")
    for line in TextLayout.wrap(
      part.prompt + (part.isNeeded ? "" : " (you may leave it empty)"),
      width: screen.width,
      first: label,
      rest: "    "
    ) {
      terminal.show(line)
    }
    for line in screen.choices(part.kind, part.options) { terminal.show(line) }
    if let old {
      let words = TextLayout.harmless(AnswerText.text(old, options: part.options))
      let text = "Your answer so far: \(words). Enter keeps it."
      for line in TextLayout.wrap(text, width: screen.width, first: "    ", rest: "    ") {
        terminal.show(line)
      }
    }
    while true {
      guard let line = hear("\(question.id) \(part.id)> ") else { return .leave }
      let typed = AnswerParser.trimmed(line)
      if typed.isEmpty, old != nil || !part.isNeeded { return .line }
      if typed == "s" || typed == "skip" { return .line }
      if let step = try command(typed, question, kind: part.kind) {
        if step == .line { continue }
        return step
      }
      guard let value = parsed(typed == "d" ? AnswersFile.dontKnow : typed, part) else { continue }
      var all = values(question)
      all[part.id] = value
      store(.parts(all), question)
      try keep()
      return .line
    }
  }

  private func parsed(_ typed: String, _ part: Part) -> Value? {
    do {
      // A number outside the good range is an honest answer: it is judged, not refused.
      return try AnswerParser.value(typed, kind: part.kind, options: part.options)
    } catch {
      complain(error.what)
      return nil
    }
  }
}
