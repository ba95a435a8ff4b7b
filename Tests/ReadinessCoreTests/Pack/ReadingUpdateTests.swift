import ReadinessCore
import TestSupport
import Testing

/// Facts, section 9: the readings of updates and of support that has ended.
struct ReadingUpdateTests {
  private func assess(
    _ answers: [String: AnswerContent],
    asOf: CalendarDate = dateOfFacts
  ) throws -> Assessment {
    let assessor = try Pack.assessor()
    return assessor.assess(AnswerSheet(answers, for: assessor.questionnaire), asOf: asOf)
  }

  private let usual = GoodSheet.usual
  private let unusual = GoodSheet.unusual

  @Test func `A6_3 = yes is major unless every row is cut off as A6_7 says, without internet`()
    throws
  {
    func outcome(_ answers: [String: AnswerContent]) throws -> Outcome? {
      let result = try assess(answers).result("A6.3")
      if result?.outcome == .notMet { #expect(result?.mark == .major) }
      return result?.outcome
    }
    #expect(try outcome(unusual) == .met)
    for kept in ["internet", "in-use"] {
      #expect(try outcome(unusual.with("A6.3.1", row: 0, "kept", .word(kept))) == .notMet)
      let second = (unusual["A6.3.1"]?.tableRows.first ?? [:]).merging(["kept": .word(kept)]) { $1 }
      #expect(try outcome(unusual.adding(row: second, to: "A6.3.1")) == .notMet)
    }
    #expect(try outcome(unusual.with("A6.3.1", .rows([]))) == .notMet)
    for kept in ["none", "internet", "in-use"] {
      #expect(try outcome(unusual.with("A6.7", part: "kept", .word(kept))) == .notMet, "\(kept)")
    }
    for how in ["security-groups", "software"] {
      #expect(try outcome(unusual.with("A6.7", part: "how", .word(how))) == .notMet, "\(how)")
    }
    #expect(try outcome(unusual.with("A6.3.1", nil)) == .cannotDetermine)
    #expect(try outcome(unusual.with("A6.7", nil)) == .cannotDetermine)
    #expect(try outcome(unusual.with("A6.3", .no)) == .met)
  }

  @Test(arguments: [("A6.4", "A6.4.1", "A6.4.2"), ("A6.5", "A6.5.1", "A6.5.2")])
  func `the manual route is asked for when updates are not automatic`(
    promise: String,
    automatic: String,
    route: String
  ) throws {
    #expect(try assess(usual).result(route)?.outcome == .met)
    let all = try assess(usual.with(automatic, .yes).with(route, nil))
    #expect(all.result(route) == nil)
    #expect(all.result(promise)?.outcome == .met)
    #expect(all.verdict == .ready)
    #expect(try assess(usual.with(automatic, .dontKnow)).waiting == [route])
  }

  @Test(arguments: [("A6.4", "A6.4.2"), ("A6.5", "A6.5.2")])
  func `a routine longer than 14 days contradicts the promise, and the worse counts`(
    promise: String,
    route: String
  ) throws {
    for days in [0, 14] {
      let inTime = try assess(usual.with(route, part: "days", .number(days)))
      #expect(inTime.verdict == .ready)
      #expect(inTime.contradictions.isEmpty)
    }
    for days in [15, 30, 365] {
      let late = try assess(usual.with(route, part: "days", .number(days)))
      #expect(late.result(route)?.outcome == .notMet)
      #expect(late.result(promise)?.outcome == .automaticFail)
      #expect(late.contradictions.map(\.questions) == [[promise, route]])
      #expect(late.verdict == .notReady)
    }
  }

  @Test(arguments: ["A2.5", "A2.6", "A2.6.1", "A2.7", "A2.8"])
  func `an operating system or firmware past its end overrides A6_1 = yes`(table: String) throws {
    let first = try #require(usual[table]?.tableRows.first)
    let old = first.merging([
      "product": .text("FortiOS"), "version": .text("7.2.11"), "subscription": .word("none"),
    ]) { $1 }
    let assessment = try assess(usual.adding(row: old, to: table))
    let result = try #require(assessment.result("A6.1"))
    #expect(result.outcome == .automaticFail)
    #expect(result.confidence == .medium)
    #expect(assessment.verdict == .notReady)
    #expect(assessment.contradictions.map(\.id).contains("old-system-a6.1"))
    let row = try #require(assessment.support.last { $0.question == table })
    #expect(row.judgement.status == .ended)
    #expect(row.judgement.ends == day("2026-09-30"))
  }

  @Test func `a row past its end with no subscription recorded is judged, not only shown`() throws {
    func outcome(_ subscription: String?) throws -> Outcome? {
      let row = GoodSheet.computer("10 22H2", edition: "Pro", subscription: subscription)
      return try assess(usual.adding(row: row, to: "A2.6")).result("A6.1")?.outcome
    }
    #expect(try outcome("none") == .automaticFail)
    let notRecorded = try outcome(nil)
    #expect(notRecorded != .met)
    #expect(notRecorded == .automaticFail)
  }

  @Test func `an extended programme counts only with a live subscription in the row`() throws {
    func seen(_ subscription: String, _ date: String) throws -> (Outcome?, SupportJudgement.Status?)
    {
      let row = GoodSheet.computer("10 22H2", edition: "Pro", subscription: subscription)
      let assessment = try assess(usual.adding(row: row, to: "A2.6"), asOf: day(date))
      let last = assessment.support.last { $0.question == "A2.6" }
      return (assessment.result("A6.1")?.outcome, last?.judgement.status)
    }
    #expect(try seen("live", "2026-11-22") == (.met, .extendedOnly))
    #expect(try seen("none", "2026-11-22") == (.automaticFail, .extendedOnly))
    // The consumer programme in a business is to be checked with the vendor, while it runs.
    #expect(try seen("consumer", "2026-11-22") == (.met, .checkWithVendor))
    #expect(try seen("consumer", "2027-10-13").0 == .automaticFail)
    #expect(try seen("live", "2028-10-11") == (.automaticFail, .ended))
  }

  @Test func `Debian's own LTS needs no subscription`() throws {
    #expect(usual["A2.7"]?.tableRows.last?["product"] == .text("Debian"))
    #expect(usual["A2.7"]?.tableRows.last?["subscription"] == nil)
    let assessment = try assess(usual)
    #expect(assessment.result("A6.1")?.outcome == .met)
    #expect(assessment.support.last { $0.question == "A2.7" }?.judgement.status == .supported)
  }

  @Test func `the end date is the last supported day, that day included`() throws {
    let answers = usual.adding(row: GoodSheet.computer("11 24H2", edition: "Pro"), to: "A2.6")
    #expect(try assess(answers, asOf: day("2026-10-13")).result("A6.1")?.outcome == .met)
    #expect(try assess(answers, asOf: day("2026-10-13")).verdict == .ready)
    #expect(try assess(answers, asOf: day("2026-10-14")).result("A6.1")?.outcome == .automaticFail)
    #expect(try assess(answers, asOf: day("2026-10-14")).verdict == .notReady)
  }

  @Test func `no match and check with vendor change no verdict, and say what to look up`() throws {
    let rows = [
      GoodSheet.computer("1", edition: nil, product: "Invented OS"),
      GoodSheet.computer("99", edition: nil, product: "FortiOS"),
      GoodSheet.computer("26", edition: nil, product: "iOS"),
    ]
    var answers = usual
    for row in rows { answers = answers.adding(row: row, to: "A2.6") }
    let assessment = try assess(answers)
    #expect(assessment.verdict == .ready)
    #expect(assessment.result("A6.1")?.outcome == .met)
    let seen = assessment.support.filter { $0.question == "A2.6" }.suffix(3)
    #expect(seen.map(\.judgement.status) == [.noMatch, .noMatch, .checkWithVendor])
    #expect(seen.prefix(2).allSatisfy { $0.judgement.note.contains("maker") })
  }

  @Test func `rule rows and Apple systems are to be checked, an old line of iOS is not supported`()
    throws
  {
    let assessment = try assess(usual)
    func status(_ question: String) -> SupportJudgement.Status? {
      assessment.support.first { $0.question == question }?.judgement.status
    }
    #expect(status("A2.8") == .checkWithVendor)
    #expect(status("A6.2.1") == .checkWithVendor)
    let old = try assess(usual.with("A2.8", row: 0, "version", .text("15.8")))
    #expect(old.result("A6.1")?.outcome == .automaticFail)
    #expect(old.verdict == .notReady)
  }
}
