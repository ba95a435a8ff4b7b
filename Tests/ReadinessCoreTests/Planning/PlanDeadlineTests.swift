import ReadinessCore
import TestSupport
import Testing

struct PlanDeadlineTests {
  private func plan(_ assessment: Assessment) throws -> Plan {
    Plan(assessment, directory: try ExampleFirm.directory())
  }

  @Test func `support that ends within twelve months is a day to keep in mind`() throws {
    let days = try plan(try ExampleFirm.notReady()).deadlines.filter { $0.kind == .supportEnds }
    #expect(
      days.map(\.title) == [
        "Last day of support: Microsoft Windows Server 2016",
        "Last day of support: Microsoft Windows 11 25H2",
      ]
    )
    #expect(days.map(\.date) == [day("2027-01-12"), day("2027-10-12")])
    #expect(days.first?.daysLeft == 50)
    #expect(days.last?.questions == ["A2.6"])
  }

  @Test func `the last supported day itself is still ahead, the next day it is a finding`() throws {
    let assessor = try ExampleFirm.assessor()
    let sheet = try ExampleFirm.answers("answers.json")
    func titles(_ asOf: CalendarDate) throws -> [String] {
      try plan(assessor.assess(sheet, asOf: asOf)).deadlines.map(\.title)
    }
    let server = "Last day of support: Microsoft Windows Server 2016"
    #expect(try titles(day("2027-01-12")).contains(server))
    #expect(try !titles(day("2027-01-13")).contains(server))
    #expect(try !titles(day("2026-01-11")).contains(server))
  }

  @Test func `the notice for defence suppliers is for defence suppliers, until its day`() throws {
    let id = PlanDeadline.Kind.notice("dcc-level-0")
    let sheet = try ExampleFirm.answers("answers.json")
    let assessor = try ExampleFirm.assessor()
    func notice(_ sheet: AnswerSheet, _ asOf: String) throws -> PlanDeadline? {
      try plan(assessor.assess(sheet, asOf: day(asOf))).deadlines.first { $0.kind == id }
    }
    #expect(try notice(sheet, "2026-11-23")?.daysLeft == 38)
    #expect(try notice(sheet, "2026-11-23")?.confidence == .medium)
    #expect(try notice(sheet, "2026-12-31")?.daysLeft == 0)
    #expect(try notice(sheet, "2027-01-01") == nil)
    var other = sheet
    other.record(Answer(question: "A1.7-defence", content: .no))
    #expect(try notice(other, "2026-11-23") == nil)
  }

  @Test func `a target that has gone by stays until the question is met`() throws {
    let assessor = try ExampleFirm.assessor()
    let late = assessor.assess(try ExampleFirm.answers("answers.json"), asOf: day("2026-12-19"))
    let target = try #require(
      Plan(late).deadlines.first { $0.kind == .target && $0.questions == ["A6.1"] }
    )
    #expect(target.daysLeft == -1)
    #expect(
      TextPlan.text(Plan(late)).contains("18 December 2026 (1 day ago): Your target for A6.1")
    )
    #expect(!Plan(try ExampleFirm.ready()).deadlines.contains { $0.kind == .target })
  }

  @Test func `the soonest day comes first`() throws {
    let dates = try plan(try ExampleFirm.notReady()).deadlines.map(\.date)
    #expect(dates == dates.sorted())
    #expect(dates.count == 11)
  }
}
