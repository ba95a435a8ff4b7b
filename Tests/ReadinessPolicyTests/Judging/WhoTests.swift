import ReadinessAttestation
import ReadinessCore
import ReadinessPolicy
import TestSupport
import Testing

/// Who stands behind a file, and for whom it was made.
struct WhoTests {
  private let firm: Bidder

  init() throws { firm = try Bidder() }

  private func judge(
    _ clause: String,
    _ verified: VerifiedAttestation,
    _ circumstances: Circumstances = .known()
  ) throws -> PolicyJudgement {
    try SamplePolicy.reading(clause).judge(verified, in: circumstances)
  }

  @Test func `registers are demanded all or any, named or confirmed`() throws {
    let file = try firm.shown()
    func registers(_ attributes: String) throws -> PolicyJudgement {
      try judge("<identifiers id=\"I\" \(attributes)/>", file)
    }
    #expect(try registers("registers=\"GB-COH GB-PPON\"").decision == .meetsPolicy)
    #expect(try registers("registers=\"GB-COH VAT\"").codes == ["identifier-missing"])
    #expect(try registers("registers=\"GB-COH VAT\" need=\"any\"").decision == .meetsPolicy)
    #expect(try registers("registers=\"XI-LEI VAT\" need=\"any\"").decision == .doesNotMeetPolicy)
    #expect(try registers("registers=\"GB-COH\" confirmed=\"yes\"").decision == .meetsPolicy)
    // What the firm adds itself is its own word.
    let added = try registers("registers=\"GB-PPON\" confirmed=\"yes\"")
    #expect(added.decision == .undecided)
    #expect(added.codes == ["identifier-not-confirmed"])
    // Another number in the same register is not the one that was confirmed.
    let other = Identifier(scheme: "GB-PPON", id: "PMZV-7733-XXTT")
    let judged = try judge(
      "<identifiers id=\"I\" registers=\"GB-PPON\" confirmed=\"yes\"/>",
      firm.verified(firm.file(), confirming: [Bidder.company, other])
    )
    #expect(judged.codes == ["identifier-not-confirmed"])
  }

