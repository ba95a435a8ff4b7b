import ReadinessCore

@testable import ReadinessAttestation

/// An attestation of the invented firm with somebody's word beside it.
struct Countersigned {
  let firm: Firm
  let assessor: Firm
  let statement: Statement

  /// The firm says that a scan of A6.4 was tested independently.
  init(assessorOrganization: String? = "NTRGB-07654321") throws {
    firm = try Firm()
    assessor = try Firm(organizationIdentifier: assessorOrganization)
    var statement = firm.statement()
    statement.evidence[0].strength = .independentlyTested
    self.statement = statement
  }

  /// What the assessor says.
  func word(_ change: (inout Countersignature) -> Void = { _ in }) -> Countersignature {
    var word = Countersignature(
      attestation: statement.id,
      role: .assessor,
      made: Firm.instant.adding(seconds: 60),
      name: "Example Assessor",
      organisation: "An Invented Assurance Ltd",
      statement: "Read the answers to A6 and saw the patch report.",
      testedQuestions: ["A6.4"],
      signerCertificateSHA256: assessor.certificate.fingerprint
    )
    change(&word)
    return word
  }

  /// The file, as the assessor's program writes it.
  func signed(_ word: Countersignature? = nil, over file: [UInt8]? = nil) throws -> [UInt8] {
    try Countersigner.sign(
      try file ?? firm.sealed(statement),
      word ?? self.word(),
      key: assessor.key,
      certificate: assessor.certificate
    )
  }

  /// The file without the judgement at the end.
  func forged(
    _ word: Countersignature,
    by signer: Firm? = nil,
    name: String? = nil,
    further: [Container.Entry] = []
  ) throws -> [UInt8] {
    let signer = signer ?? assessor
    let entry = Container.Entry(
      name: name ?? word.fileName,
      content: CountersignatureDocument.xml(word)
    )
    return try FurtherSignature.unjudged(
      [entry] + further,
      to: firm.sealed(statement),
      key: signer.key,
      certificate: signer.certificate,
      at: Firm.instant.adding(seconds: 60)
    )
  }

  /// Judged by somebody who has pinned the firm.
  func judge(_ file: [UInt8], assessors: [Certificate] = []) throws -> Verification {
    var verifier = Verifier(trust: try firm.pinned(), now: Firm.instant.adding(seconds: 120))
    verifier.assessors = try TrustStore(lines: [], certificates: assessors)
    return verifier.verify(file)
  }
}
