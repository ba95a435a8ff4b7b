import ReadinessCore

/// Findings in words, with the score that was used.
public enum FixWords {
  /// How a problem stands.
  public static func standing(_ fix: JudgedFix) -> String {
    switch fix.standing {
    case .late(let days): "late by \(many(days, "day"))"
    case .due(0): "due today"
    case .due(let days): "due in \(many(days, "day"))"
    case .dateUnknown: "a fix exists, but its date is not in the report"
    case .noFix: "no fix yet"
    case .unsupported: "no longer supported: no fix will come"
    case .doesNotQualify: "does not fall under the 14 days"
    case .cannotDetermine(let doubt): "cannot determine: " + self.doubt(doubt)
    }
  }

  /// By what a fix counts or does not; the version of CVSS is always said.
  public static func rating(_ rating: FixRating) -> String {
    switch rating {
    case .vendor(let word): "the vendor calls it \(word)"
    case .score(let score): self.score(score)
    case .nothingGiven: "no severity is given, so it counts"
    case .otherScale(let score):
      "\(self.score(score)) only, which is no CVSS v3 score: look up whether it counts"
    case .unclear(let word):
      "the vendor calls it \(word), which does not tell whether it counts"
    case .below(let score, let word):
      self.score(score) + (word.map { ", and the vendor calls it \($0)" } ?? "")
    case .remark: "a remark of the tool"
    }
  }

  /// A product for people: the words of a common platform enumeration name, as `microsoft .net 8`
  /// for `cpe:/a:microsoft:.net:8`; another name as it is.
  public static func product(_ name: String) -> String {
    let lower = name.lowercased()
    let start = ["cpe:2.3:", "cpe:/"].first { lower.hasPrefix($0) }
    guard let start else { return name }
    let parts = name.dropFirst(start.count).split(separator: ":").dropFirst().prefix(3)
    let words = parts.filter { $0 != "*" && $0 != "-" }
      .map { $0.replacing("\\", with: "").replacing("_", with: " ") }
    return words.isEmpty ? name : words.joined(separator: " ")
  }

  /// As `CVSS v3 7.5 (nvd)`.
  static func score(_ score: CVSSScore) -> String {
    let version = score.version == .unknown ? "CVSS of unknown version" : "CVSS \(score.version)"
    return "\(version) \(score.tenths / 10).\(score.tenths % 10)"
      + (score.source.map { " (\($0))" } ?? "")
  }

  private static func doubt(_ doubt: FixStanding.Doubt) -> String {
    switch doubt {
    case .scanUndated: "the report does not say when the device was scanned"
    case .dueSince(let day):
      "in time at the scan, but the last day was \(day): scan again to see whether it is in"
    case .fixNotSaid: "the report does not say whether there is a fix"
    case .settingsOnly:
      "a change of settings helps; the report does not say whether the vendor gave it, and when"
    }
  }

  /// A number with its noun.
  static func many(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
  }
}
