import ReadinessCore
import Testing

@testable import ReadinessAttestation

/// A statement that the firm has taken back.
struct WithdrawalTests {
  private let firm: Firm
  private let statement: Statement
  private static let made = Firm.instant.adding(seconds: 86_400)

  init() throws {
    firm = try Firm()
    statement = firm.statement()
  }

  @Test func `a withdrawn statement is rejected, in whichever order the files come`() throws {
    let verifier = Verifier(trust: try firm.pinned(), now: Self.made)
    let files = [try firm.sealed(statement), try withdrawn()]
    for order in [files, files.reversed()] {
      let found = order.map(verifier.verify)
      #expect(found.map(\.decision) == [.valid, .valid])
      let together = found.map { $0.considering(found) }
      let rejected = together.filter { $0.decision == .rejected }
      #expect(rejected.map(\.codes) == [["withdrawn"]])
      #expect(rejected.allSatisfy { $0.reasons.allSatisfy { $0.step == .register } })
    }
  }

  @Test func `a copy that is checked without the withdrawal cannot know`() throws {
    let alone = Verifier(trust: try firm.pinned(), now: Self.made)
      .verify(try firm.sealed(statement))
    #expect(alone.decision == .valid)
    #expect(alone.considering([alone]) == alone)
  }

  @Test func `other statements of the firm stand`() throws {
    let other = "11111111-2222-4333-8444-555555555555"
    let found = try consider(withdrawn(withdrawal { $0.attestation = other }))
    #expect(found.decision == .valid)
    #expect(found.remarks.isEmpty)
  }

  @Test func `nobody else withdraws a firm's statement`() throws {
    // With the firm's identifiers, in a certificate that nobody vouches for.
    let thief = try Firm()
    let forged = try withdrawn(
      withdrawal { $0.signerCertificateSHA256 = thief.certificate.fingerprint },
      by: thief
    )
    let found = try consider(forged)
    #expect(found.decision == .valid)
    #expect(found.remarks.map(\.code) == ["withdrawal-not-counted"])
    // A supplier whom the same programme vouches for.
    let rival = try Firm(organizationIdentifier: "NTRGB-09999999")
    let rivals = try withdrawn(
      withdrawal {
        $0.identifiers = [Identifier(scheme: "GB-COH", id: "09999999")]
        $0.signerCertificateSHA256 = rival.certificate.fingerprint
      },
      by: rival
    )
    #expect(try consider(rivals, trusting: [rival]).decision == .valid)
    // A supplier who is confirmed as itself, and writes the firm's entry beside its own.
    let greedy = try Firm(organizationIdentifier: "VATGB-337440071")
    let both = try withdrawn(
      withdrawal {
        $0.identifiers.append(Identifier(scheme: "VAT", id: "337440071"))
        $0.signerCertificateSHA256 = greedy.certificate.fingerprint
      },
      by: greedy
    )
    let stands = try consider(both, trusting: [greedy])
    #expect(stands.decision == .valid)
    #expect(stands.remarks.map(\.code) == ["withdrawal-not-counted"])
    let impostor = try withdrawn(
      withdrawal { $0.signerCertificateSHA256 = rival.certificate.fingerprint },
      by: rival,
      judged: false
    )
    let verifier = Verifier(
      trust: try TrustStore(lines: [], certificates: [rival.certificate]),
      now: Self.made
    )
    #expect(verifier.verify(impostor).codes == ["signer-is-another-organisation"])
  }

  @Test func `the firm withdraws with a new key after a loss`() throws {
    let renewed = try Firm()
    let file = try withdrawn(
      withdrawal { $0.signerCertificateSHA256 = renewed.certificate.fingerprint },
      by: renewed
    )
    #expect(try consider(file).decision == .valid)
    #expect(try consider(file, trusting: [renewed]).codes == ["withdrawn"])
  }

  @Test func `a withdrawal that is older than the statement does not count`() throws {
    let early = withdrawal {
      $0.issued = Firm.instant.adding(seconds: -60)
      $0.sequence = $0.issued.unixSeconds
    }
    let found = try consider(withdrawn(early))
    #expect(found.decision == .valid)
    #expect(found.remarks.map(\.code) == ["withdrawal-not-counted"])
  }

