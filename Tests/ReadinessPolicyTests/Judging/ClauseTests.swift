import ReadinessAttestation
import ReadinessCore
import ReadinessPolicy
import TestSupport
import Testing

/// What each clause about the statement makes of files that meet it, do not, and do not tell.
struct ClauseTests {
  private let firm: Bidder

  init() throws { firm = try Bidder() }

  private func judge(
    _ clause: String,
    _ verified: VerifiedAttestation,
    _ circumstances: Circumstances = .known()
  ) throws -> PolicyJudgement {
    try SamplePolicy.reading(clause).judge(verified, in: circumstances)
  }

  @Test func `only question sets that are named are accepted`() throws {
    let file = try firm.shown()
    func accept(_ attributes: String) throws -> PolicyJudgement {
      try judge("<questionnaire id=\"Q\"><accept \(attributes)/></questionnaire>", file)
    }
    let used = firm.statement.questionnaire
    #expect(try accept("questionnaire=\"\(used.id)\"").decision == .meetsPolicy)
    #expect(
      try accept("questionnaire=\"\(used.id)\" edition=\"\(used.edition)\" until=\"2026-11-22\"")
        .decision == .meetsPolicy
    )
    for other in [
      "questionnaire=\"other\"", "questionnaire=\"\(used.id)\" edition=\"Willow\"",
      "questionnaire=\"\(used.id)\" version=\"0.1\"",
      "questionnaire=\"\(used.id)\" sha256=\"\(String(repeating: "5", count: 64))\"",
      "questionnaire=\"\(used.id)\" until=\"2026-11-21\"",
    ] {
      let result = try accept(other)
      #expect(result.decision == .doesNotMeetPolicy)
      #expect(result.codes == ["questionnaire-not-accepted"])
      #expect(result.reasons.first?.clause == "Q")
    }
  }

  @Test func `ready meets the demand for a verdict, not ready does not, incomplete is undecided`()
    throws
  {
    let clause = "<verdict id=\"V\"/>"
    #expect(try judge(clause, firm.shown()).decision == .meetsPolicy)
    let notReady = try judge(clause, firm.shown(disclosing: []) { Self.makeNotReady(&$0) })
    #expect(notReady.decision == .doesNotMeetPolicy)
    #expect(notReady.codes == ["not-ready"])
    let open = try judge(clause, firm.shown { Self.makeIncomplete(&$0) })
    #expect(open.decision == .undecided)
    #expect(Set(open.codes) == ["incomplete"])
  }

  @Test func `not ready meets with a plan that ends by award, and without an automatic fail`()
    throws
  {
    let clause = "<verdict id=\"V\" not-ready=\"with-plan\"/>"
    let award = Circumstances.known { $0.award = day("2026-12-20") }
    func plan(until: String?, automaticFails: Int = 0) throws -> VerifiedAttestation {
      try firm.shown {
        Self.makeNotReady(&$0, automaticFails: automaticFails)
        if let until {
          $0.improvementPlan = [.init(about: nil, targetDate: day(until), role: "IT provider")]
        }
      }
    }
    let good = try judge(clause, plan(until: "2026-12-20"), award)
    #expect(good.decision == .meetsPolicy)
    #expect(good.remarkCodes == ["by-award"])
    #expect(try judge(clause, plan(until: "2026-12-21"), award).codes == ["plan-too-late"])
    #expect(try judge(clause, plan(until: nil), award).codes == ["no-plan"])
    let failing = try judge(clause, plan(until: "2026-12-20", automaticFails: 1), award)
    #expect(failing.decision == .doesNotMeetPolicy)
    #expect(failing.codes == ["automatic-fail"])
    let unknown = try judge(clause, plan(until: "2026-12-20"))
    #expect(unknown.decision == .undecided)
    #expect(unknown.codes == ["award-not-given"])
    #expect(
      try judge("<verdict id=\"V\" not-ready=\"accepted\"/>", plan(until: nil)).decision
        == .meetsPolicy
    )
  }

  @Test func `incomplete never meets, whatever is demanded`() throws {
    let file = try firm.shown { Self.makeIncomplete(&$0) }
    for clause in [
      "<age id=\"A\" days=\"90\"/>", "<scope id=\"S\"/>",
      "<verdict id=\"V\" not-ready=\"accepted\"/>",
    ] {
      let result = try judge(clause, file)
      #expect(result.decision == .undecided)
      #expect(result.codes.contains("incomplete"))
    }
  }

  @Test func `a requirement or theme is met, is not, is not known, or is not shown`() throws {
    let clause = "<outcomes id=\"O\" themes=\"firewalls\"/>"
    let theme = try #require(firm.statement.themes.first?.theme)
    let about = clause.replacing("firewalls", with: theme)
    #expect(try judge(about, firm.shown()).decision == .meetsPolicy)
    let bad = try judge(about, firm.shown { Self.makeNotReady(&$0) })
    #expect(bad.codes == ["not-met"])
    let open = try judge(about, firm.shown { Self.makeIncomplete(&$0) })
    #expect(open.decision == .undecided)
    #expect(open.codes.contains("outcome-not-known"))
    // At this detail requirements are sealed.
    let sealed = try #require(firm.statement.sealedOutcomes.first?.id)
    let requirement = "<outcomes id=\"O\" requirements=\"\(sealed)\"/>"
    let closed = try judge(requirement, firm.shown())
    #expect(closed.decision == .doesNotMeetPolicy)
    #expect(closed.codes == ["not-disclosed"])
    let opened = try judge(requirement, firm.shown(disclosing: ["outcome-\(sealed).json"]))
    #expect(opened.decision == .meetsPolicy)
    // One id more that nobody knows is not met either.
    #expect(
      try judge("<outcomes id=\"O\" requirements=\"XX-9\"/>", firm.shown()).codes == [
        "not-disclosed"
      ]
    )
  }

  @Test func `a demanded answer is judged again, and one that is not disclosed does not meet`()
    throws
  {
    let clause = "<answers id=\"D\" questions=\"A4.2 A6.4\"/>"
    let both = ["disclosure-A4.2.json", "disclosure-A6.4.json"]
    #expect(try judge(clause, firm.shown(disclosing: both)).decision == .meetsPolicy)
    let one = try judge(clause, firm.shown(disclosing: [both[0]]))
    #expect(one.decision == .doesNotMeetPolicy)
    #expect(one.codes == ["not-disclosed"])
    #expect(try judge(clause, firm.shown()).codes == ["not-disclosed", "not-disclosed"])
    // Without the question set nothing can be judged, so nothing is good.
    let unjudged = try judge(
      clause,
      firm.verified(firm.file(disclosing: both), hasQuestionSet: false)
    )
    #expect(unjudged.decision == .undecided)
    #expect(unjudged.codes == ["not-judged-again", "not-judged-again"])
  }

  @Test func `a disclosed answer that is bad does not meet, unless it is only to be shown`() throws
  {
    let bad = try Bidder(GoodSheet.usual.with("A7.16", .no))
    let file = try bad.shown(disclosing: ["disclosure-A7.16.json"])
    let result = try judge("<answers id=\"D\" questions=\"A7.16\"/>", file)
    #expect(result.decision == .doesNotMeetPolicy)
    #expect(["not-met", "automatic-fail"].contains(result.codes.first ?? ""))
    #expect(
      try judge("<answers id=\"D\" questions=\"A7.16\" met=\"no\"/>", file).decision == .meetsPolicy
    )
  }

  @Test func `age counts from the day of judgement`() throws {
    let clause = "<age id=\"A\" days=\"30\"/>"
    func judgedOn(_ date: String) throws -> PolicyJudgement {
      try judge(clause, firm.shown { $0.judgedOn = day(date) })
    }
    #expect(try judgedOn("2026-10-23").decision == .meetsPolicy)
    let old = try judgedOn("2026-10-22")
    #expect(old.decision == .doesNotMeetPolicy)
    #expect(old.codes == ["too-old"])
    // A clock that is behind the file cannot tell.
    let ahead = try judge(
      clause,
      firm.shown(),
      Circumstances(at: Bidder.now.adding(seconds: -3 * 86_400))
    )
    #expect(ahead.decision == .undecided)
    #expect(ahead.codes == ["judged-ahead"])
  }

  @Test func `the whole organisation meets, a part is refused, asked or named`() throws {
    let whole = try firm.shown()
    let part = try firm.shown {
      $0.scope = .init(kind: .part, description: "The works at the mill")
    }
    let refused = "<scope id=\"S\"/>"
    let asked = "<scope id=\"S\" parts=\"asked\"/>"
    let named = "<scope id=\"S\" parts=\"named\"><part>The works at the mill</part></scope>"
    let other = "<scope id=\"S\" parts=\"named\"><part>the works at the mill</part></scope>"
    for clause in [refused, asked, named] {
      #expect(try judge(clause, whole).decision == .meetsPolicy)
    }
    #expect(try judge(refused, part).codes == ["scope-is-part"])
    #expect(try judge(asked, part).decision == .undecided)
    #expect(try judge(asked, part).codes == ["scope-to-be-accepted"])
    #expect(try judge(named, part).decision == .meetsPolicy)
    #expect(try judge(other, part).codes == ["scope-is-part"])
  }

  @Test func `whoever declares needs the authority that is demanded`() throws {
    let clause = "<declared id=\"B\" by=\"board\"/>"
    #expect(try judge(clause, firm.shown()).decision == .meetsPolicy)
    let delegated = try firm.shown { $0.declaration.authority = .delegated }
    #expect(try judge(clause, delegated).codes == ["declarer-not-accepted"])
    #expect(
      try judge("<declared id=\"B\" by=\"board delegated\"/>", delegated).decision == .meetsPolicy
    )
  }

  @Test func `evidence is as strong and as young as is demanded, or it does not count`() throws {
    func holding(_ strength: Statement.Strength, _ date: String) throws -> VerifiedAttestation {
      try firm.shown {
        $0.evidence = [
          .init(
            sha256: String(repeating: "ab", count: 32),
            kind: "scan-report",
            madeOn: day(date),
            strength: strength,
            questions: ["A6.4"]
          )
        ]
      }
    }
    let clause = "<evidence id=\"E\" questions=\"A6.4\" strength=\"scanned\" days=\"30\"/>"
    #expect(try judge(clause, holding(.scanned, "2026-11-02")).decision == .meetsPolicy)
    #expect(try judge(clause, holding(.scanned, "2026-10-01")).codes == ["evidence-too-old"])
    #expect(try judge(clause, holding(.documented, "2026-11-02")).codes == ["evidence-too-weak"])
    #expect(try judge(clause, firm.shown()).codes == ["evidence-too-weak"])
    // The firm's own "independently tested" counts as documented.
    let claimed = try judge(clause, holding(.independentlyTested, "2026-11-02"))
    #expect(claimed.decision == .doesNotMeetPolicy)
    #expect(claimed.codes == ["evidence-too-weak"])
  }

  @Test func `every reason is given, not only the first`() throws {
    let result = try judge(
      """
      <verdict id="V"/>
      <age id="A" days="1"/>
      <answers id="D" questions="A4.2"/>
      """,
      firm.shown {
        Self.makeNotReady(&$0)
        $0.judgedOn = day("2026-11-01")
      }
    )
    #expect(result.codes == ["not-ready", "too-old", "not-disclosed"])
    #expect(result.reasons.map(\.clause) == ["V", "A", "D"])
    #expect(result.clauses.map(\.result) == [.notMet, .notMet, .notMet])
    #expect(result.reasons.map(\.reason.step) == [.policy, .policy, .policy])
  }

  // MARK: Worse statements

  static func makeNotReady(_ statement: inout Statement, automaticFails: Int = 0) {
    statement.verdict = .notReady
    statement.counts.met -= 1 + automaticFails
    statement.counts.notMet += 1
    statement.counts.automaticFail += automaticFails
    statement.themes[0].outcome = .notMet
    if automaticFails > 0 { statement.themes[1].outcome = .automaticFail }
  }

  static func makeIncomplete(_ statement: inout Statement) {
    statement.verdict = .incomplete
    statement.counts.met -= 1
    statement.counts.unanswered += 1
    statement.themes[0].outcome = .unanswered
  }
}
