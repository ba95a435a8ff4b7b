/// Why an outcome is what it is.
public struct Reason: Hashable, Sendable {
  /// For programs: `answer`, `option`, `part`, `rule`, `cells`, `contradiction`, `dont-know`,
  /// `unanswered`, `not-applicable`, `not-allowed`, `row`, `rests-on`,
  /// `seen`.
  public let code: String
  /// For people.
  public let text: String
  /// Keys of the sources of the rule.
  public let sources: [String]

  /// A reason.
  public init(code: String, text: String, sources: [String]) {
    self.code = code
    self.text = text
    self.sources = sources
  }
}

/// What stands behind an answer.
public enum Strength: String, Sendable, CaseIterable, Comparable {
  /// The firm says so.
  case said
  /// A file shows it.
  case documented
  /// A scan shows it.
  case scanned
  /// A trusted assessor tested it.
  case independentlyTested = "independently tested"

  /// Weaker comes first.
  public static func < (left: Strength, right: Strength) -> Bool {
    (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
  }
}

/// How one question stands.
public struct QuestionResult: Sendable {
  /// The question.
  public let question: Question
  /// How it stands.
  public let outcome: Outcome
  /// The mark behind the outcome: the question's, or the rule's that decided.
  public let mark: Mark
  /// How sure we are of the mark.
  public let confidence: Confidence
  /// At least one, the deciding ones first.
  public let reasons: [Reason]
  /// What stands behind it; `nil` where there is no answer.
  public let strength: Strength?
  /// The day from which that is: of the file, the scan, or the answer; `nil` where unknown.
  public let strengthDate: CalendarDate?
  /// When the answer was given, where known.
  public let answered: Instant?

  /// Whether it says that the scope does not stand.
  public var isScopeProblem: Bool { outcome == .notMet && mark == .scope }
}

/// How one requirement stands.
public struct RequirementResult: Sendable {
  /// The requirement.
  public let requirement: Requirement
  /// The worst of its questions; "not applicable" where none is asked.
  public let outcome: Outcome
  /// The questions that bear on it and are asked.
  public let questions: [String]
}

/// Two or more answers that cannot all be true, or answers that what was seen speaks against.
public struct ContradictionFound: Sendable {
  /// Its id in the pack, or the observation's.
  public let id: String
  /// The questions.
  public let questions: [String]
  /// What does not fit.
  public let says: String
  /// What was seen, where it is said against seen; `nil` where it is answer against answer.
  public let observation: Observation?
}

/// One row of a table against the support data.
public struct SupportRow: Sendable {
  /// The question whose table it is in.
  public let question: String
  /// Which row, from 1.
  public let row: Int
  /// The product as written.
  public let product: String
  /// The version as written.
  public let version: String
  /// How it stands.
  public let judgement: SupportJudgement
  /// How it stands on the day of a certificate and through the twelve months after it.
  public let outlook: SupportOutlook
}

/// How many outcomes of each kind; own questions are not counted.
public struct Counts: Hashable, Sendable {
  /// By outcome.
  public let byOutcome: [Outcome: Int]
  /// How many of the "not met" are scope problems.
  public let scopeProblems: Int

  /// Counts from their parts.
  public init(byOutcome: [Outcome: Int], scopeProblems: Int) {
    self.byOutcome = byOutcome
    self.scopeProblems = scopeProblems
  }

  /// How many there are of one kind.
  public subscript(outcome: Outcome) -> Int { byOutcome[outcome] ?? 0 }
}

/// What the answers come to at one date.
public struct Assessment: Sendable {
  /// The question set.
  public let questionnaire: Questionnaire
  /// The date of judgement.
  public let asOf: CalendarDate
  /// The verdict.
  public let verdict: Verdict
  /// How many of each.
  public let counts: Counts
  /// The questions that are asked, in order; others are left out.
  public let results: [QuestionResult]
  /// Questions that wait for a gate to be answered: neither asked nor counted.
  public let waiting: [String]
  /// In the pack's order.
  public let requirements: [RequirementResult]
  /// In the pack's order, then what was said against what was seen.
  public let contradictions: [ContradictionFound]
  /// Rows that are decided step by step, in the pack's order.
  public let rows: [RowDecision]
  /// What was seen; it took part.
  public let observations: Observations
  /// Rows with a product.
  public let support: [SupportRow]
  /// The support data that was used.
  public let supportData: (version: String, asOf: CalendarDate, sha256: String)
  /// The answers.
  public let answers: AnswerSheet
  /// The assessment by the set that this one builds on; `nil` where there is none at hand.
  public var base: Assessment? { bases.first }
  // One at most: a structure cannot hold itself.
  let bases: [Assessment]

  /// The result of one question, where it is asked.
  public func result(_ question: String) -> QuestionResult? {
    results.first { $0.question.id == question }
  }

  /// The worst outcome of each theme that has requirements, in the pack's order.
  public var themes: [(theme: Theme, outcome: Outcome)] {
    questionnaire.themes.compactMap { theme in
      let outcomes = requirements.filter { $0.requirement.theme == theme.id }.map(\.outcome)
      return outcomes.isEmpty ? nil : (theme, Outcome.worst(of: outcomes))
    }
  }
}
