import Testing

@testable import ReadinessCore

struct TruthLawTests {
  private let all: [Truth] = [.yes, .no, .unknown]

  private var triples: [[Truth]] {
    all.flatMap { first in all.flatMap { second in all.map { [first, second, $0] } } }
  }

  @Test func `all is no where one is no, unknown where one is unknown, else yes`() {
    for triple in triples {
      let expected: Truth =
        triple.contains(.no) ? .no : triple.contains(.unknown) ? .unknown : .yes
      #expect(Truth.all(triple) == expected)
    }
    #expect(Truth.all([]) == .yes)
  }

  @Test func `any is yes where one is yes, unknown where one is unknown, else no`() {
    for triple in triples {
      let expected: Truth =
        triple.contains(.yes) ? .yes : triple.contains(.unknown) ? .unknown : .no
      #expect(Truth.any(triple) == expected)
    }
    #expect(Truth.any([]) == .no)
  }

  @Test func `not turns yes and no round and leaves unknown`() {
    #expect(!Truth.yes == .no)
    #expect(!Truth.no == .yes)
    #expect(!Truth.unknown == .unknown)
    for truth in all { #expect(!(!truth) == truth) }
  }

  @Test func `not all is any not, and not any is all not`() {
    for triple in triples {
      #expect(!Truth.all(triple) == Truth.any(triple.map { !$0 }))
      #expect(!Truth.any(triple) == Truth.all(triple.map { !$0 }))
    }
  }

  @Test func `the order does not matter`() {
    for triple in triples {
      let turned = [triple[2], triple[0], triple[1]]
      let reversed = Array(triple.reversed())
      #expect(Truth.all(triple) == Truth.all(turned))
      #expect(Truth.all(triple) == Truth.all(reversed))
      #expect(Truth.any(triple) == Truth.any(turned))
      #expect(Truth.any(triple) == Truth.any(reversed))
    }
  }

  @Test func `learning more never overturns what was known`() {
    for triple in triples {
      for index in triple.indices where triple[index] == .unknown {
        for learned in [Truth.yes, .no] {
          var later = triple
          later[index] = learned
          let both = Truth.all(triple)
          #expect(both == .unknown || Truth.all(later) == both)
          let either = Truth.any(triple)
          #expect(either == .unknown || Truth.any(later) == either)
        }
      }
    }
  }
}
