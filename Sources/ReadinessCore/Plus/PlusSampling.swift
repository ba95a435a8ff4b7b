/// How devices are sampled, and which times hold, when Cyber Essentials Plus is tested.
///
/// Read from `Support/PlusSampling.xml`. Each rule bears its source and how sure we are of it.
public struct PlusSampling: Sendable {
  /// Where a rule comes from and how sure we are.
  public struct Basis: Hashable, Sendable {
    /// Keys of the sources.
    public let sources: [String]
    /// How sure we are.
    public let confidence: Confidence
    /// What to bear in mind.
    public let note: String

    /// Where a rule comes from.
    public init(sources: [String], confidence: Confidence, note: String) {
      self.sources = sources
      self.confidence = confidence
      self.note = note
    }
  }

  /// How many devices are drawn from a group of so many.
  public struct Size: Hashable, Sendable {
    /// The fewest devices in the group.
    public let from: Int
    /// The most; `nil` is no limit.
    public let to: Int?
    /// How many are drawn.
    public let sample: Int

    /// A line of the table.
    public init(from: Int, to: Int?, sample: Int) {
      self.from = from
      self.to = to
      self.sample = sample
    }
  }

  /// A time that holds.
  public struct Window: Sendable {
    /// What it is counted in.
    public enum Unit: String, Sendable {
      /// Calendar months.
      case months
      /// Days.
      case days
      /// Hours.
      case hours
    }

    /// `certificate`, `testing`, `declaration` or `fix`.
    public let id: String
    /// How many units.
    public let count: Int
    /// What it is counted in.
    public let unit: Unit
    /// Where it comes from.
    public let basis: Basis
    /// The part of an answer that gives the day on which it begins, where there is one.
    public let answer: (questionnaire: String, question: String, part: String)?

    /// A time that holds.
    public init(
      id: String,
      count: Int,
      unit: Unit,
      basis: Basis,
      answer: (questionnaire: String, question: String, part: String)? = nil
    ) {
      self.answer = answer
      self.id = id
      self.count = count
      self.unit = unit
      self.basis = basis
    }

    /// The last day of the window that begins on `day`, that day included.
    ///
    /// Months keep the day of the month, or the month's last day where it has no such day. Hours are
    /// rounded up to whole days.
    public func end(from day: CalendarDate) -> CalendarDate {
      switch unit {
      case .months: day.adding(months: count)
      case .days: day.adding(days: count)
      case .hours: day.adding(days: (count + 23) / 24)
      }
    }

    /// In words, as "3 months".
    public var inWords: String {
      "\(count) \(count == 1 ? String(unit.rawValue.dropLast()) : unit.rawValue)"
    }
  }

  /// The data's version.
  public let version: String
  /// When the rules were put together.
  public let asOf: CalendarDate
  /// What the data is and is not.
  public let about: String
  /// Where rules come from.
  public let sources: [Source]
  /// The sizes of samples, from the smallest group.
  public let sizes: [Size]
  /// Where the sizes come from.
  public let sizesBasis: Basis
  /// Why servers are all tested.
  public let serversBasis: Basis
  /// How many ordinary and administrator accounts each cloud service is tried with.
  public let accounts: (ordinary: Int, administrator: Int, basis: Basis)
  /// What happens after a first sample that fails.
  public let secondSample: Basis
  /// The times that hold.
  public let windows: [Window]
  /// What is looked at, and where the devices are listed.
  public let checklist: PlusChecklist

  /// The rules from their parts; sizes are taken to be in order and without a gap.
  public init(
    version: String,
    asOf: CalendarDate,
    about: String,
    sources: [Source],
    sizes: [Size],
    sizesBasis: Basis,
    serversBasis: Basis,
    accounts: (ordinary: Int, administrator: Int, basis: Basis),
    secondSample: Basis,
    windows: [Window],
    checklist: PlusChecklist
  ) {
    self.version = version
    self.asOf = asOf
    self.about = about
    self.sources = sources
    self.sizes = sizes
    self.sizesBasis = sizesBasis
    self.serversBasis = serversBasis
    self.accounts = accounts
    self.secondSample = secondSample
    self.windows = windows
    self.checklist = checklist
  }

  /// How many devices of a group of so many are drawn; never more than there are.
  public func sample(of devices: Int) -> Int {
    let size = sizes.first { devices >= $0.from && devices <= ($0.to ?? .max) }
    return min(max(devices, 0), size?.sample ?? 0)
  }

  /// The window of that id.
  public func window(_ id: String) -> Window? { windows.first { $0.id == id } }
}
