public import ReadinessCore

/// One kind of problem that a scan found, with what the report says of its fix.
public struct ScannedProblem: Hashable, Sendable {
  /// The tool's own id: a plug-in number, an OID, a CVE.
  public var id: String

  /// What it is, in the report's words, at most 200 characters.
  public var title: String

  /// The product and version that has it, as the report says it.
  public var product: String?

  /// Its CVE numbers, in the report's order.
  public var cves: [String] = []

  /// Each score the report gives, with the version of CVSS it is on.
  public var scores: [CVSSScore] = []

  /// What the vendor calls it, where the report passes that on.
  public var vendorSeverity: String?

  /// The tool's own severity in its own word.
  ///
  /// It is not a CVSS v3 rating.
  public var toolSeverity: String?

  /// What the report says of a fix.
  public var fix: ReportedFix = .unknown

  /// When the first fix came out: the start of the fourteen days.
  ///
  /// `nil` where the report has none.
  /// No other date of a report may stand in for it.
  public var fixPublished: CalendarDate?

  /// Whether the vendor no longer supports the product.
  public var unsupported = false

  /// How sure the tool is, in per cent.
  ///
  /// `nil` where it does not say.
  public var certainty: Int?

  /// A problem.
  public init(id: String, title: String) {
    self.id = id
    self.title = title
  }
}

/// What a report says of a fix.
public enum ReportedFix: String, Hashable, Sendable {
  /// The vendor has an update.
  case available
  /// A change of settings helps; there is no update.
  case workaround
  /// The vendor has none yet.
  case none
  /// The vendor will not make one.
  case never
  /// The report does not say.
  case unknown
}

/// A CVSS base score.
public struct CVSSScore: Hashable, Sendable {
  /// The version of the scoring rules.
  public var version: CVSSVersion

  /// The score in tenths: 98 is 9.8.
  ///
  /// From 0 to 100.
  public var tenths: Int

  /// Who gave it, where the report says so.
  public var source: String?

  /// A score.
  public init(version: CVSSVersion, tenths: Int, source: String? = nil) {
    self.version = version
    self.tenths = tenths
    self.source = source
  }

  /// Reads `7.5`, `10`, `0.0`; anything else, or a number outside 0 to 10, is `nil`.
  public static func tenths(_ text: some StringProtocol) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = digits(parts[0]), whole <= 10 else {
      return nil
    }
    var tenths = whole * 10
    if parts.count == 2 {
      guard let first = parts[1].first, digits(parts[1]) != nil, let tenth = first.wholeNumberValue
      else { return nil }
      tenths += tenth
    }
    return tenths <= 100 ? tenths : nil
  }

  private static func digits(_ text: some StringProtocol) -> Int? {
    guard (1...6).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(text)
  }
}

/// The version of the CVSS rules that a score is on.
public enum CVSSVersion: String, Hashable, Sendable {
  /// Version 2.
  case v2
  /// Version 3.0 or 3.1: the one that the scheme's rule of 7.0 means.
  case v3
  /// Version 4.
  case v4
  /// The report does not say which.
  case unknown
}
