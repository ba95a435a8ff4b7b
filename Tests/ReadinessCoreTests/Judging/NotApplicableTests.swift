import ReadinessCore
import TestSupport
import Testing

/// "Not applicable" is an answer only where the pack allows it, and needs a reason.
struct NotApplicableTests {
  private static let allowed = SmallPack.question(
    "Q",
    "yes-no",
    #"good="yes" not-applicable="yes""#
  )
  private static let refused = SmallPack.question("Q", "yes-no", #"good="yes""#)

  private func assessment(_ question: String, reason: String) throws -> Assessment {
    try SmallPack.assessor([question]).assess(["Q": .notApplicable(reason: reason)])
  }

  @Test func `it takes no part where it is allowed, and its reason is shown`() throws {
    let assessment = try assessment(Self.allowed, reason: "we have none")
    let result = try #require(assessment.result("Q"))
    #expect(result.outcome == .notApplicable)
    #expect(result.reasons.first?.text == "you say it does not apply: we have none")
    #expect(assessment.verdict == .ready)
    #expect(assessment.counts[.notApplicable] == 1)
  }

  @Test func `without a reason the question stays unanswered`() throws {
    for reason in ["", "  \n"] {
      let assessment = try assessment(Self.allowed, reason: reason)
      #expect(assessment.result("Q")?.outcome == .unanswered)
      #expect(assessment.verdict == .incomplete)
    }
  }

  @Test func `where the question always applies it is refused and stays unanswered`() throws {
    let assessment = try assessment(Self.refused, reason: "we do not want to say")
    let result = try #require(assessment.result("Q"))
    #expect(result.outcome == .unanswered)
    #expect(result.reasons.map(\.code) == ["not-allowed"])
    #expect(assessment.verdict == .incomplete)
  }

  @Test func `rules cannot make it met`() throws {
    let always = SmallPack.rule("met", #"<not><answer is="yes"/></not>"#)
    let question = SmallPack.question("Q", "yes-no", #"not-applicable="yes""#, always)
    #expect(try assessment(question, reason: "none").result("Q")?.outcome == .notApplicable)
  }

  @Test(.enabled(if: (try? Pack.shipped()) != nil), arguments: ["A1.11", "A4.1", "A6.1", "A7.16"])
  func `the shipped pack refuses it for questions that always apply`(id: String) throws {
    let answers = GoodSheet.usual.with(id, .notApplicable(reason: "we do not like it"))
    let assessment = try Pack.assessor().assess(answers)
    #expect(assessment.result(id)?.outcome == .unanswered)
    #expect(assessment.verdict == .incomplete)
  }
}
