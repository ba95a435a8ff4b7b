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
    prompt: String,
    why: String,
    findOut: String,
    compliant: String,
    caution: String?
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
    format: nil,
    maxLength: nil,
    mayBeBlank: false,
    range: Bounds(),
    unit: nil
  )
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
  /// How old a date may be.
  public enum Age: Hashable, Sendable {
    /// So many days.
    case days(Int)
    /// So many calendar months, to the same day of the month; the month's last where it lacks that day.
    case months(Int)

    /// The last day on which something of that date is not too old.
    public func lastDay(from date: CalendarDate) -> CalendarDate {
      switch self {
      case .days(let count): date.adding(days: count)
      case .months(let count): date.adding(months: count)
      }
    }

    /// In words, as "365 days".
    public var inWords: String {
      switch self {
      case .days(let count): count == 1 ? "1 day" : "\(count) days"
      case .months(let count): count == 1 ? "1 month" : "\(count) months"
      }
    }
  }

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
  /// How old a date may be.
  public let maxAge: Age?
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
    id: String,
    kind: Question.Kind,
    isNeeded: Bool,
    good: Question.Good?,
    range: Bounds,
    maxAge: Age?,
    unit: String?,
    when: Condition?,
    prompt: String,
    options: [Option]
  ) {
    self.id = id
    self.kind = kind
    self.isNeeded = isNeeded
    self.good = good
    self.range = range
    self.maxAge = maxAge
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
    id: String,
    kind: Question.Kind,
    role: Role?,
    isNeeded: Bool,
    prompt: String,
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
