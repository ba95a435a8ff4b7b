import Glibc
import ReadinessAttestation
import ReadinessCore

/// A programme and many suppliers' files under it, as a prime's analyst gets them.
struct DeskFixture {
  /// When all was signed.
  static let signed = Instant(unixSeconds: 1_795_860_000)

  /// Two levels of authority.
  private struct Authority {
    let root: Certificate
    let rootKey: SigningKey
    let issuing: Certificate
    let issuingKey: SigningKey

    init(name: String, number: UInt8) throws {
      let began = signed.adding(seconds: -30 * 86_400)
      rootKey = try SigningKey.create()
      issuingKey = try SigningKey.create()
      root = try Programme.root(
        name: name,
        key: rootKey,
        serial: [number] + Array(1...15),
        from: began
      )
      issuing = try Programme.issuing(
        name: name,
        key: issuingKey,
        serial: [number + 1] + Array(1...15),
        from: began,
        root: root,
        rootKey: rootKey
      )
    }
  }

  /// How a file differs from the plain one.
  struct Making {
    /// For how long the certificate holds from half a day before the signature.
    var days = 365
    /// For how long the statement holds from the signature.
    var validDays = 90
    var signedDaysAgo = 0
    var audience = Statement.Audience.any
    /// The notice that a second signature binds the file to.
    var presentedFor: String?
    /// Whether a programme vouches that nobody was told to trust.
    var isByStrangers = false
  }

  private let programme: Authority
  private let strangers: Authority
  /// What every file states, but for who and when.
  private let statement: Statement
  private var revoked: [[UInt8]] = []

  /// A programme with two levels of authority, and the statement of the firm of these answers.
  init(assessor: Assessor, sheet: AnswerSheet) throws {
    programme = try Authority(name: "Benchmark programme", number: 0x71)
    strangers = try Authority(name: "Another programme", number: 0x61)
    let assessment = assessor.assess(sheet, asOf: Self.signed.day)
    var salts: UInt64 = 0
    statement = try StatementBuilder(assessment).build(
      id: "5f0c0000-0000-4000-8000-000000000000",
      sequence: 0,
      issued: Self.signed,
      signer: programme.root,
      declaration: Statement.Declaration(
        name: "Example Director",
        role: "Managing director",
        authority: .board,
        words: StatementBuilder.declarationWords(assessment.verdict)
      ),
      program: "readiness benchmark",
      choices: StatementBuilder.Choices(),
      // Different each time; a benchmark hides nothing.
      salt: {
        salts += 1
        let bytes = (0..<16).map { UInt8(truncatingIfNeeded: salts >> ($0 % 8 * 8)) }
        guard let salt = Salt(bytes) else { preconditionFailure("a salt has 16 bytes") }
        return salt
      }
    ).statement
  }

  /// The programme's root.
  var root: Certificate { programme.root }

  /// The revocation lists of both authorities, with the certificates that were revoked so far.
  func lists() throws -> [RevocationList] {
    let listed = Self.signed.adding(seconds: -86_400)
    return [
      try RevocationList.make(
        [],
        number: 1,
        issuer: programme.root,
        key: programme.rootKey,
        from: listed,
        until: listed.adding(seconds: 90 * 86_400)
      ),
      try RevocationList.make(
        revoked.map { ($0, RevokedEntry(revokedAt: listed, reason: .unspecified)) },
        number: 1,
        issuer: programme.issuing,
        key: programme.issuingKey,
        from: listed,
        until: listed.adding(seconds: 30 * 86_400)
      ),
    ]
  }

  /// Revokes the certificate of the supplier with that number.
  mutating func revoke(_ number: Int) { revoked.append(Self.serial(number)) }

  private static func serial(_ number: Int) -> [UInt8] {
    [0x73] + (0..<15).map { UInt8(truncatingIfNeeded: number >> ($0 % 4 * 8)) }
  }

  /// The file of the supplier with that number, from 1; no two are alike.
  func file(_ number: Int, _ making: Making = Making()) throws -> [UInt8] {
    let signed = Self.signed.adding(seconds: -making.signedDaysAgo * 86_400)
    let company = "\(10_000_000 + number)"
    let name = "Supplier \(number) Ltd"
    let authority = making.isByStrangers ? strangers : programme
    let key = try SigningKey.create()
    let certificate = try Programme.signer(
      for: key.certificateRequest(
        subject: SignerSubject(organization: name, organizationIdentifier: "NTRGB-\(company)")
      ),
      serial: Self.serial(number),
      from: signed.adding(seconds: -43_200),
      days: making.days,
      issuing: authority.issuing,
      key: authority.issuingKey
    )
    var own = statement
    own.id = "5f0c0000-0000-4000-8000-" + String(repeating: "0", count: 4) + company
    own.sequence = signed.unixSeconds
    own.issued = signed
    own.validUntil = signed.adding(seconds: making.validDays * 86_400)
    own.judgedOn = signed.day
    own.audience = making.audience
    own.subject.legalName = name
    own.subject.identifiers = [Identifier(scheme: "GB-COH", id: company)]
    own.signerCertificateSHA256 = certificate.fingerprint
    // The digests stand for answers that nobody opens; each file has others.
    for place in own.sealedAnswers.indices {
      own.sealedAnswers[place].digest = Digest.sha256Hex(Array("\(number) \(place) answer".utf8))
      own.sealedAnswers[place].noteDigest = Digest.sha256Hex(Array("\(number) \(place) note".utf8))
    }
    let file = try AttestationSigner.seal(
      xml: StatementWriter.xml(own),
      html: StatementPage.html(own),
      key: key,
      certificate: certificate,
      chain: [authority.issuing],
      at: signed
    )
    guard let notice = making.presentedFor else { return file }
    return try Presenter.present(
      file,
      Presentation(attestation: own.id, made: signed, buyer: "Example Prime plc", notice: notice),
      disclosing: [],
      key: key,
      certificate: certificate
    )
  }
}
