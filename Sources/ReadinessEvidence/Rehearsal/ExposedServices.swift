public import ReadinessCore

/// A service that a scan saw answering at an address of the internet.
///
/// It is proposed as a row of the table of services; nobody has answered anything by it.
public struct ExposedService: Hashable, Sendable {
  /// The address, or the name where the report has no address.
  public let address: String
  /// As `443/tcp`.
  public let port: String
  /// What it is called, as the reports say; may be empty.
  public let service: String
  /// The highest CVSS version 3 base score in tenths that a scan for weaknesses gave it; `nil` where
  /// none was given.
  public let highest: Int?
  /// Whether a scan for weaknesses that ended and shows all it found looked at the device and gave
  /// this port nothing at all.
  public let isClean: Bool

  /// The cells that a scan can fill; the others are for the firm.
  public var row: [String: Value] {
    var row: [String: Value] = ["address": .text(address), "port": .text(port)]
    if !service.isEmpty { row["service"] = .text(service) }
    if let highest {
      row["score"] = .word(highest >= ExposedServices.highScore ? "high" : "low")
    } else if isClean {
      row["score"] = .word("none")
    }
    return row
  }
}

/// Finds the services that scans saw from the internet.
public enum ExposedServices {
  /// From this CVSS version 3 base score on, in tenths, a service fails the first step of test case 1.
  public static let highScore = 70

  /// The services at public addresses, in the order of the reports; each address and port once.
  ///
  /// Services at private addresses are left out: a scan from inside says nothing of the internet.
  public static func seen(in reports: [ScanReport]) -> [ExposedService] {
    var order: [Key] = []
    var found: [Key: Sighting] = [:]
    for report in reports {
      let looksForWeaknesses = !report.problems.isEmpty || report.format != .nmap
      for service in report.services {
        guard let device = report.device(service.device), let address = publicAddress(of: device)
        else { continue }
        let key = Key(address: address, port: service.port, transport: service.transport)
        if found[key] == nil { order.append(key) }
        var sighting = found[key] ?? Sighting()
        let name = [service.name, service.product].compactMap(\.self).filter { !$0.isEmpty }
        if sighting.name.isEmpty { sighting.name = name.joined(separator: ", ") }
        if looksForWeaknesses {
          sighting.take(report, service)
        }
        found[key] = sighting
      }
    }
    return order.compactMap { key in
      found[key].map { sighting in
        ExposedService(
          address: key.address,
          port: "\(key.port)/\(key.transport)",
          service: sighting.name,
          highest: sighting.highest,
          isClean: sighting.wasLookedAt && !sighting.hasFindings
        )
      }
    }
  }

  private struct Key: Hashable {
    let address: String
    let port: UInt16
    let transport: String
  }

  private struct Sighting {
    var name = ""
    var highest: Int?
    var wasLookedAt = false
    var hasFindings = false

    /// Adds what a scan for weaknesses found at the port.
    mutating func take(_ report: ScanReport, _ service: ReachableService) {
      wasLookedAt = wasLookedAt || report.limits.isEmpty
      for finding in report.findings
      where finding.device == service.device && finding.port == service.port {
        hasFindings = true
        guard report.problems.indices.contains(Int(finding.problem)) else { continue }
        for score in report.problems[Int(finding.problem)].scores where score.version == .v3 {
          highest = max(highest ?? 0, score.tenths)
        }
      }
    }
  }

  /// The first address of a device that is of the internet, or its name where that is a name.
  static func publicAddress(of device: ScannedDevice) -> String? {
    let addresses = device.addresses + [device.name]
    if let address = addresses.first(where: InternetAddress.isPublic) { return address }
    // A name tells nothing where an address beside it is a private one.
    guard !addresses.contains(where: InternetAddress.isAddress), device.name.contains(".") else {
      return nil
    }
    return device.name
  }
}

extension ScanReport {
  fileprivate func device(_ place: Int32) -> ScannedDevice? {
    devices.indices.contains(Int(place)) ? devices[Int(place)] : nil
  }
}

/// Addresses of the internet protocol, as far as it must be known which are public.
enum InternetAddress {
  /// Whether the text is an address at all.
  static func isAddress(_ text: String) -> Bool {
    version4(text) != nil || text.contains(":")
  }

  /// Whether it is an address that can be reached from the internet.
  ///
  /// Private networks, the machine itself, the link, carriers' own networks and groups of receivers
  /// are not. Addresses kept for examples count as public, so that a rehearsal can use them.
  static func isPublic(_ text: String) -> Bool {
    if let parts = version4(text) {
      switch (parts[0], parts[1]) {
      case (0, _), (10, _), (127, _), (169, 254), (192, 168): return false
      case (172, 16...31), (100, 64...127): return false
      case (224..., _): return false
      default: return true
      }
    }
    guard text.contains(":"), let first = text.split(separator: ":").first else { return false }
    guard !text.hasPrefix("::"), let group = UInt16(first, radix: 16) else { return false }
    // 2000::/3 is what is given out.
    return group & 0xE000 == 0x2000
  }

  private static func version4(_ text: String) -> [Int]? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    let numbers = parts.compactMap { part -> Int? in
      guard (1...3).contains(part.utf8.count), part.utf8.allSatisfy({ (0x30...0x39).contains($0) })
      else { return nil }
      return Int(part).flatMap { $0 <= 255 ? $0 : nil }
    }
    return numbers.count == 4 ? numbers : nil
  }
}
