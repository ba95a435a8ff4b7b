import ReadinessEvidence
import TestSupport
import Testing

/// The hypergeometric formula against exact fractions.
struct SampleOddsTests {
  @Test func `5 of 40 late and a sample of 4 misses all of them 5236 times in 9139`() {
    // C(35,4) / C(40,4) = 52360 / 91390.
    let odds = SampleOdds(devices: 40, late: 5, sample: 4)
    #expect(odds.missed?.numerator == 5_236)
    #expect(odds.missed?.denominator == 9_139)
    #expect(
      odds.inWords("laptops")
        == "5 of 40 laptops late: a sample of 4 misses all of them 1 time in 1.7 (5236 in 9139)"
    )
  }

  @Test func `nothing late is always missed, and too much late is never missed`() {
    let none = SampleOdds(devices: 40, late: 0, sample: 4)
    #expect(none.missed?.numerator == 1 && none.missed?.denominator == 1)
    #expect(none.howOften == "every time")
    let all = SampleOdds(devices: 40, late: 37, sample: 4)
    #expect(all.missed?.numerator == 0)
    #expect(all.howOften == "never")
    #expect(SampleOdds(devices: 40, late: 36, sample: 4).missed?.denominator == 91_390)
    #expect(SampleOdds(devices: 3, late: 1, sample: 3).howOften == "never")
  }

  @Test func `what is certain is said in plain words, and never as "never"`() {
    func words(_ late: Int, of devices: Int, _ sample: Int) -> String {
      SampleOdds(devices: devices, late: late, sample: sample).inWords("laptops")
    }
    #expect(
      words(6, of: 6, 3)
        == "6 of 6 laptops late: a sample of 3 is certain to find at least one of them"
    )
    #expect(words(1, of: 2, 2) == "1 of 2 laptops late: a sample of 2 is certain to find it")
    #expect(words(0, of: 9, 3) == "None of 9 laptops late: a sample of 3 has nothing to find")
    #expect(
      SampleOdds(devices: 9, late: 1, sample: 3).inWords("laptops", isSupposed: true)
        == "If 1 of 9 laptops were late, a sample of 3 would miss it 1 time in 1.5 (2 in 3)"
    )
    #expect(
      SampleOdds(devices: 2, late: 1, sample: 2).inWords("laptops", isSupposed: true)
        == "If 1 of 2 laptops were late, a sample of 2 would be certain to find it"
    )
  }

  @Test func `numbers that cannot be are brought to the nearest that can`() {
    let odds = SampleOdds(devices: 5, late: 9, sample: -1)
    #expect(odds.late == 5 && odds.sample == 0)
    #expect(SampleOdds(devices: -3, late: 1, sample: 1).probability == 1)
  }

  @Test func `every case up to 24 devices is what Python's fractions say`() throws {
    let folder = try RunningFolder()
    let script = """
      from fractions import Fraction
      from math import comb
      for n in range(1, 25):
          for late in range(n + 1):
              for sample in range(n + 1):
                  f = Fraction(comb(n - late, sample), comb(n, sample))
                  print(n, late, sample, f.numerator, f.denominator)
      """
    let run = try RunningProcess(["python3", "-c", script], in: folder.path).run()
    try #require(run.status == 0, "\(run.errorText)")
    let lines = run.outputText.split(separator: "\n")
    #expect(lines.count == 5_524)
    for line in lines {
      let numbers = line.split(separator: " ").compactMap { Int($0) }
      try #require(numbers.count == 5)
      let odds = SampleOdds(devices: numbers[0], late: numbers[1], sample: numbers[2])
      let missed = try #require(odds.missed)
      #expect(missed.numerator == UInt128(numbers[3]), "\(line)")
      #expect(missed.denominator == UInt128(numbers[4]), "\(line)")
    }
  }

  @Test func `large groups stay exact, and where they cannot they still say a number`() {
    // 3 of 1,000,000 late, 5 drawn: C(999997,5) / C(1000000,5), worked out by Python's fractions.
    let exact = SampleOdds(devices: 1_000_000, late: 3, sample: 5)
    #expect(exact.missed?.numerator == 33_332_733_336_899_993)
    #expect(exact.missed?.denominator == 33_333_233_333_400_000)
    let beyond = SampleOdds(devices: 1_000_000, late: 500_000, sample: 40)
    #expect(beyond.missed == nil)
    #expect(beyond.probability > 0 && beyond.probability < 1e-11)
    #expect(beyond.howOften.hasPrefix("1 time in "))
  }
}
