import ReadinessCore
import Testing

@testable import ReadinessAttestation

/// Revocation lists as such: dates, numbers, delta lists, extensions, and what OpenSSL says of ours.
struct RevocationListTests {
  private let programme: SampleProgramme
  private let yesterday = Firm.instant.adding(seconds: -SampleProgramme.day)

  init() throws { programme = try SampleProgramme() }

  @Test func `a list reads back as it was made, in PEM and in DER`() throws {
    let entry = RevokedEntry(
      revokedAt: yesterday,
      reason: .keyCompromise,
      invalidFrom: yesterday.adding(seconds: -3_600)
    )
    let list = try programme.issuingList(revoking: entry)
    for read in [try RevocationList.read(list.pem), try RevocationList.read(list.der)] {
      #expect(read == [list])
      #expect(read[0].entry(for: programme.firm) == entry)
      #expect(read[0].entry(for: programme.issuing) == nil)
      #expect(read[0].number == [7])
      #expect(read[0].baseNumber == nil)
      #expect(read[0].thisUpdate == yesterday)
      #expect(read[0].nextUpdate == yesterday.adding(seconds: 30 * SampleProgramme.day))
      #expect(read[0].flaw == nil)
    }
    #expect(throws: CryptoError.self) { try RevocationList.read(programme.root.pem) }
    #expect(throws: CryptoError.self) { try RevocationList.read(list.der + [0]) }
    for cut in stride(from: 0, to: list.der.count, by: 3) {
      #expect(throws: CryptoError.self) { try RevocationList.read(Array(list.der[..<cut])) }
    }
  }

  @Test func `a changed byte is never taken for the authority's`() throws {
    let list = try programme.issuingList(revoking: RevokedEntry(revokedAt: yesterday))
    for place in list.der.indices {
      var der = list.der
      der[place] ^= 1
      guard let changed = try? RevocationList(der: der) else { continue }
      #expect(!changed.isSigned(by: programme.issuing), "byte \(place)")
    }
  }

  @Test func `openssl takes our lists for what they are`() throws {
    let folder = try TemporaryFolder()
    let list = try programme.issuingList(revoking: RevokedEntry(revokedAt: yesterday))
    let root = try programme.rootList()
    try folder.write(programme.root.pem + root.pem + list.pem, as: "trust.pem")
    try folder.write(programme.issuing.pem, as: "issuing.pem")
    try folder.write(programme.firm.pem, as: "firm.pem")
    func verify(_ trust: String) throws -> Tool {
      try Tool.run(
        [
          "openssl", "verify", "-x509_strict", "-crl_check_all", "-extended_crl", "-use_deltas",
          "-attime", String(Firm.instant.unixSeconds), "-no-CApath", "-no-CAstore", "-CAfile",
          trust, "-untrusted", "issuing.pem", "firm.pem",
        ],
        in: folder
      )
    }
    #expect(try verify("trust.pem").errors.text.contains("certificate revoked"))
    try folder.write(programme.root.pem + root.pem + programme.issuingList().pem, as: "good.pem")
    let good = try verify("good.pem")
    #expect(good.status == 0, "\(good.errors.text)")
  }

  @Test func `a delta list adds to the complete one and takes off it`() throws {
    let file = try programme.attestation()
    let root = try programme.rootList()
    let entry = RevokedEntry(revokedAt: yesterday)
    let later = yesterday.adding(seconds: 3_600)
    func codes(_ lists: [RevocationList]) throws -> [String] {
      try programme.verdict(file, lists: [root] + lists).codes
    }
    let clean = try programme.issuingList()
    let adding = try programme.issuingList(revoking: entry, number: 8, base: 7, from: later)
    #expect(try codes([clean, adding]) == ["certificate-revoked"])

    let held = try programme.issuingList(
      revoking: RevokedEntry(revokedAt: yesterday, reason: .certificateHold)
    )
    let released = RevokedEntry(revokedAt: later, reason: .removeFromList)
    let taking = try programme.issuingList(revoking: released, number: 9, base: 7, from: later)
    #expect(try codes([held]) == ["certificate-revoked"])
    #expect(try codes([held, taking]) == [])
    // One that adds to a list we do not have, or is older than the list we have, does not count.
    let foreign = try programme.issuingList(revoking: released, number: 9, base: 8, from: later)
    let old = try programme.issuingList(revoking: released, number: 6, base: 5, from: later)
    #expect(try codes([held, foreign]) == ["certificate-revoked"])
    #expect(try codes([held, old]) == ["certificate-revoked"])
    // Alone it is no list of all that was revoked.
    let empty = try programme.issuingList(number: 8, base: 7, from: later)
    #expect(try codes([empty]) == ["crl-missing"])
    #expect(try codes([adding]) == ["certificate-revoked"])
  }

  @Test func `a list with an unknown critical extension, or for some reasons only, is left aside`()
    throws
  {
    let folder = try TemporaryFolder()
    try folder.write(programme.issuing.pem, as: "ca.pem")
    let authority = try OpenSSLAuthority()
    for (name, extensions, isUsable) in [
      ("plain", "authorityKeyIdentifier=keyid", true),
      ("unknown", "1.2.3.4.5=critical,DER:0500", false),
      ("harmless", "1.2.3.4.5=DER:0500", true),
      (
        "reasons", "issuingDistributionPoint=critical,@idp\n[idp]\nonlysomereasons=keyCompromise",
        false
      ),
      ("indirect", "issuingDistributionPoint=critical,@idp\n[idp]\nindirectCRL=TRUE", false),
      ("users", "issuingDistributionPoint=critical,@idp\n[idp]\nonlyuser=TRUE", true),
    ] {
      let list = try authority.list(revoking: nil, extensions: extensions)
      #expect((list.flaw == nil) == isUsable, "\(name): \(list.flaw ?? "no flaw")")
      #expect(list.isSigned(by: authority.certificate), "\(name)")
    }
    let users = try authority.list(
      revoking: nil,
      extensions: "issuingDistributionPoint=critical,@idp\n[idp]\nonlyuser=TRUE"
    )
    #expect(users.covers(programme.firm))
    #expect(!users.covers(programme.issuing))
    let elsewhere = try authority.list(
      revoking: nil,
      extensions: "issuingDistributionPoint=critical,@idp\n[idp]\nfullname=URI:http://a.example/1"
    )
    #expect(elsewhere.flaw == nil)
    #expect(!elsewhere.covers(programme.firm))
  }

  @Test func `lists that openssl makes are judged as ours are`() throws {
    let authority = try OpenSSLAuthority()
    let file = try authority.attestation()
    let trust = try TrustStore(lines: [], certificates: [authority.certificate])
    func codes(_ lists: [RevocationList]) -> [String] {
      let rules = RevocationRules(lists: lists)
      // Lists carry the clock's time, as the certificates do.
      return Verifier(trust: trust, now: authority.instant, revocation: rules).verify(file).codes
    }
    let plain = "authorityKeyIdentifier=keyid"
    #expect(codes([try authority.list(revoking: nil, extensions: plain)]) == [])
    let revoking = try authority.list(revoking: "keyCompromise", extensions: plain)
    #expect(codes([revoking]) == ["certificate-revoked"])
  }
}
