import ReadinessCore
import Testing

@testable import ReadinessAttestation

struct DateSenseTests {
  private let issued = SampleStatement.issued

  private func codes(
    at now: Instant,
    _ change: (inout Statement) -> Void = { _ in }
  ) -> [StatementSense.ProblemCode] {
    var statement = SampleStatement.ready()
    change(&statement)
    return StatementSense.problems(statement, at: now).map(\.code)
  }

  @Test func `a statement holds to its last second and no longer`() {
    let end = SampleStatement.ready().validUntil
    #expect(codes(at: end).isEmpty)
    #expect(codes(at: end.adding(seconds: 1)) == [.attestationExpired])
  }

  @Test func `a clock that is a little behind draws a remark, one that is far behind a refusal`() {
    func remarks(_ seconds: Int) -> [StatementSense.RemarkCode] {
      StatementSense.remarks(SampleStatement.ready(), at: issued.adding(seconds: seconds))
        .map(\.code)
    }
    #expect(remarks(-600).isEmpty)
    #expect(remarks(-601) == [.issuedAheadOfClock])
    #expect(codes(at: issued.adding(seconds: -86_400)).isEmpty)
    #expect(codes(at: issued.adding(seconds: -86_401)) == [.issuedInTheFuture])
  }

  @Test func `twelve months are the longest validity`() {
    let longest = DateChecks.lastMoment(from: issued)
    #expect("\(longest)" == "2027-11-22T09:30:00Z")
    #expect(codes(at: issued) { $0.validUntil = longest }.isEmpty)
    #expect(
      codes(at: issued) { $0.validUntil = longest.adding(seconds: 1) } == [.validityNotAllowed]
    )
    #expect(codes(at: issued) { $0.validUntil = $0.issued } == [.validityNotAllowed])
  }

  @Test func `answers cannot be judged as of a day to come`() {
    #expect(codes(at: issued) { $0.judgedOn = $0.issued.day.adding(days: 1) }.isEmpty)
    #expect(
      codes(at: issued) { $0.judgedOn = $0.issued.day.adding(days: 2) } == [.judgedAfterIssue]
    )
  }

  @Test func `the sequence follows from the time of issue`() {
    #expect(codes(at: issued) { $0.sequence += 1 }.isEmpty)
    #expect(codes(at: issued) { $0.sequence -= 1 } == [.sequenceOutOfStep])
    #expect(codes(at: issued) { $0.sequence = Int.max } == [.sequenceOutOfStep])
    #expect(codes(at: issued) { $0.sequence = Int.min } == [.sequenceOutOfStep])
  }
}
