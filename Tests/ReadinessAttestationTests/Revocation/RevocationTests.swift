import ReadinessCore
import Testing

@testable import ReadinessAttestation

/// The step `revocation`, under a programme's root.
struct RevocationTests {
  private let programme: SampleProgramme
  private static let yesterday = Firm.instant.adding(seconds: -SampleProgramme.day)

  init() throws { programme = try SampleProgramme() }

  @Test func `a firm that current lists do not name is valid`() throws {
    let file = try programme.attestation()
    let lists = [try programme.rootList(), try programme.issuingList()]
    let result = try programme.verdict(file, lists: lists)
    #expect(result.decision == .valid, "\(result.reasons)")
    #expect(result.remarks.isEmpty, "\(result.remarks)")
    #expect(result.signers.map(\.trust) == [.authority(programme.root)])
  }

  @Test(arguments: RevocationReason.allCases.filter { $0 != .removeFromList })
  func `a revoked firm is rejected, whatever the reason`(reason: RevocationReason) throws {
    let entry = RevokedEntry(revokedAt: Self.yesterday, reason: reason)
    let lists = [try programme.rootList(), try programme.issuingList(revoking: entry)]
    let result = try programme.verdict(programme.attestation(), lists: lists)
    #expect(result.decision == .rejected)
    #expect(result.reasons.map(\.step) == [.revocation])
    #expect(result.codes == ["certificate-revoked"])
  }

  @Test func `a revoked issuing authority takes its firms with it`() throws {
    let entry = RevokedEntry(revokedAt: Self.yesterday, reason: .cessationOfOperation)
    let lists = [try programme.rootList(revoking: entry), try programme.issuingList()]
    let result = try programme.verdict(programme.attestation(), lists: lists)
    #expect(result.codes == ["certificate-revoked"])
  }

  @Test func `a missing list is undecided, never silently valid`() throws {
    let file = try programme.attestation()
    let complete = [try programme.rootList(), try programme.issuingList()]
    for lists in [[], [complete[0]], [complete[1]]] {
      let result = try programme.verdict(file, lists: lists)
      #expect(result.decision == .undecided)
      #expect(Set(result.codes) == ["crl-missing"])
      #expect(result.reasons.count == 2 - lists.count)
    }
  }

  @Test func `a stale list is undecided from its next moment on`() throws {
    let list = try programme.issuingList(days: 1)
    let file = try programme.attestation()
    let lists = [try programme.rootList(), list]
    let end = try #require(list.nextUpdate)
    #expect(try programme.verdict(file, lists: lists, at: end).decision == .valid)
    let late = try programme.verdict(file, lists: lists, at: end.adding(seconds: 1))
    #expect(late.decision == .undecided)
    #expect(late.codes == ["crl-stale"])
  }

