import ReadinessAttestation
import ReadinessCore
import ReadinessPolicy
import TestSupport
import Testing

/// Certificates that a firm names, against the days of a contract and the buyer's own look-ups.
struct CertificateClauseTests {
  private let firm: Bidder
  private let contract = Circumstances.known {
    $0.award = day("2026-12-20")
    $0.contractStart = day("2027-01-15")
    $0.lookUps = [
      .init(certificate: Bidder.number, by: "Analyst", on: day("2026-11-20"), result: .found)
    ]
  }

  init() throws { firm = try Bidder() }

  private func judge(
    _ attributes: String,
    _ held: [Statement.CertificateHeld],
    _ circumstances: Circumstances? = nil,
    _ change: (inout Statement) -> Void = { _ in }
  ) throws -> PolicyJudgement {
    let file = try firm.shown {
      $0.certificatesHeld = held
      change(&$0)
    }
    return try SamplePolicy.reading("<certificate id=\"C\" \(attributes)/>")
      .judge(file, in: circumstances ?? contract)
  }

  private let whole = """
    schemes="ce ce-plus" holds-on="award contract-start" parts="refused" look-up-days="30"
    """

  @Test func `a certificate that holds on all days and was looked up meets`() throws {
    let result = try judge(whole, [Bidder.certificateHeld()])
    #expect(result.decision == .meetsPolicy)
    #expect(result.reasons.isEmpty)
  }

