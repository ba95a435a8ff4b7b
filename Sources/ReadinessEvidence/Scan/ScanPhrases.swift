/// What set phrases of scanners say where no field of a report says it; read from
/// `Support/ScanRules.xml`.
public struct ScanPhrases: Sendable {
  /// How a solution begins that is an update.
  public let updates: [String]
  /// How a solution begins that says that there is none.
  public let noUpdates: [String]
  /// What stands in the title of a problem that a product is no longer supported.
  public let unsupported: [String]
  /// How ids of checks begin that ask for updates, and not for settings.
  public let updateChecksBegin: [String]
  /// How such ids end.
  public let updateChecksEnd: [String]

  private let updatesBytes: [[UInt8]]
  private let noUpdatesBytes: [[UInt8]]
  private let unsupportedBytes: [[UInt8]]

  /// Phrases; how solutions begin is compared without regard to ASCII case.
  public init(
    updates: [String],
    noUpdates: [String],
    unsupported: [String],
    updateChecksBegin: [String],
    updateChecksEnd: [String]
  ) {
    self.updates = updates
    self.noUpdates = noUpdates
    self.unsupported = unsupported
    self.updateChecksBegin = updateChecksBegin
    self.updateChecksEnd = updateChecksEnd
    updatesBytes = updates.map { Array($0.lowercased().utf8) }
    noUpdatesBytes = noUpdates.map { Array($0.lowercased().utf8) }
    unsupportedBytes = unsupported.map { Array($0.utf8) }
  }

  /// No phrase says anything.
  public static let none = ScanPhrases(
    updates: [],
    noUpdates: [],
    unsupported: [],
    updateChecksBegin: [],
    updateChecksEnd: []
  )

  /// What a solution says of a fix, by its first words.
  func fix(_ solution: String) -> ReportedFix {
    let bytes = solution.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    if updatesBytes.contains(where: { Self.begins(bytes, with: $0) }) { return .available }
    if noUpdatesBytes.contains(where: { Self.begins(bytes, with: $0) }) { return .none }
    return .unknown
  }

  /// Whether a title names software that its vendor has given up.
  func saysUnsupported(_ title: String) -> Bool {
    let bytes = Array(title.utf8)
    return unsupportedBytes.contains { phrase in
      guard phrase.count <= bytes.count else { return false }
      return (0...bytes.count - phrase.count).contains { bytes[$0...].starts(with: phrase) }
    }
  }

  /// Whether a check asks for updates.
  func isOfUpdates(_ id: String) -> Bool {
    updateChecksBegin.contains(where: id.hasPrefix) || updateChecksEnd.contains(where: id.hasSuffix)
  }

  /// Whether a text begins with whole words.
  private static func begins(_ text: [UInt8], with words: [UInt8]) -> Bool {
    guard text.starts(with: words) else { return false }
    return text.count == words.count || !(0x61...0x7A).contains(text[words.count])
  }
}
