import ReadinessCore
import Testing

@testable import ReadinessAttestation

struct VerdictSenseTests {
  private func holds(
    _ verdict: Statement.Verdict,
    _ counts: Statement.Counts,
    tolerance: Int = 0,
    stands: Bool = true
  ) -> Bool {
    var statement = SampleStatement.ready()
    statement.detail = .verdict
    statement.themes = []
    statement.verdict = verdict
    statement.counts = counts
    statement.questionnaire.tolerance = tolerance
    statement.scope.stands = stands
    return StatementSense.problems(statement, at: statement.issued).isEmpty
  }

  /// Every combination of some or none of each kind, against the rules in one line.
  @Test func `ready and incomplete stand only where the counts bear them`() {
    for bits in 0..<64 {
      let count = { (bit: Int) in bits >> bit & 1 }
      let counts = Statement.Counts(
        met: 1,
        notMet: count(0),
        automaticFail: count(1),
        cannotDetermine: count(2),
        unanswered: count(3),
        waiting: count(4)
      )
      let stands = count(5) == 0
      let falls = counts.notMet + counts.automaticFail > 0 || !stands
      #expect(holds(.notReady, counts, stands: stands) == falls, "\(counts)")
      #expect(holds(.ready, counts, stands: stands) == (!falls && counts.open == 0), "\(counts)")
      #expect(
        holds(.incomplete, counts, stands: stands) == (!falls && counts.open > 0),
        "\(counts)"
      )
    }
  }

  @Test func `what the question set tolerates does not stand against ready`() {
    #expect(holds(.ready, .init(met: 1, notMet: 1), tolerance: 1))
    #expect(!holds(.ready, .init(met: 1, notMet: 2), tolerance: 1))
    #expect(!holds(.ready, .init(met: 1, automaticFail: 1), tolerance: 1))
    #expect(holds(.notReady, .init(met: 1, notMet: 1), tolerance: 1))
  }

  @Test func `nothing met is never ready`() {
    #expect(!holds(.ready, .init(met: 0, notApplicable: 5)))
  }

  @Test func `more cannot be counted than is sealed`() {
    let all = SampleStatement.questions.count
    #expect(holds(.ready, .init(met: all)))
    #expect(!holds(.ready, .init(met: all + 1)))
    #expect(!holds(.ready, .init(met: 5, notApplicable: -1)))
  }
}
