import ReadinessCore

/// How much of the firm the scans looked at, with logging in and without any limit.
struct Coverage {
  /// Names of the devices that were looked at wholly and of late, with the day.
  private let whole: [String: CalendarDate]
  private let rules: ScanRules

  init(_ review: FixReview, rules: ScanRules, asOf: CalendarDate) {
    var whole: [String: CalendarDate] = [:]
    for (scan, device) in review.devices {
      guard device.loggedIn == true, ScanSelection.sawAll(scan.report, device),
        let day = scan.day(of: device), day.days(to: asOf) <= rules.recentDays
      else { continue }
      let name = device.name.lowercased()
      whole[name] = max(whole[name] ?? day, day)
    }
    self.whole = whole
    self.rules = rules
  }

  /// How many devices were looked at wholly.
  var devices: Int { whole.count }

  /// The matters that keep a scan from being clean.
  private static let objections: Set<ScanRules.Matter> = [
    .late, .lateUnrated, .lateBefore, .dateUnknown, .undecided, .unsupported, .unsupportedOpen,
  ]

  /// What a clean scan of everything says, and since when; `nil` where there is none.
  func clean(
    _ cover: ScanRules.Cover,
    _ listed: ListedSystems,
    _ sightings: [Sighting]
  ) -> (observation: Observation, since: CalendarDate)? {
    guard let oldest = whole.values.min(), listed.isComplete, listed.total > 0,
      whole.count >= listed.total,
      !sightings.contains(where: {
        Self.objections.contains($0.matter) && (cover.kind == .any || $0.kind == cover.kind)
      })
    else { return nil }
    let observation = Observation(
      id: "clean-\(cover.kind.rawValue)",
      questions: [cover.question],
      weight: .agrees,
      says: "Scans that logged in to \(FixWords.many(whole.count, "device")) found nothing late.",
      seen: oldest
    )
    return (observation, oldest)
  }
}
