/// A moment in UTC, to the second.
///
/// The written form is ISO 8601 with `Z` (`2026-11-22T09:30:00Z`).
public struct Instant: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
  public let unixSeconds: Int

  /// The moment so many seconds after 1970-01-01T00:00:00Z.
  public init(unixSeconds: Int) {
    self.unixSeconds = unixSeconds
  }

  /// Reads `YYYY-MM-DDTHH:MM:SSZ`; anything else is `nil`.
  public init?(iso text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 20, bytes[10] == 0x54, bytes[13] == 0x3A, bytes[16] == 0x3A,
      bytes[19] == 0x5A, let day = CalendarDate(iso: text.prefix(10)),
      let hour = Self.twoDigits(bytes, 11), let minute = Self.twoDigits(bytes, 14),
      let second = Self.twoDigits(bytes, 17), hour < 24, minute < 60, second < 60
    else { return nil }
    unixSeconds = day.dayNumber * 86_400 + hour * 3_600 + minute * 60 + second
  }

  /// Midnight at the start of that day.
  public init(startOf day: CalendarDate) {
    unixSeconds = day.dayNumber * 86_400
  }

  /// The day in UTC.
  public var day: CalendarDate {
    let number = unixSeconds / 86_400
    return CalendarDate(dayNumber: unixSeconds % 86_400 < 0 ? number - 1 : number)
  }

  /// As `2026-11-22T09:30:00Z`.
  public var description: String {
    let rest = unixSeconds - day.dayNumber * 86_400
    let time = [rest / 3_600, rest / 60 % 60, rest % 60].map { padded($0, 2) }
    return "\(day)T" + time.joined(separator: ":") + "Z"
  }

  /// The moment so many seconds later, or earlier where negative.
  public func adding(seconds: Int) -> Instant { Instant(unixSeconds: unixSeconds + seconds) }

  /// Earlier comes first.
  public static func < (left: Instant, right: Instant) -> Bool {
    left.unixSeconds < right.unixSeconds
  }

  private static func twoDigits(_ bytes: [UInt8], _ index: Int) -> Int? {
    let tens = bytes[index]
    let ones = bytes[index + 1]
    guard (0x30...0x39).contains(tens), (0x30...0x39).contains(ones) else { return nil }
    return Int(tens - 0x30) * 10 + Int(ones - 0x30)
  }
}
