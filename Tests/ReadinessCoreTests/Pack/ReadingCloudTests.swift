import ReadinessCore
import TestSupport
import Testing

/// Facts, section 9: the rows of A2.9 against A7.14 to A7.17.
struct ReadingCloudTests {
  private func assess(_ answers: [String: AnswerContent]) throws -> Assessment {
    try Pack.assessor().assess(answers)
  }

  private let usual = GoodSheet.usual
  private let unusual = GoodSheet.unusual

  @Test(arguments: ["yes", "paid", "linked"], [("admins", "A7.16"), ("users", "A7.17")])
  func `a service that offers MFA where it is not on for all beats A7_16 and A7_17`(
    mfa: String,
    who: (column: String, question: String)
  ) throws {
    let row = GoodSheet.cloud("Invented Drive", mfa: mfa).merging([who.column: .no]) { $1 }
    let assessment = try assess(usual.adding(row: row, to: "A2.9"))
    let result = try #require(assessment.result(who.question))
    #expect(result.outcome == .automaticFail)
    #expect(result.confidence == .high)
    #expect(assessment.contradictions.map(\.questions) == [["A2.9", who.question]])
    #expect(assessment.verdict == .notReady)
  }

  @Test(arguments: ["A7.16", "A7.17"])
  func `no stays a fail even where the rows say that MFA is on everywhere`(id: String) throws {
    let assessment = try assess(unusual.with(id, .no))
    #expect(assessment.result(id)?.outcome == .automaticFail)
    #expect(assessment.contradictions.contains { $0.questions == ["A2.9", id] })
    #expect(assessment.verdict == .notReady)
  }

  @Test func `a row without MFA beats A7_14 = yes: A7_15 is asked, and neutral stays neutral`()
    throws
  {
    let assessment = try assess(usual.with("A7.14", .yes))
    #expect(assessment.contradictions.map(\.id) == ["mfa-not-everywhere"])
    #expect(assessment.result("A7.15")?.outcome == .met)
    // A7.14 is neutral either way: what counts is that the service is named at A7.15.
    #expect(assessment.verdict > .notReady)
    let unnamed = try assess(usual.with("A7.14", .yes).with("A7.15", nil))
    #expect(unnamed.result("A7.15")?.outcome == .unanswered)
    #expect(unnamed.verdict == .incomplete)
  }

  @Test func `rows that all offer MFA beat A7_14 = no: it is shown`() throws {
    let assessment = try assess(unusual.with("A7.14", .no))
    #expect(assessment.contradictions.map(\.id) == ["mfa-everywhere"])
    #expect(assessment.verdict == .incomplete)
  }

  @Test(arguments: ["yes", "paid", "linked"])
  func `an A7_15 row whose service offers MFA is an automatic fail at A7_15`(mfa: String) throws {
    let row = GoodSheet.cloud("Invented Bookings", mfa: mfa)
    let rows = (usual["A2.9"]?.tableRows ?? []).dropLast() + [row]
    let assessment = try assess(usual.with("A2.9", .rows(Array(rows))))
    let result = try #require(assessment.result("A7.15"))
    #expect(result.outcome == .automaticFail)
    #expect(result.mark == .automaticFail)
    #expect(assessment.verdict == .notReady)
    #expect(assessment.result("A7.16")?.outcome == .met)
    #expect(assessment.result("A7.17")?.outcome == .met)
  }

  @Test(arguments: [("admins", "A7.16"), ("users", "A7.17")])
  func `A7_16 and A7_17 are then judged without that exclusion`(
    column: String,
    question: String
  ) throws {
    let row = GoodSheet.cloud("Invented Bookings", mfa: "paid").merging([column: .no]) { $1 }
    let rows = (usual["A2.9"]?.tableRows ?? []).dropLast() + [row]
    let assessment = try assess(usual.with("A2.9", .rows(Array(rows))))
    #expect(assessment.result("A7.15")?.outcome == .automaticFail)
    #expect(assessment.result(question)?.outcome == .automaticFail)
  }

  @Test func `a service without MFA that A7_15 names truthfully lowers nothing`() throws {
    let assessment = try assess(usual)
    #expect(assessment.result("A7.14")?.outcome == .met)
    #expect(assessment.result("A7.15")?.outcome == .met)
    #expect(assessment.result("A7.16")?.outcome == .met)
    #expect(assessment.result("A7.17")?.outcome == .met)
  }

  @Test func `A7_15 must name each such service by the name of A2_9`() throws {
    let missing = try assess(
      usual.adding(
        row: GoodSheet.cloud("Old Fax", mfa: "no", admins: "no", users: "no"),
        to: "A2.9"
      )
    )
    #expect(missing.result("A7.15")?.outcome == .cannotDetermine)
    #expect(missing.contradictions.map(\.id) == ["no-mfa-not-listed"])
    let other = try assess(usual.with("A7.15", row: 0, "service", .text("Bookings Invented")))
    #expect(other.result("A7.15")?.outcome == .cannotDetermine)
    let spelled = try assess(usual.with("A7.15", row: 0, "service", .text(" INVENTED  bookings ")))
    #expect(spelled.verdict == .ready)
    #expect(try assess(usual.with("A7.15", .rows([]))).result("A7.15")?.outcome == .cannotDetermine)
  }

  @Test func `while the rows are not known, A7_15 to A7_17 cannot be determined`() throws {
    for content in [AnswerContent.dontKnow, nil] {
      let assessment = try assess(usual.with("A2.9", content))
      for id in ["A7.15", "A7.16", "A7.17"] {
        #expect(assessment.result(id)?.outcome == .cannotDetermine, "\(id)")
      }
    }
  }
}
