import ReadinessAttestation
import ReadinessCore
import ReadinessPolicy
import ReadinessXML
import TestSupport
import Testing

/// The policies that are shipped, against the facts about PPN 014 and the Cyber Security Model.
struct SamplePoliciesTests {
  static let names = [
    "csm-v4-level-0", "csm-v4-level-1", "csm-v4-level-2", "csm-v4-level-3", "first-contact",
    "ppn-014-ce", "ppn-014-ce-plus", "strict-prime",
  ]

  static func shipped(_ name: String) throws -> Policy {
    try PolicyReader.read(Repository.bytes("Support/Policies/\(name).xml"))
  }

  @Test func `these and no others are shipped`() throws {
    let files = try Repository.files(in: "Support/Policies").filter { $0.hasSuffix(".xml") }
    #expect(Set(files) == Set(Self.names.map { $0 + ".xml" }))
  }

  @Test(arguments: names)
  func `every shipped policy is without a mistake and gives its sources`(_ name: String) throws {
    let policy = try Self.shipped(name)
    #expect(policy.id == name)
    #expect(!policy.sources.isEmpty)
    #expect(policy.clauses.allSatisfy { !$0.sources.isEmpty && $0.why != nil })
    #expect(Set(policy.clauses.flatMap(\.sources)) == Set(policy.sources.map(\.id)))
    let questions = Set(try Pack.shipped().questions.map(\.id))
    let themes = Set(try Pack.shipped().themes.map(\.id))
    for clause in policy.clauses {
      switch clause.demand {
      case .answers(let wanted, _), .evidence(let wanted, _, _):
        #expect(questions.isSuperset(of: wanted))
      case .outcomes(let wanted): #expect(themes.isSuperset(of: wanted[.theme] ?? []))
      default: break
      }
    }
  }

  /// Facts, section 2.4: Levels 0 and 1 stand on Cyber Essentials, 2 and 3 on Plus.
  @Test(arguments: [
    ("csm-v4-level-0", true), ("csm-v4-level-1", true), ("csm-v4-level-2", false),
    ("csm-v4-level-3", false), ("ppn-014-ce", true), ("ppn-014-ce-plus", false),
  ])
  func `the basic certificate is enough where the facts say so`(
    _ name: String,
    _ isEnough: Bool
  ) throws {
    let policy = try Self.shipped(name)
    let firm = try Bidder()
    let circumstances = Circumstances.known {
      $0.award = day("2026-12-20")
      $0.contractStart = day("2027-01-15")
      $0.lookUps = [
        .init(certificate: Bidder.number, by: "Analyst", on: day("2026-11-20"), result: .found)
      ]
    }
    let basic = policy.judge(
      try firm.shown { $0.certificatesHeld = [Bidder.certificateHeld()] },
      in: circumstances
    )
    #expect(basic.decision == (isEnough ? .meetsPolicy : .doesNotMeetPolicy), "\(basic.codes)")
    let plus = policy.judge(
      try firm.shown {
        $0.certificatesHeld = [Bidder.certificateHeld { $0.scheme = .cyberEssentialsPlus }]
      },
      in: circumstances
    )
    #expect(plus.decision == .meetsPolicy, "\(plus.codes)")
    // A self-assessment alone never does.
    let none = policy.judge(try firm.shown(), in: circumstances)
    #expect(none.codes == ["no-certificate"])
    // Nor does a certificate that the buyer has not looked up.
    let unseen = policy.judge(
      try firm.shown {
        $0.certificatesHeld = [Bidder.certificateHeld { $0.scheme = .cyberEssentialsPlus }]
      },
      in: .known {
        $0.award = circumstances.award
        $0.contractStart = circumstances.contractStart
      }
    )
    #expect(unseen.decision == .undecided)
    #expect(unseen.codes == ["look-up-missing"])
  }

  @Test func `where Defence Cyber Certification is asked for, a higher level will do`() throws {
    let policy = try Self.shipped("csm-v4-level-1")
    let firm = try Bidder()
    func judge(level: String) throws -> PolicyJudgement {
      policy.judge(
        try firm.shown {
          $0.certificatesHeld = [
            Bidder.certificateHeld(),
            Bidder.certificateHeld {
              $0.scheme = .defenceCyberCertification
              $0.number = "DCC-1000"
              $0.level = level
            },
          ]
        },
        in: .known {
          $0.tier = "dcc"
          $0.award = day("2026-12-20")
          $0.contractStart = day("2027-01-15")
          $0.lookUps = [Bidder.number, "DCC-1000"].map {
            .init(certificate: $0, by: "Analyst", on: day("2026-11-20"), result: .found)
          }
        }
      )
    }
    #expect(try judge(level: "2").decision == .meetsPolicy)
    #expect(try judge(level: "1").decision == .meetsPolicy)
    #expect(try judge(level: "0").codes == ["no-certificate"])
  }

  @Test func `a first contact is glad of an honest answer, and of a complete one only`() throws {
    let policy = try Self.shipped("first-contact")
    let firm = try Bidder()
    let honest = try firm.shown { ClauseTests.makeNotReady(&$0) }
    #expect(policy.judge(honest, at: Bidder.now).decision == .meetsPolicy)
    let open = try firm.shown { ClauseTests.makeIncomplete(&$0) }
    #expect(policy.judge(open, at: Bidder.now).decision == .undecided)
  }
}
