import ReadinessCore

extension ScanReport {
  /// What was understood, in one line, as `2 devices, 3 problems found 5 times; scanned on …`.
  public var summary: String {
    var parts = [Self.count(devices.count, "device")]
    if !findings.isEmpty {
      let times = findings.count == problems.count ? "" : ", found \(findings.count) times"
      parts.append(Self.count(problems.count, "problem") + times)
    }
    if !services.isEmpty { parts.append(Self.count(services.count, "reachable service")) }
    let checked = checks.reduce(0) { $0 + $1.count }
    if checked > 0 { parts.append(Self.count(checked, "check")) }
    if findings.isEmpty, services.isEmpty, checked == 0 { parts.append("no problem found") }
    var text = parts.joined(separator: ", ")
    if let day = ended ?? started { text += "; scanned on \(day.inWords)" }
    return text
  }

  /// What was not understood, in one line; `nil` where all was.
  public var notUnderstoodInWords: String? {
    guard !notUnderstood.isEmpty else { return nil }
    let sorted = notUnderstood.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let shown = sorted.prefix(5).map { "\($0.key) (\($0.value))" }
    let rest = sorted.count - shown.count
    let total = sorted.reduce(0) { $0 + $1.value }
    return Self.count(total, "thing") + " not understood: " + shown.joined(separator: ", ")
      + (rest > 0 ? " and \(rest) more" : "")
  }

  private static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) " + (number == 1 ? one : many ?? one + "s")
  }
}

extension ScanLimit {
  /// In words, lower case, without a full stop.
  public var inWords: String {
    switch self {
    case .unfinished(let status):
      return "the scan did not end" + (status.isEmpty ? "" : " (\(status))")
    case .notLoggedIn(let devices):
      let shown = devices.prefix(5).joined(separator: ", ")
      let rest = devices.count > 5 ? " and \(devices.count - 5) more" : ""
      return "the scan could not log in to \(shown)\(rest), so missing updates were not looked for"
    case .filtered(let shown, let found, let by):
      return "only \(shown) of \(found) results are in the report"
        + (by.isEmpty ? "" : " (filter: \(by))")
    case .wrongPlatform(let rules):
      return "nothing was checked: all \(rules) rules are for another system"
    case .nothingLookedAt: return "nothing was looked at"
    case .failures(let count):
      return count == 1 ? "1 check or device failed" : "\(count) checks or devices failed"
    case .changedByHand(let count):
      return count == 1
        ? "1 value was changed by hand after the scan"
        : "\(count) values were changed by hand after the scan"
    }
  }
}
