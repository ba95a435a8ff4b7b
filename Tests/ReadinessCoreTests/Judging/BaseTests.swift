import ReadinessCore
import TestSupport
import Testing

/// A set that builds on another never stands better than it.
struct BaseTests {
  private func assess(
    _ answers: [String: AnswerContent] = GoodPlus.answers,
    base: Assessment?
  ) throws -> Assessment {
    let assessor = try PlusPack.assessor()
    let sheet = AnswerSheet(answers, for: assessor.questionnaire)
    return assessor.assess(sheet, asOf: dateOfFacts, base: base)
  }

  @Test func `with both in order it is ready`() throws {
    let assessment = try assess(base: try GoodPlus.base())
    #expect(assessment.base?.verdict == .ready)
    #expect(assessment.results.filter { $0.outcome != .met }.map(\.question.id) == [])
    #expect(assessment.verdict == .ready)
  }

  @Test func `a Cyber Essentials answer that is not met blocks every item that rests on it`() throws
  {
    for item in try PlusPack.shipped().questions where !item.restsOn.isEmpty {
      for id in item.restsOn {
        guard let question = try Pack.shipped().question(id), question.kind == .yesNo,
          question.mark != .information, let good = question.good, good != .either
        else { continue }
        let base = try GoodPlus.base([id: good == .yes ? .no : .yes])
        guard base.result(id)?.outcome.rank.map({ $0 < 2 }) == true else {
          Issue.record("\(id) should fall short")
          continue
        }
        let assessment = try assess(base: base)
        let result = try #require(assessment.result(item.id))
        #expect(
          result.outcome == .notMet || result.outcome == .automaticFail,
          "\(item.id) on \(id)"
        )
        #expect(result.reasons.contains { $0.code == "rests-on" && $0.text.contains(id) })
        #expect(assessment.verdict == .notReady)
      }
    }
  }

  @Test func `what nobody knows there cannot be determined here`() throws {
    let base = try GoodPlus.base(["A6.2": .dontKnow])
    let result = try #require(try assess(base: base).result("P2.2"))
    #expect(result.outcome == .cannotDetermine)
    #expect(result.reasons.first?.text == "it rests on A6.2, which is \"cannot determine\"")
  }

  @Test func `without answers to Cyber Essentials it is incomplete at best`() throws {
    let assessment = try assess(base: nil)
    #expect(assessment.verdict == .incomplete)
    #expect(assessment.results.allSatisfy { $0.question.restsOn.isEmpty || $0.outcome != .met })
    #expect(assessment.results.allSatisfy { $0.outcome != .notMet })
  }

  @Test func `an assessment by another set is not taken for the base`() throws {
    let other = try SmallPack.assessor([SmallPack.question("A6.4", "yes-no", "good=\"yes\"")])
      .assess(["A6.4": .yes])
    #expect(try assess(base: other).base == nil)
    #expect(try assess(base: other).verdict == .incomplete)
  }

  @Test func `the verdict is never better than that of Cyber Essentials, even where no item rests`()
    throws
  {
    // No item rests on A4.5.
    let base = try GoodPlus.base(["A4.5": .no])
    let assessment = try assess(base: base)
    #expect(assessment.results.allSatisfy { $0.outcome == .met })
    #expect(assessment.verdict == .notReady)
    #expect(ReportWords.meaning(of: assessment).contains("Cyber Essentials answers"))
  }

  @Test func `a worse answer there never lifts anything here`() throws {
    let good = try assess(base: try GoodPlus.base())
    for question in try Pack.shipped().questions where question.kind == .yesNo {
      for answer in [AnswerContent.yes, .no, .dontKnow] {
        let base = try GoodPlus.base([question.id: answer])
        let assessment = try assess(base: base)
        #expect(assessment.verdict <= min(good.verdict, base.verdict))
      }
    }
  }

  @Test func `its reports fit their schema, tell what it rests on, and are safe on a page`() throws
  {
    let bytes = try Repository.bytes("Questionnaires/report.schema.json")
    let schema = SchemaCheck(root: try JSONReader.read(bytes))
    let rows = GoodPlus.answers["P1.2"]?.tableRows ?? []
    let hostile = rows + [["address": .text("<b>\u{1B}[2J"), "port": .text("&\r\nVerdict: ready")]]
    for base in [try GoodPlus.base(), try GoodPlus.base(["A6.5": .no]), nil] {
      let assessment = try assess(GoodPlus.answers.with("P1.2", .rows(hostile)), base: base)
      #expect(schema.problems(with: JSONReport.json(assessment)) == [])
      let text = TextReport.text(assessment)
      #expect(text.contains("What it rests on") && text.contains("Row by row"))
      #expect(text.split(separator: "\n").allSatisfy { TextLayout.width($0) <= 80 })
      #expect(!text.contains("\u{1B}") && !text.split(separator: "\n").contains("Verdict: ready"))
      let page = HTMLReport.html(assessment)
      #expect(page.contains("What it rests on") && !page.contains("<b>\u{1B}"))
      #expect(!page.contains("\u{1B}"))
    }
  }

  @Test func `what is not asked there takes no part`() throws {
    let base = try GoodPlus.base()
    let assessment = try assess(base: base)
    let item = try #require(assessment.questionnaire.question("P0.1"))
    let resting = assessment.restingOn(item)
    #expect(resting.map(\.question) == ["A2.1", "A2.2", "A2.2.2"])
    #expect(resting.first { $0.question == "A2.2" }?.outcome == .notApplicable)
    #expect(assessment.result("P0.1")?.outcome == .met)
  }
}
