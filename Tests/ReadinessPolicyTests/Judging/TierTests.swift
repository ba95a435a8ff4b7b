import ReadinessAttestation
import ReadinessCore
import ReadinessPolicy
import TestSupport
import Testing

/// Tiers, exemptions and the days on which a policy holds.
struct TierTests {
  private let firm: Bidder

  init() throws { firm = try Bidder() }

  private static let tiers = """

      <tier id="one" title="Handles our drawings"/>
      <tier id="two" title="Everybody else"/>
    """
  private static let body = """
    <verdict id="V"/>
    <answers id="D" tiers="one" questions="A4.2"/>
    """

  @Test func `a clause for a tier applies to that tier alone`() throws {
    let policy = try SamplePolicy.reading(Self.body, before: Self.tiers)
    let file = try firm.shown()
    let one = policy.judge(file, tier: "one", at: Bidder.now)
    #expect(one.codes == ["not-disclosed"])
    #expect(one.clauses.map(\.result) == [.met, .notMet])
    let two = policy.judge(file, tier: "two", at: Bidder.now)
    #expect(two.decision == .meetsPolicy)
    #expect(two.clauses.map(\.result) == [.met, .notForTier])
  }

  @Test func `a tier that is not known leaves it undecided`() throws {
    let policy = try SamplePolicy.reading(Self.body, before: Self.tiers)
    let file = try firm.shown()
    for tier in [nil, "three"] {
      let result = policy.judge(file, tier: tier, at: Bidder.now)
      #expect(result.decision == .undecided)
      #expect(result.codes == ["tier-not-known"])
    }
    let bad = try firm.shown { ClauseTests.makeNotReady(&$0) }
    #expect(policy.judge(bad, at: Bidder.now).decision == .doesNotMeetPolicy)
  }

  @Test func `the default tier is taken where none was given, not where another was`() throws {
    let policy = try SamplePolicy.reading(
      Self.body,
      before: Self.tiers.replacing("id=\"two\"", with: "id=\"two\" default=\"yes\"")
    )
    let file = try firm.shown()
    #expect(policy.judge(file, at: Bidder.now).decision == .meetsPolicy)
    #expect(policy.judge(file, tier: "three", at: Bidder.now).decision == .undecided)
  }

  // MARK: Exemptions

  private func exempting(_ scheme: String, _ id: String, until: String = "2026-12-31") throws
    -> Policy
  {
    try SamplePolicy.reading(
      """
      <verdict id="V"/>
      <answers id="D" questions="A4.2"/>
      <exemption id="X1" clause="D" owner="Head of supplier assurance" until="\(until)">
        <supplier scheme="\(scheme)" id="\(id)"/>
        <reason>Sole source; the answers were seen on a visit.</reason>
      </exemption>
      """
    )
  }

  @Test func `an exemption lifts its clause, and is told with owner, day and reason`() throws {
    let result = try exempting("GB-COH", "04336774").judge(firm.shown(), at: Bidder.now)
    #expect(result.decision == .meetsPolicy)
    #expect(result.clauses.map(\.result) == [.met, .exempt])
    #expect(result.remarkCodes == ["exempt", "not-disclosed"])
    let text = result.remarks.first?.text ?? ""
    for part in ["Head of supplier assurance", "2026-12-31", "Sole source"] {
      #expect(text.contains(part))
    }
  }

  @Test func `an exemption ends with its last day`() throws {
    let last = try exempting("GB-COH", "04336774", until: "2026-11-22")
    #expect(try last.judge(firm.shown(), at: Bidder.now).decision == .meetsPolicy)
    let over = try exempting("GB-COH", "04336774", until: "2026-11-21")
      .judge(firm.shown(), at: Bidder.now)
    #expect(over.decision == .doesNotMeetPolicy)
    #expect(over.remarkCodes == ["exemption-ended"])
  }

  @Test func `nobody is exempt by writing an exempt firm's number beside its own`() throws {
    let result = try exempting("GB-PPON", "PMZV-7732-XXTT").judge(firm.shown(), at: Bidder.now)
    #expect(result.decision == .doesNotMeetPolicy)
    #expect(result.codes == ["not-disclosed"])
  }

  @Test func `an exemption from the verdict does not make incomplete answers good`() throws {
    let policy = try SamplePolicy.reading(
      """
      <verdict id="V"/>
      <exemption id="X1" clause="V" owner="Head of supplier assurance" until="2026-12-31">
        <supplier scheme="GB-COH" id="04336774"/>
        <reason>New firm.</reason>
      </exemption>
      """
    )
    let open = try firm.shown { ClauseTests.makeIncomplete(&$0) }
    #expect(policy.judge(open, at: Bidder.now).decision == .undecided)
    let bad = try firm.shown { ClauseTests.makeNotReady(&$0) }
    #expect(policy.judge(bad, at: Bidder.now).decision == .meetsPolicy)
  }

  // MARK: The policy's own days

  @Test func `a policy that does not hold on that day decides nothing good`() throws {
    let policy = try SamplePolicy.reading(
      "<verdict id=\"V\"/>",
      attributes: " until=\"2026-11-30\""
    )
    let file = try firm.shown()
    #expect(policy.judge(file, at: Bidder.now).decision == .meetsPolicy)
    for other in ["2026-12-01", "2026-10-31"] {
      let result = policy.judge(file, at: Instant(startOf: day(other)))
      #expect(result.decision == .undecided)
      #expect(result.codes == ["policy-not-in-force"])
    }
  }
}
