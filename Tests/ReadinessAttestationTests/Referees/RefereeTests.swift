import ReadinessCore
import Testing

@testable import ReadinessAttestation

/// Our verifier's word against that of verifiers that others wrote.
struct RefereeTests {
  private let authority: StampAuthority
  private let stamped: StampedSample

  init() throws {
    authority = try StampAuthority()
    stamped = try StampedSample(authority, days: 30)
  }

  /// One file, and whether its signature is to be believed.
  private struct Case {
    let what: String
    let file: [UInt8]
    var isGood = false
  }

  private func cases() throws -> [Case] {
    let file = stamped.file
    func changed(_ name: String, _ change: (inout [UInt8]) throws -> Void) throws -> [UInt8] {
      var content = try ContainerReader.read(file)[name] ?? []
      try change(&content)
      return try Forgery.changing(name, of: file) { $0 = content }
    }
    let stranger = try SampleProgramme(
      began: authority.now.adding(seconds: -30 * SampleProgramme.day),
      from: authority.now.adding(seconds: -SampleProgramme.day),
      days: 30
    )
    return [
      Case(what: "a signed file", file: file, isGood: true),
      Case(what: "a stamped file", file: stamped.bytes, isGood: true),
      Case(
        what: "a changed manifest",
        file: try changed(EntryName.manifest(1)) { $0[$0.count / 2] ^= 1 }
      ),
      Case(
        what: "a changed signature",
        file: try changed(EntryName.signature(1)) { $0[$0.count - 1] ^= 1 }
      ),
      Case(
        what: "a changed signed attribute",
        file: try changed(EntryName.signature(1)) { signature in
          let attributes = try SignerParts(signature).signedAttributes
          let other = Array(attributes.dropLast()) + attributes.suffix(1).map { $0 ^ 1 }
          signature = Bytes.replacing(attributes, with: other, in: signature)
        }
      ),
      Case(what: "another programme's firm", file: try signed(by: stranger)),
    ]
  }

  /// The file with that firm's signature in place of the first.
  private func signed(by programme: SampleProgramme) throws -> [UInt8] {
    let manifest = try ContainerReader.read(stamped.file)[EntryName.manifest(1)] ?? []
    let signature = try SignatureWriter.sign(
      manifest,
      key: programme.firmKey,
      certificate: programme.firm,
      chain: [programme.issuing],
      at: authority.now
    )
    return try Forgery.changing(EntryName.signature(1), of: stamped.file) { $0 = signature }
  }

  private func ours(
    _ file: [UInt8],
    revoking entry: RevokedEntry? = nil,
    daysLater: Int = 0
  ) throws -> Verification {
    let now = authority.now.adding(seconds: daysLater * SampleProgramme.day + 3_600)
    let lists = try stamped.lists(at: now, revoking: entry)
    var verifier = Verifier(
      trust: try stamped.programme.trust(),
      now: now,
      revocation: RevocationRules(lists: lists)
    )
    verifier.timeStampTrust = authority.trust
    return verifier.verify(file)
  }

  private func pyHanko(
    _ file: [UInt8],
    lists: [RevocationList] = [],
    stamps: Certificate? = nil,
    daysLater: Int = 0
  ) throws -> String {
    try Referee.pyHanko(
      file,
      trusting: stamped.programme.root,
      at: authority.now.adding(seconds: daysLater * SampleProgramme.day + 3_600),
      lists: lists,
      stamps: stamps
    )
  }

  // MARK: GnuTLS

  @Test(.enabled(if: Referee.hasCerttool, Referee.certtoolIsMissing))
  func `GnuTLS agrees on what is signed and what was changed`() throws {
    for one in try cases() {
      #expect((try ours(one.file).decision == .valid) == one.isGood, "\(one.what)")
      let theirs = try Referee.certtool(one.file, trusting: stamped.programme.root)
      #expect(theirs == one.isGood, "\(one.what)")
    }
  }

  @Test(.enabled(if: Referee.hasCerttool, Referee.certtoolIsMissing))
  func `GnuTLS agrees that an expired certificate signs nothing`() throws {
    let day = SampleProgramme.day
    let programme = try SampleProgramme(
      began: authority.now.adding(seconds: -30 * day),
      from: authority.now.adding(seconds: -20 * day),
      days: 10
    )
    let file = try signed(by: programme)
    let verifier = Verifier(trust: try programme.trust(), now: authority.now)
    #expect(verifier.verify(file).codes == ["certificate-expired"])
    #expect(try !Referee.certtool(file, trusting: programme.root))
  }

  @Test(
    .enabled(if: Referee.hasCerttool, Referee.certtoolIsMissing),
    arguments: OtherKey.allCases
  )
  func `GnuTLS agrees on the other accepted keys and digests`(kind: OtherKey) throws {
    let (signer, file) = try kind.signed()
    #expect(try Referee.certtool(file, trusting: signer.certificate))
    let changed = try Forgery.changing(EntryName.manifest(1), of: file) { $0[200] ^= 1 }
    #expect(try !Referee.certtool(changed, trusting: signer.certificate))
  }

