import Glibc
import ReadinessAttestation
import ReadinessCore

/// A programme and many suppliers' files under it, as a prime's analyst gets them.
struct DeskFixture {
  /// When all was signed.
  static let signed = Instant(unixSeconds: 1_795_860_000)

  let root: Certificate
  let lists: [RevocationList]
  private let issuing: Certificate
  private let issuingKey: SigningKey
  private let assessor: Assessor
  private let sheet: AnswerSheet
  private var counter: UInt64 = 0

  /// A programme with two levels of authority, each with an empty revocation list.
  init(assessor: Assessor, sheet: AnswerSheet) throws {
    self.assessor = assessor
    self.sheet = sheet
    let began = Self.signed.adding(seconds: -30 * 86_400)
    let rootKey = try SigningKey.create()
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
    let listed = Self.signed.adding(seconds: -86_400)
    lists = [
      try RevocationList.make(
        [],
        number: 1,
        issuer: root,
        key: rootKey,
        from: listed,
        until: listed.adding(seconds: 90 * 86_400)
      ),
      try RevocationList.make(
        [],
        number: 1,
        issuer: issuing,
        key: issuingKey,
        from: listed,
        until: listed.adding(seconds: 30 * 86_400)
      ),
    ]
  }

  /// The file of the supplier with that number, from 1.
  mutating func file(_ number: Int) throws -> [UInt8] {
    let company = "\(10_000_000 + number)"
    let name = "Supplier \(number) Ltd"
    let key = try SigningKey.create()
    let certificate = try Programme.signer(
      for: key.certificateRequest(
        subject: SignerSubject(organization: name, organizationIdentifier: "NTRGB-\(company)")
      ),
      serial: [0x73] + (0..<15).map { UInt8(truncatingIfNeeded: number >> ($0 % 4 * 8)) },
      from: Self.signed.adding(seconds: -86_400),
      days: 365,
      issuing: issuing,
      key: issuingKey
    )
    var answers = sheet
    answers.record(Answer(question: "A1.1", content: .value(.text(name))))
    answers.record(Answer(question: "A1.4", content: .value(.text(company))))
    let assessment = assessor.assess(answers, asOf: Self.signed.day)
    let (statement, _) = try StatementBuilder(assessment).build(
      id: "5f0c0000-0000-4000-8000-" + String(repeating: "0", count: 4) + company,
      sequence: Self.signed.unixSeconds,
      issued: Self.signed,
      signer: certificate,
      declaration: Statement.Declaration(
        name: "Example Director",
        role: "Managing director",
        authority: .board,
        words: StatementBuilder.declarationWords(assessment.verdict)
      ),
      program: "readiness benchmark",
      choices: StatementBuilder.Choices(),
      salt: { salt() }
    )
    return try AttestationSigner.seal(
      xml: StatementWriter.xml(statement),
      html: StatementPage.html(statement),
      key: key,
      certificate: certificate,
      chain: [issuing],
      at: Self.signed
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
