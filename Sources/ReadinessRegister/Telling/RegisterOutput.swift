public import ReadinessCore

/// The register's files for other programs; README.md shows the shapes.
public enum RegisterOutput {
  /// The names of the columns, in their order; new ones only ever come at the end.
  public static let columns = [
    "organisation", "name", "decision", "verdict", "judged_on", "valid_until", "sequence", "issued",
    "questionnaire", "attestation_id", "file_sha256", "path", "signer_fingerprint", "signer_trust",
    "anchor", "verified_at", "program", "policy_sha256", "trust_sha256", "reasons",
  ]

  /// One row for each file; no cell is a formula.
  public static func csv(_ records: [RegisterRecord]) -> String {
    records.reduce(into: CSV.line(columns)) { text, record in
      text += CSV.line(cells(record).map { TextLayout.harmless($0, keepLines: true) })
    }
  }

  /// One object for each file.
  public static func json(_ records: [RegisterRecord]) -> String {
    let files = records.map { record in
      JSONValue.object(
        zip(columns, cells(record)).map { name, text -> JSONValue.Member in
          switch name {
          case "sequence": .init(name, .integer(record.sequence))
          case "reasons": .init(name, .array(record.reasons.map { .string($0) }))
          case "policy_sha256" where text.isEmpty: .init(name, .null)
          default: .init(name, .string(text))
          }
        }
      )
    }
    return JSONWriter.pretty(
      .object([.init("format", .string("readiness-register-1")), .init("files", .array(files))])
    )
  }

  private static func cells(_ record: RegisterRecord) -> [String] {
    let first = [
      record.organisation, record.name, record.decision, record.verdict, record.judgedOn,
      record.validUntil, String(record.sequence), record.issued, record.questionnaire,
      record.attestation,
    ]
    return first + [
      record.file, record.path, record.signer, record.trust, record.anchor, record.verifiedAt,
      record.program, record.policy, record.trustDigest, record.reasons.joined(separator: "\n"),
    ]
  }

  /// What ends, as an iCalendar file: all-day events, with an alarm two weeks before.
  ///
  /// An event that is written again keeps its UID. Days that are none are left out.
  ///
  /// - Parameters:
  ///   - expiries: what ends.
  ///   - stamp: when the file is made.
  public static func calendar(_ expiries: [RegisterExpiry], stamp: Instant) -> String {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//readiness//readiness register//EN",
      "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
    ]
    for expiry in expiries {
      guard let day = CalendarDate(iso: expiry.day) else { continue }
      let what = expiry.what == "statement" ? "readiness statement" : expiry.what
      let title = "\(expiry.name): \(what) ends"
      lines += CalendarFile.event(
        on: day,
        title: title,
        about: "\(expiry.organisation). Ask for a new one in good time.",
        uid: [expiry.organisation, expiry.what],
        stamp: stamp
      )
    }
    return CalendarFile.text(lines + ["END:VCALENDAR"])
  }
}
