/// What one question's answer is worth before contradictions are looked at.
///
/// `Questionnaires/README.md`, section "What an answer is worth", is the rule; the numbers of the
/// functions' comments are its numbers.
struct Judge {
  let evaluator: Evaluator
  let asOf: CalendarDate

  /// One voice on what an answer is worth.
  enum Voice {
    case met(Reason)
    case adverse(Reason, Mark, Confidence)
    case cannotDetermine(Reason)
  }

  func result(of question: Question) -> QuestionResult {
    let answer = evaluator.answers[question.id]
    guard let answer else {
      return plain(question, .unanswered, "unanswered", "nothing is answered yet", nil)
    }
    switch answer.content {
    case .dontKnow:
      return plain(question, .cannotDetermine, "dont-know", "the answer is \"don't know\"", answer)
    case .notApplicable(let reason):
      guard question.mayBeNotApplicable else {
        return plain(
          question,
          .unanswered,
          "not-allowed",
          "\"not applicable\" is not an answer to this question: it always applies",
          answer
        )
      }
      guard reason.contains(where: { !$0.isWhitespace }) else {
        return plain(
          question,
          .unanswered,
          "not-allowed",
          "\"not applicable\" needs a reason",
          answer
        )
      }
      return plain(
        question,
        .notApplicable,
        "not-applicable",
        "you say it does not apply: \(reason)",
        answer
      )
    case .value, .parts, .rows:
      if isEmpty(answer.content), !question.limits.mayBeBlank {
        return plain(question, .unanswered, "unanswered", "nothing is answered yet", answer)
      }
      return combined(question, answer, voices(of: question, answer.content))
    }
  }

  private func plain(
    _ question: Question,
    _ outcome: Outcome,
    _ code: String,
    _ text: String,
    _ answer: Answer?
  ) -> QuestionResult {
    QuestionResult(
      question: question,
      outcome: outcome,
      mark: question.mark,
      confidence: question.confidence,
      reasons: [Reason(code: code, text: text, sources: question.sources)],
      strength: outcome == .unanswered ? nil : .said,
      strengthDate: outcome == .unanswered ? nil : answer?.at?.day,
      answered: answer?.at
    )
  }

  private func isEmpty(_ content: AnswerContent) -> Bool {
    switch content {
    case .value(let value): !Evaluator.isFilled(value)
    case .parts(let values): values.isEmpty
    case .rows, .dontKnow, .notApplicable: false
    }
  }

  /// 3: the worst voice counts.
  private func combined(
    _ question: Question,
    _ answer: Answer,
    _ voices: [Voice]
  ) -> QuestionResult {
    var adverse: [(reason: Reason, mark: Mark, confidence: Confidence)] = []
    var open: [Reason] = []
    var good: [Reason] = []
    for voice in voices {
      switch voice {
      case .met(let reason): good.append(reason)
      case .adverse(let reason, let mark, let confidence):
        if mark == .information {
          // Context takes part by being answered, whatever the answer is.
          good.append(reason)
        } else {
          adverse.append((reason, mark, confidence))
        }
      case .cannotDetermine(let reason): open.append(reason)
      }
    }
    let outcome: Outcome
    var mark = question.mark
    var confidence = question.confidence
    var reasons: [Reason]
    if let worst = adverse.min(by: { Self.severity($0.mark) < Self.severity($1.mark) }) {
      mark = worst.mark
      confidence = worst.confidence
      outcome = mark == .automaticFail ? .automaticFail : .notMet
      reasons = [worst.reason] + adverse.map(\.reason).filter { $0 != worst.reason }
    } else if !open.isEmpty {
      outcome = .cannotDetermine
      reasons = open
    } else if !good.isEmpty {
      outcome = .met
      reasons = good
    } else {
      outcome = .cannotDetermine
      reasons = [
        Reason(
          code: "rule",
          text: "no rule says what this answer is worth",
          sources: question.sources
        )
      ]
    }
    return QuestionResult(
      question: question,
      outcome: outcome,
      mark: mark,
      confidence: confidence,
      reasons: reasons,
      strength: .said,
      strengthDate: answer.at?.day,
      answered: answer.at
    )
  }

