import ReadinessCore

/// A device on which a scan saw a fix that is late under the fourteen-day rule.
public struct LateDevice: Hashable, Sendable {
  /// Its name, as the scan has it.
  public let name: String
  /// What the scan says of its system: its words, and common platform enumeration names.
  let systems: [String]
  /// The rows that inventories give it, each with the question whose table it is for.
  let rows: [Row]

  /// A row of an inventory.
  struct Row: Hashable {
    let question: String
    let cells: [String: Value]
  }

  /// The devices that are late for sure, each once, in the order of their names.
  ///
  /// What a scan of long ago saw, or what may not fall under the rule, does not count here.
  ///
  /// - Parameters:
  ///   - review: the scans under the rule.
  ///   - inventories: lists that may tell a device's build by its name.
  public static func seen(in review: FixReview, _ inventories: [Inventory]) -> [LateDevice] {
    var rows: [String: [Row]] = [:]
    for inventory in inventories {
      for (name, found) in inventory.builds {
        rows[ScannedDevice.plain(name), default: []] += found.filter {
          !(rows[ScannedDevice.plain(name)]?.contains($0) ?? false)
        }
      }
    }
    var devices: [String: LateDevice] = [:]
    for finding in review.findings where finding.matter == .late {
      guard let device = review.device(of: finding) else { continue }
      let key = ScannedDevice.plain(device.name)
      let names = ([device.name] + device.addresses).map(ScannedDevice.plain)
      let known = devices[key]
      let systems = (device.operatingSystem.map { [$0] } ?? []) + device.platforms
      devices[key] = LateDevice(
        name: known?.name ?? device.name,
        systems: (known?.systems ?? [])
          + systems.filter { !(known?.systems.contains($0) ?? false) },
        rows: known?.rows ?? names.lazy.compactMap { rows[$0] }.first ?? []
      )
    }
    return devices.sorted { $0.key < $1.key }.map(\.value)
  }
}

/// Puts late devices into the groups that they belong to.
struct LatePlaces {
  /// The names of the late devices of each group, by the group's number.
  private(set) var groups: [Int: [String]] = [:]
  /// Those that could not be placed, with the reason.
  private(set) var unplaced: [Rehearsal.Unplaced] = []

  init(_ devices: [LateDevice], _ grouper: BuildGrouper) {
    for device in devices {
      let byRow = Set(device.rows.compactMap(grouper.group(of:)))
      if byRow.count == 1, let number = byRow.first {
        groups[number, default: []].append(device.name)
        continue
      }
      let systems = device.systems.filter { !$0.contains(where: \.isNewline) }
      let fits = systems.lazy.map(grouper.groups(ofSystem:)).first { $0 != nil } ?? nil
      switch fits {
      case nil: unplaced.append(.init(name: device.name, why: .systemNotKnown))
      case []?: unplaced.append(.init(name: device.name, why: .inNoGroup))
      case let numbers? where numbers.count == 1:
        groups[numbers[0], default: []].append(device.name)
      case .some: unplaced.append(.init(name: device.name, why: .inSeveralGroups))
      }
    }
  }
}

extension BuildGrouper {
  /// The number of the group that a row of an inventory belongs to; `nil` is none.
  func group(of row: LateDevice.Row) -> Int? {
    guard let table = tables[row.question] else { return nil }
    let key = self.key(of: row.cells, in: table.question, kind: table.kind)
    return groups.first { $0.key == key.text }?.number
  }

  /// The numbers of the groups that a system may belong to, worded as scanners do.
  ///
  /// - Returns: `nil` where the words name no system that the support data knows.
  func groups(ofSystem words: String) -> [Int]? {
    guard let system = horizon.system(words, subscription: nil) else { return nil }
    let fits = groups.filter { group in
      group.support.product == system.product
        && group.support.version.map(system.versions.contains) ?? false
    }
    let told = Self.edition(in: words, of: system)
    let exact = fits.filter { group in
      guard let version = group.support.version else { return false }
      return group.build.lowercased()
        == name(system.product, version, edition: told).lowercased()
    }
    if !exact.isEmpty { return exact.map(\.number) }
    // Words that tell no edition may mean any; a table without editions takes all.
    return fits.filter { group in
      guard let version = group.support.version else { return false }
      let bare = name(system.product, version, edition: "")
      return told.isEmpty || group.build.lowercased() == bare.lowercased()
    }.map(\.number)
  }

  /// What stands in a scanner's words besides product, version and build, as `pro`.
  private static func edition(in words: String, of system: ScannedSystem) -> String {
    guard !words.hasPrefix("cpe:") else { return "" }
    let parts = words.lowercased().split { !($0.isLetter || $0.isNumber || $0 == ".") }
    let known = Set(
      (system.product + " " + system.versions.joined(separator: " ") + " version edition")
        .lowercased().split(whereSeparator: \.isWhitespace)
    )
    return parts.prefix { $0 != "build" }
      .filter { !known.contains($0) && $0.first?.isNumber != true }
      .joined(separator: " ")
  }
}
