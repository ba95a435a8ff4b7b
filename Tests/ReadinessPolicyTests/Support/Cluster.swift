import ReadinessAttestation
import ReadinessCore

/// A programme that vouches for the invented firm.
struct Cluster {
  let root: Certificate
  private let issuing: Certificate
  private let issuingKey: SigningKey

  private static let began = Bidder.now.adding(seconds: -30 * 86_400)

  init() throws {
    let name = "Cluster of the Fells"
    let rootKey = try SigningKey.create()
    root = try Programme.root(
      name: name,
      key: rootKey,
      serial: [0x71] + Array(1...15),
      from: Self.began
    )
    issuingKey = try SigningKey.create()
    issuing = try Programme.issuing(
      name: name,
      key: issuingKey,
      serial: [0x6E] + Array(17...31),
      from: Self.began,
      root: root,
      rootKey: rootKey
    )
  }

  /// The firm's statement under a key that the programme vouches for, verified by whoever trusts it.
  func shown(_ firm: Bidder) throws -> VerifiedAttestation {
    let key = try SigningKey.create()
    let subject = SignerSubject(
      organization: "Pennard Precision Ltd",
      organizationIdentifier: "NTRGB-04336774"
    )
    let certificate = try Programme.signer(
      for: key.certificateRequest(subject: subject),
      serial: [0x2F] + Array(33...47),
      from: Self.began,
      days: 730,
      issuing: issuing,
      key: issuingKey
    )
    var statement = firm.statement
    statement.signerCertificateSHA256 = certificate.fingerprint
    let file = try AttestationSigner.seal(
      xml: StatementWriter.xml(statement),
      html: StatementPage.html(statement),
      key: key,
      certificate: certificate,
      chain: [issuing],
      at: Bidder.now
    )
    let result = Verifier(
      trust: try TrustStore(lines: [], certificates: [root]),
      now: Bidder.now.adding(seconds: 60),
      revocation: RevocationRules(mode: .off)
    ).verify(file)
    guard case .verified(let verified) = result.content else {
      throw Bidder.NotVerified(reasons: result.reasons.map(\.description))
    }
    return verified
  }

  /// Somebody with a key of their own.
  static func signer(
    _ organization: String,
    _ identifier: String
  ) throws -> (key: SigningKey, certificate: Certificate) {
    let key = try SigningKey.create()
    let certificate = try key.selfSignedCertificate(
      subject: SignerSubject(organization: organization, organizationIdentifier: identifier),
      serial: [0x11] + Array(2...16),
      from: began
    )
    return (key, certificate)
  }
}
