import ReadinessCore
import TestSupport
import Testing

struct JSONReportTests {
  @Test func `the fields that others build on are there`() throws {
    let report = JSONReport.json(try ExampleFirm.notReady())
    #expect(report["format"] == "readiness-report-1")
    #expect(report["verdict"] == "not ready")
    #expect(report["asOf"] == "2026-11-23")
    let questionnaire = try #require(report["questionnaire"])
    #expect(questionnaire["id"] == "cyber-essentials")
    #expect(questionnaire["edition"] == "Danzell")
    #expect(questionnaire["version"] == "16.2")
    #expect(questionnaire["sha256"]?.string?.count == 64)
    let outcome = try #require(report["outcomes"]?.array?.first { $0["question"] == "A6.1" })
    #expect(outcome["outcome"] == "automatic fail")
    #expect(outcome["mark"] == "automatic-fail")
    #expect(outcome["confidence"] == "medium")
    #expect(outcome["likely"] == true)
    #expect(outcome["reasons"]?.array?.first == "the answer is \"no\"")
    #expect(outcome["requirements"] == ["SUM-1", "SUM-2"])
    let requirement = try #require(report["requirements"]?.array?.first { $0["id"] == "SUM-5" })
    #expect(requirement["theme"] == "security-update-management")
    #expect(requirement["outcome"] == "automatic fail")
    let row = try #require(
      report["support"]?.array?.first { $0["row"] == 3 && $0["question"] == "A2.6" }
    )
    #expect(row["product"] == "Microsoft Windows")
    #expect(row["version"] == "11 24H2")
    #expect(row["status"] == "ended")
    #expect(row["ends"] == "2026-10-13")
  }

  @Test func `contradictions name their questions and the reason`() throws {
    let report = JSONReport.json(try ExampleFirm.contradicting())
    let first = try #require(report["contradictions"]?.array?.first)
    #expect(first["questions"]?.array?.first == "A6.1")
    #expect(
      first["reason"]
        == "A6.1 says every system is supported, but a row at A2.5 to A2.8 is past its support."
    )
  }

  @Test func `outcomes and questions not asked add up to the counts`() throws {
    for assessment in try ExampleFirm.all() {
      let report = JSONReport.json(assessment)
      let outcomes = try #require(report["outcomes"]?.array)
      let notAsked = try #require(report["notAsked"]?.array)
      let counts = try #require(report["counts"])
      for (member, name) in [
        ("automaticFail", "automatic fail"), ("notMet", "not met"), ("met", "met"),
        ("cannotDetermine", "cannot determine"), ("unanswered", "unanswered"),
      ] {
        let found = outcomes.count { $0["outcome"]?.string == name }
        #expect(counts[member]?.integer == found)
      }
      let without = outcomes.count { $0["outcome"] == "not applicable" } + notAsked.count
      #expect(counts["notApplicable"]?.integer == without)
      let waiting = try #require(counts["waiting"]?.integer)
      #expect(outcomes.count + notAsked.count + waiting == 106)
    }
  }

  @Test func `a scope mark is information, told as a scope problem`() throws {
    let assessor = try SmallPack.assessor([
      SmallPack.question("Q1", "yes-no", "good=\"yes\" mark=\"scope\"")
    ])
    let report = JSONReport.json(assessor.assess(["Q1": .no]))
    let outcome = try #require(report["outcomes"]?.array?.first)
    #expect(outcome["mark"] == "information")
    #expect(outcome["scope"] == true)
    #expect(outcome["outcome"] == "not met")
    #expect(report["counts"]?["scopeProblems"] == 1)
    #expect(report["verdict"] == "not ready")
  }

  @Test func `every remedy of a finding is in it, and none of what is met`() throws {
    let report = JSONReport.json(try ExampleFirm.notReady())
    for outcome in report["outcomes"]?.array ?? [] {
      let isOpen = !["met", "not applicable"].contains(outcome["outcome"]?.string)
      #expect((outcome["remedies"] != nil) == isOpen)
    }
    let systems = try #require(report["outcomes"]?.array?.first { $0["question"] == "A6.1" })
    #expect(
      systems["remedies"]?.array?.map { $0["id"]?.string }
        == ["upgrade", "extended-updates", "cut-off", "retire"]
    )
  }
}
