/// The name that a signer's certificate is made out to (profile 3.4).
public struct SignerSubject: Hashable, Sendable {
  /// Two capital letters.
  public let country: String
  /// The firm's legal name.
  public let organization: String
  /// The firm's entry in a register, as ``OrganizationIdentifier`` writes it; none for a sole trader.
  public let organizationIdentifier: String?
  /// The name shown for the key, as a rule the firm's again.
  public let commonName: String

  /// A subject of these parts.
  public init(
    country: String = "GB",
    organization: String,
    organizationIdentifier: String?,
    commonName: String? = nil
  ) {
    self.country = country
    self.organization = organization
    self.organizationIdentifier = organizationIdentifier
    self.commonName = commonName ?? organization
  }

  /// The parts in the order in which a certificate writes them, by object identifier.
  ///
  /// X.509 allows 64 characters for names and legal names are longer at times: these are cut, which
  /// loses nothing that decides, since parties are told apart by identifier and fingerprint.
  var parts: [(type: String, value: String)] {
    var parts = [("2.5.4.6", country), ("2.5.4.10", Self.cut(organization))]
    if let organizationIdentifier { parts.append(("2.5.4.97", organizationIdentifier)) }
    parts.append(("2.5.4.3", Self.cut(commonName)))
    return parts
  }

  private static func cut(_ name: String) -> String {
    var scalars = Array(name.unicodeScalars.prefix(64))
    while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}
