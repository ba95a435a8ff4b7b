extension CVSSVersion {
  /// The version that a number such as `3.1` means.
  init(number: some StringProtocol) {
    switch number.first {
    case "2": self = .v2
    case "3": self = .v3
    case "4": self = .v4
    default: self = .unknown
    }
  }

  /// The version whose vectors are written like this one.
  init(vector: some StringProtocol) {
    if vector.hasPrefix("CVSS:3.") {
      self = .v3
    } else if vector.hasPrefix("CVSS:4.") {
      self = .v4
    } else if vector.contains("/Au:") {
      self = .v2
    } else {
      self = .unknown
    }
  }
}

extension ScannedProblem {
  /// Adds a score, unless it is there already or there are twenty.
  mutating func add(_ score: CVSSScore) {
    guard scores.count < 20, !scores.contains(score) else { return }
    scores.append(score)
  }

  /// Adds a CVE number, unless the text is none, it is there already, or there are two hundred.
  mutating func add(cve text: some StringProtocol) {
    guard let cve = KeptText.cve(text), cves.count < 200, !cves.contains(cve) else { return }
    cves.append(cve)
  }
}
