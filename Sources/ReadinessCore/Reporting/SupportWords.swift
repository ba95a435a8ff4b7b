/// A row against the support data, in words.
enum SupportWords {
  /// Product and version as the firm wrote them.
  static func title(_ row: SupportRow) -> String {
    [row.product, row.version].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Status, end and note in one sentence or two.
  static func standing(_ row: SupportRow, asOf: CalendarDate) -> String {
    let judgement = row.judgement
    var text = ReportWords.capitalised(status(judgement)) + "."
    if let ends = judgement.ends {
      text += " The last supported day \(ends < asOf ? "was" : "is") \(ends.inWords)."
    }
    if !judgement.note.isEmpty { text += " \(ReportWords.capitalised(judgement.note))." }
    return text
  }

  /// On the day of a certificate, and through the twelve months after it.
  static func later(_ row: SupportRow) -> String {
    let outlook = row.outlook
    var text =
      "On the certificate date, \(outlook.certificateDate.inWords): "
      + "\(outlook.onCertificate.status.rawValue). Through \(outlook.lastDay.inWords): "
      + "\(outlook.onLastDay.status.rawValue)"
    let isLost = outlook.onCertificate.fails == .no && outlook.onLastDay.fails != .no
    if isLost { text += " (it will no longer count)" }
    return text + "."
  }

  /// Product, version and why it counts, without what the data remarks beside it.
  static func brief(_ row: SupportRow) -> String {
    let clauses = row.judgement.note.split(separator: ";", omittingEmptySubsequences: true)
    let kept = clauses.prefix(row.judgement.status == .extendedOnly ? 2 : 1).joined(separator: ";")
    return "\(title(row)): \(kept.isEmpty ? status(row.judgement) : kept)"
  }

  /// The status, and whether it counts against the firm.
  static func status(_ judgement: SupportJudgement) -> String {
    switch judgement.fails {
    case .yes: "\(judgement.status.rawValue) (counts as not supported)"
    case .unknown: "\(judgement.status.rawValue) (not known yet whether it counts as supported)"
    case .no: judgement.status.rawValue
    }
  }

  /// Where the dates come from and how old they are.
  static func age(of assessment: Assessment) -> String {
    let (version, asOf, _) = assessment.supportData
    let days = asOf.days(to: assessment.asOf)
    let age = days > 0 ? ", \(ReportWords.many(days, "day")) before the date of judgement" : ""
    return "The support dates are those of \(asOf.inWords) (data version \(version))\(age). "
      + "\"No match\" and \"check with vendor\" change no verdict: look those up with the maker."
  }
}
