/// Turns answers into outcomes and a verdict; pure, without files or a clock.
public struct Assessor: Sendable {
  /// The question set.
  public let questionnaire: Questionnaire
  /// What vendors support until when.
  public let support: SupportData

  /// An assessor for one question set.
  public init(questionnaire: Questionnaire, support: SupportData) {
    self.questionnaire = questionnaire
    self.support = support
  }

  /// What the answers come to.
  ///
  /// - Parameters:
  ///   - answers: of the same questionnaire; answers to unknown questions take no part.
  ///   - asOf: the date of judgement, so that a forecast uses the same engine.
  ///   - base: the assessment by the set that this one builds on; without it, what rests on it is
  ///     not known.
  ///   - observations: what was seen; it can lower outcomes and never lifts one.
  ///   - certificateDate: the day from which support is followed through twelve months; the date of
  ///     judgement where there is none.
  public func assess(
    _ answers: AnswerSheet,
    asOf: CalendarDate,
    base: Assessment? = nil,
    observations: Observations = .none,
    certificateDate: CalendarDate? = nil
  ) -> Assessment {
    let horizon = SupportHorizon(data: support, asOf: asOf)
    let evaluator = Evaluator(questionnaire: questionnaire, answers: answers, support: horizon)
    let book = OutcomeBook(judge: Judge(evaluator: evaluator, asOf: asOf))
    evaluator.outcome = { [unowned book] in book.outcome(of: $0) }

    var results: [QuestionResult] = []
    var waiting: [String] = []
    var notAsked = 0
    for question in questionnaire.questions {
      switch evaluator.applicability(of: question.id) {
      case .asked: results.append(book.result(of: question))
      case .waiting: waiting.append(question.id)
      case .notAsked: notAsked += question.isOwn ? 0 : 1
      }
    }
    let contradictions = questionnaire.contradictions.filter {
      evaluator.truth(of: $0.condition) == .yes
    }
    lower(&results, by: contradictions)
    let base = base?.questionnaire.id == questionnaire.buildsOn ? base : nil
    Self.lower(&results, restingOn: base)
    let against = SaidAgainstSeen.apply(observations, to: &results)

    return Assessment(
      questionnaire: questionnaire,
      asOf: asOf,
      verdict: verdict(results, waiting: waiting, base: base),
      counts: counts(results, notAsked: notAsked),
      results: results,
      waiting: waiting,
      requirements: requirementResults(results, waiting: waiting),
      contradictions: contradictions.map {
        ContradictionFound(id: $0.id, questions: $0.questions, says: $0.says, observation: nil)
      } + against,
      rows: rowDecisions(evaluator),
      observations: observations,
      support: supportRows(evaluator, horizon, certificateDate ?? asOf),
      supportData: (support.version, support.asOf, support.sha256),
      answers: answers,
      bases: base.map { [$0] } ?? []
    )
  }

  /// The questions that are asked given the answers so far, in order, and those that wait.
  public func asked(
    _ answers: AnswerSheet,
    asOf: CalendarDate
  ) -> (asked: [Question], waiting: [Question]) {
    let evaluator = Evaluator(
      questionnaire: questionnaire,
      answers: answers,
      support: SupportHorizon(data: support, asOf: asOf)
    )
    let book = OutcomeBook(judge: Judge(evaluator: evaluator, asOf: asOf))
    evaluator.outcome = { [unowned book] in book.outcome(of: $0) }
    var asked: [Question] = []
    var waiting: [Question] = []
    for question in questionnaire.questions {
      switch evaluator.applicability(of: question.id) {
      case .asked: asked.append(question)
      case .waiting: waiting.append(question)
      case .notAsked: break
      }
    }
    return (asked, waiting)
  }

  /// The parts of a question that are asked given these answers.
  public func askedParts(
    of question: Question,
    _ answers: AnswerSheet,
    asOf: CalendarDate
  ) -> [Part] {
    let evaluator = Evaluator(
      questionnaire: questionnaire,
      answers: answers,
      support: SupportHorizon(data: support, asOf: asOf)
    )
    return question.parts.filter { part in
      part.when.map { evaluator.truth(of: $0) == .yes } ?? true
    }
  }

  /// Whether this very answer is in the form that the question takes and says something.
  public func isAnswered(_ question: Question, _ answers: AnswerSheet, asOf: CalendarDate) -> Bool {
    let evaluator = Evaluator(
      questionnaire: questionnaire,
      answers: answers,
      support: SupportHorizon(data: support, asOf: asOf)
    )
    return Judge(evaluator: evaluator, asOf: asOf).result(of: question).outcome != .unanswered
  }

