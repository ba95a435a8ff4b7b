/// Whether a question is asked.
public enum Applicability: Sendable {
  /// It is asked.
  case asked
  /// Its condition does not hold.
  case notAsked
  /// Its condition is not known yet: neither asked nor counted.
  case waiting
}

/// Evaluates conditions over one sheet of answers at one date.
///
/// A class, since it remembers what it has worked out; used within one assessment only.
final class Evaluator {
  let questionnaire: Questionnaire
  let answers: AnswerSheet
  let support: SupportHorizon
  /// Gives the outcome of a question; set by the assessor.
  var outcome: (String) -> Outcome = { _ in .cannotDetermine }

  private var applicabilities: [String: Applicability] = [:]
  private var visiting: Set<String> = []

  init(questionnaire: Questionnaire, answers: AnswerSheet, support: SupportHorizon) {
    self.questionnaire = questionnaire
    self.answers = answers
    self.support = support
  }

  func applicability(of id: String) -> Applicability {
    if let known = applicabilities[id] { return known }
    guard let question = questionnaire.question(id) else { return .notAsked }
    guard let when = question.when else {
      applicabilities[id] = .asked
      return .asked
    }
    // A cycle is refused when the pack is checked; here it only must not run for ever.
    guard visiting.insert(id).inserted else { return .waiting }
    defer { visiting.remove(id) }
    let result: Applicability =
      switch truth(of: when) {
      case .yes: .asked
      case .no: .notAsked
      case .unknown: .waiting
      }
    applicabilities[id] = result
    return result
  }

  /// Whether a condition holds; `row` is the row that cell tests look at.
  func truth(of condition: Condition, row: [String: Value]? = nil) -> Truth {
    switch condition {
    case .all(let conditions):
      return .all(conditions.lazy.map { self.truth(of: $0, row: row) })
    case .any(let conditions):
      return .any(conditions.lazy.map { self.truth(of: $0, row: row) })
    case .not(let inner):
      return !truth(of: inner, row: row)
    case .answer(let reference, let words):
      return test(reference) { Self.word($0, isOneOf: words) }
    case .chosen(let reference, let words):
      return test(reference) { Self.word($0, isOneOf: words) }
    case .chosenOnly(let reference, let words):
      return test(reference) {
        switch $0 {
        case .words(let chosen): Truth(!chosen.isEmpty && Set(chosen).isSubset(of: words))
        case .word(let word): Truth(words.contains(word))
        default: .unknown
        }
      }
    case .number(let reference, let bounds):
      return test(reference) { Self.number($0, bounds) }
    case .given(let reference):
      return given(reference)
    case .rowCount(let question, let bounds):
      return rows(of: question).truth { Truth(bounds.contains($0.count)) }
    case .someRow(let question, let inner):
      return rows(of: question).truth { rows in
        .any(rows.lazy.map { self.truth(of: inner, row: $0) })
      }
    case .everyRow(let question, let inner):
      return rows(of: question).truth { rows in
        .all(rows.lazy.map { self.truth(of: inner, row: $0) })
      }
    case .unsupportedRow(let questions):
      return .any(questions.lazy.map { self.unsupportedRow(in: $0) })
    case .outcome(let question, let outcomes):
      return outcomeTruth(question, outcomes)
    case .cell(let column, let words):
      return row?[column].map { Self.word($0, isOneOf: words) } ?? .unknown
    case .cellNumber(let column, let bounds):
      return row?[column].map { Self.number($0, bounds) } ?? .unknown
    case .cellGiven(let column):
      guard let value = row?[column] else { return .no }
      return value == .dontKnow ? .unknown : Truth(Self.isFilled(value))
    case .matchingRow(let table, let column, let equals, let inner):
      return matchingRow(table, column, row?[equals], inner)
    }
  }

  // MARK: Tests on answers

  private func test(_ reference: Condition.Reference, _ check: (Value) -> Truth) -> Truth {
    switch applicability(of: reference.question) {
    case .notAsked: return .no
    case .waiting: return .unknown
    case .asked: break
    }
    if let asked = partIsAsked(reference), asked != .yes { return asked }
    guard let answer = answers[reference.question] else { return .unknown }
    switch answer.content {
    case .dontKnow, .rows: return .unknown
    case .notApplicable: return mayBeNotApplicable(reference.question) ? .no : .unknown
    case .value(let value):
      guard reference.part == nil, let question = questionnaire.question(reference.question),
        Self.fits(value, question.kind, question.options)
      else { return .unknown }
      return check(value)
    case .parts(let values):
      guard let id = reference.part, let value = values[id],
        let part = questionnaire.question(reference.question)?.part(id),
        Self.fits(value, part.kind, part.options)
      else { return .unknown }
      return check(value)
    }
  }

