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
  /// Rules beside the question's own.
  public let rules: [Rule]
  /// What is worth holding.
  public let evidence: [EvidenceHint]
  /// The ways to put it right.
  public let remedies: [Remedy]

  /// A question from its parts.
  public init(
    id: String, isOwn: Bool, was: String?, carry: Carry, kind: Kind, good: Good?, limits: Limits,
    mayBeNotApplicable: Bool, mark: Mark, confidence: Confidence, sources: [String],
    requirements: [String], who: [Role], needs: [String], isFirst: Bool, when: Condition?,
    words: Words, options: [Option], parts: [Part], columns: [Column], rules: [Rule],
    evidence: [EvidenceHint], remedies: [Remedy]
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
    self.who = who
    self.needs = needs
    self.isFirst = isFirst
    self.when = when
    self.words = words
    self.options = options
    self.parts = parts
    self.columns = columns
    self.rules = rules
    self.evidence = evidence
    self.remedies = remedies
  }

  /// The part of that id.
  public func part(_ id: String) -> Part? { parts.first { $0.id == id } }

  /// The column of that id.
  public func column(_ id: String) -> Column? { columns.first { $0.id == id } }
}

/// The texts of a question.
public struct Words: Sendable {
  /// The question.
  public let prompt: String
  /// Why it matters.
  public let why: String
  /// Where to look or whom to ask.
  public let findOut: String
  /// What a good answer is.
  public let compliant: String
  /// What is often misread.
  public let caution: String?

  /// The texts of a question.
  public init(
    prompt: String, why: String, findOut: String, compliant: String, caution: String?
  ) {
    self.prompt = prompt
    self.why = why
    self.findOut = findOut
    self.compliant = compliant
    self.caution = caution
  }
}

/// Limits of what may be typed.
public struct Limits: Sendable, Hashable {
  /// How words are checked: `line`, `lines`, `email`, `web`, `registration-number`, `address`,
  /// `postcode`.
  public let format: String?
  /// The most characters.
  public let maxLength: Int?
  /// Whether it may be left empty.
  public let mayBeBlank: Bool
  /// For numbers their range; for `choices` how many.
  public let range: Bounds
  /// The unit of a number, for people.
  public let unit: String?

  /// Limits.
  public init(format: String?, maxLength: Int?, mayBeBlank: Bool, range: Bounds, unit: String?) {
    self.format = format
    self.maxLength = maxLength
    self.mayBeBlank = mayBeBlank
    self.range = range
    self.unit = unit
  }

  /// No limits.
  public static let none = Limits(
    format: nil, maxLength: nil, mayBeBlank: false, range: Bounds(), unit: nil)
}

/// One option of a choice.
public struct Option: Sendable {
  /// Its id, as it stands in the answers.
  public let id: String
  /// What it says.
  public let text: String
  /// Whether choosing it is good; `nil` and `either` leave it to the rules.
  public let good: Question.Good?

  /// An option.
  public init(id: String, text: String, good: Question.Good?) {
    self.id = id
    self.text = text
    self.good = good
  }
}

/// One small answer within a question.
public struct Part: Sendable {
  /// Its id within the question.
  public let id: String
  /// What kind of answer it takes; never `parts` or `table`.
  public let kind: Question.Kind
  /// Whether the question cannot be met without it.
  public let isNeeded: Bool
  /// Which answer is good.
  public let good: Question.Good?
  /// The range of a number.
  public let range: Bounds
  /// How old a date may be, in days.
  public let maxAgeDays: Int?
  /// The unit of a number, for people.
  public let unit: String?
  /// When it is asked; `nil` is always.
  public let when: Condition?
  /// The question.
  public let prompt: String
  /// For choices.
  public let options: [Option]

  /// A part.
  public init(
    id: String, kind: Question.Kind, isNeeded: Bool, good: Question.Good?, range: Bounds,
    maxAgeDays: Int?, unit: String?, when: Condition?, prompt: String, options: [Option]
  ) {
    self.id = id
    self.kind = kind
    self.isNeeded = isNeeded
    self.good = good
    self.range = range
    self.maxAgeDays = maxAgeDays
    self.unit = unit
    self.when = when
    self.prompt = prompt
    self.options = options
  }
}

