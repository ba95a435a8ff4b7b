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
      lines += event(deadline, plan, uid: salt + [deadline.key], stamp: stamp)
    }
    return CalendarFile.text(lines + ["END:VCALENDAR"])
  }

  private static func event(
    _ deadline: PlanDeadline,
    _ plan: Plan,
    uid: [String],
    stamp: Instant
  ) -> [String] {
    var description = deadline.text
    if let confidence = deadline.confidence {
      description += " How sure we are: \(ReportWords.sureness(confidence))."
    }
    description += " " + ReportWords.notACertificate
    return CalendarFile.event(
      on: deadline.date,
      title: deadline.title,
      about: description,
      uid: uid,
      stamp: stamp
    )
  }
}
