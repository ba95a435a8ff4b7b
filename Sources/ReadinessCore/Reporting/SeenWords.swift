/// What was seen, in the words that all reports share.
enum SeenWords {
  static let title = "Said against seen"

  static let intro =
    "What scans and lists show beside your answers. It can lower an outcome and never lifts one: "
    + "a scan that finds nothing makes no \"yes\"."

  /// What an observation does to its answer.
  static func weight(_ observation: Observation, _ assessment: Assessment) -> String {
    let first = observation.questions.first ?? ""
    return switch observation.weight {
    case .contradicts:
      claims(assessment, first)
        ? "It contradicts your answer to \(first), and the worse counts."
        : "It agrees with what your answer to \(first) leaves open or admits."
    case .leavesOpen:
      lowers(observation, assessment, first)
        ? "It leaves open whether your answer to \(first) is true."
        : "It changes nothing: \(first) stands no better without it."
    case .noted: "It changes no outcome: look at your lists again."
    case .agrees: "It speaks for your answer to \(first)."
    }
  }

  private static func claims(_ assessment: Assessment, _ question: String) -> Bool {
    assessment.contradictions.contains {
      $0.observation != nil && $0.questions.first == question
    }
  }

  private static func lowers(
    _ observation: Observation,
    _ assessment: Assessment,
    _ question: String
  ) -> Bool {
    guard let result = assessment.result(question), result.outcome == .cannotDetermine else {
      return false
    }
    return result.reasons.contains { $0.code == "seen" && $0.text == observation.says }
  }

  /// What was seen, question by question in the pack's order, what weighs most first.
  static func groups(
    _ assessment: Assessment
  ) -> [(question: Question, seen: [Observation])] {
    let all = Dictionary(grouping: assessment.observations.ordered) { $0.questions.first ?? "" }
    return assessment.questionnaire.questions.compactMap { question in
      all[question.id].map { seen in
        // Sorting alone does not keep the order of equals.
        (question, order.flatMap { weight in seen.filter { $0.weight == weight } })
      }
    }
  }

  private static let order: [Observation.Weight] = [.contradicts, .leavesOpen, .agrees, .noted]

  /// What stands behind an answer, and for how long.
  static func strength(_ result: QuestionResult, asOf: CalendarDate) -> String? {
    guard let strength = result.strength else { return nil }
    guard let date = result.strengthDate else { return strength.rawValue }
    return "\(strength.rawValue), as of \(date.inWords) (\(age(date, asOf)))"
  }

  /// How old something is on the date of judgement.
  static func age(_ date: CalendarDate, _ asOf: CalendarDate) -> String {
    let days = date.days(to: asOf)
    return days > 0 ? "\(ReportWords.many(days, "day")) old" : "of that day"
  }

  /// The questions with more than the firm's word behind them, and how many have no more.
  static func strengths(_ assessment: Assessment) -> [String] {
    let scheme = assessment.results.filter { !$0.question.isOwn && $0.strength != nil }
    let stronger = scheme.filter { $0.strength != .said }
    var lines = stronger.compactMap { result in
      strength(result, asOf: assessment.asOf).map { "\(result.question.id): \($0)" }
    }
    let said = scheme.count - stronger.count
    if said > 0 { lines.append("Said and no more: \(ReportWords.many(said, "answer"))") }
    return lines
  }

  /// A report, and what it cannot show.
  static func source(_ source: SeenSource) -> String {
    var text = "\(source.name): \(source.kind)"
    if let date = source.date { text += ", \(date.inWords)" }
    text += ", \(ReportWords.many(source.devices, "device"))"
    if !source.limits.isEmpty { text += ". " + source.limits.map(sentence).joined(separator: " ") }
    return text
  }

  private static func sentence(_ text: String) -> String { ReportWords.capitalised(text) + "." }

  /// Whether there is anything to show.
  static func isShown(_ assessment: Assessment) -> Bool {
    let observations = assessment.observations
    return !observations.seen.isEmpty || !observations.sources.isEmpty
      || !observations.backings.isEmpty
  }
}
