import ReadinessCore

/// One device of a `.nessus` file, while its properties are read.
struct NessusHost {
  private(set) var device: ScannedDevice
  /// The scanner and its version, where the scan's record of itself says it.
  private(set) var tool: String?
  private var start: (utc: CalendarDate?, local: CalendarDate?) = (nil, nil)
  private var end: (utc: CalendarDate?, local: CalendarDate?) = (nil, nil)

  /// A device of that name.
  init(name: String) { device = ScannedDevice(name: KeptText.line(name)) }

  /// The day on which its scan ended.
  var ended: CalendarDate? { end.utc ?? end.local }

  /// The device, when all was read; one without a name has its first address for a name.
  func complete() -> ScannedDevice {
    var device = device
    device.scanned = start.utc ?? start.local
    if device.name.isEmpty { device.name = device.addresses.first ?? "?" }
    return device
  }

  /// Takes a property; most are of no use.
  ///
  /// - Returns: whether its text could be read.
  mutating func take(_ name: XMLText, _ text: XMLText) -> Bool {
    if name == "HOST_START_TIMESTAMP" {
      start.utc = NessusDates.seconds(text)
      return start.utc != nil
    } else if name == "HOST_START" {
      start.local = NessusDates.time(text)
      return start.local != nil
    } else if name == "HOST_END_TIMESTAMP" {
      end.utc = NessusDates.seconds(text)
      return end.utc != nil
    } else if name == "HOST_END" {
      end.local = NessusDates.time(text)
      return end.local != nil
    } else if name == "Credentialed_Scan" {
      guard text == "true" || text == "false" else { return false }
      note(loggedIn: text == "true")
    } else if name == "operating-system" {
      device.operatingSystem = KeptText.some(Self.lines(text).joined(separator: ", "))
    } else if name == "host-ip" || name == "host-fqdn" || name == "netbios-name"
      || name == "mac-address"
    {
      for line in Self.lines(text) { device.add(address: line) }
    } else if name.bytes.starts(with: "cpe".utf8) {
      for line in Self.lines(text) { device.add(platform: line) }
    }
    return true
  }

  /// Takes what plug-in 19506, the scan's record of itself, says.
  mutating func take(record: XMLText) {
    for line in Self.lines(record) {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let value = parts[1].drop(while: \.isWhitespace)
      switch parts[0].split(separator: " ").joined(separator: " ") {
      case "Nessus version": tool = KeptText.line("Nessus \(value)", most: 80)
      case "Credentialed checks":
        if value.hasPrefix("yes") { note(loggedIn: true) }
        if value.hasPrefix("no") { note(loggedIn: false) }
      default: continue
      }
    }
  }

  /// One "no" outweighs every "yes": the checks for missing updates did not run.
  private mutating func note(loggedIn: Bool) {
    device.loggedIn = (device.loggedIn ?? true) && loggedIn
  }

  private static func lines(_ text: XMLText) -> [String] {
    text.string.split(whereSeparator: \.isNewline).prefix(64)
      .map { String($0.drop(while: \.isWhitespace)) }
  }
}
