import ReadinessCore
import Testing

@testable import ReadinessAttestation

/// Time-stamps, made by an authority of `openssl ts`.
struct TimeStampTests {
  private let authority: StampAuthority
  private static let nonce = StampedSample.nonce
  private static let day = SampleProgramme.day

  init() throws { authority = try StampAuthority() }

  private func stamped(days: Int = 300) throws -> StampedSample {
    try StampedSample(authority, days: days)
  }

  private func verdict(
    _ stamped: StampedSample,
    _ bytes: [UInt8]? = nil,
    trust: TimeStampTrust? = nil,
    revoking entry: RevokedEntry? = nil,
    daysLater: Int = 1
  ) throws -> Verification {
    let now = authority.now.adding(seconds: daysLater * Self.day)
    var verifier = Verifier(
      trust: try stamped.programme.trust(),
      now: now,
      revocation: RevocationRules(lists: try stamped.lists(at: now, revoking: entry))
    )
    verifier.timeStampTrust = trust ?? authority.trust
    return verifier.verify(bytes ?? stamped.bytes)
  }

  @Test func `a trusted stamp is shown, and changes nothing of what was signed`() throws {
    let stamped = try stamped()
    let result = try verdict(stamped)
    #expect(result.decision == .valid, "\(result.reasons)")
    #expect(result.remarks.isEmpty, "\(result.remarks)")
    let time = try #require(result.signers.first?.stampedAt)
    #expect(abs(time.unixSeconds - authority.now.unixSeconds) < 3_600)
    let before = try ContainerReader.read(stamped.file).entries
    let after = try ContainerReader.read(stamped.bytes).entries
    #expect(before.map(\.name) == after.map(\.name))
    for (old, new) in zip(before, after) where old.name != EntryName.signature(1) {
      #expect(old == new)
    }
    let unstamped = try verdict(stamped, stamped.file)
    #expect(unstamped.decision == .valid)
    #expect(unstamped.signers.map(\.stampedAt) == [nil])
  }

  @Test func `a certificate that ended since the stamp is valid with a remark`() throws {
    let stamped = try stamped(days: 30)
    let late = try verdict(stamped, daysLater: 60)
    #expect(late.decision == .valid, "\(late.reasons)")
    #expect(late.remarks.map(\.code) == ["certificate-expired-since"])
    #expect(late.remarks.first?.text.contains("certificate expired since") == true)
    let unstamped = try verdict(stamped, stamped.file, daysLater: 60)
    #expect(unstamped.decision == .rejected)
    #expect(unstamped.codes == ["certificate-expired"])
    // A stamp by nobody who is trusted does not help.
    let untrusted = try verdict(stamped, trust: TimeStampTrust.none, daysLater: 60)
    #expect(untrusted.codes == ["certificate-expired"])
  }

  @Test func `revoked later than the stamp is valid, but for a compromised key`() throws {
    let stamped = try stamped()
    let later = authority.now.adding(seconds: Self.day / 2)
    let earlier = authority.now.adding(seconds: -Self.day / 2)
    func verdict(_ reason: RevocationReason, _ at: Instant, from: Instant? = nil) throws -> [String]
    {
      let entry = RevokedEntry(revokedAt: at, reason: reason, invalidFrom: from)
      let result = try self.verdict(stamped, revoking: entry)
      return [result.decision.rawValue] + result.codes + result.remarks.map(\.code)
    }
    let since = ["valid", "certificate-revoked-since"]
    let revoked = ["rejected", "certificate-revoked"]
    #expect(try verdict(.superseded, later) == since)
    #expect(try verdict(.unspecified, later) == since)
    #expect(try verdict(.superseded, earlier) == revoked)
    #expect(try verdict(.keyCompromise, later) == revoked)
    #expect(try verdict(.keyCompromise, later, from: earlier) == revoked)
    #expect(try verdict(.keyCompromise, later, from: later) == since)
    #expect(try verdict(.keyCompromise, earlier, from: later) == revoked)
  }

  @Test func `a stamp by an unknown authority is ignored with a remark`() throws {
    let stamped = try stamped()
    let other = try StampAuthority()
    for trust in [TimeStampTrust.none, other.trust] {
      let result = try verdict(stamped, trust: trust)
      #expect(result.decision == .valid)
      #expect(result.signers.map(\.stampedAt) == [nil])
      #expect(result.remarks.map(\.code) == ["timestamp-not-trusted"])
    }
    // The authority's own certificate will do too.
    let own = TimeStampTrust(certificates: [authority.certificate])
    #expect(try verdict(stamped, trust: own).signers.first?.stampedAt != nil)
  }

  @Test(arguments: [
    ("critical,timeStamping", true), ("timeStamping", false),
    ("critical,timeStamping,emailProtection", false), ("critical,emailProtection", false),
  ])
  func `a certificate for other purposes makes no stamps`(usage: String, counts: Bool) throws {
    // First, since a certificate counts from when it was made.
    let other = try StampAuthority(usage: usage)
    let stamped = try stamped()
    let token = try #require(try stamped.token())
    let resigned = try other.resigned(token)
    let file = try Forgery.changing(EntryName.signature(1), of: stamped.file) {
      $0 = (try? SignatureMessage($0).adding(timeStamp: resigned)) ?? []
    }
    let result = try verdict(stamped, file, trust: other.trust)
    #expect((result.signers.first?.stampedAt != nil) == counts)
    #expect(result.remarks.map(\.code) == (counts ? [] : ["timestamp-not-trusted"]))
  }

