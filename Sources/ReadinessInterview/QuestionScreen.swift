import ReadinessCore

/// What a question looks like in a terminal of 80 columns.
struct QuestionScreen {
  let session: InterviewSession
  let width: Int

  /// The rule above a question: its section and the progress.
  func head(_ question: Question) -> String {
    let section = session.assessor.questionnaire.section(of: question.id)
    let (answered, total) = session.progress
    let left = "── \(section?.id ?? "") \(section?.title ?? "") "
    let right = " \(answered) of \(total) answered ──"
    let gap = max(2, width - TextLayout.width(left) - TextLayout.width(right))
    return left + String(repeating: "─", count: gap) + right
  }

  /// The prompt, the options and what may be typed.
  func lines(_ question: Question) -> [String] {
    let label = question.id + "  "
    let indent = String(repeating: " ", count: TextLayout.width(label))
    var lines = TextLayout.wrap(question.words.prompt, width: width, first: label, rest: indent)
    if let caution = question.words.caution {
      lines += TextLayout.wrap("Note: " + caution, width: width, first: indent, rest: indent)
    }
    let who = question.who.map(\.inWords).joined(separator: ", or ")
    if !who.isEmpty {
      let text = "Who usually knows: " + who
      lines += TextLayout.wrap(text, width: width, first: indent, rest: indent + "  ")
    }
    if let role = session.sheet.asked[question.id] {
      lines.append(indent + "You marked this to ask " + role.inWords)
    }
    if let answer = session.sheet[question.id] {
      // An answer or a note may have come in a file from somebody else.
      var texts = ["Your answer so far: " + AnswerText.text(answer.content, of: question)]
      if let note = answer.note { texts.append("Your note: " + note) }
      for text in texts {
        let harmless = TextLayout.harmless(text, keepLines: true)
        lines += TextLayout.wrap(harmless, width: width, first: indent, rest: indent + "  ")
      }
    }
    return lines + choices(question.kind, question.options)
  }

  /// Numbered choices of a question, a part or a cell.
  func choices(_ kind: Question.Kind, _ options: [Option]) -> [String] {
    switch kind {
    case .yesNo: return ["   1  yes", "   2  no"]
    case .choice, .choices:
      if let columns = twoColumns(options) { return columns }
      return options.enumerated().flatMap { index, option in
        let label = "\(index + 1)"
        let gap = String(repeating: " ", count: max(0, 4 - label.count))
        return TextLayout.wrap(
          option.text,
          width: width,
          first: gap + label + "  ",
          rest: "      "
        )
      }
    default: return []
    }
  }

  /// Many short options in two columns, so that the question stays on one screen; `nil` where
  /// they are few or do not fit.
  private func twoColumns(_ options: [Option]) -> [String]? {
    let half = (options.count + 1) / 2
    let texts = options.enumerated().map { index, option in
      TextLayout.pad("", to: index < 9 ? 3 : 2) + "\(index + 1)  " + option.text
    }
    let left = (texts[..<half].map { TextLayout.width($0) }.max() ?? 0) + 2
    let right = texts[half...].map { TextLayout.width($0) }.max() ?? 0
    guard options.count > 10, left + right <= width else { return nil }
    return (0..<half).map { row in
      guard half + row < texts.count else { return texts[row] }
      return TextLayout.pad(texts[row], to: left) + texts[half + row]
    }
  }

  /// What may be typed: the answers, then the commands.
  func keys(_ question: Question) -> [String] {
    var first: [String] =
      switch question.kind {
      case .yesNo, .choice: ["type the number"]
      case .choices: ["type the numbers, as 1 3"]
      case .number: ["type a number"]
      case .date: ["type a date, as 2026-11-22"]
      case .text: [question.limits.mayBeBlank ? "type it, or - to leave it empty" : "type it"]
      case .parts: ["asked part by part; Enter goes through them"]
      case .table: ["+ adds a row", "e 2 edits row 2", "r 2 removes it", "none", "Enter when done"]
      }
    first.append("d don't know")
    if question.mayBeNotApplicable { first.append("x not applicable") }
    let commands = [
      "? help", "b back", "s skip", "j A6.4 jump", "n note", "a ask someone", "q leave",
    ]
    return filled(first, separator: " · ") + filled(commands, separator: "   ")
  }

  /// The items in as few lines as they need, none broken.
  private func filled(_ items: [String], separator: String) -> [String] {
    var lines: [String] = []
    for item in items {
      if let last = lines.last, TextLayout.width(last + separator + item) <= width {
        lines[lines.count - 1] += separator + item
      } else {
        lines.append("   " + item)
      }
    }
    return lines
  }

  /// The whole help of a question.
  func help(_ question: Question) -> [String] {
    var lines: [String] = [""]
    func add(_ title: String, _ text: String) {
      lines += TextLayout.wrap(title + ": " + text, width: width, first: "  ", rest: "    ")
    }
    add("Why it matters", question.words.why)
    add("How to find out", question.words.findOut)
    add("A good answer", question.words.compliant)
    for hint in question.evidence { add("Worth keeping", hint.text) }
    switch question.mark {
    case .automaticFail where question.confidence == .high:
      add("If not", "this alone fails a real application")
    case .automaticFail:
      add(
        "If not",
        "this alone very likely fails a real application "
          + "(\(question.confidence.rawValue) confidence)"
      )
    case .major: add("If not", "it counts as a serious shortfall")
    case .scope: add("If not", "the scope does not stand, and nothing else counts")
    case .information: add("If not", "nothing fails: this is for information")
    }
    add("Sources", question.sources.joined(separator: ", "))
    lines.append("")
    return lines
  }
}
