import ReadinessCore
import TestSupport
import Testing

struct SaidAgainstSeenTests {
  private func assess(
    _ answer: AnswerContent?,
    _ weight: Observation.Weight,
    question id: String = "A6.4",
    backing: Backing? = nil
  ) throws -> Assessment {
    var sheet = GoodSheet.usual
    sheet[id] = answer
    let observation = Observation(
      id: "late-systems",
      questions: [id],
      weight: weight,
      says: "Seen late.",
      details: ["PC-1: late"],
      seen: dateOfFacts,
      sources: ["S4"]
    )
    return try Pack.assessor().assess(
      AnswerSheet(sheet, for: try Pack.shipped()),
      asOf: dateOfFacts,
      observations: Observations(seen: [observation], backings: backing.map { [id: $0] } ?? [:])
    )
  }

  @Test func `a yes that is contradicted gets the question's own mark, as likely`() throws {
    let assessment = try assess(.yes, .contradicts)
    let result = try #require(assessment.result("A6.4"))
    #expect(result.outcome == .automaticFail)
    #expect(result.mark == .automaticFail)
    #expect(result.confidence == .medium)
    #expect(result.reasons.first?.code == "seen")
    #expect(result.reasons.first?.text == "Seen late.")
    #expect(assessment.verdict == .notReady)
    #expect(assessment.contradictions.map(\.id) == ["late-systems"])
    #expect(assessment.contradictions.first?.questions == ["A6.4"])
    #expect(try assess(.yes, .contradicts, question: "A6.2").result("A6.2")?.outcome == .notMet)
  }

  @Test func `a yes that is left open cannot be determined`() throws {
    let assessment = try assess(.yes, .leavesOpen)
    #expect(assessment.result("A6.4")?.outcome == .cannotDetermine)
    #expect(assessment.verdict == .incomplete)
    #expect(assessment.contradictions.isEmpty)
  }

  @Test func `what is only noted is shown as a contradiction and lowers nothing`() throws {
    let assessment = try assess(.yes, .noted)
    #expect(assessment.result("A6.4")?.outcome == .met)
    #expect(assessment.verdict == .ready)
    #expect(assessment.contradictions.map(\.id) == ["late-systems"])
  }

  @Test(arguments: Observation.Weight.allCases)
  func `a no stays a no`(weight: Observation.Weight) throws {
    let assessment = try assess(.no, weight)
    #expect(assessment.result("A6.4")?.outcome == .automaticFail)
    #expect(assessment.contradictions.isEmpty)
  }

  @Test func `a don't know is settled by what contradicts a yes, and is no contradiction`() throws {
    #expect(try assess(.dontKnow, .contradicts).result("A6.4")?.outcome == .automaticFail)
    #expect(try assess(.dontKnow, .contradicts).contradictions.isEmpty)
    #expect(try assess(.dontKnow, .agrees).result("A6.4")?.outcome == .cannotDetermine)
  }

  @Test(arguments: Observation.Weight.allCases)
  func `no answer stays no answer`(weight: Observation.Weight) throws {
    let assessment = try assess(nil, weight)
    #expect(assessment.result("A6.4")?.outcome == .unanswered)
    #expect(assessment.contradictions.isEmpty)
  }

  @Test func `an information question is shown and not lowered`() throws {
    let assessment = try assess(.yes, .contradicts, question: "A6.4.1")
    #expect(assessment.result("A6.4.1")?.outcome == .met)
    #expect(assessment.contradictions.map(\.id) == ["late-systems"])
  }

  @Test func `the strength and its day are those of the stronger backing`() throws {
    let backing = Backing(.scanned, date: day("2026-11-10"))
    let scanned = try #require(try assess(.yes, .agrees, backing: backing).result("A6.4"))
    #expect(scanned.strength == .scanned)
    #expect(scanned.strengthDate == day("2026-11-10"))
    let said = try #require(
      try assess(.yes, .agrees, backing: Backing(.said, date: day("2020-01-01"))).result("A6.4")
    )
    #expect(said.strength == .said)
    #expect(said.strengthDate != day("2020-01-01"))
    // Where nothing is answered, nothing stands behind it.
    #expect(try assess(nil, .agrees, backing: backing).result("A6.4")?.strength == nil)
  }
}
