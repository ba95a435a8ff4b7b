import ReadinessCore
import Testing

@testable import ReadinessAttestation

/// Containers about a document that is no attestation.
struct SignedDocumentTests {
  private let firm: Firm
  private let policy = Array("<policy>as somebody wrote it</policy>\n".utf8)

  init() throws { firm = try Firm() }

  private func sealed() throws -> [UInt8] {
    try DocumentSigner.seal(
      policy,
      kind: .policy,
      key: firm.key,
      certificate: firm.certificate,
      at: Firm.instant
    )
  }

  @Test func `what comes out is what was signed, byte for byte`() throws {
    let verifier = Verifier(trust: try firm.pinned(), now: Firm.instant)
    let result = verifier.verifyDocument(try sealed(), kind: .policy)
    #expect(result.decision == .valid)
    #expect(result.document?.bytes == policy)
    #expect(result.document?.kind == .policy)
    #expect(try DocumentKind.of(try sealed()) == .policy)
  }

  @Test func `whoever is not trusted makes no document`() throws {
    let stranger = Verifier(trust: .none, now: Firm.instant)
    let result = stranger.verifyDocument(try sealed(), kind: .policy)
    #expect(result.decision == .undecided)
    #expect(result.reasons.map(\.code) == ["signer-unknown"])
    #expect(result.document == nil)
  }

  @Test func `a container about something else is called by its kind`() throws {
    let verifier = Verifier(trust: try firm.pinned(), now: Firm.instant)
    let other = verifier.verifyDocument(try firm.sealed(), kind: .policy)
    #expect(other.decision == .rejected)
    #expect(other.reasons.map(\.text) == ["this is an attestation, not a policy"])
    #expect(other.reasons.map(\.code) == ["another-document"])
    let policy = verifier.verify(try sealed())
    #expect(policy.decision == .rejected)
    #expect(policy.reasons.map(\.text) == ["this is a policy, not an attestation"])
  }

  @Test func `changed bytes, files beside it and a second document are rejected`() throws {
    let verifier = Verifier(trust: try firm.pinned(), now: Firm.instant)
    let changed = try Forgery.changing(EntryName.policy, of: sealed()) { $0[1] ^= 1 }
    #expect(verifier.verifyDocument(changed, kind: .policy).decision == .rejected)
    for name in [EntryName.document, EntryName.withdrawal, EntryName.rendering, "note-A1.1.json"] {
      let entries = try ContainerReader.read(sealed()).entries + [.init(name: name, content: [1])]
      #expect(throws: ContainerError.self, "\(name)") { try Container(entries: entries) }
    }
  }
}
