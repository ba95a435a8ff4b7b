/// An operating system that a scanner named, matched against the support data.
public struct ScannedSystem: Hashable, Sendable {
  /// The name of the product that it is.
  public let product: String
  /// The product's category, as `os-client`.
  public let category: String
  /// The versions that it may be, in the data's order; several where the words leave it open.
  public let versions: [String]
  /// How it stands.
  public let judgement: SupportJudgement
}

extension SupportHorizon {
  /// What an operating system is that is worded as scanners do.
  ///
  /// Read are names ("Microsoft Windows 11 Pro Build 26100", where the build tells the release) and
  /// common platform enumeration names (`cpe:/o:microsoft:windows_10_22h2`).
  ///
  /// - Parameters:
  ///   - system: as the report has it.
  ///   - subscription: `none`, `live`, `consumer`, or `nil` where it is not known.
  /// - Returns: what it is; `nil` where the data does not list it.
  public func system(_ system: String, subscription: String?) -> ScannedSystem? {
    let text = Self.plain(system)
    guard let match = data.matcher.match(product: text, version: "", edition: ""),
      !match.releases.isEmpty
    else { return nil }
    var releases = match.releases
    if let build = Self.build(in: text) {
      releases = releases.filter { $0.build?.split(separator: ".").last.map(String.init) == build }
    }
    var versions: [String] = []
    for release in releases where !versions.contains(release.version) {
      versions.append(release.version)
    }
    guard !versions.isEmpty else { return nil }
    let judgements = releases.map { judge($0, of: match.product, subscription: subscription) }
    return ScannedSystem(
      product: match.product.name,
      category: match.product.category,
      versions: versions,
      judgement: SupportJudgement.common(judgements)
        ?? .open(ProductMatcher.Match(product: match.product, releases: releases))
    )
  }

  /// The words of a common platform enumeration name; another text as it is.
  private static func plain(_ text: String) -> String {
    guard text.hasPrefix("cpe:") else { return text }
    var parts = text.split(separator: ":").dropFirst().map(String.init)
    if parts.first == "2.3" { parts.removeFirst() }
    // The kind of thing: `/o`, `/a` and `/h`, or without the stroke.
    parts = Array(parts.dropFirst()).filter { $0 != "*" && $0 != "-" }
    return parts.joined(separator: " ")
  }

  /// The number behind "build", as far as its first stop.
  private static func build(in text: String) -> String? {
    let words = text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == ".") }
    guard let place = words.firstIndex(of: "build"), place + 1 < words.endIndex else { return nil }
    let number = words[place + 1].prefix { $0.isNumber }
    return number.isEmpty ? nil : String(number)
  }
}
