/// A day of the Gregorian calendar, without a time or a zone.
///
/// Ordered by time. The written form is ISO 8601 (`2026-11-22`).
public struct CalendarDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Days since 1 January 1970; negative before.
  public let dayNumber: Int

  /// The day that is `dayNumber` days after 1 January 1970.
  public init(dayNumber: Int) {
    self.dayNumber = dayNumber
  }

  /// The day of that year, month (1 to 12) and day of the month, or `nil` where there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    dayNumber = era * 146_097 + dayOfEra - 719_468
  }

  /// Reads `YYYY-MM-DD`; anything else is `nil`.
  public init?(iso text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard (0x30...0x39).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }

  /// Year, month and day of the month.
  public var parts: (year: Int, month: Int, day: Int) {
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// As `2026-11-22`.
  public var description: String {
    let (year, month, day) = parts
    return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
  }

  /// As `22 November 2026`.
  public var inWords: String {
    let (year, month, day) = parts
    return "\(day) \(Self.monthNames[month - 1]) \(year)"
  }

  /// The same day so many days later, or earlier where negative.
  public func adding(days: Int) -> CalendarDate { CalendarDate(dayNumber: dayNumber + days) }

  /// The same day of a later year; 29 February becomes 28 February.
  public func adding(years: Int) -> CalendarDate {
    let (year, month, day) = parts
    return CalendarDate(year: year + years, month: month, day: day)
      ?? CalendarDate(year: year + years, month: month, day: day - 1) ?? self
  }

  /// The same day of a later month; a month without that day gives its last day.
  public func adding(months: Int) -> CalendarDate {
    let (year, month, day) = parts
    let count = year * 12 + month - 1 + min(max(months, -120_000), 120_000)
    let newYear = count >= 0 ? count / 12 : -1
    let newMonth = count - newYear * 12 + 1
    for last in [day, 30, 29, 28] where last <= day {
      if let date = CalendarDate(year: newYear, month: newMonth, day: last) { return date }
    }
    return self
  }

  /// Whole days from this day to `other`; negative where `other` is earlier.
  public func days(to other: CalendarDate) -> Int { other.dayNumber - dayNumber }

  /// Earlier comes first.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    left.dayNumber < right.dayNumber
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    default: 31
    }
  }

  private static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}

/// Decimal digits with leading zeros up to `width`.
func padded(_ value: Int, _ width: Int) -> String {
  let digits = String(value)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
