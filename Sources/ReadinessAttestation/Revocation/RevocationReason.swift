public import ReadinessCore

/// Why a certificate was revoked, as RFC 5280 numbers it.
public enum RevocationReason: Int, CaseIterable, Hashable, Sendable {
  /// No reason is given.
  case unspecified = 0
  /// Somebody else may have the key.
  case keyCompromise = 1
  /// Somebody else may have the authority's key.
  case authorityCompromise = 2
  /// The holder's name or standing has changed.
  case affiliationChanged = 3
  /// Another certificate has taken its place.
  case superseded = 4
  /// The holder does not need it any more.
  case cessationOfOperation = 5
  /// It is suspended for a time.
  case certificateHold = 6
  /// A delta list takes it off the list.
  case removeFromList = 8
  /// The holder has lost the right to it.
  case privilegeWithdrawn = 9
  /// Somebody else may have the key of an attribute authority.
  case attributeAuthorityCompromise = 10

  /// The name that commands know, such as `key-compromise`.
  public var name: String {
    switch self {
    case .unspecified: "unspecified"
    case .keyCompromise: "key-compromise"
    case .authorityCompromise: "authority-compromise"
    case .affiliationChanged: "affiliation-changed"
    case .superseded: "superseded"
    case .cessationOfOperation: "cessation-of-operation"
    case .certificateHold: "certificate-hold"
    case .removeFromList: "remove-from-list"
    case .privilegeWithdrawn: "privilege-withdrawn"
    case .attributeAuthorityCompromise: "attribute-authority-compromise"
    }
  }

  /// Whether somebody else may have signed with the key, so that even older signatures are in doubt.
  public var isCompromise: Bool {
    switch self {
    case .keyCompromise, .authorityCompromise, .attributeAuthorityCompromise: true
    default: false
    }
  }
}

/// One entry of a revocation list.
public struct RevokedEntry: Hashable, Sendable {
  /// When the authority revoked the certificate.
  public let revokedAt: Instant
  /// Why; `unspecified` also where no reason stands there.
  public let reason: RevocationReason
  /// From when on the certificate was not to be relied upon, where the authority says so.
  public let invalidFrom: Instant?

  /// An entry of those parts.
  public init(
    revokedAt: Instant,
    reason: RevocationReason = .unspecified,
    invalidFrom: Instant? = nil
  ) {
    self.revokedAt = revokedAt
    self.reason = reason
    self.invalidFrom = invalidFrom
  }

  /// Whether a signature that a trusted stamp shows to be that old still holds.
  ///
  /// It must be older than the revocation; where somebody else may have the key, older than the
  /// moment from which the authority distrusts it, and without that moment it does not hold.
  func spares(stampedAt instant: Instant) -> Bool {
    guard instant < revokedAt else { return false }
    guard reason.isCompromise else { return true }
    return invalidFrom.map { instant < $0 } ?? false
  }
}
