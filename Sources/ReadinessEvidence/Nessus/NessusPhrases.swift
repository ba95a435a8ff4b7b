/// What a plug-in's set phrases say, where no field says it.
enum NessusPhrases {
  /// What the solution says of a fix, by its first words.
  static func fix(_ solution: String) -> ReportedFix {
    let words = solution.lowercased()
    if available.contains(where: words.hasPrefix) { return .available }
    if none.contains(where: words.hasPrefix) { return .none }
    return .unknown
  }

  /// Whether a title names software that its vendor has given up.
  ///
  /// Scanners before 10.1 have no field for it.
  static func saysUnsupported(_ title: String) -> Bool {
    unsupported.contains { title.contains($0) }
  }

  private static let available = ["upgrade ", "update ", "apply ", "install ", "patch "]
  private static let none = ["there is no known solution", "no known solution", "no fix"]
  private static let unsupported = [
    "Unsupported Version Detection", "Unsupported Installation Detection",
    "Unsupported Operating System", "Unsupported Version", "SEoL",
  ]
}
