import ReadinessAttestation
import ReadinessCore
import ReadinessPolicy
import TestSupport
import Testing

/// The invented firm that signs files, and a buyer who has confirmed its key.
struct Bidder {
  let key: SigningKey
  let certificate: Certificate
  /// Its statement and everything that it can disclose, when nothing stands against it.
  let statement: Statement
  let files: [Disclosure]

  static let now = Instant(unixSeconds: 1_795_339_800)  // 2026-11-22T09:30:00Z
  static let company = Identifier(scheme: "GB-COH", id: "04336774")
  static let ppon = Identifier(scheme: "GB-PPON", id: "PMZV-7732-XXTT")
  static let number = "3f0a1c52-6e0b-4d51-9a55-0c1d2e3f4a5b"

  init(_ answers: [String: AnswerContent] = GoodSheet.usual) throws {
    key = try SigningKey.create()
    certificate = try key.selfSignedCertificate(
      subject: SignerSubject(
        organization: "Pennard Precision Ltd",
        organizationIdentifier: "NTRGB-04336774"
      ),
      serial: [0x51] + Array(2...16),
      from: Self.now.adding(seconds: -86_400)
    )
    let assessor = try Pack.assessor()
    var sheet = AnswerSheet(
      questionnaire: assessor.questionnaire.id,
      edition: assessor.questionnaire.edition
    )
    for (question, content) in answers {
      sheet.record(Answer(question: question, content: content))
    }
    var salts = 0
    var (statement, files) = try StatementBuilder(
      assessor.assess(sheet, asOf: Self.now.day)
    ).build(
      id: "6f1c2d3e-4b5a-4c6d-8e7f-90a1b2c3d4e5",
      sequence: Self.now.unixSeconds,
      issued: Self.now,
      signer: certificate,
      declaration: .init(
        name: "Example Director",
        role: "Managing director",
        authority: .board,
        words: StatementBuilder.declarationWords(.ready)
      ),
      program: "readiness 1.0.0",
      choices: .init(),
      salt: {
        salts += 1
        let bytes = [UInt8](repeating: 0, count: 14) + [UInt8(salts >> 8), UInt8(salts & 0xFF)]
        guard let salt = Salt(bytes) else { preconditionFailure("sixteen bytes are a salt") }
        return salt
      }
    )
    statement.subject.legalName = "Pennard Precision Ltd"
    statement.subject.identifiers = [Self.company, Self.ppon]
    self.statement = statement
    self.files = files
  }

  /// A Cyber Essentials certificate in the firm's name that holds until 2 February 2027.
  static func certificateHeld(
    _ change: (inout Statement.CertificateHeld) -> Void = { _ in }
  ) -> Statement.CertificateHeld {
    var held = Statement.CertificateHeld(
      scheme: .cyberEssentials,
      number: number,
      holder: "Pennard Precision Ltd",
      issued: day("2026-02-03"),
      expires: day("2027-02-02"),
      body: "An Invented Certification Body Ltd",
      scopeKind: .whole,
      requirementsVersion: "3.3"
    )
    change(&held)
    return held
  }

  /// The file that the firm signs, with what it shows.
  func file(
    disclosing names: [String] = [],
    notice: String? = nil,
    challenge: String? = nil,
    _ change: (inout Statement) -> Void = { _ in }
  ) throws -> [UInt8] {
    var statement = statement
    change(&statement)
    let file = try AttestationSigner.seal(
      xml: StatementWriter.xml(statement),
      html: StatementPage.html(statement),
      key: key,
      certificate: certificate,
      at: Self.now
    )
    guard notice != nil || !names.isEmpty else { return file }
    return try Presenter.present(
      file,
      Presentation(
        attestation: statement.id,
        made: Self.now,
        buyer: "Example Prime plc",
        notice: notice ?? "N-1",
        challenge: challenge
      ),
      disclosing: files.filter { names.contains($0.fileName) },
      key: key,
      certificate: certificate
    )
  }

  /// What a buyer's verifier makes of a file.
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - confirming: the entries beside the confirmed key.
  ///   - assessors: whose word counts as an assessor's.
  func verified(
    _ file: [UInt8],
    confirming: [Identifier] = [Bidder.company],
    trusting others: [Certificate] = [],
    assessors: [Certificate] = [],
    hasQuestionSet: Bool = true
  ) throws -> VerifiedAttestation {
    let line = TrustLine(
      sha256: certificate.sha256,
      identifiers: confirming,
      confirmedBy: "Example Buyer, by telephone",
      confirmedOn: day("2026-11-20")
    )
    var verifier = Verifier(
      trust: try TrustStore(lines: [line], certificates: others),
      now: Self.now.adding(seconds: 60)
    )
    verifier.assessors = try TrustStore(lines: [], certificates: assessors)
    if hasQuestionSet {
      let assessor = try Pack.assessor()
      verifier.questionSet = { _ in assessor }
    }
    let result = verifier.verify(file)
    guard case .verified(let verified) = result.content else {
      throw NotVerified(reasons: result.reasons.map(\.description))
    }
    return verified
  }

  /// Made and verified in one step.
  func shown(
    disclosing names: [String] = [],
    notice: String? = nil,
    challenge: String? = nil,
    _ change: (inout Statement) -> Void = { _ in }
  ) throws -> VerifiedAttestation {
    try verified(
      file(disclosing: names, notice: notice, challenge: challenge, change)
    )
  }

  struct NotVerified: Error {
    let reasons: [String]
  }
}

extension Circumstances {
  /// Judged on the day on which the samples are signed.
  static func known(_ change: (inout Circumstances) -> Void = { _ in }) -> Circumstances {
    var circumstances = Circumstances(at: Bidder.now)
    change(&circumstances)
    return circumstances
  }
}
