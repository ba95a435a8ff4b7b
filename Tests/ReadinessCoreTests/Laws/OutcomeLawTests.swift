import ReadinessCore
import Testing

struct OutcomeLawTests {
  private let all = Outcome.allCases

  @Test func `the order is that of the design`() {
    #expect(Outcome.automaticFail.rank == 0)
    #expect(Outcome.notMet.rank == 1)
    #expect(Outcome.cannotDetermine.rank == 2)
    #expect(Outcome.unanswered.rank == 2)
    #expect(Outcome.met.rank == 3)
    #expect(Outcome.notApplicable.rank == nil)
    #expect(all.count == 6)
  }

  @Test func `for all pairs the order of the two does not matter`() {
    for left in all {
      for right in all {
        #expect(left.combined(with: right) == right.combined(with: left))
      }
    }
  }

  @Test func `for all triples it does not matter which two come together first`() {
    for first in all {
      for second in all {
        for third in all {
          let left = first.combined(with: second).combined(with: third)
          let right = first.combined(with: second.combined(with: third))
          #expect(left == right, "\(first), \(second), \(third)")
        }
      }
    }
  }

  @Test func `twice the same is the same`() {
    for outcome in all { #expect(outcome.combined(with: outcome) == outcome) }
  }

  @Test func `what takes no part changes nothing`() {
    for outcome in all {
      #expect(outcome.combined(with: .notApplicable) == outcome)
      #expect(Outcome.notApplicable.combined(with: outcome) == outcome)
    }
  }

  @Test func `for all pairs the worse of the two counts`() throws {
    let ranked = all.filter { $0.rank != nil }
    #expect(ranked.count == 5)
    for left in ranked {
      for right in ranked {
        let both = try #require(left.combined(with: right).rank)
        let ranks = [try #require(left.rank), try #require(right.rank)]
        #expect(both == ranks.min())
      }
    }
  }

  @Test func `for all triples making one worse never improves the whole`() throws {
    let ranked = all.filter { $0.rank != nil }
    for better in ranked {
      for worse in ranked where (worse.rank ?? 0) < (better.rank ?? 0) {
        for other in all {
          let before = try #require(better.combined(with: other).rank)
          let after = try #require(worse.combined(with: other).rank)
          #expect(after <= before, "\(better) to \(worse) beside \(other)")
        }
      }
    }
  }

  @Test func `the worst of many is the same in every order`() {
    for first in all {
      for second in all {
        for third in all {
          let orders = [
            [first, second, third], [first, third, second], [second, first, third],
            [second, third, first], [third, first, second], [third, second, first],
          ]
          #expect(Set(orders.map { Outcome.worst(of: $0) }).count == 1)
        }
      }
    }
    #expect(Outcome.worst(of: []) == .notApplicable)
    #expect(Outcome.worst(of: [.met, .unanswered, .notMet]) == .notMet)
    #expect(Outcome.worst(of: [.met, .notApplicable]) == .met)
  }

  @Test func `the spelling of questionnaires is read, and no other`() {
    let read = [
      "met", "not-met", "automatic-fail", "cannot-determine", "unanswered", "not-applicable",
    ]
    .map { Outcome(kebab: $0) }
    #expect(
      read == [.met, .notMet, .automaticFail, .cannotDetermine, .unanswered, .notApplicable]
    )
    #expect(Outcome(kebab: "fine") == nil)
    #expect(Outcome(kebab: "Met") == nil)
    #expect(Outcome(kebab: "") == nil)
  }
}
