import ReadinessEvidence
import Testing

/// The generator and the draw, against an independent implementation in Python.
struct SplitMix64Tests {
  @Test func `the numbers are those that are published for SplitMix64`() {
    var numbers = SplitMix64(seed: 1_234_567)
    let drawn = (1...5).map { _ in numbers.next() }
    #expect(
      drawn == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ]
    )
  }

  @Test func `a draw is the first steps of a shuffle, as worked out in Python`() {
    var seven = SplitMix64(seed: 7)
    #expect(seven.draw(8, of: 40) == [7, 10, 18, 23, 38, 25, 24, 16])
    var one = SplitMix64(seed: 1)
    #expect(one.draw(10, of: 10) == [5, 8, 1, 3, 7, 2, 4, 6, 0, 9])
    var named = SplitMix64(seed: 7, name: "computer microsoft windows 11 25h2 pro")
    #expect(named.draw(6, of: 9) == [1, 5, 3, 6, 4, 2])
  }

  @Test func `no device is drawn twice, and none that is not there`() {
    for seed in UInt64(0)..<50 {
      for count in [0, 1, 2, 5, 40] {
        for wanted in [0, 1, 3, 40, 100] {
          var numbers = SplitMix64(seed: seed)
          let drawn = numbers.draw(wanted, of: count)
          #expect(drawn.count == min(wanted, count))
          #expect(Set(drawn).count == drawn.count)
          #expect(drawn.allSatisfy { (0..<count).contains($0) })
        }
      }
    }
  }

  @Test func `every device is drawn about as often as any other`() {
    var counts = [Int](repeating: 0, count: 10)
    for seed in UInt64(0)..<5_000 {
      var numbers = SplitMix64(seed: seed)
      for place in numbers.draw(3, of: 10) { counts[place] += 1 }
    }
    // 1,500 each are expected; the seeds are fixed, so this cannot fail by chance.
    #expect(counts.allSatisfy { (1_350...1_650).contains($0) })
  }

  @Test func `a large bound is drawn without a bias at the top`() {
    var numbers = SplitMix64(seed: 3)
    let bound = 3 << 61
    let drawn = (0..<2_000).map { _ in numbers.number(below: bound) }
    #expect(drawn.allSatisfy { (0..<bound).contains($0) })
    #expect((600...730).contains(drawn.count { $0 < 1 << 61 }))
  }

  @Test func `a draw from a million devices keeps only what is drawn`() {
    var numbers = SplitMix64(seed: 9)
    #expect(Set(numbers.draw(10, of: 1_000_000)).count == 10)
  }
}