  // MARK: pyHanko

  @Test(.enabled(if: Referee.hasPyHanko, Referee.pyHankoIsMissing))
  func `pyHanko agrees on what is signed and what was changed`() throws {
    for one in try cases() {
      #expect((try ours(one.file).decision == .valid) == one.isGood, "\(one.what)")
      #expect((try pyHanko(one.file) == "PASSED") == one.isGood, "\(one.what)")
    }
  }

  @Test(
    .enabled(if: Referee.hasPyHanko, Referee.pyHankoIsMissing),
    arguments: OtherKey.allCases
  )
  func `pyHanko agrees on the other accepted keys and digests`(kind: OtherKey) throws {
    let (signer, file) = try kind.signed()
    func theirs(_ file: [UInt8]) throws -> String {
      try Referee.pyHanko(file, trusting: signer.certificate, at: signer.instant)
    }
    #expect(try theirs(file) == "PASSED")
    let changed = try Forgery.changing(EntryName.manifest(1), of: file) { $0[200] ^= 1 }
    #expect(try theirs(changed) == "FAILED HASH_FAILURE")
  }

  @Test(.enabled(if: Referee.hasPyHanko, Referee.pyHankoIsMissing))
  func `pyHanko reads the same time in a stamp, and none in one that does not count`() throws {
    let file = stamped.bytes
    let time = try #require(try ours(file).signers.first?.stampedAt)
    #expect(try pyHanko(file, stamps: authority.root) == "PASSED \(time)")
    #expect(try pyHanko(file, stamps: try StampAuthority().root) != "PASSED \(time)")
    #expect(try pyHanko(stamped.file, stamps: authority.root).hasPrefix("INDETERMINATE"))
    let other = try #require(try StampedSample(authority).token())
    let moved = try Forgery.changing(EntryName.signature(1), of: stamped.file) {
      $0 = (try? SignatureMessage($0).adding(timeStamp: other)) ?? []
    }
    #expect(try ours(moved).codes == ["timestamp-over-other-bytes"])
    #expect(try !pyHanko(moved, stamps: authority.root).hasPrefix("PASSED"))
  }

  @Test(.enabled(if: Referee.hasPyHanko, Referee.pyHankoIsMissing))
  func `pyHanko agrees that a stamp outlives the certificate`() throws {
    #expect(try ours(stamped.bytes, daysLater: 60).decision == .valid)
    let theirs = try pyHanko(stamped.bytes, stamps: authority.root, daysLater: 60)
    #expect(theirs.hasPrefix("PASSED"))
    #expect(try ours(stamped.file, daysLater: 60).codes == ["certificate-expired"])
    #expect(try !pyHanko(stamped.file, daysLater: 60).hasPrefix("PASSED"))
  }

  @Test(.enabled(if: Referee.hasPyHanko, Referee.pyHankoIsMissing))
  func `pyHanko agrees on who was revoked, and on a list that is missing`() throws {
    let file = stamped.file
    let later = authority.now.adding(seconds: 3_600)
    #expect(try pyHanko(file, lists: stamped.lists(at: later)) == "PASSED")
    let entry = RevokedEntry(revokedAt: authority.now, reason: .keyCompromise)
    #expect(try ours(file, revoking: entry).codes == ["certificate-revoked"])
    let revoked = try pyHanko(file, lists: stamped.lists(at: later, revoking: entry))
    #expect(revoked.contains("REVOKED"), "\(revoked)")
    let half = Array(try stamped.lists(at: later).prefix(1))
    let verifier = Verifier(
      trust: try stamped.programme.trust(),
      now: later,
      revocation: RevocationRules(lists: half)
    )
    #expect(verifier.verify(file).decision == .undecided)
    #expect(try pyHanko(file, lists: half).hasPrefix("INDETERMINATE"))
  }
}

/// Accepted keys and digests besides P-256.
enum OtherKey: String, CaseIterable, Sendable {
  case p384, rsa, rsaPSS

  /// A file signed with such a key by `openssl`, which our verifier accepts.
  fileprivate func signed() throws -> (OpenSSLSigner, [UInt8]) {
    let key =
      self == .p384
      ? ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384"]
      : ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:3072"]
    let signer = try OpenSSLSigner(key: key)
    let pss = ["-keyopt", "rsa_padding_mode:pss", "-keyopt", "rsa_pss_saltlen:digest"]
    let file = try Forgery.container(signer.statement()) {
      try signer.sign($0, digest: self == .p384 ? "sha384" : "sha256", self == .rsaPSS ? pss : [])
    }
    let trust = try TrustStore(lines: [], certificates: [signer.certificate])
    #expect(Verifier(trust: trust, now: signer.instant).verify(file).decision == .valid)
    return (signer, file)
  }
}
