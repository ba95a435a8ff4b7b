/// How much of a report is kept: far more than a real one holds.
enum ScanBounds {
  /// The most devices.
  static let devices = 200_000
  /// The most findings, and the most services.
  static let findings = 3_000_000
  /// The most addresses or platforms of one device.
  static let namesOfDevice = 64
  /// The most characters of a title.
  static let title = 200

  /// An error that says which bound was met.
  static func exceeded(_ most: Int, _ what: String) -> ScanImportError {
    ScanImportError(.hostile, "the report has more than \(most) \(what)")
  }
}

extension ScanReport {
  /// Adds a device.
  ///
  /// - Returns: its place.
  mutating func add(_ device: ScannedDevice) throws(ScanImportError) -> Int32 {
    guard devices.count < ScanBounds.devices else {
      throw ScanBounds.exceeded(ScanBounds.devices, "devices")
    }
    devices.append(device)
    return Int32(devices.count - 1)
  }

  /// Adds a finding.
  mutating func add(_ finding: ScanFinding) throws(ScanImportError) {
    guard findings.count < ScanBounds.findings else {
      throw ScanBounds.exceeded(ScanBounds.findings, "findings")
    }
    findings.append(finding)
  }

  /// Adds a service.
  mutating func add(_ service: ReachableService) throws(ScanImportError) {
    guard services.count < ScanBounds.findings else {
      throw ScanBounds.exceeded(ScanBounds.findings, "services")
    }
    services.append(service)
  }

  /// Counts configuration checks of one device that ended in one way.
  ///
  /// Devices must come one after the other.
  mutating func count(_ result: String, on device: Int32, by more: Int = 1) {
    var index = checks.count
    while index > 0, checks[index - 1].device == device {
      index -= 1
      if checks[index].result == result {
        checks[index].count += more
        return
      }
    }
    // A hostile file must not make a list of its own words.
    guard checks.count - index < 32 else {
      notUnderstood["result", default: 0] += more
      return
    }
    checks.append(ConfigurationCheck(device: device, result: result, count: more))
  }

  /// Counts something that was not understood.
  mutating func countUnknown(_ name: String, by more: Int = 1) {
    notUnderstood[name, default: 0] += more
  }
}

extension ScannedDevice {
  /// Adds an address or another name, unless it is known.
  mutating func add(address: String) {
    guard !address.isEmpty, address != name, addresses.count < ScanBounds.namesOfDevice,
      !addresses.contains(address)
    else { return }
    addresses.append(address)
  }

  /// Adds a platform, unless it is known.
  mutating func add(platform: String) {
    guard !platform.isEmpty, platforms.count < ScanBounds.namesOfDevice,
      !platforms.contains(platform)
    else { return }
    platforms.append(platform)
  }
}