  @Test func `a stale list that names the firm still rejects it`() throws {
    let entry = RevokedEntry(revokedAt: Self.yesterday)
    let list = try programme.issuingList(revoking: entry, days: 1)
    let lists = [try programme.rootList(), list]
    let late = Firm.instant.adding(seconds: 2 * SampleProgramme.day)
    #expect(
      try programme.verdict(programme.attestation(), lists: lists, at: late).codes
        == ["certificate-revoked"]
    )
  }

  @Test func `a forged list is left aside with a remark`() throws {
    // The same names, other keys.
    let forger = try SampleProgramme()
    let entry = RevokedEntry(revokedAt: Self.yesterday)
    let file = try programme.attestation()
    for forged in [try forger.issuingList(revoking: entry), try forger.issuingList()] {
      let result = try programme.verdict(file, lists: [try programme.rootList(), forged])
      #expect(result.decision == .undecided)
      #expect(result.codes == ["crl-missing"])
      #expect(result.remarks.map(\.code) == ["crl-not-used"])
      let both = [try programme.rootList(), forged, try programme.issuingList()]
      #expect(try programme.verdict(file, lists: both).decision == .valid)
    }
  }

  @Test func `a list by a firm that the authority vouches for counts for nothing`() throws {
    let list = try RevocationList.make(
      [],
      number: 1,
      issuer: programme.firm,
      key: programme.firmKey,
      from: Self.yesterday,
      until: Firm.instant.adding(seconds: SampleProgramme.day)
    )
    let result = try programme.verdict(
      programme.attestation(),
      lists: [try programme.rootList(), list]
    )
    #expect(result.codes == ["crl-missing"])
  }

  @Test func `lists that the signer encloses show revocations and no more`() throws {
    let clean = [try programme.rootList(), try programme.issuingList()]
    let enclosed = try programme.attestation(enclosing: clean)
    let result = try programme.verdict(enclosed, lists: [])
    #expect(result.codes == ["crl-missing", "crl-missing"])
    #expect(result.reasons.allSatisfy { $0.text.contains("enclosed") })
    #expect(try programme.verdict(enclosed, lists: clean).decision == .valid)

    let entry = RevokedEntry(revokedAt: Self.yesterday)
    let newer = try programme.issuingList(
      revoking: entry,
      number: 8,
      from: Self.yesterday.adding(seconds: 60)
    )
    let honest = try programme.attestation(enclosing: [newer])
    #expect(try programme.verdict(honest, lists: clean).codes == ["certificate-revoked"])
    // An old list does not undo a new one.
    let dishonest = try programme.attestation(enclosing: [clean[1]])
    #expect(
      try programme.verdict(dishonest, lists: [clean[0], newer]).codes == ["certificate-revoked"]
    )
  }

  @Test func `if-present and off decide without lists and say so`() throws {
    let file = try programme.attestation()
    let ifPresent = try programme.verdict(file, lists: [], mode: .ifPresent)
    #expect(ifPresent.decision == .valid)
    #expect(ifPresent.remarks.map(\.code) == ["crl-missing", "crl-missing"])
    let off = try programme.verdict(file, lists: [], mode: .off)
    #expect(off.decision == .valid)
    #expect(off.remarks.map(\.code) == ["revocation-not-checked"])
    let lists = [try programme.issuingList(revoking: RevokedEntry(revokedAt: Self.yesterday))]
    #expect(try programme.verdict(file, lists: lists, mode: .ifPresent).decision == .rejected)
    #expect(try programme.verdict(file, lists: lists, mode: .off).decision == .valid)
  }

  @Test func `a pinned certificate needs no list, and one that names it still counts`() throws {
    let file = try programme.attestation()
    let trust = try TrustStore(lines: [], certificates: [programme.firm])
    func codes(_ rules: RevocationRules) -> [String] {
      let result = Verifier(trust: trust, now: Firm.instant, revocation: rules).verify(file)
      return [result.decision.rawValue] + result.codes
    }
    #expect(codes(RevocationRules()) == ["valid"])
    #expect(codes(RevocationRules(mode: .require)) == ["undecided", "crl-missing"])
    let list = try programme.issuingList(revoking: RevokedEntry(revokedAt: Self.yesterday))
    #expect(codes(RevocationRules(lists: [list])) == ["rejected", "certificate-revoked"])
    #expect(codes(RevocationRules(lists: [try programme.issuingList()])) == ["valid"])

    // One that signed itself can only be taken out of the trust file.
    let firm = try Firm()
    let alone = Verifier(
      trust: try firm.pinned(),
      now: Firm.instant,
      revocation: RevocationRules(mode: .require)
    )
    #expect(alone.verify(try firm.sealed()).decision == .valid)
  }

  @Test func `a list from after the moment of judgement counts for what was revoked by then`()
    throws
  {
    let file = try programme.attestation()
    let root = try programme.rootList()
    let tomorrow = Firm.instant.adding(seconds: SampleProgramme.day)
    func codes(_ revokedAt: Instant?) throws -> [String] {
      let entry = revokedAt.map { RevokedEntry(revokedAt: $0) }
      let list = try programme.issuingList(revoking: entry, from: tomorrow)
      return try programme.verdict(file, lists: [root, list]).codes
    }
    #expect(try codes(nil) == ["crl-not-yet-valid"])
    #expect(try codes(Self.yesterday) == ["certificate-revoked"])
    #expect(try codes(tomorrow) == ["crl-not-yet-valid"])
  }

  @Test func `each list is checked once for any number of files, on any number of threads`()
    async throws
  {
    let file = try programme.attestation()
    let rules = RevocationRules(lists: [try programme.rootList(), try programme.issuingList()])
    let verifier = Verifier(trust: try programme.trust(), now: Firm.instant, revocation: rules)
    let expected = verifier.verify(file)
    #expect(expected.decision == .valid)
    let results = await withTaskGroup(of: Verification.self) { group in
      for _ in 0..<64 { group.addTask { verifier.verify(file) } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(results.count == 64)
    #expect(results.allSatisfy { $0 == expected })
  }
}
