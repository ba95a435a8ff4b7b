import ReadinessCore

/// Tables, filled row by row.
extension TerminalInterview {
  func rows(_ question: Question) -> [[String: Value]] {
    if case .rows(let rows)? = session.sheet[question.id]?.content { rows } else { [] }
  }

  func showRows(_ question: Question) {
    for (index, row) in rows(question).enumerated() {
      let missing = question.columns.contains { $0.isNeeded && row[$0.id] == nil }
      let text =
        TextLayout.harmless(AnswerText.row(row, of: question))
        + (missing ? " · (not complete)" : "")
      for line in TextLayout.wrap(
        text,
        width: screen.width,
        first: "   row \(index + 1)  ",
        rest: "          "
      ) {
        terminal.show(line)
      }
    }
  }

  /// Handles what was typed at a table: `+`, `e 2`, `r 2`, `none`, Enter.
  func editTable(_ question: Question, _ typed: String) throws(SaveError) -> Step {
    let words = typed.split(separator: " ").map(String.init)
    let number = words.count > 1 ? Int(words[1]) : nil
    switch words.first ?? "" {
    case "+": return try fill(row: rows(question).count, of: question)
    case "e", "edit":
      guard let number, rows(question).indices.contains(number - 1) else { return noSuchRow() }
      return try fill(row: number - 1, of: question)
    case "r", "remove":
      guard let number, rows(question).indices.contains(number - 1) else { return noSuchRow() }
      var left = rows(question)
      left.remove(at: number - 1)
      store(.rows(left), question)
      try keep()
      return .again
    case "none":
      return mayDropRows(question) ? try accept(.rows([]), question) : .line
    case "":
      guard session.sheet[question.id] != nil else {
        complain("type + to add a row, or none if there are none")
        return .line
      }
      session.advance()
      try keep()
      return .again
    default:
      complain("type + to add a row, e 2 to edit row 2, r 2 to remove it, none, or Enter")
      return .line
    }
  }

  /// Whether an answer in place of the rows loses none; says what to do otherwise.
  func mayDropRows(_ question: Question) -> Bool {
    guard rows(question).isEmpty else {
      complain("there are rows: remove them first, as r 1")
      return false
    }
    return true
  }

  private func noSuchRow() -> Step {
    complain("name a row by its number, as e 1")
    return .line
  }

  /// Asks for the cells of one row; each accepted cell is saved before the next prompt.
  private func fill(row index: Int, of question: Question) throws(SaveError) -> Step {
    warnOnce()
    terminal.show("   Row \(index + 1). Enter keeps or leaves empty; . ends the row.")
    for column in question.columns {
      let step = try askCell(column, row: index, of: question)
      if step != .line { return step }
    }
    return .again
  }

  /// `.line` goes on to the next cell.
  private func askCell(
    _ column: Column,
    row index: Int,
    of question: Question
  ) throws(SaveError) -> Step {
    let old = rows(question).indices.contains(index) ? rows(question)[index][column.id] : nil
    let needed = column.isNeeded ? "" : " (may be left empty)"
    for line in TextLayout.wrap(
      column.prompt + needed,
      width: screen.width,
      first: "  \(column.id): ",
      rest: "    "
    ) {
      terminal.show(line)
    }
    for line in screen.choices(column.kind, column.options) { terminal.show(line) }
    if let old {
      let words = TextLayout.harmless(AnswerText.text(old, options: column.options))
      for line in TextLayout.wrap(
        "So far: " + words,
        width: screen.width,
        first: "    ",
        rest: "      "
      ) {
        terminal.show(line)
      }
    }
    while true {
      guard let line = hear("row \(index + 1) \(column.id)> ") else { return .leave }
      let typed = AnswerParser.trimmed(line)
      if typed == "." { return .again }
      if typed.isEmpty {
        if old != nil || !column.isNeeded { return .line }
        complain("this one is needed; type d for don't know, or . to end the row")
        continue
      }
      if let step = try command(typed, question, kind: column.kind) {
        if step == .line { continue }
        return step
      }
      let value: Value
      do {
        value = try AnswerParser.value(
          typed == "d" ? AnswersFile.dontKnow : typed,
          kind: column.kind,
          options: column.options
        )
      } catch {
        complain(error.what)
        continue
      }
      try keepCell(value, column, row: index, of: question)
      return .line
    }
  }

  private func keepCell(
    _ value: Value,
    _ column: Column,
    row index: Int,
    of question: Question
  ) throws(SaveError) {
    var all = rows(question)
    if !all.indices.contains(index) { all.append([:]) }
    all[all.count > index ? index : all.count - 1][column.id] = value
    store(.rows(all), question)
    try keep()
  }
}
