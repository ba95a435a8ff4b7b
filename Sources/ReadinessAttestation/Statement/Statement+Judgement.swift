extension Statement {
  /// Which question set was answered, and in exactly which form.
  public struct QuestionnaireReference: Hashable, Sendable {
    /// The question set's id.
    public var id: String
    /// The scheme it belongs to.
    public var scheme: String
    /// The edition, as `Danzell`.
    public var edition: String
    /// The version, as `16.2`.
    public var version: String
    /// SHA-256 of the question set's file, 64 hexadecimal digits in lower case.
    public var sha256: String
    /// How many questions not met the question set lets through.
    public var tolerance: Int

    /// A reference to that question set.
    public init(
      id: String,
      scheme: String,
      edition: String,
      version: String,
      sha256: String,
      tolerance: Int = 0
    ) {
      self.id = id
      self.scheme = scheme
      self.edition = edition
      self.version = version
      self.sha256 = sha256
      self.tolerance = tolerance
    }
  }

  /// The firm's own verdict on itself.
  public enum Verdict: String, CaseIterable, Hashable, Sendable {
    /// Nothing stands against it.
    case ready
    /// Something does.
    case notReady = "not-ready"
    /// Nothing known does, but something is not known.
    case incomplete

    /// Written as `not ready`.
    public var inWords: String {
      switch self {
      case .ready: "ready"
      case .notReady: "not ready"
      case .incomplete: "incomplete"
      }
    }
  }

  /// How a question, requirement or theme stands.
  public enum Outcome: String, CaseIterable, Hashable, Sendable {
    /// What is demanded is there.
    case met
    /// It is not.
    case notMet = "not-met"
    /// It is not, and by this alone the scheme's assessment would fail.
    case automaticFail = "automatic-fail"
    /// The answers do not tell.
    case cannotDetermine = "cannot-determine"
    /// There is no answer yet.
    case unanswered
    /// The demand does not apply to this firm.
    case notApplicable = "not-applicable"

    /// Written as `not met`.
    public var inWords: String {
      switch self {
      case .met: "met"
      case .notMet: "not met"
      case .automaticFail: "automatic fail"
      case .cannotDetermine: "cannot determine"
      case .unanswered: "unanswered"
      case .notApplicable: "not applicable"
      }
    }

    /// 0 for the worst; `cannotDetermine` and `unanswered` rank alike, `notApplicable` last.
    public var rank: Int {
      switch self {
      case .automaticFail: 0
      case .notMet: 1
      case .cannotDetermine, .unanswered: 2
      case .met: 3
      case .notApplicable: 4
      }
    }
  }

  /// How many questions of the scheme had which outcome.
  ///
  /// "Not met" counts answers too by which the scope does not hold; "not applicable" counts
  /// questions too that were not asked.
  public struct Counts: Hashable, Sendable {
    /// Questions met.
    public var met: Int
    /// Questions not met.
    public var notMet: Int
    /// Questions that are an automatic fail.
    public var automaticFail: Int
    /// Questions whose answers do not tell.
    public var cannotDetermine: Int
    /// Questions without an answer.
    public var unanswered: Int
    /// Questions that do not apply, or were not asked.
    public var notApplicable: Int
    /// Questions of which it is not known yet whether they are asked.
    public var waiting: Int

    /// Questions that are not settled.
    public var open: Int { cannotDetermine + unanswered + waiting }

    /// Counts by outcome.
    public init(
      met: Int,
      notMet: Int = 0,
      automaticFail: Int = 0,
      cannotDetermine: Int = 0,
      unanswered: Int = 0,
      notApplicable: Int = 0,
      waiting: Int = 0
    ) {
      self.met = met
      self.notMet = notMet
      self.automaticFail = automaticFail
      self.cannotDetermine = cannotDetermine
      self.unanswered = unanswered
      self.notApplicable = notApplicable
      self.waiting = waiting
    }

    /// The count of one outcome.
    public subscript(outcome: Outcome) -> Int {
      switch outcome {
      case .met: met
      case .notMet: notMet
      case .automaticFail: automaticFail
      case .cannotDetermine: cannotDetermine
      case .unanswered: unanswered
      case .notApplicable: notApplicable
      }
    }
  }

  /// How much of the outcomes a statement shows; the rest is sealed.
  public enum Detail: String, CaseIterable, Hashable, Sendable {
    /// The verdict and the counts.
    case verdict
    /// Also each theme's outcome.
    case themes
    /// Also each requirement's outcome.
    case requirements
  }

  /// How one theme stands.
  public struct ThemeOutcome: Hashable, Sendable {
    /// The theme's id in the question set.
    public var theme: String
    /// Its title.
    public var title: String
    /// How it stands.
    public var outcome: Outcome

    /// That theme's outcome.
    public init(theme: String, title: String, outcome: Outcome) {
      self.theme = theme
      self.title = title
      self.outcome = outcome
    }
  }

  /// How one requirement stands.
  public struct RequirementOutcome: Hashable, Sendable {
    /// The requirement's id, as `SUM-5`.
    public var requirement: String
    /// The id of its theme.
    public var theme: String
    /// The requirement in short.
    public var title: String
    /// How it stands.
    public var outcome: Outcome

    /// That requirement's outcome.
    public init(requirement: String, theme: String, title: String, outcome: Outcome) {
      self.requirement = requirement
      self.theme = theme
      self.title = title
      self.outcome = outcome
    }
  }
}
