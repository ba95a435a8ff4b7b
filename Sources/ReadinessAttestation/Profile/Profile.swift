import ReadinessCore

/// What a firm's statements carry besides its answers, kept so that it is typed once.
///
/// It is the firm's own word. `postcode`, `county` and `consentsToBeCounted` are off unless the
/// firm chose them.
public struct Profile: Hashable, Sendable {
  /// Names it trades under, beside the one in its answers.
  public var tradingNames: [String] = []
  /// Entries in further registers, as the one of Find a Tender.
  public var identifiers: [Identifier] = []
  /// The whole postcode, as `DE4 3AB`.
  public var postcode: String?
  /// Who prepared the answers; nobody named means the firm itself.
  public var preparedBy: [Statement.Preparer] = []
  /// The county's code.
  public var county: String?
  /// Whether programmes may count the firm in anonymous totals.
  public var consentsToBeCounted = false
  /// Certificates that the firm says it holds, with look-ups made by hand.
  public var certificates: [Statement.CertificateHeld] = []

  /// A profile with nothing in it.
  public init() {}

  /// Why something cannot stand in a profile.
  public struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
    /// Where, as `certificates[0].number`.
    public let place: String
    /// In words, after the place.
    public let what: String

    init(_ place: String, _ what: String) {
      self.place = place
      self.what = what
    }

    /// Written as `certificates[0].number: it is empty`.
    public var description: String { "\(place): \(TextLayout.harmless(what))" }
  }

  /// The certificate of that number.
  public func certificate(_ number: String) -> Statement.CertificateHeld? {
    certificates.first { $0.number.utf8.elementsEqual(number.utf8) }
  }

  /// Everything that a statement could not carry; empty where all is well.
  public var problems: [Problem] { ProfileRules.problems(self) }
}
