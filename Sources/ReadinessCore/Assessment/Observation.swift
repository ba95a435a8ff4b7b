/// Something that scans, inventories or files show and that bears on answers.
///
/// It can lower an outcome and never lift one: evidence contradicts a "yes" and never makes one.
public struct Observation: Hashable, Sendable {
  /// What an observation does to the first of its questions.
  public enum Weight: String, Sendable, CaseIterable {
    /// It cannot be if the answer is true: adverse, with the question's own mark.
    case contradicts
    /// It leaves open whether the answer is true: cannot determine.
    case leavesOpen = "leaves open"
    /// It is shown and lowers nothing, as a device that stands in no table.
    case noted
    /// It speaks for the answer, and lifts nothing.
    case agrees
  }

  /// Its id, as `late-systems`; letters, digits, `.`, `_` and `-`, at most 40.
  public let id: String
  /// The questions it bears on; the first is the one that is lowered.
  public let questions: [String]
  /// What it does.
  public let weight: Weight
  /// What was seen, in words for the firm.
  public let says: String
  /// What is behind it, one line each, the worst first; at most ten and a line for the rest.
  public let details: [String]
  /// When it was seen; the newest day where there are several.
  public let seen: CalendarDate?
  /// Keys of the sources of the rule.
  public let sources: [String]

  /// An observation.
  public init(
    id: String,
    questions: [String],
    weight: Weight,
    says: String,
    details: [String] = [],
    seen: CalendarDate? = nil,
    sources: [String] = []
  ) {
    self.id = id
    self.questions = questions
    self.weight = weight
    self.says = says
    self.details = details
    self.seen = seen
    self.sources = sources
  }
}

/// What stands behind one answer, and since when.
public struct Backing: Hashable, Sendable {
  /// How strong it is.
  public let strength: Strength
  /// The day from which it is; `nil` where nobody said.
  public let date: CalendarDate?

  /// A backing.
  public init(_ strength: Strength, date: CalendarDate?) {
    self.strength = strength
    self.date = date
  }
}

/// All that was seen: what bears on answers, what stands behind them, and where it comes from.
public struct Observations: Sendable {
  /// What bears on answers; the order does not matter.
  public var seen: [Observation]
  /// What stands behind an answer, by question, where it is more than the firm's word.
  public var backings: [String: Backing]
  /// The reports it comes from.
  public var sources: [SeenSource]
  /// What was seen, as tables.
  public var tables: [SeenTable]

  /// Nothing was seen.
  public static let none = Observations()

  /// Observations from their parts.
  public init(
    seen: [Observation] = [],
    backings: [String: Backing] = [:],
    sources: [SeenSource] = [],
    tables: [SeenTable] = []
  ) {
    self.seen = seen
    self.backings = backings
    self.sources = sources
    self.tables = tables
  }

  /// In an order of their own, so that the same observations always read the same.
  var ordered: [Observation] {
    seen.sorted { left, right in
      (left.questions.first ?? "", left.id, left.says)
        < (right.questions.first ?? "", right.id, right.says)
    }
  }
}

/// A report that was looked at.
public struct SeenSource: Hashable, Sendable {
  /// Its name, as the firm knows it.
  public let name: String
  /// What it is, as "Nessus 10.7.2".
  public let kind: String
  /// The day on which it was made; `nil` where it does not say.
  public let date: CalendarDate?
  /// How many devices it looked at.
  public let devices: Int
  /// Why it proves less than it seems to, or takes no part; in words.
  public let limits: [String]
  /// Whether it takes part.
  public let counts: Bool

  /// A source.
  public init(
    name: String,
    kind: String,
    date: CalendarDate?,
    devices: Int,
    limits: [String],
    counts: Bool
  ) {
    self.name = name
    self.kind = kind
    self.date = date
    self.devices = devices
    self.limits = limits
    self.counts = counts
  }
}

/// What was seen, as rows under headings.
public struct SeenTable: Hashable, Sendable {
  /// A column: its name for programs, and its heading.
  public struct Column: Hashable, Sendable {
    /// As `device`.
    public let id: String
    /// As "Device".
    public let title: String

    /// A column.
    public init(_ id: String, _ title: String) {
      self.id = id
      self.title = title
    }
  }

  /// Its name for programs, as `products`.
  public let id: String
  /// Its heading.
  public let title: String
  /// Its columns.
  public let columns: [Column]
  /// As many cells in each as there are columns.
  public let rows: [[String]]
  /// How many rows were left out.
  public let left: Int

  /// A table.
  public init(id: String, title: String, columns: [Column], rows: [[String]], left: Int) {
    self.id = id
    self.title = title
    self.columns = columns
    self.rows = rows
    self.left = left
  }
}
