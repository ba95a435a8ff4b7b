import ReadinessCore

/// Which scans, and which of their devices, take part in a judgement.
struct ScanSelection {
  let standings: [ScanStanding]
  /// For each scan: which of its devices take part.
  let counted: [[Bool]]

  init(_ scans: [NamedScan], rules: ScanRules, asOf: CalendarDate) {
    let leftOut = scans.map { Self.leftOut($0, rules, asOf) }
    // The newest day on which each device was seen by a scan of each format that saw all it can.
    var newest: [Key: CalendarDate] = [:]
    for (scan, reason) in zip(scans, leftOut) where reason == nil {
      for device in scan.report.devices where Self.sawAll(scan.report, device) {
        guard let day = scan.day(of: device) else { continue }
        let key = Key(format: scan.report.format, device: device.name.lowercased())
        newest[key] = max(newest[key] ?? day, day)
      }
    }
    var counted: [[Bool]] = []
    for (scan, reason) in zip(scans, leftOut) {
      counted.append(
        scan.report.devices.map { device in
          guard reason == nil else { return false }
          let key = Key(format: scan.report.format, device: device.name.lowercased())
          guard let newer = newest[key], let day = scan.day(of: device) else { return true }
          return day >= newer
        }
      )
    }
    self.counted = counted
    standings = scans.indices.map { place in
      ScanStanding(
        leftOut: leftOut[place],
        limits: scans[place].report.limits.map(\.inWords),
        replaced: leftOut[place] == nil ? counted[place].count { !$0 } : 0
      )
    }
  }

  private struct Key: Hashable {
    let format: ScanFormat
    let device: String
  }

  private static func leftOut(
    _ scan: NamedScan,
    _ rules: ScanRules,
    _ asOf: CalendarDate
  ) -> String? {
    let days = scan.report.devices.compactMap { scan.day(of: $0) }
    guard let last = days.max() ?? scan.report.started ?? scan.report.ended else { return nil }
    if (days.min() ?? last) > asOf {
      return "it was made on \(last), after the date of judgement: it takes no part"
    }
    if last.days(to: asOf) > rules.oldestDays {
      return "it was made on \(last), more than \(rules.oldestDays) days before: it takes no part"
    }
    return nil
  }

  /// Whether what a report does not show on a device is not there.
  static func sawAll(_ report: ScanReport, _ device: ScannedDevice) -> Bool {
    guard device.loggedIn != false else { return false }
    return report.limits.allSatisfy { limit in
      if case .notLoggedIn(let devices) = limit { return !devices.contains(device.name) }
      return false
    }
  }
}
