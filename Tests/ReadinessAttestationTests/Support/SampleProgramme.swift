import ReadinessCore

@testable import ReadinessAttestation

/// A programme with a root, an issuing authority and one firm under it, at fixed moments.
struct SampleProgramme {
  let rootKey: SigningKey
  let root: Certificate
  let issuingKey: SigningKey
  let issuing: Certificate
  let firmKey: SigningKey
  let firm: Certificate

  /// When the programme began: a month before the samples are signed.
  static let began = Firm.instant.adding(seconds: -30 * day)
  static let day = 86_400
  static let firmSerial: [UInt8] = [0x8F] + Array(33...47)
  static let issuingSerial: [UInt8] = [0x6E] + Array(17...31)

  /// - Parameters:
  ///   - began: when the programme began.
  ///   - from: when the firm's certificate begins.
  ///   - days: for how long it holds.
  init(
    organizationIdentifier: String = "NTRGB-04336774",
    began: Instant = SampleProgramme.began,
    from: Instant = SampleProgramme.began,
    days: Int = 730
  ) throws {
    let name = "Cluster of the Fells"
    rootKey = try SigningKey.create()
    root = try Programme.root(
      name: name,
      key: rootKey,
      serial: [0x71] + Array(1...15),
      from: began
    )
    issuingKey = try SigningKey.create()
    issuing = try Programme.issuing(
      name: name,
      key: issuingKey,
      serial: Self.issuingSerial,
      from: began,
      root: root,
      rootKey: rootKey
    )
    firmKey = try SigningKey.create()
    firm = try Programme.signer(
      for: firmKey.certificateRequest(
        subject: SignerSubject(
          organization: "Pennard Precision Ltd",
          organizationIdentifier: organizationIdentifier
        )
      ),
      serial: Self.firmSerial,
      from: from,
      days: days,
      issuing: issuing,
      key: issuingKey
    )
  }

  /// A store that trusts the root alone.
  func trust() throws -> TrustStore { try TrustStore(lines: [], certificates: [root]) }

  /// A file of the firm's.
  func attestation(
    enclosing lists: [RevocationList] = [],
    at instant: Instant = Firm.instant
  ) throws -> [UInt8] {
    var statement = SampleStatement.ready()
    statement.signerCertificateSHA256 = firm.fingerprint
    return try AttestationSigner.file(
      xml: StatementWriter.xml(statement),
      html: StatementPage.html(statement),
      key: firmKey,
      certificate: firm,
      chain: [issuing],
      lists: lists,
      at: instant
    )
  }

  /// The issuing authority's list, made a day before the samples are signed unless said otherwise.
  func issuingList(
    revoking entry: RevokedEntry? = nil,
    number: Int = 7,
    base: Int? = nil,
    from: Instant = Firm.instant.adding(seconds: -day),
    days: Int = RevocationList.issuingDays
  ) throws -> RevocationList {
    try RevocationList.make(
      entry.map { [(Self.firmSerial, $0)] } ?? [],
      number: number,
      base: base,
      issuer: issuing,
      key: issuingKey,
      from: from,
      until: from.adding(seconds: days * Self.day)
    )
  }

  /// The root's list.
  func rootList(revoking entry: RevokedEntry? = nil) throws -> RevocationList {
    try RevocationList.make(
      entry.map { [(Self.issuingSerial, $0)] } ?? [],
      number: 1,
      issuer: root,
      key: rootKey,
      from: Self.began,
      until: Self.began.adding(seconds: RevocationList.rootDays * Self.day)
    )
  }

  /// What the verifier says of a file, the root being trusted.
  func verdict(
    _ file: [UInt8],
    lists: [RevocationList],
    mode: RevocationMode? = nil,
    at instant: Instant = Firm.instant
  ) throws -> Verification {
    Verifier(
      trust: try trust(),
      now: instant,
      revocation: RevocationRules(mode: mode, lists: lists)
    ).verify(file)
  }
}
