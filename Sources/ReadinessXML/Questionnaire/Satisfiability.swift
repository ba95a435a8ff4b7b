import ReadinessCore

/// Tries all answers that a condition tells apart, to see whether any makes it hold.
struct Satisfiability {
  /// More combinations than this are not tried; then the condition is taken to be satisfiable.
  private static let most = 50_000

  let questionnaire: Questionnaire
  /// The table whose row tests on cells look at; without it they are true or false by themselves.
  var row: Question?

  /// Whether some answers make the condition hold.
  func isPossible(_ condition: Condition) -> Bool {
    let domains = Array(self.domains(of: condition))
    var combinations = 1
    for (_, values) in domains {
      combinations *= max(1, values.count)
      if combinations > Self.most { return true }
    }
    for number in 0..<combinations {
      var rest = number
      var values: [String: String] = [:]
      for (name, domain) in domains where !domain.isEmpty {
        values[name] = domain[rest % domain.count]
        rest /= domain.count
      }
      if holds(condition, values) { return true }
    }
    return false
  }

  /// Whether all tests are on answers with few values, so that trying them all decides.
  func isDecidable(_ condition: Condition) -> Bool {
    tests(in: condition).allSatisfy { subject(of: $0) != nil }
  }

  // MARK: What a test looks at

  private enum Subject {
    case options([String])
    case subsets([String])
    case number
    case outcome
  }

  /// What a test looks at, and its name; `nil` where it is not on few values.
  private func subject(of test: Condition) -> (name: String, Subject)? {
    switch test {
    case .answer(let reference, _), .chosen(let reference, _), .chosenOnly(let reference, _),
      .number(let reference, _):
      guard let question = questionnaire.question(reference.question) else { return nil }
      let part = reference.part.flatMap { question.part($0) }
      let options = (part?.options ?? question.options).map(\.id)
      let name = reference.question + " " + (reference.part ?? "")
      switch part?.kind ?? question.kind {
      case .yesNo: return (name, .options(["yes", "no"]))
      case .choice: return (name, .options(options))
      case .choices: return options.count <= 6 ? (name, .subsets(options)) : nil
      case .number: return (name, .number)
      default: return nil
      }
    case .rowCount(let question, _): return ("rows of " + question, .number)
    case .outcome(let question, _): return ("outcome of " + question, .outcome)
    case .cell(let column, _), .cellNumber(let column, _): return cell(column)
    default: return nil
    }
  }

  private func cell(_ id: String) -> (name: String, Subject)? {
    guard let column = row?.column(id) else { return nil }
    switch column.kind {
    case .yesNo: return ("cell " + id, .options(["yes", "no"]))
    case .choice: return ("cell " + id, .options(column.options.map(\.id)))
    case .number: return ("cell " + id, .number)
    default: return nil
    }
  }

  private func tests(in condition: Condition) -> [Condition] {
    switch condition {
    case .all(let conditions), .any(let conditions): conditions.flatMap(tests)
    case .not(let inner): tests(in: inner)
    default: [condition]
    }
  }

  /// The values to try by name; a test that is not on few values is true or false by itself.
  private func domains(of condition: Condition) -> [String: [String]] {
    var domains: [String: [String]] = [:]
    var numbers: [String: Set<Int>] = [:]
    for test in tests(in: condition) {
      guard let (name, subject) = subject(of: test) else {
        domains[String(describing: test)] = ["true", "false"]
        continue
      }
      switch subject {
      case .options(let options): domains[name] = options
      case .subsets(let options): domains[name] = Self.subsets(options)
      case .outcome: domains[name] = Outcome.allCases.map(\.rawValue)
      case .number: numbers[name, default: [0]].formUnion(Self.edges(test))
      }
    }
    for (name, values) in numbers { domains[name] = values.sorted().map(String.init) }
    return domains
  }

  /// The numbers at which a test changes its mind.
  private static func edges(_ test: Condition) -> [Int] {
    switch test {
    case .number(_, let bounds), .rowCount(_, let bounds), .cellNumber(_, let bounds):
      [bounds.atLeast, bounds.atMost].compactMap(\.self).flatMap { [$0 &- 1, $0, $0 &+ 1] }
    default: []
    }
  }

  private static func subsets(_ options: [String]) -> [String] {
    (1..<max(2, 1 << options.count)).map { mask in
      options.enumerated().filter { mask & (1 << $0.offset) != 0 }.map(\.element)
        .joined(separator: " ")
    }
  }

  // MARK: Trying

  private func holds(_ condition: Condition, _ values: [String: String]) -> Bool {
    switch condition {
    case .all(let conditions): return conditions.allSatisfy { holds($0, values) }
    case .any(let conditions): return conditions.contains { holds($0, values) }
    case .not(let inner): return !holds(inner, values)
    default: break
    }
    guard let (name, _) = subject(of: condition) else {
      return values[String(describing: condition)] == "true"
    }
    let value = values[name] ?? ""
    let chosen = value.split(separator: " ").map(String.init)
    switch condition {
    case .answer(_, let words), .chosen(_, let words), .cell(_, let words):
      return chosen.contains(where: words.contains)
    case .chosenOnly(_, let words): return !chosen.isEmpty && chosen.allSatisfy(words.contains)
    case .number(_, let bounds), .rowCount(_, let bounds), .cellNumber(_, let bounds):
      return Int(value).map(bounds.contains) ?? false
    case .outcome(_, let outcomes): return outcomes.contains { $0.rawValue == value }
    default: return false
    }
  }
}
