/// The plan's days as an iCalendar file (RFC 5545), which every calendar program takes.
public enum Calendar {
  /// The file's text: lines end with CR LF and hold at most 75 octets.
  ///
  /// An event that is written again keeps its UID, so a calendar changes it rather than adding
  /// another.
  ///
  /// - Parameters:
  ///   - plan: what to do.
  ///   - stamp: when the file is made.
  /// - Returns: `nil` where no day lies ahead: a calendar without events is none.
  public static func ics(_ plan: Plan, stamp: Instant) -> String? {
    guard !plan.deadlines.isEmpty else { return nil }
    let firm = Firm(plan.assessment)
    let salt = [plan.assessment.questionnaire.id, firm.name ?? "", firm.registration ?? ""]
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//readiness//readiness self-assessment//EN",
      "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
    ]
    for deadline in plan.deadlines {
      lines += event(deadline, plan, uid: uid(salt + [deadline.key]), stamp: stamp)
    }
    lines.append("END:VCALENDAR")
    return lines.map { folded($0) + "\r\n" }.joined()
  }

  private static func event(
    _ deadline: PlanDeadline,
    _ plan: Plan,
    uid: String,
    stamp: Instant
  ) -> [String] {
    var description = deadline.text
    if let confidence = deadline.confidence {
      description += " How sure we are: \(ReportWords.sureness(confidence))."
    }
    description += " " + ReportWords.notACertificate
    return [
      "BEGIN:VEVENT", "UID:\(uid)", "DTSTAMP:\(plain(stamp.description))",
      "DTSTART;VALUE=DATE:\(plain(deadline.date.description))",
      "DTEND;VALUE=DATE:\(plain(deadline.date.adding(days: 1).description))",
      "SUMMARY:\(escaped(deadline.title))", "DESCRIPTION:\(escaped(description))",
      "TRANSP:TRANSPARENT", "BEGIN:VALARM", "ACTION:DISPLAY",
      "DESCRIPTION:\(escaped(deadline.title))", "TRIGGER:-P14D", "END:VALARM", "END:VEVENT",
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
