import ReadinessCore

/// Where devices in scans and devices in tables and inventories do not agree.
enum Differences {
  /// Devices whose system stands in no table, and systems that there are more of than listed.
  ///
  /// Nothing is said while a table is still open: a device may belong there. Fewer devices in the
  /// scans than in the tables is no difference, since a scan need not reach all.
  static func tables(_ seen: SeenSystems, _ listed: ListedSystems) -> [Sighting] {
    guard listed.isComplete, !listed.rows.isEmpty else { return [] }
    var sightings: [Sighting] = []
    var counts: [String: [SeenSystems.Device]] = [:]
    for device in seen.devices {
      let name = self.name(of: device.system)
      guard listed.rows(for: device.system).isEmpty else {
        counts[name, default: []].append(device)
        continue
      }
      // A product that the tables name without a version that our data knows may be it.
      let others = listed.rows.filter { $0.product == device.system.product }.compactMap(\.version)
      let instead =
        others.isEmpty ? "" : "; your lists have \(unique(others).joined(separator: ", "))"
      sightings.append(
        sighting(
          .notListed,
          device.name,
          name,
          "\(device.name): \(name) (\(device.scan))\(instead)",
          device.seen
        )
      )
    }
    for (name, devices) in counts.sorted(by: { $0.key < $1.key }) {
      guard let first = devices.first else { continue }
      let quantity = listed.rows(for: first.system).reduce(0) { $0 &+ $1.quantity }
      guard devices.count > quantity else { continue }
      for device in devices {
        sightings.append(
          sighting(
            .moreThanListed,
            device.name,
            name,
            "\(name): \(devices.count) seen, \(quantity) in your lists",
            device.seen
          )
        )
      }
    }
    return sightings
  }

  /// Devices that no inventory names, by name or address, without regard to case or domain.
  ///
  /// An inventory that names none of them calls its devices by something else, as serial numbers:
  /// then nothing is said.
  static func inventory(_ review: FixReview, _ inventories: [Inventory]) -> [Sighting] {
    let known = Set(inventories.flatMap(\.devices).map(ScannedDevice.plain))
    guard
      review.devices.contains(where: { _, device in
        !known.isDisjoint(with: ([device.name] + device.addresses).map(ScannedDevice.plain))
      })
    else { return [] }
    var told: Set<String> = []
    return review.devices.compactMap { scan, device in
      let own = [device.name] + device.addresses
      guard known.isDisjoint(with: own.map(ScannedDevice.plain)),
        told.insert(device.name.lowercased()).inserted
      else { return nil }
      return sighting(
        .notInInventory,
        device.name,
        device.name,
        "\(device.name)\(device.operatingSystem.map { ": \($0)" } ?? "") (\(scan.name))",
        scan.day(of: device)
      )
    }
  }

  private static func sighting(
    _ matter: ScanRules.Matter,
    _ device: String,
    _ subject: String,
    _ line: String,
    _ day: CalendarDate?
  ) -> Sighting {
    Sighting(
      matter: matter,
      kind: .systems,
      device: device,
      subject: subject,
      line: line,
      seen: day,
      late: 0
    )
  }

  private static func name(of system: ScannedSystem) -> String {
    "\(system.product) \(system.versions.joined(separator: " or "))"
  }

  private static func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }
}