/// One column of a table.
public struct Column: Sendable {
  /// What the engine does with a column.
  public enum Role: String, Sendable {
    /// The product's name.
    case product
    /// The product's version.
    case version
    /// The product's edition.
    case edition
    /// How many.
    case quantity
    /// Whether extended updates are paid for: `none`, `live` or `consumer`.
    case subscription
    /// The day on which the firm looked at the vendor's page and found it current.
    case checked
  }

  /// Its id within the table.
  public let id: String
  /// What kind of answer it takes.
  public let kind: Question.Kind
  /// What the engine does with it.
  public let role: Role?
  /// Whether a row is incomplete without it.
  public let isNeeded: Bool
  /// The question.
  public let prompt: String
  /// For choices.
  public let options: [Option]

  /// A column.
  public init(
    id: String, kind: Question.Kind, role: Role?, isNeeded: Bool, prompt: String,
    options: [Option]
  ) {
    self.id = id
    self.kind = kind
    self.role = role
    self.isNeeded = isNeeded
    self.prompt = prompt
    self.options = options
  }
}

/// A rule that says what an answer is worth.
public struct Rule: Sendable {
  /// What a rule gives.
  public enum Gives: String, Sendable {
    /// The question is met.
    case met
    /// The question's mark.
    case adverse
    /// Nothing can be said.
    case cannotDetermine = "cannot-determine"
  }

  /// What it gives when the condition holds.
  public let gives: Gives
  /// The mark in place of the question's.
  public let mark: Mark?
  /// The confidence in place of the question's.
  public let confidence: Confidence?
  /// Why, in words for the firm.
  public let because: String
  /// When it holds.
  public let condition: Condition
  /// Keys of its sources; empty where the question's hold.
  public let sources: [String]

  /// A rule.
  public init(
    gives: Gives, mark: Mark?, confidence: Confidence?, because: String, condition: Condition,
    sources: [String]
  ) {
    self.gives = gives
    self.mark = mark
    self.confidence = confidence
    self.because = because
    self.condition = condition
    self.sources = sources
  }
}

/// Evidence worth holding.
public struct EvidenceHint: Sendable {
  /// What it is.
  public let text: String
  /// After how many days it is stale.
  public let staleAfterDays: Int

  /// A hint.
  public init(text: String, staleAfterDays: Int) {
    self.text = text
    self.staleAfterDays = staleAfterDays
  }
}

/// One way to put something right.
public struct Remedy: Sendable {
  /// Its id where a question has several: `upgrade`, `extended-updates`, `cut-off`, `retire` …
  public let id: String?
  /// What to do.
  public let text: String
  /// What it changes for the scope.
  public let scope: String?
  /// What it changes for the insurance.
  public let insurance: String?
  /// How much work it is.
  public let effort: Effort
  /// What it costs.
  public let cost: Cost

  /// A way to put something right.
  public init(
    id: String?, text: String, scope: String?, insurance: String?, effort: Effort, cost: Cost
  ) {
    self.id = id
    self.text = text
    self.scope = scope
    self.insurance = insurance
    self.effort = effort
    self.cost = cost
  }
}

/// How much work a remedy is; our estimate for a firm of ten to fifty people.
public enum Effort: String, Sendable, CaseIterable, Comparable {
  /// Under an hour.
  case underAnHour = "under-an-hour"
  /// About half a day.
  case halfADay = "half-a-day"
  /// Some days.
  case days
  /// Some weeks.
  case weeks

  /// In words.
  public var inWords: String {
    switch self {
    case .underAnHour: "under an hour"
    case .halfADay: "half a day"
    case .days: "some days"
    case .weeks: "some weeks"
    }
  }

  /// Less work comes first.
  public static func < (left: Effort, right: Effort) -> Bool {
    (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
  }
}

/// What a remedy costs; our estimate for a firm of ten to fifty people.
public enum Cost: String, Sendable, CaseIterable, Comparable {
  /// Nothing but time.
  case free
  /// Under £100.
  case under100 = "under-100"
  /// £100 to £1,000.
  case from100To1000 = "100-to-1000"
  /// Over £1,000.
  case over1000 = "over-1000"

  /// In words.
  public var inWords: String {
    switch self {
    case .free: "no cost"
    case .under100: "under £100"
    case .from100To1000: "£100 to £1,000"
    case .over1000: "over £1,000"
    }
  }

  /// Cheaper comes first.
  public static func < (left: Cost, right: Cost) -> Bool {
    (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
  }
}
