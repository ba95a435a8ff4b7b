import Glibc
import ReadinessAttestation
import ReadinessCore

/// A programme and many suppliers' files under it, as a prime's analyst gets them.
struct DeskFixture {
  /// When all was signed.
  static let signed = Instant(unixSeconds: 1_795_860_000)

  let root: Certificate
  private let rootKey: SigningKey
  private let issuing: Certificate
  private let issuingKey: SigningKey
  private let assessor: Assessor
  private let sheet: AnswerSheet
  private var counter: UInt64 = 0
  private var revoked: [[UInt8]] = []

  /// A programme with two levels of authority, each with an empty revocation list.
  init(assessor: Assessor, sheet: AnswerSheet) throws {
    self.assessor = assessor
    self.sheet = sheet
    let began = Self.signed.adding(seconds: -30 * 86_400)
    rootKey = try SigningKey.create()
    issuingKey = try SigningKey.create()
    root = try Programme.root(
      name: "Benchmark programme",
      key: rootKey,
      serial: [0x71] + Array(1...15),
      from: began
    )
    issuing = try Programme.issuing(
      name: "Benchmark programme",
      key: issuingKey,
      serial: [0x72] + Array(1...15),
      from: began,
      root: root,
      rootKey: rootKey
    )
  }

  /// The revocation lists of both authorities, with the certificates that were revoked so far.
  func lists() throws -> [RevocationList] {
    let listed = Self.signed.adding(seconds: -86_400)
    return [
      try RevocationList.make(
        [],
        number: 1,
        issuer: root,
        key: rootKey,
        from: listed,
        until: listed.adding(seconds: 90 * 86_400)
      ),
      try RevocationList.make(
        revoked.map { ($0, RevokedEntry(revokedAt: listed, reason: .unspecified)) },
        number: 1,
        issuer: issuing,
        key: issuingKey,
        from: listed,
        until: listed.adding(seconds: 30 * 86_400)
      ),
    ]
  }

  /// The file of that number, which for some numbers is none that can be trusted.
  ///
  /// One in twenty is hostile or broken; one in twenty has a certificate or a statement that has run
  /// out, or a certificate that was revoked.
  ///
  /// - Returns: the bytes, and what a verifier must say of them.
  mutating func mixed(_ number: Int) throws -> (bytes: [UInt8], expected: String) {
    let turn = number / 20
    switch number % 20 {
    case 7:
      var bytes = try file(number)
      switch turn % 5 {
      case 0: bytes.removeLast(bytes.count / 2)
      case 1: bytes[bytes.count / 3] ^= 1
      case 2: bytes += [0]
      case 3: bytes = Array("This is no container.".utf8)
      default: bytes = []
      }
      return (bytes, "rejected")
    case 13:
      switch turn % 3 {
      case 0: return (try file(number, days: 1, signedDaysAgo: 2), "rejected")
      case 1:
        revoked.append(Self.serial(number))
        return (try file(number), "rejected")
      default: return (try file(number, validDays: 1, signedDaysAgo: 2), "rejected")
      }
    default: return (try file(number), "valid")
    }
  }

  private static func serial(_ number: Int) -> [UInt8] {
    [0x73] + (0..<15).map { UInt8(truncatingIfNeeded: number >> ($0 % 4 * 8)) }
  }

  /// The file of the supplier with that number, from 1.
  ///
  /// - Parameters:
  ///   - days: for how long the certificate holds from half a day before the signature.
  ///   - validDays: for how long the statement holds from the signature.
  mutating func file(
    _ number: Int,
    days: Int = 365,
    validDays: Int = 90,
    signedDaysAgo: Int = 0
  ) throws -> [UInt8] {
    let signed = Self.signed.adding(seconds: -signedDaysAgo * 86_400)
    let company = "\(10_000_000 + number)"
    let name = "Supplier \(number) Ltd"
    let key = try SigningKey.create()
    let certificate = try Programme.signer(
      for: key.certificateRequest(
        subject: SignerSubject(organization: name, organizationIdentifier: "NTRGB-\(company)")
      ),
      serial: Self.serial(number),
      from: signed.adding(seconds: -43_200),
      days: days,
      issuing: issuing,
      key: issuingKey
    )
    var answers = sheet
    answers.record(Answer(question: "A1.1", content: .value(.text(name))))
    answers.record(Answer(question: "A1.4", content: .value(.text(company))))
    var choices = StatementBuilder.Choices()
    choices.validDays = validDays
    let assessment = assessor.assess(answers, asOf: signed.day)
    let (statement, _) = try StatementBuilder(assessment).build(
      id: "5f0c0000-0000-4000-8000-" + String(repeating: "0", count: 4) + company,
      sequence: signed.unixSeconds,
      issued: signed,
      signer: certificate,
      declaration: Statement.Declaration(
        name: "Example Director",
        role: "Managing director",
        authority: .board,
        words: StatementBuilder.declarationWords(assessment.verdict)
      ),
      program: "readiness benchmark",
      choices: choices,
      salt: { salt() }
    )
    return try AttestationSigner.seal(
      xml: StatementWriter.xml(statement),
      html: StatementPage.html(statement),
      key: key,
      certificate: certificate,
      chain: [issuing],
      at: signed
    )
  }

  /// Different each time; a benchmark hides nothing.
  private mutating func salt() -> Salt {
    counter += 1
    let bytes = (0..<16).map { UInt8(truncatingIfNeeded: counter >> ($0 % 8 * 8)) }
    guard let salt = Salt(bytes) else { preconditionFailure("a salt has 16 bytes") }
    return salt
  }
}
