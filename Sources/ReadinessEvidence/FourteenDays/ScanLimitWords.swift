extension ScanLimit {
  /// The limit in words for the firm.
  public var inWords: String {
    switch self {
    case .unfinished(let status):
      "it did not end (\(status)): what it did not reach is not known"
    case .notLoggedIn(let devices):
      "it did not log in to \(Self.many(devices.count, "device")) "
        + "(\(devices.prefix(5).joined(separator: ", "))\(devices.count > 5 ? ", …" : "")), "
        + "so missing updates were not looked for there"
    case .filtered(let shown, let found, let by):
      "it shows \(shown) of \(found) results (\(by)): the rest is not known"
    case .wrongPlatform(let rules):
      "none of its \(Self.many(rules, "rule")) is for this kind of system: nothing was checked"
    case .nothingLookedAt: "it holds no result: that is no sign of a clean device"
    case .failures(let count): "\(Self.many(count, "check")) of it failed"
    case .changedByHand(let count):
      "\(Self.many(count, "value")) in it \(count == 1 ? "was" : "were") changed by hand"
    }
  }

  private static func many(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