  static func severity(_ mark: Mark) -> Int {
    switch mark {
    case .automaticFail: 0
    case .scope: 1
    case .major: 2
    case .information: 3
    }
  }

  private func voices(of question: Question, _ content: AnswerContent) -> [Voice] {
    var voices: [Voice] =
      switch content {
      case .value(let value): own(question, value)
      case .parts(let values) where question.kind == .parts: partVoices(question, values)
      case .rows(let rows) where question.kind == .table: rowVoices(question, rows)
      case .parts, .rows, .dontKnow, .notApplicable:
        [
          .cannotDetermine(
            Reason(
              code: "answer",
              text: "the answer has another form than the question",
              sources: question.sources
            )
          )
        ]
      }
    voices += question.rules.compactMap { ruleVoice($0, question) }
    return voices
  }

  // 1: the question's own rule.

  private func own(_ question: Question, _ value: Value) -> [Voice] {
    func reason(_ code: String, _ text: String) -> Reason {
      Reason(code: code, text: text, sources: question.sources)
    }
    switch (question.kind, value) {
    case (.yesNo, .word(let word)) where word == "yes" || word == "no":
      guard let good = question.good else { return [] }
      let text = "the answer is \"\(word)\""
      return good == .either || good.rawValue == word
        ? [.met(reason("answer", text))]
        : [.adverse(reason("answer", text), question.mark, question.confidence)]
    case (.choice, .word(let word)):
      return [optionVoice(question, [word])]
    case (.choices, .words(let words)):
      return [optionVoice(question, words)]
    case (.number, .number(let number)):
      guard question.limits.range.contains(number) else {
        return [.cannotDetermine(reason("answer", "\(number) is out of range"))]
      }
      return isContext(question) ? [.met(reason("answer", "answered"))] : []
    case (.text, .text), (.date, .date):
      return isContext(question) ? [.met(reason("answer", "answered"))] : []
    default:
      return [.cannotDetermine(reason("answer", "the answer has another form than the question"))]
    }
  }

  private func isContext(_ question: Question) -> Bool {
    question.mark == .information || question.mark == .scope
  }

  private func optionVoice(_ question: Question, _ chosen: [String]) -> Voice {
    let options = chosen.map { id in question.options.first { $0.id == id } }
    guard options.allSatisfy({ $0 != nil }),
      question.limits.range.contains(chosen.count)
        || question.kind == .choice
    else {
      return .cannotDetermine(
        Reason(
          code: "option",
          text: "the answer names an option that is not offered",
          sources: question.sources
        )
      )
    }
    let known = options.compactMap(\.self)
    if let bad = known.first(where: { $0.good == .no }) {
      let text = "you chose: \(bad.text)"
      return .adverse(
        Reason(code: "option", text: text, sources: question.sources),
        question.mark,
        question.confidence
      )
    }
    let names = known.map(\.text).joined(separator: "; ")
    return .met(Reason(code: "option", text: "you chose: \(names)", sources: question.sources))
  }

  private func partVoices(_ question: Question, _ values: [String: Value]) -> [Voice] {
    var voices: [Voice] = []
    for part in question.parts {
      let applies = part.when.map { evaluator.truth(of: $0) } ?? .yes
      guard applies != .no else { continue }
      if let voice = partVoice(part, values[part.id], applies: applies, of: question) {
        voices.append(voice)
      }
    }
    if voices.isEmpty {
      voices.append(
        .met(Reason(code: "part", text: "all parts are given", sources: question.sources))
      )
    }
    return voices
  }

