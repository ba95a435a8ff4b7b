import ReadinessCore
import Testing

@testable import ReadinessAttestation

/// What those beside the firm say.
struct CountersignatureTests {
  private let files: Countersigned

  init() throws { files = try Countersigned() }

  @Test func `a counter-signature touches no byte of what was there`() throws {
    let before = try ContainerReader.read(files.firm.sealed(files.statement)).entries
    let after = try ContainerReader.read(files.signed()).entries
    #expect(after.map(\.name).starts(with: before.map(\.name)))
    for entry in before where !entry.name.hasSuffix(".p7s") {
      #expect(after.first { $0.name == entry.name } == entry)
    }
    let sealed = try files.firm.sealed(files.statement)
    let first = try ContainerReader.read(files.signed(over: sealed)).entries
    #expect(first.starts(with: try ContainerReader.read(sealed).entries))
  }

  @Test func `who vouches for what is listed apart, the firm first`() throws {
    let result = try files.judge(files.signed(), assessors: [files.assessor.certificate])
    #expect(result.decision == .valid, "\(result.reasons)")
    #expect(result.signers.map(\.role) == [.firm, .assessor])
    #expect(result.signers.map(\.countersignature) == [nil, files.word()])
    #expect(result.signers[1].files == ["assessor-statement.xml"])
  }

  @Test func `independently tested counts only under a trusted assessor's signature`() throws {
    let trusted = try files.judge(files.signed(), assessors: [files.assessor.certificate])
    #expect(try strength(trusted) == .independentlyTested)
    #expect(trusted.remarks.isEmpty)

    let unknown = try files.judge(files.signed())
    #expect(try strength(unknown) == .documented)
    #expect(
      unknown.remarks.map(\.code) == ["assessor-not-trusted", "independent-test-not-confirmed"]
    )

