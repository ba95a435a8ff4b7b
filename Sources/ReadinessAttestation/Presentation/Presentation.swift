public import ReadinessCore

/// What binds an attestation to one buyer and one notice.
public struct Presentation: Hashable, Sendable {
  /// The id of the attestation that is presented.
  public var attestation: String
  /// When, as the firm says.
  public var made: Instant
  /// The buyer.
  public var buyer: String
  /// The notice's reference, letter by letter as the buyer writes it.
  public var notice: String
  /// The buyer's own words or number that the firm repeats, where the buyer gave one.
  public var challenge: String?

  /// A presentation to that buyer for that notice.
  public init(
    attestation: String,
    made: Instant,
    buyer: String,
    notice: String,
    challenge: String? = nil
  ) {
    self.attestation = attestation
    self.made = made
    self.buyer = buyer
    self.notice = notice
    self.challenge = challenge
  }
}

/// What a buyer demands of the binding to a bid.
public struct BidDemand: Hashable, Sendable {
  /// The reference that the file must be made for; `nil` where any will do.
  public var notice: String?
  /// The challenge that it must repeat; `nil` where none was given.
  public var challenge: String?

  /// A demand; without anything nothing is demanded.
  public init(notice: String? = nil, challenge: String? = nil) {
    self.notice = notice
    self.challenge = challenge
  }
}
