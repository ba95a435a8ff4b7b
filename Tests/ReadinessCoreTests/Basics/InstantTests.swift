import ReadinessCore
import TestSupport
import Testing

struct InstantTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0), ("1969-12-31T23:59:59Z", -1), ("1970-01-01T23:59:59Z", 86_399),
    ("2000-02-29T12:00:00Z", 951_825_600), ("2026-11-22T09:30:00Z", 1_795_339_800),
    ("1900-01-01T00:00:00Z", -2_208_988_800),
  ])
  func `known moments have their known seconds`(iso: String, seconds: Int) throws {
    let moment = try #require(Instant(iso: iso))
    #expect(moment.unixSeconds == seconds)
    #expect(moment.description == iso)
    #expect(Instant(unixSeconds: seconds) == moment)
  }

  @Test func `moments far apart survive being written and read`() {
    var numbers = DeterministicNumbers(seed: 1)
    let wrong = (0..<20_000).map { _ in
      Int.random(in: -60_000_000_000...250_000_000_000, using: &numbers)
    }
    .filter { Instant(iso: Instant(unixSeconds: $0).description)?.unixSeconds != $0 }
    #expect(wrong == [])
  }

  @Test func `the day of a moment begins at midnight, before 1970 too`() {
    #expect(Instant(unixSeconds: 0).day == day("1970-01-01"))
    #expect(Instant(unixSeconds: -1).day == day("1969-12-31"))
    #expect(Instant(unixSeconds: -86_400).day == day("1969-12-31"))
    #expect(Instant(unixSeconds: -86_401).day == day("1969-12-30"))
    #expect(Instant(unixSeconds: 86_399).day == day("1970-01-01"))
    #expect(Instant(unixSeconds: 86_400).day == day("1970-01-02"))
    #expect(Instant(startOf: dateOfFacts).description == "2026-11-22T00:00:00Z")
  }

  @Test func `moments are ordered by time`() {
    let moment = Instant(startOf: dateOfFacts)
    #expect(moment < moment.adding(seconds: 1))
    #expect(!(moment < moment.adding(seconds: -1)))
    #expect(moment.adding(seconds: 86_400).day == day("2026-11-23"))
  }

  @Test(arguments: [
    "", "2026-11-22", "2026-11-22T09:30:00", "2026-11-22T09:30Z", "2026-11-22t09:30:00Z",
    "2026-11-22T09:30:00z", "2026-11-22 09:30:00Z", "2026-11-22T24:00:00Z", "2026-11-22T09:60:00Z",
    "2026-11-22T09:30:60Z", "2026-11-22T9:30:00Z", "2026-11-22T09:30:00+00:00",
    "2026-11-22T09:30:00.0Z", "2026-02-29T09:30:00Z", "2026-11-22T+9:30:00Z",
    "2026-11-22T09:30:0aZ", "2026-11-22T09:30:00Z ", "2026-11-22T09-30-00Z",
    "2026-11-2\u{0662}T09:30:0Z",
  ])
  func `what is no moment in the one spelling is refused`(text: String) {
    #expect(Instant(iso: text) == nil)
  }
}