  @Test func `the firm is the supplier that is meant, by what is confirmed`() throws {
    let clause = "<supplier id=\"W\"/>"
    let file = try firm.shown()
    #expect(
      try judge(clause, file, .known { $0.supplier = [Bidder.company] }).decision == .meetsPolicy
    )
    let other = try judge(
      clause,
      file,
      .known { $0.supplier = [Identifier(scheme: "GB-COH", id: "07654321")] }
    )
    #expect(other.codes == ["another-supplier"])
    // A firm that writes somebody else's number beside its own is not that firm.
    let claimed = try judge(clause, file, .known { $0.supplier = [Bidder.ppon] })
    #expect(claimed.decision == .undecided)
    #expect(claimed.codes == ["identifier-not-confirmed"])
    let nobody = try judge(clause, file)
    #expect(nobody.decision == .undecided)
    #expect(nobody.codes == ["supplier-not-given"])
  }

  @Test func `the firm's key is known in the way that is demanded`() throws {
    let file = try firm.shown()
    #expect(try judge("<signer id=\"K\" kinds=\"pinned\"/>", file).decision == .meetsPolicy)
    let programme = try judge("<signer id=\"K\" kinds=\"programme\"/>", file)
    #expect(programme.codes == ["signer-not-accepted"])
    let stamped = try judge("<signer id=\"K\" kinds=\"pinned\" stamped=\"yes\"/>", file)
    #expect(stamped.codes == ["not-stamped"])
  }

  @Test func `a programme's word counts where that programme is accepted`() throws {
    let cluster = try Cluster()
    let file = try cluster.shown(firm)
    let root = cluster.root.fingerprint
    let other = String(repeating: "5", count: 64)
    func kinds(_ attributes: String) throws -> PolicyJudgement {
      try judge("<signer id=\"K\" \(attributes)/>", file)
    }
    #expect(try kinds("kinds=\"programme\"").decision == .meetsPolicy)
    #expect(try kinds("kinds=\"programme\" programmes=\"\(root)\"").decision == .meetsPolicy)
    #expect(
      try kinds("kinds=\"programme\" programmes=\"\(other)\"").codes == ["signer-not-accepted"]
    )
    #expect(try kinds("kinds=\"pinned\"").codes == ["signer-not-accepted"])
    // The number in the programme's certificate is confirmed, the others are not.
    let supplier = try judge(
      "<supplier id=\"W\"/>",
      file,
      .known { $0.supplier = [Bidder.company] }
    )
    #expect(supplier.decision == .meetsPolicy)
  }

  /// The firm's file with a report that it calls an independent test.
  private func testedFile() throws -> [UInt8] {
    try firm.file {
      $0.evidence = [
        Statement.EvidenceDigest(
          sha256: String(repeating: "ab", count: 32),
          kind: "scan-report",
          madeOn: day("2026-11-02"),
          strength: .independentlyTested,
          questions: ["A6.4"]
        )
      ]
    }
  }

  /// What an assessor says of that report.
  private func word(of assessor: Certificate) -> Countersignature {
    Countersignature(
      attestation: firm.statement.id,
      role: .assessor,
      made: Bidder.now,
      name: "Example Assessor",
      statement: "Saw the report.",
      testedQuestions: ["A6.4"],
      signerCertificateSHA256: assessor.fingerprint
    )
  }

  @Test func `counter-signers count where the buyer knows them`() throws {
    let assessor = try Bidder()
    let plain = try testedFile()
    let signed = try Countersigner.sign(
      plain,
      word(of: assessor.certificate),
      key: assessor.key,
      certificate: assessor.certificate
    )
    let clause = "<countersigned id=\"S\" roles=\"assessor\"/>"
    let tested = "<evidence id=\"E\" questions=\"A6.4\" strength=\"independently-tested\"/>"
    #expect(try judge(clause, firm.verified(plain)).codes == ["not-countersigned"])
    #expect(try judge(tested, firm.verified(plain)).codes == ["evidence-too-weak"])

    let unknown = try firm.verified(signed)
    #expect(try judge(clause, unknown).decision == .undecided)
    #expect(try judge(clause, unknown).codes == ["countersigner-not-trusted"])
    #expect(try judge(tested, unknown).decision == .undecided)
    #expect(try judge(tested, unknown).codes == ["assessor-not-trusted"])

    // The assessor's sample certificate names the firm's own number: an assessor of one's own.
    let own = try firm.verified(signed, assessors: [assessor.certificate])
    #expect(try judge(tested, own).decision == .undecided)
  }

  @Test func `a trusted assessor's word makes a test independent`() throws {
    let assessor = try Cluster.signer("An Invented Assurance Ltd", "NTRGB-05551234")
    let signed = try Countersigner.sign(
      testedFile(),
      word(of: assessor.certificate),
      key: assessor.key,
      certificate: assessor.certificate
    )
    let file = try firm.verified(signed, assessors: [assessor.certificate])
    let demands = """
      <countersigned id="S" roles="assessor adviser" need="any"/>
      <evidence id="E" questions="A6.4" strength="independently-tested"/>
      """
    #expect(try judge(demands, file).decision == .meetsPolicy)
    let both = try judge("<countersigned id=\"S\" roles=\"assessor adviser\"/>", file)
    #expect(both.codes == ["not-countersigned"])
  }

  @Test func `a file without the demanded binding is no match`() throws {
    let clause = "<binding id=\"N\"/>"
    let wanted = Circumstances.known { $0.notice = "ocds-h6vhtk-06d396" }
    let bound = try firm.shown(notice: "ocds-h6vhtk-06d396")
    #expect(try judge(clause, bound, wanted).decision == .meetsPolicy)
    #expect(try judge(clause, firm.shown(), wanted).codes == ["not-bound-to-notice"])
    #expect(try judge(clause, firm.shown(), wanted).decision == .doesNotMeetPolicy)
    let other = try judge(clause, firm.shown(notice: "ocds-h6vhtk-06d397"), wanted)
    #expect(other.codes == ["made-for-another-notice"])
    let unasked = try judge(clause, bound)
    #expect(unasked.decision == .undecided)
    #expect(unasked.codes == ["notice-not-given"])
    let tender = try firm.shown { $0.audience = .tender("ocds-h6vhtk-06d396") }
    #expect(try judge(clause, tender, wanted).decision == .meetsPolicy)
  }

  @Test func `a challenge is repeated letter by letter`() throws {
    let clause = "<binding id=\"N\" challenge=\"yes\"/>"
    let wanted = Circumstances.known {
      $0.notice = "N-1"
      $0.challenge = "7Q4M"
    }
    #expect(
      try judge(clause, firm.shown(notice: "N-1", challenge: "7Q4M"), wanted).decision
        == .meetsPolicy
    )
    for other in ["7q4m", nil] {
      let result = try judge(clause, firm.shown(notice: "N-1", challenge: other), wanted)
      #expect(result.codes == ["challenge-not-answered"])
    }
    let unasked = try judge(
      clause,
      firm.shown(notice: "N-1", challenge: "7Q4M"),
      .known { $0.notice = "N-1" }
    )
    #expect(unasked.decision == .undecided)
    #expect(unasked.codes == ["challenge-not-given"])
  }
}
