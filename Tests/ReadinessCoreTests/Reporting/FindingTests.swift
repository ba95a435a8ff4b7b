import ReadinessCore
import TestSupport
import Testing

struct FindingTests {
  @Test func `automatic fails come first, then scope, not met, unknown and unanswered`() throws {
    let assessor = try SmallPack.assessor([
      SmallPack.question("Q1", "yes-no", "good=\"yes\""),
      SmallPack.question("Q2", "yes-no", "good=\"yes\""),
      SmallPack.question("Q3", "yes-no", "good=\"yes\""),
      SmallPack.question("Q4", "yes-no", "good=\"yes\" mark=\"scope\""),
      SmallPack.question("Q5", "yes-no", "good=\"yes\" mark=\"automatic-fail\""),
      SmallPack.question("Q6", "yes-no", "good=\"yes\""),
    ])
    let assessment = assessor.assess(["Q2": .dontKnow, "Q3": .no, "Q4": .no, "Q5": .no, "Q6": .yes])
    #expect(assessment.findings.map(\.question.id) == ["Q5", "Q4", "Q3", "Q2", "Q1"])
    #expect(
      assessment.findings.map(\.rank)
        == [.automaticFail, .scopeProblem, .notMet, .cannotDetermine, .unanswered]
    )
  }

  @Test func `an automatic fail is likely unless its mark is certain`() throws {
    let findings = try ExampleFirm.notReady().findings
    let likely = Dictionary(uniqueKeysWithValues: findings.map { ($0.question.id, $0.isLikely) })
    #expect(likely["A6.1"] == true)
    #expect(likely["A6.5"] == false)
    #expect(likely["A4.6"] == false)
  }

  @Test func `a question of ours is a finding only while others wait for it`() throws {
    let blank = try ExampleFirm.blank()
    let gate = try #require(blank.findings.first { $0.question.id == "A2.8-any" })
    #expect(gate.holdsUp == ["A2.8"])
    #expect(!blank.findings.contains { $0.question.id == "A1.7-defence" })
  }

  @Test func `rows past their support stand behind the finding that they cause`() throws {
    let findings = try ExampleFirm.notReady().findings
    let systems = try #require(findings.first { $0.question.id == "A6.1" })
    #expect(systems.rows.map { "\($0.question) \($0.row)" } == ["A2.6 3", "A2.6 4", "A2.6 5"])
    let fixes = try #require(findings.first { $0.question.id == "A6.5" })
    #expect(fixes.rows.isEmpty)
  }

  @Test func `the quickest remedy is the one with least work, then least money`() throws {
    let findings = try ExampleFirm.notReady().findings
    let systems = try #require(findings.first { $0.question.id == "A6.1" })
    #expect(systems.remedies.count == 4)
    #expect(systems.quickest?.id == "retire")
  }

  @Test func `an assessment that is ready has no findings`() throws {
    #expect(try ExampleFirm.ready().findings.isEmpty)
  }
}
