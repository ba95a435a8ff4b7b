import ReadinessCore
import Testing

@testable import ReadinessAttestation

/// The certificates that a programme makes.
struct ProgrammeTests {
  private let programme: SampleProgramme

  init() throws { programme = try SampleProgramme() }

  @Test func `the certificates are as the profile lays down`() throws {
    let folder = try TemporaryFolder()
    func text(_ certificate: Certificate) throws -> String {
      try folder.write(certificate.pem, as: "c.pem")
      return try Tool.succeed(["openssl", "x509", "-in", "c.pem", "-noout", "-text"], in: folder)
        .text
    }
    let root = try text(programme.root)
    for words in [
      "CA:TRUE\n", "X509v3 Basic Constraints: critical", "X509v3 Key Usage: critical",
      "Certificate Sign, CRL Sign", "ASN1 OID: prime256v1", "ecdsa-with-SHA256",
    ] {
      #expect(root.contains(words), "\(words)")
    }
    #expect(try text(programme.issuing).contains("CA:TRUE, pathlen:0"))
    let firm = try text(programme.firm)
    for words in [
      "CA:FALSE", "X509v3 Basic Constraints: critical", "Digital Signature, Non Repudiation",
      "1.3.6.1.5.5.7.3.36, E-mail Protection", "organizationIdentifier = NTRGB-04336774",
      "X509v3 Authority Key Identifier",
    ] {
      #expect(firm.contains(words), "\(words)")
    }
    #expect(programme.firm.serial.count == 32)
    #expect(programme.firm.organizationIdentifier == "NTRGB-04336774")
    #expect(programme.root.isSelfSigned)
    #expect(programme.issuing.isIssued(by: programme.root))
    #expect(programme.firm.isIssued(by: programme.issuing))
    #expect(!programme.firm.isIssued(by: programme.root))
  }

  @Test func `a firm's certificate never holds longer than the authority's`() throws {
    let programme = try SampleProgramme(days: 10_000)
    #expect(programme.firm.notAfter == programme.issuing.notAfter)
    let ordinary = SampleProgramme.began.adding(seconds: 730 * SampleProgramme.day)
    #expect(self.programme.firm.notAfter == ordinary)
  }

  @Test func `a request shows the key that its sender has`() throws {
    let key = try SigningKey.create()
    let subject = SignerSubject(
      organization: "Pennard Precision Ltd",
      organizationIdentifier: "NTRGB-04336774"
    )
    let request = try key.certificateRequest(subject: subject)
    let read = try CertificateRequest.read(request.pem)
    #expect(try CertificateRequest.read(request.der).der == request.der)
    #expect(read.publicKeyFingerprint == key.publicKeyFingerprint)
    #expect(try read.signerSubject() == subject)

    let folder = try TemporaryFolder()
    try folder.write(request.pem, as: "r.pem")
    let text = try Tool.succeed(
      ["openssl", "req", "-in", "r.pem", "-noout", "-text", "-verify"],
      in: folder
    ).text
    #expect(text.contains("Digital Signature, Non Repudiation"))
    #expect(text.contains("1.3.6.1.5.5.7.3.36"))
    var changed = request.der
    for place in changed.indices {
      changed[place] ^= 1
      #expect(throws: CryptoError.self, "byte \(place)") { try CertificateRequest.read(changed) }
      changed[place] ^= 1
    }
  }

  @Test(arguments: [
    nil, "NTRGB-1", "NTRGB-0433677", "ntrgb-04336774", "NTRGB-04336774 ", "VATGB-123456789",
    "GB-COH-04336774", "NTRGB04336774", "NTRfr-552", "",
  ])
  func `a request without an entry that can exist is refused`(identifier: String?) throws {
    let key = try SigningKey.create()
    #expect(throws: (any Error).self) {
      try key.certificateRequest(
        subject: SignerSubject(organization: "X Ltd", organizationIdentifier: identifier)
      ).signerSubject()
    }
  }

  @Test func `a request with characters that do not show is refused`() throws {
    let key = try SigningKey.create()
    for name in ["Pennard\u{202E}Ltd", "Pennard\u{1B}[2J", "Pennard\u{200B} Ltd"] {
      let request = try key.certificateRequest(
        subject: SignerSubject(organization: name, organizationIdentifier: "NTRGB-04336774")
      )
      #expect(throws: CertificateRequest.Problem.self) { try request.signerSubject() }
    }
  }

  @Test func `an authority cannot sign with another's key`() throws {
    let request = try programme.firmKey.certificateRequest(
      subject: SignerSubject(organization: "X Ltd", organizationIdentifier: "NTRGB-04336774")
    )
    #expect(throws: CryptoError.self) {
      try Programme.signer(
        for: request,
        serial: SampleProgramme.firmSerial,
        from: Firm.instant,
        days: 10,
        issuing: programme.issuing,
        key: programme.firmKey
      )
    }
    #expect(throws: CryptoError.self) {
      try RevocationList.make(
        [],
        number: 1,
        issuer: programme.issuing,
        key: programme.rootKey,
        from: Firm.instant,
        until: Firm.instant
      )
    }
  }

  @Test func `a vouched-for supplier cannot sign in another's name`() throws {
    let other = try SampleProgramme(organizationIdentifier: "NTRGB-09999999")
    let lists = [try other.rootList(), try other.issuingList()]
    let result = try other.verdict(other.attestation(), lists: lists)
    #expect(result.decision == .rejected)
    #expect(result.codes == ["signer-is-another-organisation"])
  }

  @Test func `a certificate issued by a firm is refused`() throws {
    // The firm's own key and certificate used as if they were an authority's.
    let request = try SigningKey.create().certificateRequest(
      subject: SignerSubject(
        organization: "Pennard Precision Ltd",
        organizationIdentifier: "NTRGB-04336774"
      )
    )
    let key = try SigningKey.create()
    let forged = try Programme.signer(
      for: try key.certificateRequest(subject: request.signerSubject()),
      serial: [0x44] + Array(1...15),
      from: SampleProgramme.began,
      days: 100,
      issuing: programme.firm,
      key: programme.firmKey
    )
    var statement = SampleStatement.ready()
    statement.signerCertificateSHA256 = forged.fingerprint
    let file = try AttestationSigner.file(
      xml: StatementWriter.xml(statement),
      html: StatementPage.html(statement),
      key: key,
      certificate: forged,
      chain: [programme.firm, programme.issuing],
      at: Firm.instant
    )
    let lists = [try programme.rootList(), try programme.issuingList()]
    let result = try programme.verdict(file, lists: lists)
    #expect(result.decision == .rejected)
    #expect(result.reasons.map(\.step) == [.chain])
    // Also after the authority above was judged before.
    let rules = RevocationRules(lists: lists)
    let verifier = Verifier(trust: try programme.trust(), now: Firm.instant, revocation: rules)
    #expect(verifier.verify(try programme.attestation()).decision == .valid)
    #expect(verifier.verify(file).reasons.map(\.step) == [.chain])
  }
}
