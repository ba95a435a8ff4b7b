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
    gives: Gives,
    mark: Mark?,
    confidence: Confidence?,
    because: String,
    condition: Condition,
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
  /// Which reports of a machine show it too.
  public let sources: [EvidenceSource]

  /// A hint.
  public init(text: String, staleAfterDays: Int, sources: [EvidenceSource] = []) {
    self.text = text
    self.staleAfterDays = staleAfterDays
    self.sources = sources
  }
}

/// A kind of report that a machine makes.
public enum EvidenceSource: String, Sendable, CaseIterable {
  /// A scan for missing updates and known holes.
  case vulnerabilityScan = "vulnerability-scan"
  /// A look at what answers on the network.
  case portScan = "port-scan"
  /// A check of settings against a list.
  case settingsScan = "settings-scan"
  /// A list of devices or programs.
  case inventory
}

extension Question {
  /// For how many days evidence for this question stays fresh, counted from the day it was made.
  ///
  /// The shortest time of the hints that fit; 365 where the pack gives none.
  ///
  /// - Parameter source: the kind of report; `nil` for any other file.
  public func freshDays(of source: EvidenceSource?) -> Int {
    let fitting = evidence.filter { hint in source.map(hint.sources.contains) ?? false }
    return (fitting.isEmpty ? evidence : fitting).map(\.staleAfterDays).min() ?? 365
  }
}

/// One way to put something right.
public struct Remedy: Sendable {
  /// Its id where a question has several, as `upgrade` or `cut-off`.
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
    id: String?,
    text: String,
    scope: String?,
    insurance: String?,
    effort: Effort,
    cost: Cost
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
