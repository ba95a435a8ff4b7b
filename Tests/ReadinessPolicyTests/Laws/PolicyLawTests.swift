import ReadinessAttestation
import ReadinessCore
import TestSupport
import Testing

@testable import ReadinessPolicy

/// What must hold of every policy and every file.
struct PolicyLawTests {
  private static let clauses = [
    "<verdict id=\"V\"/>",
    "<verdict id=\"V\" not-ready=\"with-plan\"/>",
    "<questionnaire id=\"Q\"><accept questionnaire=\"cyber-essentials\"/></questionnaire>",
    "<questionnaire id=\"Q\"><accept questionnaire=\"another\"/></questionnaire>",
    "<outcomes id=\"O\" requirements=\"SUM-5\"/>",
    "<answers id=\"D\" questions=\"A4.2\"/>",
    "<answers id=\"D\" questions=\"A7.16\" met=\"no\"/>",
    "<evidence id=\"E\" questions=\"A6.4\" strength=\"documented\"/>",
    "<age id=\"A\" days=\"30\"/>", "<scope id=\"S\"/>", "<scope id=\"S\" parts=\"asked\"/>",
    "<identifiers id=\"I\" registers=\"GB-PPON\" confirmed=\"yes\"/>", "<supplier id=\"W\"/>",
    "<signer id=\"K\" kinds=\"pinned\"/>", "<signer id=\"K\" kinds=\"programme\"/>",
    "<countersigned id=\"R\" roles=\"assessor\"/>", "<declared id=\"B\" by=\"board\"/>",
    "<certificate id=\"C\" schemes=\"ce\"/>",
    "<certificate id=\"C\" schemes=\"ce\" holds-on=\"award\" look-up-days=\"30\"/>",
    "<certificate id=\"C\" schemes=\"ce\" by-award=\"yes\"/>", "<binding id=\"N\"/>",
  ]

  private static func files() throws -> [VerifiedAttestation] {
    let firm = try Bidder()
    let part = Statement.Scope(kind: .part, description: "The works")
    return [
      try firm.shown(),
      try firm.shown(disclosing: ["disclosure-A4.2.json"]),
      try firm.shown { ClauseTests.makeNotReady(&$0, automaticFails: 1) },
      try firm.shown { ClauseTests.makeIncomplete(&$0) },
      try firm.shown {
        $0.scope = part
        $0.certificatesHeld = [Bidder.certificateHeld()]
        $0.cyberEssentials = .init(status: .meetsByAward)
      },
    ]
  }

  private static let settings: [Circumstances] = [
    .known(),
    .known {
      $0.award = day("2026-12-20")
      $0.notice = "N-1"
      $0.supplier = [Bidder.company]
      $0.lookUps = [
        .init(certificate: Bidder.number, by: "Analyst", on: day("2026-11-20"), result: .found)
      ]
    },
  ]

  /// 0 for the worst.
  private static func rank(_ decision: Decision) -> Int {
    switch decision {
    case .doesNotMeetPolicy: 0
    case .undecided: 1
    case .meetsPolicy: 2
    case .valid, .rejected, .unreadable: -1
    }
  }

  @Test func `one more clause never makes it better`() throws {
    let single = try Self.clauses.map { try SamplePolicy.reading($0) }
    let files = try Self.files()
    for circumstances in Self.settings {
      for file in files {
        let alone = single.map { $0.judge(file, in: circumstances) }
        for (first, one) in zip(single, alone) {
          for (second, other) in zip(single, alone) {
            let both = Self.joined(first, second).judge(file, in: circumstances)
            #expect(
              Self.rank(both.decision) == min(Self.rank(one.decision), Self.rank(other.decision))
            )
            #expect(Set(both.reasons.map(\.text)).isSuperset(of: one.reasons.map(\.text)))
          }
        }
      }
    }
  }

  @Test func `there is a reason exactly where the policy is not met`() throws {
    let single = try Self.clauses.map { try SamplePolicy.reading($0) }
    var seen: Set<Decision> = []
    for file in try Self.files() {
      for circumstances in Self.settings {
        for policy in single {
          let result = policy.judge(file, in: circumstances)
          #expect((result.decision == .meetsPolicy) == result.reasons.isEmpty)
          seen.insert(result.decision)
        }
      }
    }
    #expect(seen == [.meetsPolicy, .doesNotMeetPolicy, .undecided])
  }

  @Test func `the order of clauses does not matter to the decision`() throws {
    let single = try Self.clauses.map { try SamplePolicy.reading($0) }
    for file in try Self.files() {
      for (first, second) in zip(single, single.dropFirst()) {
        #expect(
          Self.joined(first, second).judge(file, in: Self.settings[1]).decision
            == Self.joined(second, first).judge(file, in: Self.settings[1]).decision
        )
      }
    }
  }

  /// Not read from a file, so that clauses may contradict each other.
  private static func joined(_ one: Policy, _ other: Policy) -> Policy {
    Policy(
      id: one.id,
      version: one.version,
      title: one.title,
      about: one.about,
      owner: one.owner,
      issued: one.issued,
      until: one.until,
      sha256: one.sha256,
      sources: [],
      tiers: [],
      clauses: one.clauses + other.clauses,
      exemptions: []
    )
  }
}
