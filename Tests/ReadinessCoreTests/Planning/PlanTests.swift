import ReadinessCore
import TestSupport
import Testing

struct PlanTests {
  @Test func `automatic fails come first, then what falls short, then what is unknown`() throws {
    let plan = Plan(try ExampleFirm.notReady())
    #expect(plan.actions.map(\.rank) == plan.actions.map(\.rank).sorted())
    #expect(plan.actions.prefix(3).map { $0.questions[0] } == ["A6.1", "A6.5", "A7.17"])
  }

  @Test func `within a rank less work comes first, then less money`() throws {
    let remedies = [
      ("Q1", "weeks", "free"), ("Q2", "half-a-day", "over-1000"), ("Q3", "half-a-day", "free"),
      ("Q4", "under-an-hour", "over-1000"), ("Q5", "half-a-day", "free"),
    ]
    let assessor = try SmallPack.assessor(
      remedies.map { id, effort, cost in
        SmallPack.question(
          id,
          "yes-no",
          "good=\"yes\"",
          "<remedy effort=\"\(effort)\" cost=\"\(cost)\"><do>Do it.</do></remedy>"
        )
      }
    )
    let sheet = Dictionary(uniqueKeysWithValues: remedies.map { ($0.0, AnswerContent.no) })
    let plan = Plan(assessor.assess(sheet))
    #expect(plan.actions.flatMap(\.questions) == ["Q4", "Q3", "Q5", "Q2", "Q1"])
  }

  @Test func `one action answers all questions that the same ways put right`() throws {
    let plan = Plan(try ExampleFirm.notReady())
    let first = try #require(plan.actions.first)
    #expect(first.questions == ["A6.1", "A6.3", "A6.3.1", "A6.6", "A6.7"])
    #expect(first.ways.map(\.id) == ["upgrade", "extended-updates", "cut-off", "retire"])
    #expect(first.ways.allSatisfy { $0.scope != nil && $0.insurance != nil })
    #expect(first.rank == .automaticFail)
    #expect(first.isLikely == false, "A6.3 is not met, which is not a matter of likelihood")
  }

  @Test func `no finding is left out, and none stands twice`() throws {
    for assessment in try ExampleFirm.all() {
      let questions = Plan(assessment).actions.flatMap(\.questions)
      #expect(Set(questions).count == questions.count)
      #expect(Set(questions) == Set(assessment.findings.map(\.question.id)))
    }
  }

  @Test func `open questions are one action for each section`() throws {
    let actions = Plan(try ExampleFirm.blank()).actions
    #expect(actions.map(\.kind) == Array(repeating: .answer, count: 8))
    #expect(actions[0].what.hasSuffix("open questions of section A1, Your organisation."))
    #expect(actions[2].what == "Answer the 1 open question of section A3, Insurance.")
    #expect(actions[2].waiting == ["A3.2", "A3.3"])
  }

  @Test func `what does not tell is found out, and promises no work or money`() throws {
    let plan = Plan(try ExampleFirm.notReady())
    let unclear = plan.actions.filter { $0.kind == .findOut }
    #expect(unclear.map { $0.questions[0] } == ["A5.8", "A6.2", "A7.10", "A1.16"])
    #expect(unclear.allSatisfy { $0.effort == nil && $0.cost == nil && !$0.what.isEmpty })
  }

  @Test func `the firm's own targets stand at their actions`() throws {
    let first = try #require(Plan(try ExampleFirm.notReady()).actions.first)
    #expect(first.targets.map(\.question) == ["A6.1"])
    #expect(first.targets.first?.date == day("2026-12-18"))
    #expect(first.targets.first?.who == "IT provider")
  }

  @Test func `the price is that of the firm's size, dated, without VAT`() throws {
    let price = try #require(Plan(try ExampleFirm.notReady()).price)
    #expect(price.band?.pounds == 440)
    #expect(
      price.inWords
        == "£440 plus VAT for a firm of your size (small, 23 people). Prices seen on 14 September "
        + "2026; we are fairly sure (one good source, or several others that agree). The prices "
        + "come from other firms' pages, not from IASME: check with your certification body."
    )
    let unknown = try #require(Plan(try ExampleFirm.blank()).price)
    #expect(unknown.band == nil)
    #expect(unknown.inWords.hasPrefix("£320 to £600 plus VAT, by the number of people."))
  }

  @Test(arguments: [(0, 320), (9, 320), (10, 440), (49, 440), (50, 500), (250, 600)])
  func `the head count decides the price`(_ people: Int, _ pounds: Int) throws {
    let sheet = GoodSheet.usual.with("A1.3", .number(people))
    let price = try #require(Plan(try ExampleFirm.assessor().assess(sheet)).price)
    #expect(price.band?.pounds == pounds)
  }

  @Test func `a plan without findings says to apply, and what is not done`() throws {
    let text = TextPlan.text(Plan(try ExampleFirm.ready()))
    #expect(text.contains("Nothing is left to put right, going by your answers."))
    #expect(text.contains("The next step is to apply."))
  }

  @Test func `no line is wider than the page, and every page says what it is not`() throws {
    for assessment in try ExampleFirm.all() {
      let plan = Plan(assessment, directory: try ExampleFirm.directory())
      for width in [40, 80] {
        let text = TextPlan.text(plan, width: width)
        #expect(text.split(separator: "\n").allSatisfy { TextLayout.width($0) <= width })
        #expect(text.contains("self-assessment"))
        #expect(text.contains("certificate."))
      }
    }
  }
}
