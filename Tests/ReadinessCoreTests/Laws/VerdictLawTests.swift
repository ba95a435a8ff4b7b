import ReadinessCore
import Testing

struct VerdictLawTests {
  private struct Entry {
    let outcome: Outcome
    let mark: Mark
  }

  private static let entries = Outcome.allCases.flatMap { outcome in
    Mark.allCases.map { Entry(outcome: outcome, mark: $0) }
  }

  private func verdict(_ entries: [Entry], _ tolerance: Int) -> Verdict {
    Verdict(entries.map { ($0.outcome, $0.mark) }, tolerance: tolerance)
  }

  @Test func `worse verdicts come first`() {
    #expect(Verdict.notReady < .incomplete)
    #expect(Verdict.incomplete < .ready)
    #expect(Verdict.notReady < .ready)
    #expect(!(Verdict.ready < .ready))
  }

  @Test func `nothing asked is nothing wrong`() {
    #expect(verdict([], 0) == .ready)
  }

  @Test(arguments: [0, 2])
  func `any automatic fail is not ready, whatever stands beside it`(tolerance: Int) {
    for entry in Self.entries {
      for mark in Mark.allCases {
        let fail = Entry(outcome: .automaticFail, mark: mark)
        #expect(verdict([entry, fail], tolerance) == .notReady)
      }
    }
  }

  @Test(arguments: [0, 2])
  func `a scope that does not stand is not ready`(tolerance: Int) {
    #expect(verdict([Entry(outcome: .notMet, mark: .scope)], tolerance) == .notReady)
  }

  @Test func `majors within the tolerance are incomplete, one more is not ready`() {
    // What a tolerated shortfall comes to, only an assessor can say; ready it never is.
    let major = Entry(outcome: .notMet, mark: .major)
    #expect(verdict([major], 0) == .notReady)
    #expect(verdict([major, major], 2) == .incomplete)
    #expect(verdict([major, major, major], 2) == .notReady)
  }

  @Test(arguments: [Outcome.cannotDetermine, .unanswered], [0, 2])
  func `what is not known is incomplete, whatever its mark`(outcome: Outcome, tolerance: Int) {
    for mark in Mark.allCases {
      let unknown = Entry(outcome: outcome, mark: mark)
      #expect(verdict([unknown], tolerance) == .incomplete)
      #expect(verdict([Entry(outcome: .met, mark: mark), unknown], tolerance) == .incomplete)
    }
  }

  @Test func `only met and not applicable are ready`() {
    for entry in Self.entries {
      let good = entry.outcome == .met || entry.outcome == .notApplicable
      #expect((verdict([entry], 0) == .ready) == good, "\(entry)")
    }
  }

  @Test(arguments: [0, 2])
  func `for all triples the order does not matter`(tolerance: Int) {
    var wrong: [String] = []
    for first in Self.entries {
      for second in Self.entries {
        for third in Self.entries {
          let orders = [
            [first, second, third], [first, third, second], [second, first, third],
            [second, third, first], [third, first, second], [third, second, first],
          ]
          if Set(orders.map { verdict($0, tolerance) }).count != 1 {
            wrong.append("\(first), \(second), \(third)")
          }
        }
      }
    }
    #expect(wrong == [])
  }

  /// All triples in which making the first outcome worse, its mark the same, moves the verdict up.
  private func improvements(_ tolerance: Int) -> [String] {
    var found: [String] = []
    for better in Self.entries {
      guard let rank = better.outcome.rank else { continue }
      for outcome in Outcome.allCases where (outcome.rank ?? .max) < rank {
        let worse = Entry(outcome: outcome, mark: better.mark)
        for second in Self.entries {
          for third in Self.entries
          where verdict([worse, second, third], tolerance)
            > verdict([better, second, third], tolerance)
          {
            found.append("\(better) to \(worse) beside \(second), \(third)")
          }
        }
      }
    }
    return found
  }

  @Test func `for all triples making one outcome worse never moves the verdict up`() {
    #expect(improvements(0) == [])
  }

  @Test func `with a tolerance too, making one outcome worse never moves the verdict up`() {
    #expect(improvements(2).isEmpty)
  }

  @Test func `among as many as three, no worse pair is better than a better one`() {
    // Both may be made worse at once.
    var wrong = 0
    for first in Self.entries {
      for second in Self.entries {
        for one in Outcome.allCases where (one.rank ?? .max) <= (first.outcome.rank ?? -1) {
          for two in Outcome.allCases where (two.rank ?? .max) <= (second.outcome.rank ?? -1) {
            let worse = [
              Entry(outcome: one, mark: first.mark), Entry(outcome: two, mark: second.mark),
            ]
            if verdict(worse, 0) > verdict([first, second], 0) { wrong += 1 }
          }
        }
      }
    }
    #expect(wrong == 0)
  }
}
