public import ReadinessCore

/// A finding of a scan under the fourteen-day rule.
public struct ReviewedFinding: Sendable {
  /// The scan's place in `FixReview.scans`.
  public let scan: Int
  /// The device's place in the scan.
  public let device: Int32
  /// The problem's place in the scan.
  public let problem: Int32
  /// What it is in.
  public let kind: ScanRules.Kind
  /// How it stands.
  public let fix: JudgedFix
  /// The day of the scan.
  public let scanned: CalendarDate?
  /// Whether the scan is recent enough to contradict.
  public let isRecent: Bool
  /// Whether the tool is as sure of it as the rules ask.
  public let isCertain: Bool

  /// What it means for answers; `nil` is nothing.
  public var matter: ScanRules.Matter? {
    let isSure = isCertain && fix.rating.qualifies == .yes
    return switch fix.standing {
    case .late: !isSure ? .lateUnrated : isRecent ? .late : .lateBefore
    case .dateUnknown: .dateUnknown
    case .unsupported: isCertain && isRecent ? .unsupported : .unsupportedOpen
    case .cannotDetermine: .undecided
    case .due, .noFix, .doesNotQualify: nil
    }
  }

  /// Its place in the order of findings, the worst first: what is late, the latest first; what is
  /// no longer supported; what may be late; what cannot be told; what is due, the soonest first.
  var order: (Int, Int) {
    switch fix.standing {
    case .late(let days): (fix.rating.qualifies == .yes && isCertain ? 0 : 2, -days)
    case .unsupported: (1, 0)
    case .dateUnknown: (3, 0)
    case .cannotDetermine: (4, 0)
    case .due(let days): (5, days)
    case .noFix: (6, 0)
    case .doesNotQualify: (7, 0)
    }
  }
}
