import ReadinessCore

/// What a Greenbone report says of its own worth.
struct GreenboneEvidence {
  /// What became of each scan in the file.
  var statuses: [String] = []
  /// How many of them have an end.
  var ends = 0
  /// How many results stand in the file.
  var results = 0
  /// How many results the scan had, and how many the filter let through.
  var found = 0
  var shown = 0
  /// The filter's own words.
  var term: String?
  /// Checks and hosts that failed, as listed and as counted.
  var errors = 0
  var errorsCounted = 0
  /// Results that only say that a check failed.
  var failedResults = 0
  /// Results whose severity was changed by hand.
  var changed = 0

  /// Why the report proves less than it seems to.
  func limits(of report: ScanReport) -> [ScanLimit] {
    var limits: [ScanLimit] = []
    if let status = statuses.first(where: { $0 != "Done" }) {
      limits.append(.unfinished(status: KeptText.line(status, most: 40)))
    } else if ends < max(1, statuses.count) {
      limits.append(.unfinished(status: "no scan_end"))
    }
    let notLoggedIn = report.devices.filter { $0.loggedIn == false }.map(\.name)
    if !notLoggedIn.isEmpty { limits.append(.notLoggedIn(devices: notLoggedIn)) }
    let most = max(found, shown)
    if results < most {
      limits.append(.filtered(shown: results, found: most, by: term ?? "a filter"))
    }
    if report.devices.isEmpty || results == 0 { limits.append(.nothingLookedAt) }
    let failures = max(errors, errorsCounted) + failedResults
    if failures > 0 { limits.append(.failures(failures)) }
    if changed > 0 { limits.append(.changedByHand(changed)) }
    return limits
  }
}

/// A port as Greenbone writes it: `443/tcp`, `general/tcp`, `http (80/tcp)`.
struct GreenbonePort {
  /// The number; 0 is the device itself.
  private(set) var number: UInt16 = 0
  /// Such as `tcp` or `udp`.
  private(set) var transport = ""
  /// The service's name, where it stands before the number.
  private(set) var name: String?

  /// Reads one.
  init(_ text: String) {
    var inner = text[...]
    if let open = text.lastIndex(of: "("), text.hasSuffix(")") {
      inner = text[text.index(after: open)...].dropLast()
      name = KeptText.some(text[..<open], most: 40)
    }
    let parts = inner.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return }
    number = UInt16(parts[0]) ?? 0
    transport = String(parts[1])
  }
}

/// What the report says of one host apart from the results.
struct GreenboneHost {
  /// Its address.
  private(set) var address = ""

  private var started: CalendarDate?
  private var system: String?
  private var platform: String?
  private var hostName: String?
  private var loggedIn: Bool?

  /// Takes a field.
  mutating func take(_ element: GreenboneElement, _ text: XMLText) {
    switch element {
    case .address: address = text.string
    // As `.nessus` files do, in the oldest reports.
    case .start: started = NessusDates.time(text)
    default: break
    }
  }

  /// Takes a detail that a test noted.
  mutating func detail(_ name: String, _ value: String) {
    switch name {
    case "best_os_txt": system = KeptText.some(value)
    case "best_os_cpe": platform = KeptText.some(value)
    case "hostname": hostName = KeptText.some(value)
    default:
      guard name.hasPrefix("Auth-") else { return }
      if name.hasSuffix("-Success") { loggedIn = true }
      if name.hasSuffix("-Failure") { loggedIn = loggedIn ?? false }
    }
  }

  /// Puts what is known into the device.
  func describe(_ device: inout ScannedDevice) {
    device.operatingSystem = system ?? device.operatingSystem
    if let platform { device.add(platform: platform) }
    if let hostName { device.add(address: hostName) }
    device.scanned = started ?? device.scanned
    device.loggedIn = loggedIn ?? device.loggedIn
  }
}
