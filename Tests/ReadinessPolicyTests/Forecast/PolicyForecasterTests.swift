import ReadinessAttestation
import ReadinessCore
import ReadinessPolicy
import TestSupport
import Testing

/// What a firm is told before it signs, against what a buyer finds afterwards.
struct PolicyForecasterTests {
  private func forecast(
    _ firm: Bidder,
    _ clauses: String,
    _ circumstances: Circumstances = .known()
  ) throws -> (Policy, PolicyForecast) {
    let policy = try SamplePolicy.reading(clauses)
    let forecaster = PolicyForecaster(
      policy: policy,
      statement: firm.statement,
      disclosures: firm.files,
      assessor: try Pack.assessor()
    )
    return (policy, forecaster.forecast(in: circumstances))
  }

  private func names(_ firm: Bidder, _ items: [String]) -> [String] {
    let questions = Set(firm.statement.sealedAnswers.map(\.question))
    return items.map { questions.contains($0) ? "disclosure-\($0).json" : "outcome-\($0).json" }
  }

  @Test func `nothing is disclosed that nobody asks for`() throws {
    let firm = try Bidder()
    let (_, result) = try forecast(firm, "<verdict id=\"V\"/><scope id=\"S\"/>")
    #expect(result.disclosing.isEmpty)
    #expect(!result.isBound)
    #expect(result.judgement.decision == .meetsPolicy)
  }

  /// Every question that a good firm is asked, one by one: the disclosures named satisfy the buyer,
  /// and none of them can be left out.
  @Test func `the disclosures named are enough, and none is too many`() throws {
    let firm = try Bidder()
    let assessor = try Pack.assessor()
    var further = 0
    for question in assessor.questionnaire.questions where !question.isOwn {
      let clause = "<answers id=\"D\" questions=\"\(question.id)\"/>"
      let (policy, result) = try forecast(firm, clause)
      guard result.judgement.decision == .meetsPolicy else { continue }
      further += result.disclosing.count - 1
      let shown = try firm.shown(disclosing: names(firm, result.disclosing))
      #expect(policy.judge(shown, in: .known()).decision == .meetsPolicy, "\(question.id)")
      for left in result.disclosing where result.disclosing.count > 1 {
        let fewer = result.disclosing.filter { $0 != left }
        let less = try firm.shown(disclosing: names(firm, fewer))
        #expect(policy.judge(less, in: .known()).decision != .meetsPolicy, "\(question.id) \(left)")
      }
    }
    // Some answers hang on others.
    #expect(further > 0)
  }

  @Test func `an answer that is bad is told, and so is a sealed outcome`() throws {
    let bad = try Bidder(GoodSheet.usual.with("A6.4", .no))
    let (_, result) = try forecast(
      bad,
      "<answers id=\"D\" questions=\"A6.4\"/><outcomes id=\"O\" requirements=\"SUM-5\"/>"
    )
    #expect(result.judgement.decision == .doesNotMeetPolicy)
    #expect(result.judgement.clauses.map(\.result) == [.notMet, .notMet])
    #expect(!result.judgement.codes.contains("not-disclosed"))
  }

  @Test func `what the buyer must do counts neither way and is told`() throws {
    let firm = try Bidder()
    let (_, result) = try forecast(
      firm,
      """
      <signer id="K" kinds="pinned"/><supplier id="W"/><binding id="N"/>
      <identifiers id="I" registers="GB-COH" confirmed="yes"/>
      """
    )
    #expect(result.judgement.decision == .meetsPolicy)
    #expect(result.forTheBuyer.map(\.clause) == ["K", "W", "N", "I"])
    #expect(result.isBound)
  }

  @Test func `the firm's own word for an independent test is not taken in a forecast either`()
    throws
  {
    let firm = try Bidder()
    var statement = firm.statement
    statement.evidence = [
      .init(
        sha256: String(repeating: "ab", count: 32),
        kind: "scan-report",
        madeOn: day("2026-11-02"),
        strength: .independentlyTested,
        questions: ["A6.4"]
      )
    ]
    let result = PolicyForecaster(
      policy: try SamplePolicy.reading(
        "<evidence id=\"E\" questions=\"A6.4\" strength=\"independently-tested\"/>"
      ),
      statement: statement,
      disclosures: firm.files,
      assessor: try Pack.assessor()
    ).forecast(in: .known())
    #expect(result.judgement.codes == ["evidence-too-weak"])
  }
}