  @Test func `a stamp over other bytes is not valid`() throws {
    let stamped = try stamped()
    let other = try self.stamped()
    let token = try #require(try other.token())
    let moved = try Forgery.changing(EntryName.signature(1), of: stamped.file) {
      $0 = (try? SignatureMessage($0).adding(timeStamp: token)) ?? []
    }
    for trust in [authority.trust, .none] {
      let result = try verdict(stamped, moved, trust: trust)
      #expect(result.decision == .rejected)
      #expect(result.codes == ["timestamp-over-other-bytes"])
    }
  }

  @Test func `a changed byte in a stamp never moves the time`() throws {
    let stamped = try stamped()
    let token = try #require(try stamped.token())
    let time = try verdict(stamped).signers.first?.stampedAt
    for place in stride(from: 0, to: token.count, by: 7) {
      var changed = token
      changed[place] ^= 1
      let file = try Forgery.changing(EntryName.signature(1), of: stamped.file) {
        $0 = (try? SignatureMessage($0).adding(timeStamp: changed)) ?? $0
      }
      let found = try verdict(stamped, file).signers.first?.stampedAt
      #expect(found == nil || found == time, "byte \(place)")
    }
  }

  @Test func `a stamp ahead of the clock is not valid`() throws {
    let result = try verdict(try stamped(), daysLater: -1)
    #expect(result.decision == .rejected)
    #expect(result.codes == ["timestamp-ahead"])
  }

  @Test func `a stamp is added before anybody counter-signs, or not at all`() throws {
    let firm = try Firm()
    let file = try Forgery.countersigning(firm.sealed(), by: try Firm())
    #expect(throws: TimeStampFailure.self) {
      try TimeStampRequest(for: file, nonce: Self.nonce)
    }
    let stamped = try stamped()
    #expect(throws: TimeStampFailure.self) {
      try TimeStampRequest(for: stamped.bytes, nonce: Self.nonce)
    }
  }

  @Test func `an answer to another request is refused`() throws {
    let stamped = try stamped()
    let other = try self.stamped()
    let mine = try TimeStampRequest(for: stamped.file, nonce: Self.nonce)
    let again = try TimeStampRequest(for: stamped.file, nonce: Self.nonce.reversed())
    let theirs = try TimeStampRequest(for: other.file, nonce: Self.nonce)
    func stamp(_ answer: [UInt8], _ request: TimeStampRequest?) throws -> [UInt8] {
      try TimeStamper.stamp(
        stamped.file,
        with: answer,
        request: request,
        trust: authority.trust,
        at: authority.now.adding(seconds: 60)
      )
    }
    let good = try authority.answer(mine.der)
    #expect(throws: Never.self) { try stamp(good, mine) }
    #expect(throws: Never.self) { try stamp(good, nil) }
    #expect(throws: Never.self) { try stamp(authority.answer(mine.der, tokenOnly: true), mine) }
    #expect(throws: TimeStampFailure.self) { try stamp(good, again) }
    #expect(throws: TimeStampFailure.self) { try stamp(authority.answer(theirs.der), nil) }
    #expect(throws: TimeStampFailure.self) { try stamp(good, theirs) }
    for cut in stride(from: 0, to: good.count, by: 11) {
      #expect(throws: TimeStampFailure.self) { try stamp(Array(good[..<cut]), mine) }
    }
  }

  @Test func `stock openssl reads the request, and accepts the stamp over the signature`() throws {
    let stamped = try stamped()
    let request = try TimeStampRequest(for: stamped.file, nonce: Self.nonce)
    #expect(TimeStampRequest(request.der) == request)
    #expect(TimeStampRequest(Array(request.der.dropLast())) == nil)
    try authority.folder.write(request.der, as: "own.tsq")
    let text = try Tool.succeed(
      ["openssl", "ts", "-query", "-in", "own.tsq", "-text"],
      in: authority.folder
    ).text
    #expect(text.contains("Hash Algorithm: sha256"))
    #expect(text.contains("Nonce: 0x7001020304050607"))
    #expect(text.contains("Certificate required: yes"))
    let signature = try #require(
      try ContainerReader.read(stamped.bytes)[EntryName.signature(1)]
    )
    let message = try SignatureMessage(signature)
    try authority.folder.write(message.value, as: "value.bin")
    try authority.folder.write(try #require(message.timeStamp), as: "tst.der")
    let verify = try Tool.run(
      [
        "openssl", "ts", "-verify", "-in", "tst.der", "-token_in", "-data", "value.bin",
        "-CAfile", "root.pem", "-untrusted", "tsa.pem",
      ],
      in: authority.folder
    )
    #expect(verify.status == 0, "\(verify.errors.text)")
  }
}
