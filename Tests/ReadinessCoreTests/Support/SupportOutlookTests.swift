import ReadinessCore
import TestSupport
import Testing

/// Each row today, on the day of a certificate, and through the twelve months after it.
struct SupportOutlookTests {
  private func row(
    ends: String,
    certificate: String? = nil,
    extended: String? = nil,
    subscription: String = "none"
  ) throws -> SupportRow {
    let columns = """
      <column id="p" type="text" role="product"><prompt>P</prompt></column>
      <column id="v" type="text" role="version"><prompt>V</prompt></column>
      <column id="s" type="choice" role="subscription"><prompt>S</prompt>
      <option id="none">N</option><option id="live">L</option></column>
      """
    let data = SmallSupportData.data(
      SmallSupportData.product(
        "Alpha",
        [SmallSupportData.release("1", ends: ends, extended: extended)]
      )
    )
    let assessor = try SmallPack.assessor(
      [SmallPack.question("Q", "table", #"mark="information""#, columns)],
      support: data
    )
    let answers: [String: AnswerContent] = [
      "Q": .rows([["p": .text("Alpha"), "v": .text("1"), "s": .word(subscription)]])
    ]
    let sheet = AnswerSheet(answers, for: assessor.questionnaire)
    let assessment = assessor.assess(
      sheet,
      asOf: dateOfFacts,
      certificateDate: certificate.map(day)
    )
    return try #require(assessment.support.first)
  }

  @Test func `without a certificate's date the twelve months begin on the date of judgement`()
    throws
  {
    let outlook = try row(ends: "2030-01-01").outlook
    #expect(outlook.certificateDate == dateOfFacts)
    #expect(outlook.lastDay == day("2027-11-21"))
    #expect(outlook.onLastDay.status == .supported)
  }

  @Test func `support that ends on the last of the twelve months lasts through them`() throws {
    #expect(try row(ends: "2027-11-21").outlook.onLastDay.status == .supported)
    #expect(try row(ends: "2027-11-20").outlook.onLastDay.status == .ended)
  }

  @Test func `a later certificate looks further ahead`() throws {
    let found = try row(ends: "2027-01-12", certificate: "2027-01-15")
    #expect(found.judgement.status == .supported)
    #expect(found.outlook.onCertificate.status == .ended)
    #expect(found.outlook.lastDay == day("2028-01-14"))
  }

  @Test func `paid updates carry a row as far as they go, and only if they are paid`() throws {
    let paid = try row(ends: "2026-12-01", extended: "2028-01-01", subscription: "live").outlook
    #expect(paid.onLastDay.status == .extendedOnly && paid.onLastDay.fails == .no)
    let unpaid = try row(ends: "2026-12-01", extended: "2028-01-01").outlook
    #expect(unpaid.onCertificate.fails == .no && unpaid.onLastDay.fails == .yes)
  }

  @Test func `what has ended is never supported later`() throws {
    for ends in ["2026-01-01", "2026-11-21", "2026-11-22", "2027-06-01"] {
      let found = try row(ends: ends, certificate: "2027-01-01")
      let order = [found.judgement, found.outlook.onCertificate, found.outlook.onLastDay]
      let fails = order.map { $0.fails == .yes }
      #expect(fails == fails.sorted { !$0 && $1 })
    }
  }
}
