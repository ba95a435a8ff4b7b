import Glibc
import ReadinessCore

/// The clock, read in one place only.
enum Clock {
  /// Now; `READINESS_NOW` (as `2026-11-22T09:00:00Z`) stands in for the machine's clock, for
  /// audits and tests.
  static func now() throws(Failure) -> Instant {
    if let text = Environment["READINESS_NOW"] {
      guard let instant = Instant(iso: text) else {
        throw Failure(
          "READINESS_NOW is \"\(text)\", which is no time",
          status: .usage,
          hint: "write it as 2026-11-22T09:00:00Z, or unset it"
        )
      }
      return instant
    }
    return Instant(unixSeconds: time(nil))
  }

  /// Seconds that only go forward, for progress; the date plays no part.
  static func steadySeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// The day of `text`, or today.
  static func day(_ text: String?) throws(Failure) -> CalendarDate {
    guard let text else { return try now().day }
    guard let day = CalendarDate(iso: text) else {
      throw Failure(
        "\"\(text)\" is not a date",
        status: .usage,
        hint: "write it as 2026-11-22"
      )
    }
    return day
  }
}

/// Environment variables.
enum Environment {
  static subscript(name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}