  private func verdict(
    _ results: [QuestionResult],
    waiting: [String],
    base: Assessment?
  ) -> Verdict {
    var verdict = Verdict(
      results.lazy.filter { !$0.question.isOwn }.map { ($0.outcome, $0.mark) },
      tolerance: questionnaire.tolerance
    )
    if !waiting.isEmpty { verdict = min(verdict, .incomplete) }
    // Never better than what it builds on; what is not known is never good.
    return questionnaire.buildsOn == nil ? verdict : min(verdict, base?.verdict ?? .incomplete)
  }

  private func counts(_ results: [QuestionResult], notAsked: Int) -> Counts {
    var byOutcome: [Outcome: Int] = [.notApplicable: notAsked]
    for result in results where !result.question.isOwn {
      byOutcome[result.outcome, default: 0] += 1
    }
    return Counts(byOutcome: byOutcome, scopeProblems: results.count { $0.isScopeProblem })
  }

  /// Where two answers cannot both be true, the worse counts.
  private func lower(_ results: inout [QuestionResult], by contradictions: [Contradiction]) {
    for contradiction in contradictions {
      guard let (id, gives, mark) = contradiction.lowers,
        let index = results.firstIndex(where: { $0.question.id == id })
      else { continue }
      let old = results[index]
      let newMark = mark ?? old.question.mark
      // An information question takes part by being answered: it is shown, not lowered.
      if gives == .adverse, newMark == .information { continue }
      let outcome: Outcome =
        gives == .adverse
        ? (newMark == .automaticFail ? .automaticFail : .notMet) : .cannotDetermine
      let worse = old.outcome.combined(with: outcome)
      guard worse != old.outcome else { continue }
      let reason = Reason(
        code: "contradiction",
        text: contradiction.says,
        sources: contradiction.sources
      )
      results[index] = QuestionResult(
        question: old.question,
        outcome: worse,
        mark: newMark,
        confidence: Confidence.medium,
        reasons: [reason] + old.reasons,
        strength: old.strength,
        strengthDate: old.strengthDate,
        answered: old.answered
      )
    }
  }

  /// A question that waits for a gate counts as unanswered here: what it would say is not known.
  private func requirementResults(
    _ results: [QuestionResult],
    waiting: [String]
  ) -> [RequirementResult] {
    var outcomes: [String: [Outcome]] = [:]
    var questions: [String: [String]] = [:]
    for question in waiting.compactMap({ questionnaire.question($0) }) {
      for requirement in question.requirements {
        outcomes[requirement, default: []].append(.unanswered)
      }
    }
    for result in results where !result.question.isOwn {
      for requirement in result.question.requirements {
        outcomes[requirement, default: []].append(result.outcome)
        questions[requirement, default: []].append(result.question.id)
      }
    }
    return questionnaire.requirements.map { requirement in
      RequirementResult(
        requirement: requirement,
        outcome: Outcome.worst(of: outcomes[requirement.id] ?? []),
        questions: questions[requirement.id] ?? []
      )
    }
  }

  private func rowDecisions(_ evaluator: Evaluator) -> [RowDecision] {
    questionnaire.questions.filter { evaluator.applicability(of: $0.id) == .asked }
      .flatMap { evaluator.decisions(on: $0) }
  }

  private func supportRows(
    _ evaluator: Evaluator,
    _ horizon: SupportHorizon,
    _ certificateDate: CalendarDate
  ) -> [SupportRow] {
    var rows: [SupportRow] = []
    for question in questionnaire.questions
    where evaluator.applicability(of: question.id) == .asked {
      guard case .rows(let table) = evaluator.answers[question.id]?.content,
        let product = question.columns.first(where: { $0.role == .product })?.id
      else { continue }
      let version = question.columns.first { $0.role == .version }?.id
      for (index, row) in table.enumerated() {
        rows.append(
          SupportRow(
            question: question.id,
            row: index + 1,
            product: Self.text(row[product]),
            version: version.map { Self.text(row[$0]) } ?? "",
            judgement: horizon.judgement(of: row, in: question),
            outlook: horizon.outlook(of: row, in: question, certificateDate: certificateDate)
          )
        )
      }
    }
    return rows
  }

  private static func text(_ value: Value?) -> String {
    if case .text(let text)? = value { text } else { "" }
  }
}

/// Remembers outcomes while they are worked out, so that each is judged once.
private final class OutcomeBook {
  let judge: Judge
  private var results: [String: QuestionResult] = [:]
  private var visiting: Set<String> = []

  init(judge: Judge) { self.judge = judge }

  func result(of question: Question) -> QuestionResult {
    if let known = results[question.id] { return known }
    let inserted = visiting.insert(question.id).inserted
    defer { if inserted { visiting.remove(question.id) } }
    let result = judge.result(of: question)
    results[question.id] = result
    return result
  }

  func outcome(of id: String) -> Outcome {
    // A cycle is refused when the pack is checked; here it only must not run for ever.
    guard let question = judge.evaluator.questionnaire.question(id), !visiting.contains(id) else {
      return .cannotDetermine
    }
    return result(of: question).outcome
  }
}
