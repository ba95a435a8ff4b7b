/// The lines of an iCalendar file (RFC 5545).
package enum CalendarFile {
  /// The lines as a file's text: they end with CR LF and hold at most 75 octets.
  package static func text(_ lines: [String]) -> String {
    lines.map { folded($0) + "\r\n" }.joined()
  }

  /// An event that lasts a day, with an alarm two weeks before.
  ///
  /// - Parameters:
  ///   - day: the day.
  ///   - title: what stands in the calendar.
  ///   - about: what more there is to know.
  ///   - uid: what makes it this event and no other.
  ///   - stamp: when the file is made.
  package static func event(
    on day: CalendarDate,
    title: String,
    about: String,
    uid parts: [String],
    stamp: Instant
  ) -> [String] {
    [
      "BEGIN:VEVENT", "UID:\(uid(parts))", "DTSTAMP:\(plain(stamp.description))",
      "DTSTART;VALUE=DATE:\(plain(day.description))",
      "DTEND;VALUE=DATE:\(plain(day.adding(days: 1).description))",
      "SUMMARY:\(escaped(title))", "DESCRIPTION:\(escaped(about))",
      "TRANSP:TRANSPARENT", "BEGIN:VALARM", "ACTION:DISPLAY",
      "DESCRIPTION:\(escaped(title))", "TRIGGER:-P14D", "END:VALARM", "END:VEVENT",
    ]
  }

  /// `2026-11-22T09:30:00Z` is `20261122T093000Z`.
  private static func plain(_ iso: String) -> String { iso.filter { $0 != "-" && $0 != ":" } }

  private static func escaped(_ text: String) -> String {
    var out = ""
    for character in text {
      switch character {
      case "\\", ";", ",": out += "\\\(character)"
      case _ where character.isNewline: out += "\\n"
      default: out += TextLayout.harmless(String(character)).replacing("\\u", with: "\\\\u")
      }
    }
    return out
  }

  /// Broken after at most 75 octets, never within a character; the next line begins with a space.
  static func folded(_ line: String) -> String {
    var out = ""
    var octets = 0
    for scalar in line.unicodeScalars {
      let length = String(scalar).utf8.count
      if octets + length > 75 {
        out += "\r\n "
        octets = 1
      }
      out.unicodeScalars.append(scalar)
      octets += length
    }
    return out
  }

  /// Always the same for the same parts, and another for other parts (FNV-1a, 64 bits, twice).
  private static func uid(_ parts: [String]) -> String {
    let text = parts.joined(separator: "\u{1F}")
    let digits = ["", "\u{1F}"].map { seed -> String in
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for byte in (seed + text).utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
      let hex = String(hash, radix: 16)
      return String(repeating: "0", count: 16 - hex.count) + hex
    }
    return digits.joined() + "@readiness.invalid"
  }
}
