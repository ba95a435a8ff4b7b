import ReadinessCore

/// The ways in which a `.nessus` file writes days and times.
enum NessusDates {
  /// `2024/05/03`, as fields of an item write it; anything else is `nil`.
  static func day(_ bytes: some RandomAccessCollection<UInt8>) -> CalendarDate? {
    guard bytes.count == 10 else { return nil }
    var parts = (0, 0, 0)
    for (place, byte) in bytes.enumerated() {
      if place == 4 || place == 7 {
        guard byte == 0x2F else { return nil }
        continue
      }
      guard (0x30...0x39).contains(byte) else { return nil }
      let digit = Int(byte - 0x30)
      if place < 4 {
        parts.0 = parts.0 * 10 + digit
      } else if place < 7 {
        parts.1 = parts.1 * 10 + digit
      } else {
        parts.2 = parts.2 * 10 + digit
      }
    }
    return CalendarDate(year: parts.0, month: parts.1, day: parts.2)
  }

  /// Seconds since 1970, in UTC.
  static func seconds(_ text: XMLText) -> CalendarDate? {
    guard let seconds = text.integer, (0...253_402_300_799).contains(seconds) else { return nil }
    return Instant(unixSeconds: seconds).day
  }

  /// `Fri May  3 10:00:00 2024` as scanners write it, or `2024-05-03T10:00:00.000+01:00` as web
  /// application scans do: the day as it is written, whatever the zone.
  static func time(_ text: XMLText) -> CalendarDate? {
    let written = text.string
    if let day = CalendarDate(iso: written.prefix(10)), written.dropFirst(10).first == "T" {
      return day
    }
    let words = written.split(separator: " ")
    guard words.count == 5, let month = months.firstIndex(of: String(words[1])),
      let day = number(words[2]), words[3].contains(":"), let year = number(words[4])
    else { return nil }
    return CalendarDate(year: year, month: month + 1, day: day)
  }

  static func number(_ word: Substring) -> Int? {
    guard (1...4).contains(word.utf8.count), word.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(word)
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
