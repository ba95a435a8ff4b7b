/// What an adverse answer to a question gets.
public enum Mark: String, Sendable, CaseIterable {
  /// One is enough for "not ready".
  case automaticFail = "automatic-fail"
  /// Counts against the tolerance.
  case major
  /// Context; takes part by being answered.
  case information
  /// The scope does not stand: "not ready", told as a scope problem.
  case scope
}

/// One question.
public struct Question: Sendable {
  /// What kind of answer it takes.
  public enum Kind: String, Sendable {
    /// Yes or no.
    case yesNo = "yes-no"
    /// One option.
    case choice
    /// Several options.
    case choices
    /// A whole number.
    case number
    /// Words.
    case text
    /// A day.
    case date
    /// Several small answers.
    case parts
    /// Rows with columns.
    case table
  }

  /// Which answer is good.
  public enum Good: String, Sendable {
    /// "Yes" is good.
    case yes
    /// "No" is good.
    case no
    /// Either is.
    case either
  }

  /// How an answer to the previous edition carries over.
  public enum Carry: String, Sendable {
    /// As it is.
    case same
    /// Shown again, since the question says something else now.
    case reworded
    /// There was no such question.
    case new
  }

  /// Who usually knows the answer.
  public enum Role: String, Sendable, CaseIterable {
    /// The owner or a director.
    case owner
    /// Whoever looks after the computers.
    case itProvider = "it-provider"
    /// Whoever pays the bills.
    case accounts

    /// The role in words.
    public var inWords: String {
      switch self {
      case .owner: "the owner or a director"
      case .itProvider: "whoever looks after your IT"
      case .accounts: "whoever does the accounts"
      }
    }
  }

  /// The scheme's id, or one of ours.
  public let id: String
  /// Whether it is a question of ours, not the scheme's.
  public let isOwn: Bool
  /// Its id in the previous edition.
  public let was: String?
  /// How an old answer carries over.
  public let carry: Carry
  /// What kind of answer it takes.
  public let kind: Kind
  /// Which answer is good; `nil` where only rules say so.
  public let good: Good?
  /// Limits of what may be typed.
  public let limits: Limits
  /// Whether "not applicable" is an answer.
  public let mayBeNotApplicable: Bool
  /// What an adverse answer gets.
  public let mark: Mark
  /// How sure we are of the mark.
  public let confidence: Confidence
  /// Keys of the sources.
  public let sources: [String]
  /// The requirements that it bears on.
  public let requirements: [String]
  /// Who usually knows.
  public let who: [Role]
  /// The ids of the questions that it rests on, in the set that its own set builds on.
  ///
  /// It never stands better than the worst of them.
  public let restsOn: [String]
  /// Codes for signposting.
  public let needs: [String]
  /// Whether it is asked when only outright failures are looked for.
  public let isFirst: Bool
  /// When it is asked; `nil` is always.
  public let when: Condition?
  /// The question itself and what helps to answer it.
  public let words: Words
  /// For `choice` and `choices`.
  public let options: [Option]
  /// For `parts`.
  public let parts: [Part]
  /// For `table`.
  public let columns: [Column]
  /// For `table`: the steps that decide each row, where there are any.
  public let flow: Flow?
  /// Rules beside the question's own.
  public let rules: [Rule]
  /// What is worth holding.
  public let evidence: [EvidenceHint]
  /// The ways to put it right.
  public let remedies: [Remedy]

  /// A question from its parts.
  public init(
    id: String,
    isOwn: Bool,
    was: String?,
    carry: Carry,
    kind: Kind,
    good: Good?,
    limits: Limits,
    mayBeNotApplicable: Bool,
    mark: Mark,
    confidence: Confidence,
    sources: [String],
    requirements: [String],
    restsOn: [String] = [],
    who: [Role],
    needs: [String],
    isFirst: Bool,
    when: Condition?,
    words: Words,
    options: [Option],
    parts: [Part],
    columns: [Column],
    flow: Flow? = nil,
    rules: [Rule],
    evidence: [EvidenceHint],
    remedies: [Remedy]
  ) {
    self.id = id
    self.isOwn = isOwn
    self.was = was
    self.carry = carry
    self.kind = kind
    self.good = good
    self.limits = limits
    self.mayBeNotApplicable = mayBeNotApplicable
    self.mark = mark
    self.confidence = confidence
    self.sources = sources
    self.requirements = requirements
    self.restsOn = restsOn
    self.who = who
    self.needs = needs
    self.isFirst = isFirst
    self.when = when
    self.words = words
    self.options = options
    self.parts = parts
    self.columns = columns
    self.flow = flow
    self.rules = rules
    self.evidence = evidence
    self.remedies = remedies
  }

  /// The part of that id.
  public func part(_ id: String) -> Part? { parts.first { $0.id == id } }

  /// The column of that id.
  public func column(_ id: String) -> Column? { columns.first { $0.id == id } }
}
