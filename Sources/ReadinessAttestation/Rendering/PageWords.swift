import ReadinessCore

/// A statement in plain English, for the page and for the message to the buyer.
enum PageWords {
  /// Written as `22 November 2026, 09:30 UTC`.
  static func moment(_ instant: Instant) -> String {
    "\(instant.day.inWords), \(instant.description.dropFirst(11).prefix(5)) UTC"
  }

  /// Why the verdict is what it is, in one or two sentences.
  static func explanation(_ statement: Statement) -> String {
    let counts = statement.counts
    switch statement.verdict {
    case .ready where counts.notMet > 0:
      return "By its own answers the firm meets what the question set demands;"
        + " \(questions(counts.notMet, "is", "are")) not met, which the question set lets through."
    case .ready:
      return "By its own answers the firm meets every question that applies to it."
    case .incomplete:
      return "There is no verdict yet: \(questions(counts.open, "is", "are")) still open."
    case .notReady:
      var reasons: [String] = []
      if counts.automaticFail > 0 {
        reasons.append("\(questions(counts.automaticFail, "is", "are")) an automatic fail")
      }
      if counts.notMet > 0 {
        reasons.append("\(questions(counts.notMet, "is", "are")) not met")
      }
      if !statement.scope.stands { reasons.append("the scope does not hold by the scheme's rules") }
      if counts.open > 0 { reasons.append("\(questions(counts.open, "is", "are")) still open") }
      return "By its own answers: \(list(reasons))."
    }
  }

  /// Written as `1 question is`, `2 questions are`.
  static func questions(_ count: Int, _ one: String, _ many: String) -> String {
    count == 1 ? "1 question \(one)" : "\(count) questions \(many)"
  }

  /// Written as `a, b and c`.
  static func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }

  /// Hexadecimal digits in capitals and groups of four, to read out over the telephone.
  static func groups(_ hex: String) -> String {
    var out = ""
    for (index, character) in hex.uppercased().enumerated() {
      if index > 0, index % 4 == 0 { out += " " }
      out.append(character)
    }
    return out
  }

  /// Written as `Company number (Companies House)`.
  static func register(_ scheme: String) -> String {
    switch scheme {
    case "GB-COH": "Company number"
    case "GB-PPON": "PPON (Find a Tender)"
    case "VAT": "VAT number"
    case "XI-DUNS", "US-DUNS": "D-U-N-S number"
    case "XI-LEI": "LEI"
    case "NCAGE": "NCAGE code"
    case "GB-CHC", "GB-SC", "GB-NIC": "Charity number"
    case "GB-UKPRN": "UKPRN"
    default: "Entry in \(scheme)"
    }
  }

  /// Whole or part, then the firm's words where they say more.
  static func scope(_ scope: Statement.Scope) -> [String] {
    let kind = scope.kind == .whole ? "Whole organisation" : "Part of the organisation"
    // By bytes and not by letters: what a letter is changes with Unicode, the page must not.
    let saysNoMore = [
      "The whole organisation.", "The whole organisation", "A part of the organisation.",
    ].contains { $0.utf8.elementsEqual(scope.description.utf8) }
    return saysNoMore ? [kind] : [kind, scope.description]
  }

  /// The first letter as a capital.
  static func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
