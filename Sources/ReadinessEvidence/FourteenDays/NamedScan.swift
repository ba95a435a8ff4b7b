import ReadinessCore

/// A scan report with the name that the firm knows it by.
public struct NamedScan: Sendable {
  /// Its name: the name of the file it came from.
  public let name: String
  /// What it says.
  public let report: ScanReport

  /// A report with its name.
  public init(name: String, report: ScanReport) {
    self.name = name
    self.report = report
  }

  /// The day on which a device was looked at; `nil` where the report does not say.
  func day(of device: ScannedDevice) -> CalendarDate? {
    device.scanned ?? report.started ?? report.ended
  }
}

/// How far a scan takes part in a judgement.
public struct ScanStanding: Sendable {
  /// Why it takes no part, in words; `nil` where it does.
  public let leftOut: String?
  /// Why it proves less than it seems to, in words.
  public let limits: [String]
  /// How many devices a newer scan of the same kind has replaced.
  public let replaced: Int
}