  @Test func `no certificate, or one of another scheme or level, does not meet`() throws {
    #expect(try judge(whole, []).codes == ["no-certificate"])
    #expect(
      try judge(whole, [Bidder.certificateHeld { $0.scheme = .iso27001 }]).codes
        == ["no-certificate"]
    )
    let dcc = Bidder.certificateHeld {
      $0.scheme = .defenceCyberCertification
      $0.level = "0"
    }
    #expect(try judge("schemes=\"dcc\" level=\"0\"", [dcc]).decision == .meetsPolicy)
    #expect(try judge("schemes=\"dcc\" level=\"1\"", [dcc]).codes == ["no-certificate"])
    let odd = Bidder.certificateHeld {
      $0.scheme = .defenceCyberCertification
      $0.level = "high"
    }
    #expect(try judge("schemes=\"dcc\" level=\"0\"", [odd]).codes == ["no-certificate"])
    // Plus is demanded, and the lower one is there.
    #expect(
      try judge("schemes=\"ce-plus\"", [Bidder.certificateHeld()]).codes == ["no-certificate"]
    )
  }

  @Test func `it must hold today, at award and at contract start`() throws {
    func expiring(_ date: String) throws -> [String] {
      try judge(
        whole,
        [
          Bidder.certificateHeld {
            $0.issued = day("2025-02-03")
            $0.expires = day(date)
          }
        ]
      ).codes
    }
    #expect(try expiring("2026-11-21") == ["certificate-expired"])
    #expect(
      try expiring("2026-11-22") == [
        "certificate-expires-too-soon", "certificate-expires-too-soon",
      ]
    )
    #expect(try expiring("2027-01-14") == ["certificate-expires-too-soon"])
    #expect(try expiring("2027-01-15").isEmpty)
  }

  @Test func `a day of the contract that was not given leaves it undecided`() throws {
    let result = try judge(
      whole,
      [Bidder.certificateHeld()],
      .known { $0.lookUps = contract.lookUps }
    )
    #expect(result.decision == .undecided)
    #expect(result.codes == ["award-not-given", "contract-start-not-given"])
  }

  @Test func `days to spare are counted from today`() throws {
    let held = Bidder.certificateHeld { $0.expires = day("2027-01-20") }
    #expect(try judge("schemes=\"ce\" spare-days=\"59\"", [held]).decision == .meetsPolicy)
    #expect(
      try judge("schemes=\"ce\" spare-days=\"60\"", [held]).codes
        == ["certificate-expires-too-soon"]
    )
  }

  @Test func `another organisation's certificate does not meet`() throws {
    for same in ["PENNARD PRECISION LIMITED", "Pennard  Precision Ltd."] {
      let result = try judge(
        whole,
        [Bidder.certificateHeld { $0.holder = same.replacing("  ", with: " ") }]
      )
      #expect(result.decision == .meetsPolicy)
    }
    for other in ["Pennard Precision (Holdings) Ltd", "Pennard Tooling"] {
      let result = try judge(whole, [Bidder.certificateHeld { $0.holder = other }])
      #expect(result.decision == .doesNotMeetPolicy)
      #expect(result.codes == ["certificate-of-another"])
    }
  }

  @Test func `a certificate for a part is refused, asked or named`() throws {
    let part = Bidder.certificateHeld {
      $0.scopeKind = .part
      $0.scopeDescription = "Head office only"
    }
    #expect(try judge(whole, [part]).codes == ["certificate-scope"])
    let asked = try judge("schemes=\"ce\" parts=\"asked\"", [part])
    #expect(asked.decision == .undecided)
    #expect(asked.codes == ["certificate-scope-to-be-accepted"])
    #expect(try judge("schemes=\"ce\"", [part]).decision == .meetsPolicy)
  }

  @Test func `the requirements it rests on are among those accepted`() throws {
    let demand = "schemes=\"ce\" requirements-versions=\"3.2 3.3\""
    #expect(try judge(demand, [Bidder.certificateHeld()]).decision == .meetsPolicy)
    for version in ["3.1", nil] {
      let result = try judge(demand, [Bidder.certificateHeld { $0.requirementsVersion = version }])
      #expect(result.codes == ["certificate-requirements"])
    }
  }

  @Test func `a look-up counts only where the buyer made it`() throws {
    let looked = Bidder.certificateHeld {
      $0.registerChecks = [.init(by: "The firm", on: day("2026-11-20"), result: "listed")]
    }
    let dates = Circumstances.known {
      $0.award = day("2026-12-20")
      $0.contractStart = day("2027-01-15")
    }
    let own = try judge(whole, [looked], dates)
    #expect(own.decision == .undecided)
    #expect(own.codes == ["look-up-missing"])
    #expect(own.remarkCodes == ["own-look-up"])

    func lookedUp(
      _ date: String,
      _ result: Circumstances.LookUp.Result,
      number: String = Bidder.number
    )
      throws -> PolicyJudgement
    {
      var known = dates
      known.lookUps = [.init(certificate: number, by: "Analyst", on: day(date), result: result)]
      return try judge(whole, [looked], known)
    }
    #expect(try lookedUp("2026-11-20", .found).decision == .meetsPolicy)
    #expect(try lookedUp("2026-10-22", .found).codes == ["look-up-too-old"])
    #expect(try lookedUp("2026-10-22", .found).decision == .undecided)
    #expect(try lookedUp("2026-11-20", .found, number: "other-number").codes == ["look-up-missing"])
    // A look-up of tomorrow has not been made.
    #expect(try lookedUp("2026-11-23", .found).codes == ["look-up-missing"])
    for result in [Circumstances.LookUp.Result.notFound, .differs] {
      #expect(try lookedUp("2026-11-20", result).decision == .doesNotMeetPolicy)
      #expect(try lookedUp("2026-11-20", result).codes == ["look-up-negative"])
    }
  }

  @Test func `a search that does not show the certificate counts even where none is demanded`()
    throws
  {
    var known = Circumstances.known()
    known.lookUps = [
      .init(certificate: Bidder.number, by: "Analyst", on: day("2026-11-20"), result: .notFound)
    ]
    let result = try judge("schemes=\"ce\"", [Bidder.certificateHeld()], known)
    #expect(result.codes == ["look-up-negative"])
  }

  @Test func `the best of several certificates counts`() throws {
    let old = Bidder.certificateHeld {
      $0.number = "old-0001"
      $0.issued = day("2024-02-03")
      $0.expires = day("2025-02-02")
    }
    #expect(try judge(whole, [old, Bidder.certificateHeld()]).decision == .meetsPolicy)
    #expect(try judge(whole, [Bidder.certificateHeld(), old]).decision == .meetsPolicy)
    let unseen = try judge(
      whole,
      [old, Bidder.certificateHeld()],
      .known {
        $0.award = day("2026-12-20")
        $0.contractStart = day("2027-01-15")
      }
    )
    #expect(unseen.codes == ["look-up-missing"])
  }

  @Test func `will meet by award counts only where the policy says so, and with a plan`() throws {
    let demand = "schemes=\"ce\" by-award=\"yes\" look-up-days=\"30\""
    func byAward(_ attributes: String, plan: String?, award: String? = "2026-12-20") throws
      -> PolicyJudgement
    {
      try judge(
        attributes,
        [],
        .known { $0.award = award.map { day($0) } }
      ) {
        $0.cyberEssentials = .init(status: .meetsByAward)
        if let plan {
          $0.improvementPlan = [.init(about: nil, targetDate: day(plan), role: "Director")]
        }
      }
    }
    let good = try byAward(demand, plan: "2026-12-20")
    #expect(good.decision == .meetsPolicy)
    #expect(good.remarkCodes == ["by-award"])
    #expect(try byAward("schemes=\"ce\"", plan: "2026-12-20").codes == ["no-certificate"])
    #expect(try byAward(demand, plan: nil).codes == ["no-plan"])
    #expect(try byAward(demand, plan: "2026-12-21").codes == ["plan-too-late"])
    #expect(try byAward(demand, plan: "2026-12-20", award: nil).codes == ["award-not-given"])
    #expect(try byAward(demand, plan: "2026-12-20", award: nil).decision == .undecided)
    #expect(
      try byAward(demand, plan: "2026-11-21", award: "2026-11-21").codes == ["no-certificate"]
    )
    // Of Plus it says nothing.
    #expect(
      try byAward("schemes=\"ce-plus\" by-award=\"yes\"", plan: "2026-12-20").codes == [
        "no-certificate"
      ]
    )
  }

  @Test func `by award does not make up for somebody else's certificate`() throws {
    let result = try judge(
      "schemes=\"ce\" by-award=\"yes\"",
      [Bidder.certificateHeld { $0.holder = "Another Ltd" }]
    ) {
      $0.cyberEssentials = .init(status: .meetsByAward)
      $0.improvementPlan = [.init(about: nil, targetDate: day("2026-12-01"), role: "Director")]
    }
    #expect(result.codes == ["certificate-of-another"])
  }

  @Test func `equivalent controls are refused, or put to a person`() throws {
    let held = Bidder.certificateHeld { $0.scheme = .iso27001 }
    func declare(_ attributes: String) throws -> PolicyJudgement {
      try judge(attributes, [held]) {
        $0.cyberEssentials = .init(
          status: .meetsNow,
          certificate: Bidder.number,
          equivalent: true
        )
      }
    }
    #expect(try declare("schemes=\"ce\"").codes == ["no-certificate"])
    let asked = try declare("schemes=\"ce\" equivalent=\"yes\"")
    #expect(asked.decision == .undecided)
    #expect(asked.codes == ["equivalent-to-be-accepted"])
  }
}
