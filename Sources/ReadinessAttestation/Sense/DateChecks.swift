import ReadinessCore

/// The statement's dates against each other and the clock (profile 3.6 and 7, "wrong clock").
enum DateChecks {
  static let clockGrace = 10 * 60
  private static let day = 86_400

  static func problems(_ statement: Statement, at now: Instant) -> [StatementSense.Problem] {
    var problems: [StatementSense.Problem] = []
    let issued = statement.issued
    if now > statement.validUntil {
      problems.append(
        .init(.attestationExpired, "the statement was valid until \(statement.validUntil)")
      )
    }
    if issued.unixSeconds - now.unixSeconds > day {
      problems.append(
        .init(.issuedInTheFuture, "the statement says it was issued on \(issued), now is \(now)")
      )
    }
    if statement.validUntil <= issued || statement.validUntil > lastMoment(from: issued) {
      problems.append(
        .init(
          .validityNotAllowed,
          "a statement lasts at most twelve months; this one from \(issued) to"
            + " \(statement.validUntil)"
        )
      )
    }
    // A day's grace, since the day of judgement is the firm's and not UTC's.
    if statement.judgedOn > issued.day.adding(days: 1) {
      problems.append(
        .init(
          .judgedAfterIssue,
          "judged as of \(statement.judgedOn), which is after the day of issue \(issued.day)"
        )
      )
    }
    if !sequenceRange(issued).contains(statement.sequence) {
      problems.append(
        .init(
          .sequenceOutOfStep,
          "the sequence \(statement.sequence) does not follow from the time of issue \(issued)"
        )
      )
    }
    return problems
  }

  static func remarks(_ statement: Statement, at now: Instant) -> [StatementSense.Remark] {
    let ahead = statement.issued.unixSeconds - now.unixSeconds
    guard ahead > clockGrace, ahead <= day else { return [] }
    return [
      .init(
        .issuedAheadOfClock,
        "the statement says it was issued on \(statement.issued), now is \(now): one clock is wrong"
      )
    ]
  }

  /// The same moment twelve months on.
  static func lastMoment(from issued: Instant) -> Instant {
    let sinceMidnight = issued.unixSeconds - Instant(startOf: issued.day).unixSeconds
    return Instant(startOf: issued.day.adding(years: 1)).adding(seconds: sinceMidnight)
  }

  /// From `issued` in Unix seconds; above it only where an earlier clock ran ahead.
  private static func sequenceRange(_ issued: Instant) -> ClosedRange<Int> {
    issued.unixSeconds...issued.unixSeconds + 366 * day
  }
}
