import ReadinessCore

/// The operating systems that scans saw.
struct SeenSystems {
  /// A device with its system.
  struct Device {
    let name: String
    let scan: String
    let seen: CalendarDate?
    let isRecent: Bool
    let system: ScannedSystem
  }

  /// Each device once, by name; the newest scan that tells its system.
  let devices: [Device]

  init(_ review: FixReview, horizon: SupportHorizon, rules: ScanRules, asOf: CalendarDate) {
    var byName: [String: Device] = [:]
    for (scan, device) in review.devices {
      let texts =
        (device.operatingSystem.map { [$0] } ?? [])
        + device.platforms.filter { $0.hasPrefix("cpe:/o") || $0.hasPrefix("cpe:2.3:o") }
      // Several guesses, one a line or behind commas, tell nothing.
      let known = texts.lazy.filter { !$0.contains { $0.isNewline || $0 == "," } }
        .compactMap { horizon.system($0, subscription: nil) }
        .first { rules.systemCategories.contains($0.category) }
      guard let system = known else { continue }
      let day = scan.day(of: device)
      let found = Device(
        name: device.name,
        scan: scan.name,
        seen: day,
        isRecent: day.map { $0.days(to: asOf) <= rules.recentDays } ?? false,
        system: system
      )
      let key = device.name.lowercased()
      guard let other = byName[key] else {
        byName[key] = found
        continue
      }
      if (other.seen?.dayNumber ?? .min, other.scan) < (day?.dayNumber ?? .min, scan.name) {
        byName[key] = found
      }
    }
    devices = byName.sorted { $0.key < $1.key }.map(\.value)
  }

  /// What is past its support, or may be, unless a row records a live subscription for it.
  func sightings(_ listed: ListedSystems) -> [Sighting] {
    devices.compactMap { device in
      let system = device.system
      guard system.judgement.fails != .no, system.versions.count == 1 else { return nil }
      if system.judgement.status == .extendedOnly, listed.hasLiveSubscription(system) {
        return nil
      }
      let isSure = system.judgement.fails == .yes && device.isRecent
      let name = "\(system.product) \(system.versions[0])"
      let day = device.seen.map { "scanned on \($0); " } ?? ""
      return Sighting(
        matter: isSure ? .unsupported : .unsupportedOpen,
        kind: .systems,
        device: device.name,
        subject: name,
        line: "\(device.name): \(name): \(system.judgement.note) (\(day)\(device.scan))",
        seen: device.seen,
        late: 0
      )
    }
  }
}
