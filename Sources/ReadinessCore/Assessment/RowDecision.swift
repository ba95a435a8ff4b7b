/// How one row of a table was decided by the steps of its question.
public struct RowDecision: Hashable, Sendable {
  /// The question whose table it is in.
  public let question: String
  /// Which row, from 1.
  public let row: Int
  /// What names the row, as the firm wrote it.
  public let name: String
  /// `met`, `not met` or `cannot determine`; the mark is the question's.
  public let outcome: Outcome
  /// Which step decided it, from 1; one more than there are steps where none did.
  ///
  /// Where the outcome is "cannot determine", the first step that is not known.
  public let step: Int
  /// Why, in words for the firm.
  public let text: String
}

extension Evaluator {
  /// How the steps decide a row.
  ///
  /// What is not known leaves open only what it can change: where every way from there ends alike,
  /// the row is decided.
  func decide(_ row: [String: Value], number: Int, in question: Question, by flow: Flow)
    -> RowDecision
  {
    var possible: Set<Rule.Gives> = []
    var firstOpen: Int?
    var end = (step: flow.steps.count + 1, flow.otherwise.gives, flow.otherwise.because)
    walk: for (index, step) in flow.steps.enumerated() {
      switch truth(of: step.condition, row: row) {
      case .no: continue
      case .unknown:
        possible.insert(step.gives)
        firstOpen = firstOpen ?? index
      case .yes:
        end = (index + 1, step.gives, step.because)
        break walk
      }
    }
    possible.insert(end.1)
    let isDecided = possible.count == 1
    var result = end
    if !isDecided, let firstOpen {
      result = (firstOpen + 1, .cannotDetermine, flow.steps[firstOpen].because)
    }
    let outcome: Outcome =
      switch result.1 {
      case .met: .met
      case .adverse: .notMet
      case .cannotDetermine: .cannotDetermine
      }
    return RowDecision(
      question: question.id,
      row: number,
      name: flow.names.map { Self.plain(row[$0]) }.filter { !$0.isEmpty }.joined(separator: " "),
      outcome: outcome,
      step: result.step,
      text: isDecided ? result.2 : "not known yet whether this holds: \(result.2)"
    )
  }

  /// The decisions on all rows of a question that has steps and rows.
  func decisions(on question: Question) -> [RowDecision] {
    guard let flow = question.flow, case .rows(let rows)? = answers[question.id]?.content else {
      return []
    }
    return rows.enumerated().map { decide($1, number: $0 + 1, in: question, by: flow) }
  }

  private static func plain(_ value: Value?) -> String {
    switch value {
    case .text(let text)?: text
    case .word(let word)?: word
    case .words(let words)?: words.joined(separator: ", ")
    case .number(let number)?: String(number)
    case .date(let date)?: date.description
    case .dontKnow?, nil: ""
    }
  }
}

extension RowDecision {
  /// The row, the step and why, in one line.
  public var inWords: String {
    let called = name.isEmpty ? "" : " (\(name))"
    return "row \(row)\(called), step \(step): \(text)"
  }
}
