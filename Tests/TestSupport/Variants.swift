public import ReadinessCore

/// One answer in the place of another.
public struct Variant: Sendable, CustomStringConvertible {
  /// The question.
  public let question: String
  /// What was changed, in words.
  public let change: String
  /// The answer, or `nil` where there is none any more.
  public let content: AnswerContent?

  /// The question and the change.
  public var description: String { "\(question): \(change)" }
}

/// Other answers to a question, made from a good one by changing a single thing.
public enum Variants {
  /// Answers that leave something open that the question needs: nothing may come of them.
  public static func unknown(_ question: Question, insteadOf good: AnswerContent) -> [Variant] {
    var variants = [
      Variant(question: question.id, change: "don't know", content: .dontKnow),
      Variant(question: question.id, change: "no answer", content: nil),
    ]
    func add(_ change: String, _ content: AnswerContent) {
      variants.append(Variant(question: question.id, change: change, content: content))
    }
    switch good {
    case .value(.text) where !question.limits.mayBeBlank:
      add("only spaces", .text("  \n"))
    case .value(.words):
      add("nothing chosen", .value(.words([])))
    case .parts(let parts):
      add("no parts", .parts([:]))
      for part in question.parts where part.isNeeded && parts[part.id] != nil {
        add("part \(part.id) left out", .parts(parts.filter { $0.key != part.id }))
        add("part \(part.id) don't know", .parts(parts.merging([part.id: .dontKnow]) { $1 }))
      }
    case .rows(let rows):
      guard let first = rows.first else { break }
      for column in question.columns where column.isNeeded {
        let rest = Array(rows.dropFirst())
        add("cell \(column.id) left out", .rows([first.filter { $0.key != column.id }] + rest))
        add(
          "cell \(column.id) don't know",
          .rows([first.merging([column.id: .dontKnow]) { $1 }] + rest)
        )
      }
    default: break
    }
    return variants
  }

  /// Answers that the question itself calls bad, whatever else is answered.
  public static func bad(_ question: Question, insteadOf good: AnswerContent) -> [Variant] {
    var variants: [Variant] = []
    func add(_ change: String, _ content: AnswerContent) {
      variants.append(Variant(question: question.id, change: change, content: content))
    }
    switch (question.kind, good) {
    case (.yesNo, _):
      if let word = opposite(question.good) { add(word, .option(word)) }
    case (.choice, _):
      for option in question.options where option.good == .no { add(option.id, .option(option.id)) }
    case (.choices, .value(.words(let chosen))):
      for option in question.options where option.good == .no {
        add("\(option.id) alone", .options(option.id))
        add("\(option.id) too", .value(.words(chosen + [option.id])))
      }
    case (.parts, .parts(let parts)):
      for part in question.parts where parts[part.id] != nil {
        for value in bad(part) {
          add("part \(part.id) is \(value)", .parts(parts.merging([part.id: value]) { $1 }))
        }
      }
    default: break
    }
    return variants
  }

  private static func bad(_ part: Part) -> [Value] {
    switch part.kind {
    case .yesNo: return opposite(part.good).map { [.word($0)] } ?? []
    case .choice: return part.options.filter { $0.good == .no }.map { .word($0.id) }
    case .choices: return part.options.filter { $0.good == .no }.map { .words([$0.id]) }
    case .number:
      let below = part.range.atLeast.map { Value.number($0 - 1) }
      let above = part.range.atMost.map { Value.number($0 + 1) }
      return [below, above].compactMap(\.self)
    case .date:
      switch part.maxAge {
      case .days(let most): return [.date(dateOfFacts.adding(days: -most - 1))]
      case .months(let most): return [.date(dateOfFacts.adding(months: -most).adding(days: -1))]
      case nil: return []
      }
    case .text, .parts, .table: return []
    }
  }

  private static func opposite(_ good: Question.Good?) -> String? {
    switch good {
    case .yes: "no"
    case .no: "yes"
    case .either, nil: nil
    }
  }
}