  @Test func `a withdrawal that cannot be, or names another certificate, is rejected`() throws {
    let verifier = Verifier(trust: try firm.pinned(), now: Self.made)
    for change: (inout Withdrawal) -> Void in [
      { $0.reason = " " }, { $0.declaredBy = "a\u{85}b" }, { $0.sequence = 1 },
      { $0.identifiers[0].id = "1" }, { $0.issued = Self.made.adding(seconds: 2 * 86_400) },
    ] {
      let file = try withdrawn(withdrawal(change), judged: false)
      #expect(verifier.verify(file).decision == .rejected)
    }
    let other = withdrawal { $0.signerCertificateSHA256 = String(repeating: "0", count: 64) }
    #expect(
      verifier.verify(try withdrawn(other, judged: false)).codes
        == ["signer-certificate-not-as-stated"]
    )
  }

  @Test func `a container is about one document`() throws {
    let entry = Container.Entry(
      name: "withdrawal.xml",
      content: WithdrawalDocument.xml(withdrawal())
    )
    for names in [["attestation.xml"], ["attestation.html"], ["presentation.xml"]] {
      #expect(throws: ContainerError.self) {
        try Container(
          entries: [entry] + names.map { .init(name: $0, content: []) } + [
            .init(name: EntryName.manifest(1), content: []),
            .init(name: EntryName.signature(1), content: []),
          ]
        )
      }
    }
    let refused = #expect(throws: Rejection.self) {
      try UnverifiedAttestation.read(withdrawn())
    }
    #expect(refused?.reasons.map(\.code) == ["another-document"])
  }

  @Test func `the same withdrawal written otherwise is refused`() throws {
    let xml = WithdrawalDocument.xml(withdrawal()).text
    #expect(try WithdrawalDocument.read(Array(xml.utf8)) == withdrawal())
    for other in [
      xml + "\n", xml.replacing("<reason>", with: "<reason xml:lang=\"en\">"),
      xml.replacing("sequence=\"", with: "sequence=\"0"), xml.replacing("\n<", with: "\r\n<"),
      xml.replacing("<?xml", with: "<!DOCTYPE a>\n<?xml"), "\u{FEFF}" + xml,
    ] {
      #expect(throws: StatementReadingError.self) {
        try WithdrawalDocument.read(Array(other.utf8))
      }
    }
  }

  // MARK: Making and judging

  private func withdrawal(_ change: (inout Withdrawal) -> Void = { _ in }) -> Withdrawal {
    var withdrawal = Withdrawal(
      attestation: statement.id,
      sequence: Self.made.unixSeconds,
      issued: Self.made,
      legalName: "Pennard Precision Ltd",
      identifiers: [Firm.identifier],
      reason: "The backups turned out not to run.",
      declaredBy: "Example Director",
      role: "Managing director",
      signerCertificateSHA256: firm.certificate.fingerprint
    )
    change(&withdrawal)
    return withdrawal
  }

  private func withdrawn(
    _ withdrawal: Withdrawal? = nil,
    by signer: Firm? = nil,
    judged: Bool = true
  ) throws -> [UInt8] {
    let signer = signer ?? firm
    let withdrawal = withdrawal ?? self.withdrawal()
    guard judged else {
      return try AttestationSigner.file(
        [.init(name: "withdrawal.xml", content: WithdrawalDocument.xml(withdrawal))],
        key: signer.key,
        certificate: signer.certificate,
        at: Self.made
      )
    }
    return try WithdrawalSigner.seal(withdrawal, key: signer.key, certificate: signer.certificate)
  }

  /// The finding on the statement, together with that withdrawal.
  private func consider(_ withdrawal: [UInt8], trusting further: [Firm] = []) throws -> Verification
  {
    let trust = try TrustStore(
      lines: [],
      certificates: [firm.certificate] + further.map(\.certificate)
    )
    let verifier = Verifier(trust: trust, now: Self.made)
    return verifier.verify(try firm.sealed(statement)).considering([verifier.verify(withdrawal)])
  }
}
