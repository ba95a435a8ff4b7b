public import ReadinessCore

/// How one problem of one device stands against the fourteen days.
public enum FixStanding: Hashable, Sendable {
  /// The fix was out for longer than allowed when the scan saw it missing: by so many days.
  case late(by: Int)
  /// It must be in within so many days of the judgement; 0 is the last day.
  case due(in: Int)
  /// A fix exists, but the report does not say when it came out.
  case dateUnknown
  /// The vendor has no fix.
  case noFix
  /// The vendor no longer supports the product: no fix will come.
  case unsupported
  /// The rule does not ask for its fix.
  case doesNotQualify
  /// The report cannot settle it.
  case cannotDetermine(Doubt)

  /// Why a report cannot settle it.
  public enum Doubt: Hashable, Sendable {
    /// The report does not say when the device was looked at.
    case scanUndated
    /// It was in time at the scan, and the last day has gone by since.
    case dueSince(CalendarDate)
    /// The report does not say whether there is a fix.
    case fixNotSaid
    /// There is no update, but a change of settings; whether the vendor gave it and when is not
    /// said.
    case settingsOnly
  }
}

/// Whether the rule asks for a fix within fourteen days, and by what it was told.
public enum FixRating: Hashable, Sendable {
  /// The vendor calls it critical or high.
  case vendor(word: String)
  /// Its CVSS version 3 base score is high enough.
  case score(CVSSScore)
  /// The report gives no severity at all: then it counts.
  case nothingGiven
  /// The report has a score on another scale only, which says nothing of version 3; it counts as
  /// if none were given, though not for sure.
  case otherScale(CVSSScore)
  /// The vendor's word is none of those that the rules know, or it has no version 3 score to go
  /// with it; it may count.
  case unclear(word: String)
  /// Its version 3 score is too low, and the vendor calls it neither critical nor high.
  case below(CVSSScore, word: String?)
  /// It is a remark of the tool, not a flaw.
  case remark

  /// Whether the rule asks for it; unknown where the report leaves it open.
  public var qualifies: Truth {
    switch self {
    case .vendor, .score, .nothingGiven: .yes
    case .otherScale, .unclear: .unknown
    case .below, .remark: .no
    }
  }
}

/// A problem under the fourteen-day rule.
public struct JudgedFix: Hashable, Sendable {
  /// How it stands.
  public let standing: FixStanding
  /// By what it counts or does not.
  public let rating: FixRating
  /// The last day for the fix, that day included; `nil` where it cannot be told.
  public let lastDay: CalendarDate?
}