  /// What one part objects to; `nil` where it is in order.
  private func partVoice(
    _ part: Part,
    _ value: Value?,
    applies: Truth,
    of question: Question
  ) -> Voice? {
    func open(_ text: String) -> Voice? {
      guard part.isNeeded else { return nil }
      return .cannotDetermine(
        Reason(code: "part", text: "\(text): \(part.prompt)", sources: question.sources)
      )
    }
    func denied(_ text: String) -> Voice {
      .adverse(
        Reason(code: "part", text: text, sources: question.sources),
        question.mark,
        question.confidence
      )
    }
    guard applies == .yes else { return open("it is not known whether this applies") }
    guard let value, value == .dontKnow || Evaluator.isFilled(value) else {
      return open("not given")
    }
    switch (part.kind, value) {
    case (_, .dontKnow): return open("you don't know")
    case (.yesNo, .word(let word)) where word == "yes" || word == "no":
      guard let good = part.good, good != .either, good.rawValue != word else { return nil }
      return denied("\(part.prompt) You say \"\(word)\"")
    case (.choice, .word), (.choices, .words):
      var chosen: [String] = []
      if case .word(let word) = value { chosen = [word] }
      if case .words(let words) = value { chosen = words }
      let options = chosen.compactMap { id in part.options.first { $0.id == id } }
      guard options.count == chosen.count else { return open("an unknown option") }
      guard let bad = options.first(where: { $0.good == .no }) else { return nil }
      return denied("\(part.prompt) You say: \(bad.text)")
    case (.number, .number(let number)):
      guard !part.range.contains(number) else { return nil }
      let unit = part.unit.map { " \($0)" } ?? ""
      return denied("\(part.prompt) You say \(number)\(unit)" + bound(part.range, unit))
    case (.date, .date(let date)):
      if date > asOf { return open("the date lies ahead") }
      guard let most = part.maxAge, most.lastDay(from: date) < asOf else { return nil }
      return denied("\(part.prompt) \(date) is more than \(most.inWords) ago")
    case (.text, .text): return nil
    default: return open("the answer has another form than the question")
    }
  }

  private func bound(_ range: Bounds, _ unit: String) -> String {
    switch (range.atLeast, range.atMost) {
    case (let least?, let most?): "; it should be \(least) to \(most)\(unit)"
    case (nil, let most?): "; it should be \(most)\(unit) or fewer"
    case (let least?, nil): "; it should be \(least)\(unit) or more"
    case (nil, nil): ""
    }
  }

  private func rowVoices(_ question: Question, _ rows: [[String: Value]]) -> [Voice] {
    var missing: [String] = []
    for (index, row) in rows.enumerated() {
      for column in question.columns where column.isNeeded {
        let isGood = row[column.id].map {
          Evaluator.isFilled($0) && Evaluator.fits($0, column.kind, column.options)
        }
        if isGood != true { missing.append("row \(index + 1): \(column.prompt)") }
      }
    }
    guard missing.isEmpty else {
      return [
        .cannotDetermine(
          Reason(
            code: "cells",
            text: "not filled in: " + missing.prefix(5).joined(separator: "; "),
            sources: question.sources
          )
        )
      ]
    }
    if question.flow != nil { return decisionVoices(question) }
    guard isContext(question) else { return [] }
    let text = rows.isEmpty ? "none" : "\(rows.count) row\(rows.count == 1 ? "" : "s")"
    return [.met(Reason(code: "answer", text: text, sources: question.sources))]
  }

  // 2: the rules beside it.

  private func ruleVoice(_ rule: Rule, _ question: Question) -> Voice? {
    let sources = rule.sources.isEmpty ? question.sources : rule.sources
    let reason = Reason(code: "rule", text: rule.because, sources: sources)
    switch (evaluator.truth(of: rule.condition), rule.gives) {
    case (.no, _): return nil
    case (.yes, .met): return .met(reason)
    case (.yes, .adverse):
      return .adverse(
        reason,
        rule.mark ?? question.mark,
        rule.confidence ?? question.confidence
      )
    case (.yes, .cannotDetermine): return .cannotDetermine(reason)
    case (.unknown, .met): return nil
    case (.unknown, .adverse), (.unknown, .cannotDetermine):
      let text = "not known yet whether this holds: \(rule.because)"
      return .cannotDetermine(Reason(code: "rule", text: text, sources: sources))
    }
  }
}
