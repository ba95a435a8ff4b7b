/// A firm's entry in a register: the register's code by org-id.guide and the entry there.
///
/// Any two texts make one; `IdentifierRules` says whether the entry can exist.
public struct Identifier: Hashable, Sendable, CustomStringConvertible {
  /// The register, as `GB-COH` for Companies House.
  public var scheme: String
  /// The entry in its normal form, as `04336774`.
  public var id: String

  /// An entry of a register.
  public init(scheme: String, id: String) {
    self.scheme = scheme
    self.id = id
  }

  /// Written as `GB-COH-04336774`.
  public var description: String { "\(scheme)-\(id)" }
}

extension Identifier {
  /// The entry that a certificate names so in its organizationIdentifier, or `nil` where it is none
  /// of a register that is known here, or cannot exist there.
  public init?(organizationIdentifier text: some StringProtocol) {
    let prefixes = [("NTRGB-", "GB-COH"), ("VATGB-", "VAT"), ("LEIXG-", "XI-LEI")]
    guard let (written, scheme) = prefixes.first(where: { text.hasPrefix($0.0) }),
      let read = IdentifierRules.read(scheme: scheme, String(text.dropFirst(written.count)))
    else { return nil }
    self = read.identifier
  }

  /// How a signer's certificate names this entry in its organizationIdentifier (EN 319 412-1).
  ///
  /// `NTRGB-04336774` for Companies House, `VATGB-337440071` for VAT, `LEIXG-…` for an LEI;
  /// `nil` for registers that certificates do not name.
  public var organizationIdentifier: String? {
    switch scheme {
    case "GB-COH": "NTRGB-\(id)"
    case "VAT": "VATGB-\(id)"
    case "XI-LEI": "LEIXG-\(id)"
    default: nil
    }
  }
}
