import ReadinessCore
import TestSupport
import Testing

struct CalendarDateTests {
  /// A day told by the plain rule: how long each month is, and which years are leap years.
  private struct PlainDay: Equatable {
    var year: Int
    var month: Int
    var day: Int

    private var monthLength: Int {
      let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
      return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    mutating func goForward() {
      day += 1
      if day > monthLength { (day, month) = (1, month + 1) }
      if month > 12 { (month, year) = (1, year + 1) }
    }

    mutating func goBack() {
      day -= 1
      if day > 0 { return }
      month -= 1
      if month == 0 { (month, year) = (12, year - 1) }
      day = monthLength
    }
  }

  @Test func `every day of eight centuries agrees with the plain rule`() {
    var wrong: [Int] = []
    func check(_ number: Int, _ plain: PlainDay) {
      let date = CalendarDate(year: plain.year, month: plain.month, day: plain.day)
      let parts = CalendarDate(dayNumber: number).parts
      if date?.dayNumber != number
        || PlainDay(year: parts.year, month: parts.month, day: parts.day) != plain
      {
        wrong.append(number)
      }
    }
    var plain = PlainDay(year: 1970, month: 1, day: 1)
    var number = 0
    while plain.year < 2400 {
      check(number, plain)
      number += 1
      plain.goForward()
    }
    // 430 years of 365 days, and one day for each of their 104 leap years.
    #expect(number == 430 * 365 + 104)
    (plain, number) = (PlainDay(year: 1970, month: 1, day: 1), 0)
    while plain.year >= 1600 {
      check(number, plain)
      number -= 1
      plain.goBack()
    }
    #expect(number == -(370 * 365 + 90) - 1)
    #expect(wrong == [])
  }

  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2000-03-01", 11_017),
    ("2026-11-22", 20_779), ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
  ])
  func `known days have their known numbers`(iso: String, number: Int) throws {
    let date = try #require(CalendarDate(iso: iso))
    #expect(date.dayNumber == number)
    #expect(date.description == iso)
    #expect(CalendarDate(dayNumber: number) == date)
  }

  @Test(arguments: ["2024-02-29", "2000-02-29", "2400-02-29", "2026-01-31", "2026-04-30"])
  func `a month's last day is read`(iso: String) {
    #expect(CalendarDate(iso: iso)?.description == iso)
  }

  @Test(arguments: [
    "", "2026", "2026-02-29", "1900-02-29", "2100-02-29", "2026-02-30", "2026-04-31", "2026-13-01",
    "2026-00-10", "2026-01-00", "2026-01-32", "0000-01-01", "2026-1-01", "2026-01-1", "26-01-01",
    "2026/01/01", "2026-01-01 ", " 2026-01-01", "2026-01-01T", "+026-01-01", "-026-01-01",
    "2026-0a-01", "20260101", "2026-01-0\u{FF11}", "\u{0662}026-01-01", "2026-01-01\u{0}",
  ])
  func `what is no day in the one spelling is refused`(text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test func `a day that does not exist is refused`() {
    for (year, month, day) in [
      (2026, 2, 29), (2026, 0, 1), (2026, 13, 1), (2026, 1, 0), (2026, 6, 31), (0, 1, 1),
      (10_000, 1, 1), (.max, 1, 1), (2026, .max, 1), (2026, 1, .max), (.min, .min, .min),
    ] {
      #expect(CalendarDate(year: year, month: month, day: day) == nil)
    }
  }

  @Test func `days are ordered by time and counted both ways`() {
    let first = day("2026-10-13")
    let second = day("2026-11-22")
    #expect(first < second)
    #expect(!(second < first))
    #expect(first.days(to: second) == 40)
    #expect(second.days(to: first) == -40)
    #expect(first.adding(days: 40) == second)
    #expect(second.adding(days: -40) == first)
  }

  @Test func `a year later is the same day, and 28 February after a 29th`() {
    #expect(day("2026-11-22").adding(years: 1) == day("2027-11-22"))
    #expect(day("2024-02-29").adding(years: 1) == day("2025-02-28"))
    #expect(day("2024-02-29").adding(years: 4) == day("2028-02-29"))
    #expect(day("2024-02-28").adding(years: -1) == day("2023-02-28"))
  }

  @Test func `a month later is the same day, or the month's last`() {
    #expect(day("2026-11-22").adding(months: 3) == day("2027-02-22"))
    #expect(day("2026-11-30").adding(months: 3) == day("2027-02-28"))
    #expect(day("2027-11-30").adding(months: 3) == day("2028-02-29"))
    #expect(day("2026-12-31").adding(months: 4) == day("2027-04-30"))
    #expect(day("2026-01-31").adding(months: -2) == day("2025-11-30"))
    #expect(day("2026-01-31").adding(months: 0) == day("2026-01-31"))
    #expect(day("2026-01-31").adding(months: .max) == day("2026-01-31"))
  }

  @Test func `a day can be said in words`() {
    let said = (1...12).map { day("2026-" + ($0 < 10 ? "0" : "") + "\($0)-09").inWords }
    #expect(
      said == [
        "9 January 2026", "9 February 2026", "9 March 2026", "9 April 2026", "9 May 2026",
        "9 June 2026", "9 July 2026", "9 August 2026", "9 September 2026", "9 October 2026",
        "9 November 2026", "9 December 2026",
      ]
    )
  }
}
