import ReadinessCore

@testable import ReadinessAttestation

/// A programme's firm with a certificate around the machine's clock, its file, and that stamped.
struct StampedSample {
  let programme: SampleProgramme
  /// The file before it was stamped.
  let file: [UInt8]
  /// The stamped file.
  let bytes: [UInt8]

  static let nonce: [UInt8] = [0xF0, 1, 2, 3, 4, 5, 6, 7]
  private static let day = SampleProgramme.day

  /// - Parameter days: for how long after the stamp the firm's certificate holds.
  init(_ authority: StampAuthority, days: Int = 300) throws {
    programme = try SampleProgramme(
      began: authority.now.adding(seconds: -30 * Self.day),
      from: authority.now.adding(seconds: -Self.day),
      days: days + 1
    )
    var statement = SampleStatement.ready()
    statement.issued = authority.now
    statement.sequence = authority.now.unixSeconds
    statement.validUntil = authority.now.adding(seconds: 200 * Self.day)
    statement.judgedOn = authority.now.day
    statement.signerCertificateSHA256 = programme.firm.fingerprint
    file = try AttestationSigner.file(
      xml: StatementWriter.xml(statement),
      html: StatementPage.html(statement),
      key: programme.firmKey,
      certificate: programme.firm,
      chain: [programme.issuing],
      at: authority.now
    )
    let request = try TimeStampRequest(for: file, nonce: Self.nonce)
    bytes = try TimeStamper.stamp(
      file,
      with: authority.answer(request.der),
      request: request,
      trust: authority.trust,
      at: authority.now.adding(seconds: 60)
    )
  }

  /// Lists that are current at that moment.
  func lists(at instant: Instant, revoking entry: RevokedEntry? = nil) throws -> [RevocationList] {
    let day = instant.adding(seconds: -Self.day)
    return [
      try RevocationList.make(
        [],
        number: 1,
        issuer: programme.root,
        key: programme.rootKey,
        from: day,
        until: instant.adding(seconds: Self.day)
      ), try programme.issuingList(revoking: entry, from: day),
    ]
  }

  /// The stamp.
  func token() throws -> [UInt8]? {
    try SignatureMessage(ContainerReader.read(bytes)[EntryName.signature(1)] ?? []).timeStamp
  }
}