    let alone = try files.judge(files.firm.sealed(files.statement))
    #expect(try strength(alone) == .documented)
    #expect(alone.remarks.map(\.code) == ["independent-test-not-confirmed"])
  }

  @Test func `trust in the firms does not make one of them an assessor`() throws {
    let store = try TrustStore(
      lines: [],
      certificates: [files.firm.certificate, files.assessor.certificate]
    )
    let verifier = Verifier(trust: store, now: Firm.instant.adding(seconds: 120))
    let result = verifier.verify(try files.signed())
    #expect(result.signers.map(\.trust) == [.pinnedCertificate, .pinnedCertificate])
    #expect(result.signers.map(\.countsAsAssessor) == [false, false])
  }

  @Test func `an assessor confirms only what was tested, an adviser nothing`() throws {
    let elsewhere = try files.signed(files.word { $0.testedQuestions = ["A7.1"] })
    let assessors = [files.assessor.certificate]
    #expect(try strength(files.judge(elsewhere, assessors: assessors)) == .documented)
    let adviser = try files.signed(
      files.word {
        $0.role = .adviser
        $0.testedQuestions = []
      }
    )
    let result = try files.judge(adviser, assessors: assessors)
    #expect(result.signers[1].role == .adviser)
    #expect(try strength(result) == .documented)
  }

  @Test func `a firm is not its own assessor, whatever key it uses`() throws {
    let files = try Countersigned(assessorOrganization: "NTRGB-04336774")
    let result = try files.judge(files.signed(), assessors: [files.assessor.certificate])
    #expect(result.remarks.map(\.code).contains("assessor-is-the-firm"))
    #expect(try strength(result) == .documented)
  }

  @Test func `the firm's own key does not counter-sign`() throws {
    let word = files.word { $0.signerCertificateSHA256 = files.firm.certificate.fingerprint }
    #expect(
      try files.judge(files.forged(word, by: files.firm)).codes == ["countersignature-by-the-firm"]
    )
  }

  @Test func `a word about another attestation is rejected`() throws {
    let word = files.word { $0.attestation = "11111111-2222-4333-8444-555555555555" }
    #expect(
      try files.judge(files.forged(word)).codes == ["countersignature-of-another-attestation"]
    )
  }

  @Test func `somebody else's word under another key is rejected`() throws {
    let other = try Firm(organizationIdentifier: nil)
    #expect(
      try files.judge(files.forged(files.word(), by: other)).codes
        == ["countersignature-by-another-key"]
    )
  }

  @Test func `a word under another role's name, or that cannot be said, is rejected`() throws {
    let misnamed = try files.forged(files.word(), name: "adviser-statement.xml")
    #expect(try files.judge(misnamed).codes == ["countersignature-not-valid"])
    for change: (inout Countersignature) -> Void in [
      { $0.name = " Example" }, { $0.statement = "one\ntwo" }, { $0.testedQuestions = ["A9.9"] },
      { $0.testedQuestions = ["A6.4", "A6.4"] }, { $0.role = .adviser },
    ] {
      let file = try files.forged(files.word(change))
      #expect(try files.judge(file).codes == ["countersignature-not-valid"])
    }
  }

  @Test func `one signature speaks in one role`() throws {
    let adviser = files.word {
      $0.role = .adviser
      $0.testedQuestions = []
    }
    let entry = Container.Entry(
      name: adviser.fileName,
      content: CountersignatureDocument.xml(adviser)
    )
    let file = try files.forged(files.word(), further: [entry])
    #expect(try files.judge(file).codes == ["several-parts"])
  }

  @Test func `several may counter-sign, each over all before`() throws {
    let lead = try Firm(organizationIdentifier: nil)
    let word = files.word {
      $0.role = .itLead
      $0.testedQuestions = []
      $0.signerCertificateSHA256 = lead.certificate.fingerprint
    }
    let file = try Countersigner.sign(
      files.signed(),
      word,
      key: lead.key,
      certificate: lead.certificate
    )
    let result = try files.judge(file, assessors: [files.assessor.certificate])
    #expect(result.signers.map(\.role) == [.firm, .assessor, .itLead])
    // Without the one in the middle the rest does not hold.
    let without = try ContainerReader.read(file).entries.filter { $0.name != word.fileName }
    let forged = try ContainerWriter.bytes(of: Container(entries: without))
    #expect(try files.judge(forged).codes == ["file-missing"])
  }

  @Test func `a counter-signer whose certificate has expired counts for nothing`() throws {
    let old = try Firm(
      organizationIdentifier: "NTRGB-07654321",
      from: Firm.instant.adding(seconds: -4 * 366 * 86_400)
    )
    let word = files.word { $0.signerCertificateSHA256 = old.certificate.fingerprint }
    let result = try files.judge(files.forged(word, by: old), assessors: [old.certificate])
    #expect(result.decision == .valid, "\(result.reasons)")
    #expect(result.remarks.map(\.code).contains("certificate-expired"))
    #expect(result.signers.map(\.countsAsAssessor) == [false, false])
    #expect(try strength(result) == .documented)
  }

  @Test func `the same word written otherwise is refused`() throws {
    let xml = CountersignatureDocument.xml(files.word()).text
    let name = "assessor-statement.xml"
    #expect(try CountersignatureDocument.read(Array(xml.utf8), name: name) == files.word())
    for other in [
      xml + "\n", xml.replacing("role=", with: " role="), xml.replacing("<name>", with: "<name >"),
      xml.replacing("Example A", with: "&#69;xample A"), xml.replacing("?>", with: "?><!--x-->"),
      xml.replacing("<?xml", with: "<!DOCTYPE a>\n<?xml"),
      xml.replacing("made=\"2026", with: "made=\"0"),
    ] {
      #expect(throws: StatementReadingError.self) {
        try CountersignatureDocument.read(Array(other.utf8), name: name)
      }
    }
  }

  private func strength(_ result: Verification) throws -> Statement.Strength {
    guard case .verified(let attestation) = result.content else {
      Issue.record("\(result.reasons)")
      return .said
    }
    let evidence = try #require(attestation.statement.evidence.first)
    return attestation.countedStrength(of: evidence)
  }
}
