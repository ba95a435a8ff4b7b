import ReadinessCore
import Testing

@testable import ReadinessAttestation

/// The script that checks files without our program: programmes, their lists, and time-stamps.
struct VerifyWithoutUsProgrammeTests {
  private let folder: TemporaryFolder
  private static let day = SampleProgramme.day

  init() throws { folder = try TemporaryFolder() }

  private func run(
    _ file: [UInt8],
    root: Certificate,
    lists: [RevocationList] = [],
    stampers: Certificate? = nil,
    at instant: Instant = Firm.instant
  ) throws -> Tool {
    try folder.write(file, as: "A.asice")
    try folder.write(root.pem, as: "root.pem")
    try folder.write(lists.flatMap(\.pem), as: "lists.pem")
    if let stampers { try folder.write(stampers.pem, as: "tsa.pem") }
    return try Tool.run(
      ["sh", Checkout.verifyWithoutUs, "--at", String(instant.unixSeconds)]
        + (lists.isEmpty ? [] : ["--crl", "lists.pem"])
        + (stampers == nil ? [] : ["--tsa", "tsa.pem"]) + ["A.asice", "root.pem"],
      in: folder
    )
  }

  @Test func `a programme's firm holds with the lists, and is undecided without`() throws {
    let programme = try SampleProgramme()
    let file = try programme.attestation()
    let lists = [try programme.rootList(), try programme.issuingList()]
    let good = try run(file, root: programme.root, lists: lists)
    #expect(good.status == 0, "\(good.output.text)\(good.errors.text)")
    #expect(good.output.text.contains("fingerprint: \(programme.firm.fingerprint)\n"))
    #expect(try run(file, root: programme.root).status == 3)
    for list in lists { #expect(try run(file, root: programme.root, lists: [list]).status == 3) }
    let late = Firm.instant.adding(seconds: 40 * Self.day)
    #expect(try run(file, root: programme.root, lists: lists, at: late).status == 3)
    let other = try SampleProgramme()
    #expect(try run(file, root: other.root, lists: lists).status == 4)
    let forged = [lists[0], try other.issuingList()]
    #expect(try run(file, root: programme.root, lists: forged).status == 3)
  }

  @Test func `lists that the signer encloses do not count`() throws {
    let programme = try SampleProgramme()
    let lists = [try programme.rootList(), try programme.issuingList()]
    let file = try programme.attestation(enclosing: lists)
    #expect(try run(file, root: programme.root, lists: [lists[0]]).status == 3)
    #expect(try run(file, root: programme.root, lists: lists).status == 0)
  }

  @Test func `a revoked firm, and another organisation's, are rejected`() throws {
    let programme = try SampleProgramme()
    let yesterday = Firm.instant.adding(seconds: -Self.day)
    let entry = RevokedEntry(revokedAt: yesterday)
    let lists = [try programme.rootList(), try programme.issuingList(revoking: entry)]
    let result = try run(programme.attestation(), root: programme.root, lists: lists)
    #expect(result.status == 4)
    #expect(result.output.text == "REJECTED: a certificate was revoked\n")
    let other = try SampleProgramme(organizationIdentifier: "NTRGB-09999999")
    let foreign = try run(
      other.attestation(),
      root: other.root,
      lists: [try other.rootList(), try other.issuingList()]
    )
    #expect(foreign.status == 4)
    #expect(foreign.output.text.contains("NTRGB-09999999"))
  }

  @Test func `a stamp is checked, shown, and lets an ended certificate hold`() throws {
    let authority = try StampAuthority()
    let sample = try StampedSample(authority, days: 30)
    let programme = sample.programme
    func check(
      _ file: [UInt8],
      _ stampers: Certificate?,
      days: Int,
      revoking entry: RevokedEntry? = nil
    ) throws -> Tool {
      let now = authority.now.adding(seconds: days * Self.day)
      return try run(
        file,
        root: programme.root,
        lists: sample.lists(at: now, revoking: entry),
        stampers: stampers,
        at: now
      )
    }
    let good = try check(sample.bytes, authority.root, days: 1)
    #expect(good.status == 0, "\(good.output.text)\(good.errors.text)")
    #expect(good.output.text.contains(", by an authority you named\n"))
    let untrusted = try check(sample.bytes, nil, days: 1)
    #expect(untrusted.status == 0, "\(untrusted.output.text)\(untrusted.errors.text)")
    #expect(untrusted.output.text.contains("its time does not count\n"))
    let other = try check(sample.bytes, try StampAuthority().root, days: 1)
    #expect(other.output.text.contains("its time does not count\n"))

    #expect(try check(sample.bytes, authority.root, days: 60).status == 0)
    #expect(try check(sample.bytes, nil, days: 60).status == 4)
    #expect(try check(sample.file, authority.root, days: 60).status == 4)
    #expect(try check(sample.bytes, authority.root, days: -1).status == 4)
    let entry = RevokedEntry(revokedAt: authority.now.adding(seconds: Self.day / 2))
    let revoked = try check(sample.bytes, authority.root, days: 1, revoking: entry)
    #expect(revoked.status == 3, "\(revoked.output.text)")

    let token = try #require(try sample.token())
    let second = try StampedSample(authority, days: 30)
    let moved = try Forgery.changing(EntryName.signature(1), of: second.file) {
      $0 = (try? SignatureMessage($0).adding(timeStamp: token)) ?? []
    }
    let now = authority.now.adding(seconds: Self.day)
    for stampers in [authority.root, nil] {
      let result = try run(
        moved,
        root: second.programme.root,
        lists: second.lists(at: now),
        stampers: stampers,
        at: now
      )
      #expect(result.status == 4)
      #expect(result.output.text.contains("over other bytes"))
    }
  }
}
