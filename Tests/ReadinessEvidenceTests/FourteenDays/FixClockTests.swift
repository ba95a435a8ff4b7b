import ReadinessCore
import ReadinessEvidence
import TestSupport
import Testing

/// The expectations are worked out on a calendar: a fix of 1 November 2026 has its last day on
/// 15 November.
struct FixClockTests {
  private static let fix = "2026-11-01"

  @Test(arguments: [
    ("2026-11-14", FixStanding.due(in: 1)), ("2026-11-15", .due(in: 0)),
    ("2026-11-16", .late(by: 1)), ("2026-12-01", .late(by: 16)),
  ])
  func `day 13 and day 14 are in time, day 15 is late`(day: String, standing: FixStanding) throws {
    let judged = try Scans.clock(asOf: day)
      .judge(Scans.problem(fix: Self.fix), scanned: TestSupport.day(day))
    #expect(judged.standing == standing)
    #expect(judged.lastDay == TestSupport.day("2026-11-15"))
  }

  @Test func `late is told by the day of the scan, whatever the day of judgement`() throws {
    let problem = Scans.problem(fix: Self.fix)
    for day in ["2026-11-18", "2026-11-30"] {
      let judged = try Scans.clock(asOf: day)
        .judge(problem, scanned: TestSupport.day("2026-11-18"))
      #expect(judged.standing == .late(by: 3))
    }
  }

  @Test func `due is told from the day of judgement`() throws {
    let problem = Scans.problem(fix: Self.fix)
    let scanned = day("2026-11-03")
    #expect(
      try Scans.clock(asOf: "2026-11-10").judge(problem, scanned: scanned).standing == .due(in: 5)
    )
    #expect(
      try Scans.clock(asOf: "2026-11-15").judge(problem, scanned: scanned).standing == .due(in: 0)
    )
  }

  @Test func `in time at the scan and overdue since cannot be determined`() throws {
    let judged = try Scans.clock(asOf: "2026-11-16")
      .judge(Scans.problem(fix: Self.fix), scanned: day("2026-11-15"))
    #expect(judged.standing == .cannotDetermine(.dueSince(day("2026-11-15"))))
  }

  @Test func `the count crosses the end of February in a leap year`() throws {
    let judged = try Scans.clock(asOf: "2028-03-05")
      .judge(Scans.problem(fix: "2028-02-20"), scanned: day("2028-03-05"))
    // 20 February and 14 days are 5 March, since 2028 has a 29 February.
    #expect(judged.standing == .due(in: 0))
  }

  @Test func `without a fix date nothing is late and nothing stands in for it`() throws {
    let clock = try Scans.clock(asOf: "2026-11-22")
    var problem = Scans.problem()
    for (fix, standing) in [
      (ReportedFix.available, FixStanding.dateUnknown), (.none, .noFix), (.never, .noFix),
      (.workaround, .cannotDetermine(.settingsOnly)), (.unknown, .cannotDetermine(.fixNotSaid)),
    ] {
      problem.fix = fix
      #expect(clock.judge(problem, scanned: day("2026-11-22")).standing == standing)
    }
  }

  @Test func `without a scan date it cannot be determined`() throws {
    let judged = try Scans.clock(asOf: "2026-11-22")
      .judge(Scans.problem(fix: "2020-01-01"), scanned: nil)
    #expect(judged.standing == .cannotDetermine(.scanUndated))
  }

  @Test func `what the vendor no longer supports is that, whatever its dates`() throws {
    var problem = Scans.problem(fix: "2020-01-01")
    problem.unsupported = true
    let judged = try Scans.clock(asOf: "2026-11-22").judge(problem, scanned: day("2026-11-22"))
    #expect(judged.standing == .unsupported)
  }
}
