import ReadinessAttestation
import ReadinessCore
import TestSupport
import Testing

@testable import ReadinessSeal

/// The signed container, by our verifier and by stock tools.
struct SealedContainerTests {
  let leaves: SealLeaves
  let certificate: Certificate
  let file: [UInt8]

  init() throws {
    // Files that the tests have bytes of.
    leaves = try SealLeaves(
      try (0..<6).map { number in
        try Sample.result("file-\(number)", number == 2 ? .rejected : .valid, salt: UInt8(number))
      }
    )
    let key = try SigningKey.create()
    certificate = try key.selfSignedCertificate(
      subject: SignerSubject(organization: "Example Prime plc", organizationIdentifier: nil),
      serial: [UInt8](repeating: 0x41, count: 16),
      from: Sample.now
    )
    file = try Sample.seal(leaves).signed(key: key, certificate: certificate)
  }

  @Test func `a signed seal reads back where its signer is trusted, and is undecided elsewhere`()
    throws
  {
    let trust = try TrustStore(lines: [], certificates: [certificate])
    let found = Verifier(trust: trust, now: Sample.now).verifyDocument(file, kind: .seal)
    #expect(found.decision == .valid)
    let document = try #require(found.document)
    #expect(try SealDocument.read(document.bytes) == Sample.seal(leaves))
    let unknown = Verifier(trust: .none, now: Sample.now).verifyDocument(file, kind: .seal)
    #expect(unknown.decision == .undecided)
    #expect(unknown.document == nil)
  }

  @Test func `a seal is neither an attestation nor a policy, and is called by its kind`() throws {
    let verifier = Verifier(trust: .none, now: Sample.now)
    let reasons = verifier.verifyDocument(file, kind: .policy).reasons
    #expect(reasons.map(\.code) == ["another-document"])
    #expect(reasons.first?.text == "this is a seal, not a policy")
    let found = verifier.verify(file)
    #expect(found.decision == .rejected)
    #expect(found.reasons.first?.text == "this is a seal, not an attestation")
  }

  @Test func `a byte changed in the signed seal is noticed`() throws {
    let trust = try TrustStore(lines: [], certificates: [certificate])
    let verifier = Verifier(trust: trust, now: Sample.now)
    for place in stride(from: 0, to: file.count, by: 7) {
      var bytes = file
      bytes[place] ^= 0x20
      let found = verifier.verifyDocument(bytes, kind: .seal)
      #expect(found.decision != .valid, "\(place)")
    }
  }

  private func script(
    _ name: String,
    proof: ResultProof,
    fingerprint: String
  ) throws -> RunningProcess.Finished {
    let folder = try RunningFolder()
    try folder.write(name.utf8, as: "file")
    try folder.write(proof.bytes, as: "proof.json")
    try folder.write(file, as: "seal.asice")
    let script = Repository.path("Sources/ReadinessSeal/check-proof-without-us.sh")
    return try RunningProcess(
      ["bash", script, "file", "proof.json", "seal.asice", fingerprint],
      in: folder.path
    ).run()
  }

  @Test func `bash, openssl and sha256sum alone come to the same, for every file`() throws {
    for number in 0..<6 {
      let name = "file-\(number)"
      let proof = try #require(leaves.proofs(for: Sample.digest(name)).first)
      let run = try script(name, proof: proof, fingerprint: certificate.fingerprint)
      #expect(run.status == 0, "\(run.outputText)\(run.errorText)")
      #expect(run.outputText.contains("BELONGS: this result is one of the 6"))
    }
  }

  @Test func `bash, openssl and sha256sum alone refuse another file, key, seal and result`() throws
  {
    let proof = try #require(leaves.proofs(for: Sample.digest("file-1")).first)
    func refuses(_ why: String, _ name: String, _ proof: ResultProof, _ key: String) throws {
      let run = try script(name, proof: proof, fingerprint: key)
      #expect(run.status == 4)
      #expect(run.outputText.hasPrefix("REJECTED: " + why), "\(run.outputText)")
    }
    let key = certificate.fingerprint
    try refuses("the proof is about another file", "file-2", proof, key)
    try refuses("signed by another key", "file-1", proof, Sample.digest("key"))
    let other = try #require(try Sample.leaves().proofs(for: Sample.digest("file-1")).first)
    try refuses("the proof belongs to another seal", "file-1", other, key)
    let rejected = try #require(leaves.proofs(for: Sample.digest("file-2")).first)
    let text = rejected.bytes.text.replacing(#""rejected""#, with: #""valid""#)
    let forged = try ResultProof.read(Array(text.utf8))
    try refuses("the result is not one of those that were sealed", "file-2", forged, key)
  }
}
