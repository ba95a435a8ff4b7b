/// An outcome to act on.
public struct Finding: Sendable {
  /// Which findings come first.
  public enum Rank: Int, Sendable, CaseIterable, Comparable {
    /// One is enough for "not ready".
    case automaticFail
    /// The scope does not stand.
    case scopeProblem
    /// It falls short.
    case notMet
    /// There is an answer, but it does not tell.
    case cannotDetermine
    /// There is no answer.
    case unanswered

    /// Whether something is to be put right, rather than found out.
    public var isAdverse: Bool { self <= .notMet }

    /// More pressing comes first.
    public static func < (left: Rank, right: Rank) -> Bool { left.rawValue < right.rawValue }
  }

  /// How pressing it is.
  public let rank: Rank
  /// How the question stands, and why.
  public let result: QuestionResult
  /// The answer, if there is one.
  public let answer: Answer?
  /// Questions that wait until this one is answered.
  public let holdsUp: [String]
  /// Rows of tables that the question's rules look at, where support is over or not known.
  public let rows: [SupportRow]

  /// The question.
  public var question: Question { result.question }
  /// How it stands.
  public var outcome: Outcome { result.outcome }
  /// The mark behind the outcome.
  public var mark: Mark { result.mark }
  /// How sure we are of the mark.
  public var confidence: Confidence { result.confidence }
  /// At least one, the deciding ones first.
  public var reasons: [Reason] { result.reasons }
  /// The ways to put it right, all of them.
  public var remedies: [Remedy] { question.remedies }
  /// Codes for signposting.
  public var needs: [String] { question.needs }
  /// Who usually knows.
  public var who: [Question.Role] { question.who }
  /// An automatic fail whose mark is not certain: "likely".
  public var isLikely: Bool { outcome == .automaticFail && confidence != .high }

  /// The way that takes the least work, the cheaper of two that take the same.
  public var quickest: Remedy? {
    remedies.min { ($0.effort, $0.cost) < ($1.effort, $1.cost) }
  }
}

extension Assessment {
  /// What to act on, the most pressing first, then in the order of the questions.
  ///
  /// A question of ours is in it only where questions of the scheme wait for its answer.
  public var findings: [Finding] {
    let found = results.compactMap { result -> Finding? in
      guard let rank = Self.rank(of: result) else { return nil }
      let id = result.question.id
      let holdsUp = waiting.filter {
        questionnaire.question($0)?.when?.questions.contains(id) ?? false
      }
      guard !result.question.isOwn || !holdsUp.isEmpty else { return nil }
      return Finding(
        rank: rank,
        result: result,
        answer: answers[id],
        holdsUp: holdsUp,
        rows: rows(behind: result.question)
      )
    }
    // Stable: within a rank the questions keep their order.
    return Finding.Rank.allCases.flatMap { rank in found.filter { $0.rank == rank } }
  }

  private func rows(behind question: Question) -> [SupportRow] {
    var tables: Set<String> = question.kind == .table ? [question.id] : []
    for rule in question.rules { tables.formUnion(rule.condition.supportTables) }
    for contradiction in questionnaire.contradictions
    where contradiction.lowers?.question == question.id {
      tables.formUnion(contradiction.condition.supportTables)
    }
    return support.filter { tables.contains($0.question) && $0.judgement.fails != .no }
  }

  private static func rank(of result: QuestionResult) -> Finding.Rank? {
    switch result.outcome {
    case .automaticFail: .automaticFail
    case .notMet: result.isScopeProblem ? .scopeProblem : .notMet
    case .cannotDetermine: .cannotDetermine
    case .unanswered: .unanswered
    case .met, .notApplicable: nil
    }
  }
}
