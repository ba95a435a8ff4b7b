public import ReadinessCore

/// A day written in ISO 8601; only for literals in tests.
public func day(_ iso: String) -> CalendarDate {
  guard let date = CalendarDate(iso: iso) else { preconditionFailure("no such day: \(iso)") }
  return date
}

/// The date of judgement of all tests: 22 November 2026, on which the facts were compiled.
public let dateOfFacts = day("2026-11-22")
