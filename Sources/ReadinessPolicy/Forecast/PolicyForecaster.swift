public import ReadinessAttestation
public import ReadinessCore

/// Tells a firm whether it would meet a policy, before anything is signed.
public struct PolicyForecaster: Sendable {
  private let policy: Policy
  private let statement: Statement
  private let disclosures: [Disclosure]
  private let assessor: Assessor

  /// A forecaster for a statement as it would be signed.
  ///
  /// - Parameters:
  ///   - policy: the buyer's.
  ///   - statement: what would be signed; nothing in it is verified.
  ///   - disclosures: everything that it seals.
  ///   - assessor: the engine by which the buyer judges disclosed answers again.
  public init(
    policy: Policy,
    statement: Statement,
    disclosures: [Disclosure],
    assessor: Assessor
  ) {
    self.policy = policy
    self.statement = statement
    self.disclosures = disclosures
    self.assessor = assessor
  }

  /// Whether the firm would meet the policy, clause by clause, and what it would have to disclose.
  ///
  /// What only the buyer can know or do is told as remarks and counts neither way.
  public func forecast(in circumstances: Circumstances) -> PolicyForecast {
    let (questions, good) = demandedAnswers(circumstances)
    let answers = smallestSet(showing: questions, good: good)
    let outcomes = demandedOutcomes(circumstances)
    let prospect = Prospect(
      statement: statement,
      answers: findings(Set(answers)),
      outcomes: opened(outcomes)
    )
    return PolicyForecast(
      judgement: policy.judge(ShownFile(prospect), in: circumstances),
      disclosing: answers + outcomes,
      isBound: clauses(circumstances).contains {
        if case .binding = $0.demand { true } else { false }
      }
    )
  }

  // MARK: What is demanded

  private func clauses(_ circumstances: Circumstances) -> [Clause] {
    let tier = policy.tier(in: circumstances)
    return policy.clauses.filter { clause in
      clause.tiers.map { tiers in tier.map(tiers.contains) ?? false } ?? true
    }
  }

  /// The questions whose answers must be shown, and among them those that must be good.
  private func demandedAnswers(_ circumstances: Circumstances) -> ([String], good: Set<String>) {
    var questions: [String] = []
    var good: Set<String> = []
    for clause in clauses(circumstances) {
      guard case .answers(let wanted, let areMet) = clause.demand else { continue }
      questions += wanted.filter { !questions.contains($0) }
      if areMet { good.formUnion(wanted) }
    }
    return (questions, good)
  }

  /// The themes and requirements that are demanded and that the statement seals.
  private func demandedOutcomes(_ circumstances: Circumstances) -> [String] {
    let sealed = Set(statement.sealedOutcomes.map(\.id))
    var ids: [String] = []
    for clause in clauses(circumstances) {
      guard case .outcomes(let wanted) = clause.demand else { continue }
      for id in Statement.SealedOutcome.Kind.allCases.flatMap({ wanted[$0] ?? [] })
      where sealed.contains(id) && !ids.contains(id) { ids.append(id) }
    }
    return ids
  }

  private func opened(
    _ ids: [String]
  ) -> [Statement.SealedOutcome.Kind: [String: Statement.Outcome]] {
    var outcomes: [Statement.SealedOutcome.Kind: [String: Statement.Outcome]] = [:]
    for disclosure in disclosures {
      guard case .outcome(let kind, let id, let outcome) = disclosure.content, ids.contains(id)
      else { continue }
      outcomes[kind, default: [:]][id] = outcome
    }
    return outcomes
  }

  // MARK: The smallest set

  /// The fewest answers, the demanded ones among them, by which a buyer who judges them again finds
  /// what the firm finds.
  ///
  /// An answer may hang on others: whether a question is asked, or a rule that looks at another
  /// answer. Up to three further answers the set is the smallest there is; above that none in it
  /// can be left out.
  private func smallestSet(showing questions: [String], good: Set<String>) -> [String] {
    let wanted = questions.filter(good.contains)
    let related = related(to: wanted).subtracting(questions).sorted()
    guard !wanted.isEmpty, !related.isEmpty else { return questions }
    let all = findings(Set(questions).union(related))
    func isEnough(_ more: [String]) -> Bool {
      let found = findings(Set(questions).union(more))
      return wanted.allSatisfy { outcome(found[$0]) == outcome(all[$0]) }
    }
    guard !isEnough([]) else { return questions }
    for size in 1...3 {
      for more in subsets(of: related, size: size, limit: 2_000) where isEnough(more) {
        return inOrder(questions, more)
      }
    }
    var kept = related
    for candidate in related {
      let fewer = kept.filter { $0 != candidate }
      if isEnough(fewer) { kept = fewer }
    }
    return inOrder(questions, kept)
  }

  private func inOrder(_ questions: [String], _ more: [String]) -> [String] {
    let wanted = Set(questions).union(more)
    return assessor.questionnaire.questions.map(\.id).filter(wanted.contains)
      + questions.filter { assessor.questionnaire.question($0) == nil }
  }

  /// The questions that the others' being asked, or their outcomes, can hang on.
  private func related(to questions: [String]) -> Set<String> {
    var found: Set<String> = []
    var open = questions
    while let next = open.popLast() {
      guard let question = assessor.questionnaire.question(next) else { continue }
      let conditions = [question.when].compactMap(\.self) + question.rules.map(\.condition)
      for id in conditions.reduce(into: Set<String>(), { $0.formUnion($1.questions) })
      where id != next && found.insert(id).inserted { open.append(id) }
    }
    return found
  }

  private func subsets(of items: [String], size: Int, limit: Int) -> [[String]] {
    var sets: [[String]] = [[]]
    for _ in 0..<size {
      sets = sets.flatMap { set in
        items.filter { item in set.last.map { $0 < item } ?? true }.map { set + [$0] }
      }
      // Then the way by leaving out is taken.
      if sets.count > limit { return [] }
    }
    return sets
  }

  private func findings(_ questions: Set<String>) -> [String: JudgedDisclosure.Finding] {
    let shown = disclosures.filter { disclosure in
      if case .answer(let question, _) = disclosure.content {
        questions.contains(question)
      } else {
        false
      }
    }
    return JudgedDisclosure.findings(of: shown, statement, by: assessor)
  }

  private func outcome(_ finding: JudgedDisclosure.Finding?) -> Outcome? {
    if case .outcome(let outcome, _) = finding { outcome } else { nil }
  }
}

/// What a firm could expect of a buyer's policy.
public struct PolicyForecast: Hashable, Sendable {
  /// What the policy would make of it; the buyer's own part stands among the remarks.
  public let judgement: PolicyJudgement
  /// What must be disclosed: questions, then themes and requirements, as `present --disclose` takes
  /// them.
  public let disclosing: [String]
  /// Whether the file must be bound to a notice.
  public let isBound: Bool

  /// What only the buyer can know or do.
  public var forTheBuyer: [PolicyReason] { judgement.remarks.filter { $0.code == .forTheBuyer } }
}
