extension ScannedDevice {
  /// The most addresses, and the most platforms, of one device.
  private static let mostNames = 64

  /// A device's name without its domain and in small letters; an address as it is.
  static func plain(_ name: String) -> String {
    let lower = name.lowercased()
    guard lower.contains(where: { ("g"..."z").contains($0) }) || lower.contains("-") else {
      return lower
    }
    return lower.split(separator: ".").first.map(String.init) ?? lower
  }

  /// Adds an address or another name, unless it is known.
  mutating func add(address: some StringProtocol) {
    let address = KeptText.line(address)
    guard !address.isEmpty, address != name, addresses.count < Self.mostNames,
      !addresses.contains(address)
    else { return }
    addresses.append(address)
  }

  /// Adds a platform, unless it is known.
  mutating func add(platform: some StringProtocol) {
    let platform = KeptText.line(platform)
    guard !platform.isEmpty, platforms.count < Self.mostNames, !platforms.contains(platform)
    else { return }
    platforms.append(platform)
  }
}