  /// "Not applicable" where it is no answer leaves the question open.
  private func mayBeNotApplicable(_ question: String) -> Bool {
    questionnaire.question(question)?.mayBeNotApplicable ?? false
  }

  /// Whether a value has the form that is asked for, and names only options that are offered.
  static func fits(_ value: Value, _ kind: Question.Kind, _ options: [Option]) -> Bool {
    func isOffered(_ id: String) -> Bool { options.contains { $0.id == id } }
    return switch (kind, value) {
    case (.yesNo, .word(let word)): word == "yes" || word == "no"
    case (.choice, .word(let word)): isOffered(word)
    case (.choices, .words(let words)): words.allSatisfy(isOffered)
    case (.number, .number), (.text, .text), (.date, .date): true
    default: false
    }
  }

  /// Whether the part that is meant is asked; a part that is not asked makes a test false.
  private func partIsAsked(_ reference: Condition.Reference) -> Truth? {
    guard let id = reference.part,
      let when = questionnaire.question(reference.question)?.part(id)?.when
    else { return nil }
    let key = reference.question + " " + id
    // A cycle is refused when the pack is checked; here it only must not run for ever.
    guard visiting.insert(key).inserted else { return .unknown }
    defer { visiting.remove(key) }
    return truth(of: when)
  }

  private func given(_ reference: Condition.Reference) -> Truth {
    if reference.part == nil, case .rows(let rows) = answers[reference.question]?.content,
      applicability(of: reference.question) == .asked
    {
      return Truth(!rows.isEmpty)
    }
    if reference.part == nil, case .parts(let values) = answers[reference.question]?.content,
      applicability(of: reference.question) == .asked
    {
      return Truth(values.values.contains(where: Self.isFilled))
    }
    return test(reference) { value in
      value == .dontKnow ? .unknown : Truth(Self.isFilled(value))
    }
  }

  private enum Rows {
    case known([[String: Value]])
    case none
    case unknown

    func truth(_ check: ([[String: Value]]) -> Truth) -> Truth {
      switch self {
      case .known(let rows): check(rows)
      case .none: .no
      case .unknown: .unknown
      }
    }
  }

  private func rows(of question: String) -> Rows {
    switch applicability(of: question) {
    case .notAsked: return .none
    case .waiting: return .unknown
    case .asked: break
    }
    switch answers[question]?.content {
    case .rows(let rows): return .known(rows)
    case .notApplicable: return mayBeNotApplicable(question) ? .none : .unknown
    default: return .unknown
    }
  }

  private func unsupportedRow(in question: String) -> Truth {
    guard let definition = questionnaire.question(question) else { return .unknown }
    return rows(of: question).truth { rows in
      .any(rows.lazy.map { self.support.judgement(of: $0, in: definition).fails })
    }
  }

  private func outcomeTruth(_ question: String, _ wanted: [Outcome]) -> Truth {
    switch applicability(of: question) {
    case .notAsked: return Truth(wanted.contains(.notApplicable))
    case .waiting: return .unknown
    case .asked: break
    }
    let actual = outcome(question)
    if wanted.contains(actual) { return .yes }
    return actual == .cannotDetermine || actual == .unanswered ? .unknown : .no
  }

  private func matchingRow(
    _ table: String,
    _ column: String,
    _ wanted: Value?,
    _ inner: Condition?
  ) -> Truth {
    guard case .text(let text)? = wanted else { return .unknown }
    let name = Self.comparable(text)
    return rows(of: table).truth { rows in
      .any(
        rows.lazy.map { row -> Truth in
          guard case .text(let other)? = row[column], Self.comparable(other) == name else {
            return .no
          }
          return inner.map { self.truth(of: $0, row: row) } ?? .yes
        }
      )
    }
  }

  // MARK: Tests on values

  private static func word(_ value: Value, isOneOf words: [String]) -> Truth {
    switch value {
    case .dontKnow: .unknown
    case .word(let word): Truth(words.contains(word))
    case .words(let chosen): Truth(chosen.contains(where: words.contains))
    case .text(let text): Truth(words.contains(text))
    case .number(let number): Truth(words.contains(String(number)))
    case .date(let date): Truth(words.contains(date.description))
    }
  }

  private static func number(_ value: Value, _ bounds: Bounds) -> Truth {
    if case .number(let number) = value { Truth(bounds.contains(number)) } else { .unknown }
  }

  static func isFilled(_ value: Value) -> Bool {
    switch value {
    case .dontKnow: false
    case .text(let text): text.contains { !$0.isWhitespace }
    case .words(let words): !words.isEmpty
    case .word, .number, .date: true
    }
  }

  /// Names are compared without regard to case and spacing.
  private static func comparable(_ text: String) -> String {
    text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
