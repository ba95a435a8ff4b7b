import ReadinessCore
import Testing

@testable import ReadinessAttestation

struct VerifierTests {
  @Test func `a pinned firm's attestation is valid`() throws {
    let firm = try Firm()
    let result = Verifier(trust: try firm.pinned(), now: Firm.instant).verify(try firm.sealed())
    #expect(result.decision == .valid)
    #expect(result.reasons.isEmpty)
    #expect(result.remarks.isEmpty, "\(result.remarks)")
    guard case .verified(let attestation) = result.content else {
      Issue.record("not verified")
      return
    }
    #expect(attestation.statement == firm.statement())
    #expect(attestation.signers.map(\.trust) == [.pinnedCertificate])
    #expect(attestation.signers.map(\.signedAt) == [Firm.instant])
    #expect(attestation.signers.map(\.role) == [.firm])
    #expect(attestation.signers.first?.fingerprint == firm.certificate.fingerprint)
  }

  @Test func `without a trust store an intact file is undecided and tells the fingerprint`() throws
  {
    let firm = try Firm()
    let result = Verifier(trust: .none, now: Firm.instant).verify(try firm.sealed())
    #expect(result.decision == .undecided)
    #expect(
      result.reasons == [
        Reason(
          .chain,
          "signer-unknown",
          "intact, signer unknown: fingerprint \(firm.certificate.fingerprint)"
        )
      ]
    )
    guard case .unverified(let attestation) = result.content else {
      Issue.record("an unknown signer's statement must stay unverified")
      return
    }
    #expect(attestation.statement == firm.statement())
  }

  @Test func `another firm in the trust store changes nothing`() throws {
    let firm = try Firm()
    let trust = try Firm().pinned()
    let result = Verifier(trust: trust, now: Firm.instant).verify(try firm.sealed())
    #expect(result.codes == ["signer-unknown"])
  }

  @Test func `a key confirmed with the firm's identifiers is valid`() throws {
    let firm = try Firm()
    let line = confirmed(firm, [Firm.identifier])
    let result = try verdict(firm.sealed(), line)
    #expect(result.decision == .valid)
    #expect(result.signers.map(\.trust) == [.confirmedKey(line)])
  }

  @Test func `a bare fingerprint proves the key only`() throws {
    let firm = try Firm()
    let result = try verdict(firm.sealed(), TrustLine(sha256: firm.certificate.sha256))
    #expect(result.decision == .undecided)
    #expect(result.codes == ["signer-not-identified"])
    #expect(result.reasons.map(\.step) == [.subject])
  }

  @Test func `a sole trader's certificate needs somebody to say whose it is`() throws {
    let firm = try Firm(organizationIdentifier: nil)
    let file = try firm.sealed()
    let pinned = Verifier(trust: try firm.pinned(), now: Firm.instant).verify(file)
    #expect(pinned.codes == ["signer-not-identified"])
    let ppon = Identifier(scheme: "GB-PPON", id: "PMZV-7732-XXTT")
    #expect(try verdict(file, confirmed(firm, [ppon])).decision == .valid)
  }

  @Test func `another organisation's certificate is rejected, whoever vouches for it`() throws {
    let firm = try Firm(organizationIdentifier: "NTRGB-09999999")
    let file = try firm.forged()
    let stores = [
      try firm.pinned(), .none, try TrustStore(lines: [TrustLine(sha256: firm.certificate.sha256)]),
    ]
    for trust in stores {
      let result = Verifier(trust: trust, now: Firm.instant).verify(file)
      #expect(result.decision == .rejected)
      #expect(result.codes == ["signer-is-another-organisation"])
      #expect(result.reasons.map(\.step) == [.subject])
    }
  }

  @Test func `a key confirmed for another organisation is rejected`() throws {
    let firm = try Firm()
    let line = confirmed(firm, [Identifier(scheme: "GB-COH", id: "09999999")])
    #expect(try verdict(firm.sealed(), line).codes == ["signer-is-another-organisation"])
  }

  @Test func `a confirmation outweighs the certificate's own word, with a remark`() throws {
    let firm = try Firm(organizationIdentifier: "NTRGB-09999999")
    let result = try verdict(firm.forged(), confirmed(firm, [Firm.identifier]))
    #expect(result.decision == .valid)
    #expect(result.remarks.map(\.code) == ["certificate-names-another-organisation"])
  }

  @Test func `names are never compared`() throws {
    var statement = try Firm().statement()
    let firm = try Firm()
    statement.subject.legalName = "Another Name Ltd"
    statement.signerCertificateSHA256 = firm.certificate.fingerprint
    #expect(
      try verdict(firm.sealed(statement), confirmed(firm, [Firm.identifier])).decision == .valid
    )
  }

  @Test func `a statement that names another certificate is rejected`() throws {
    let firm = try Firm()
    var statement = firm.statement()
    statement.signerCertificateSHA256 = try Firm().certificate.fingerprint
    let result = try verdict(firm.forged(statement), confirmed(firm, [Firm.identifier]))
    #expect(result.codes == ["signer-certificate-not-as-stated"])
    #expect(result.reasons.map(\.step) == [.statement])
  }

  @Test func `an expired attestation is rejected`() throws {
    let firm = try Firm()
    let file = try firm.sealed()
    let end = firm.statement().validUntil
    let trust = try firm.pinned()
    #expect(Verifier(trust: trust, now: end).verify(file).decision == .valid)
    let late = Verifier(trust: trust, now: end.adding(seconds: 1)).verify(file)
    #expect(late.codes == ["attestation-expired"])
    #expect(late.decision == .rejected)
  }

  @Test func `an expired certificate is rejected before anybody asks who it is`() throws {
    let firm = try Firm()
    let file = try firm.sealed()
    let after = try #require(firm.certificate.notAfter).adding(seconds: 1)
    #expect(Verifier(trust: .none, now: after).verify(file).codes == ["certificate-expired"])
    let before = try #require(firm.certificate.notBefore).adding(seconds: -1)
    #expect(Verifier(trust: .none, now: before).verify(file).codes == ["certificate-not-yet-valid"])
  }

  @Test func `a signing time ahead of the clock is remarked`() throws {
    let firm = try Firm()
    let trust = try firm.pinned()
    let file = try firm.forged(at: Firm.instant.adding(seconds: 601))
    let ahead = Verifier(trust: trust, now: Firm.instant).verify(file)
    #expect(ahead.decision == .valid)
    #expect(ahead.remarks.map(\.code) == ["signing-time-ahead"])
    let near = try firm.forged(at: Firm.instant.adding(seconds: 600))
    #expect(Verifier(trust: trust, now: Firm.instant).verify(near).remarks.isEmpty)
  }

  @Test func `a signing time outside the certificate's validity is remarked`() throws {
    let firm = try Firm()
    let file = try firm.forged(at: Firm.instant.adding(seconds: -3 * 86_400))
    let result = Verifier(trust: try firm.pinned(), now: Firm.instant).verify(file)
    #expect(result.remarks.map(\.code) == ["signing-time-outside-certificate"])
  }

  @Test func `a rendering that says something else is rejected`() throws {
    let firm = try Firm()
    var flattering = firm.statement()
    flattering.subject.legalName = "Somebody Better Ltd"
    let file = try firm.forged(html: StatementPage.html(flattering))
    let result = Verifier(trust: try firm.pinned(), now: Firm.instant).verify(file)
    #expect(result.codes == ["rendering-differs"])
  }

  @Test func `a rendering of an unknown version is undecided and ours is shown`() throws {
    let firm = try Firm()
    var statement = firm.statement()
    statement.rendererVersion = "99"
    let file = try firm.forged(statement, html: Array("<html></html>".utf8))
    let result = Verifier(trust: try firm.pinned(), now: Firm.instant).verify(file)
    #expect(result.decision == .undecided)
    #expect(result.codes == ["rendering-not-checked"])
    guard case .unverified(let attestation) = result.content else {
      Issue.record("a statement must be there")
      return
    }
    #expect(attestation.rendering == StatementPage.html(statement))
  }

  @Test func `bytes that are no container are rejected with a reason`() throws {
    let verifier = Verifier(trust: .none, now: Firm.instant)
    for bytes in [[], [0x50, 0x4B], Array(repeating: UInt8(0x20), count: 100)] {
      let result = verifier.verify(bytes)
      #expect(result.decision == .rejected)
      #expect(result.codes == ["not-a-container"])
      #expect(result.content == .none)
    }
  }

  @Test func `a document that is no statement is rejected`() throws {
    let firm = try Firm()
    let file = try AttestationSigner.file(
      xml: Array("<attestation/>".utf8),
      html: [],
      key: firm.key,
      certificate: firm.certificate,
      at: Firm.instant
    )
    let result = Verifier(trust: try firm.pinned(), now: Firm.instant).verify(file)
    #expect(result.decision == .rejected)
    #expect(result.reasons.map(\.step) == [.schema])
  }

  @Test func `an authority vouches, and without its revocation list nothing is decided`() throws {
    let programme = try OpenSSLAuthority()
    let file = try programme.attestation()
    let trust = try TrustStore(lines: [], certificates: [programme.certificate])
    let result = Verifier(trust: trust, now: programme.instant).verify(file)
    #expect(result.decision == .undecided, "\(result.reasons)")
    #expect(result.codes == ["crl-missing"])
    #expect(result.signers.map(\.trust) == [.authority(programme.certificate)])
    let unknown = Verifier(trust: .none, now: programme.instant).verify(file)
    #expect(unknown.codes == ["signer-unknown"])
  }

  @Test func `a finding about an unreadable file has a reason`() {
    let result = Verification.unreadable("no such file", at: Firm.instant)
    #expect(result.decision == .unreadable)
    #expect(result.reasons.map(\.description) == ["container: no such file"])
  }

  @Test func `one verifier serves many threads with the same answer`() async throws {
    let firm = try Firm()
    let file = try firm.sealed()
    let verifier = Verifier(trust: try firm.pinned(), now: Firm.instant)
    let expected = verifier.verify(file)
    let results = await withTaskGroup(of: Verification.self) { group in
      for _ in 0..<64 { group.addTask { verifier.verify(file) } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(results.count == 64)
    #expect(results.allSatisfy { $0 == expected })
  }

  private func confirmed(_ firm: Firm, _ identifiers: [Identifier]) -> TrustLine {
    TrustLine(
      sha256: firm.certificate.sha256,
      identifiers: identifiers,
      confirmedBy: "Example Buyer",
      confirmedOn: CalendarDate(year: 2026, month: 11, day: 20)
    )
  }

  private func verdict(_ file: [UInt8], _ line: TrustLine) throws -> Verification {
    Verifier(trust: try TrustStore(lines: [line]), now: Firm.instant).verify(file)
  }
}
