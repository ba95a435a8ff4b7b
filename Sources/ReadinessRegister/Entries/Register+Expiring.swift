import GRDB
import ReadinessAttestation
public import ReadinessCore

/// Something that ends: a supplier's newest statement, or a certificate that it names.
public struct RegisterExpiry: Hashable, Sendable {
  /// The day on which it ends, as `2026-12-20`.
  public let day: String
  /// The supplier.
  public let organisation: String
  /// The supplier's name.
  public let name: String
  /// `statement`, or the certificate's scheme and number.
  public let what: String
}

extension Register {
  /// What ends up to a day, what has ended first; of each supplier's newest file alone.
  public func expiring(until day: CalendarDate) throws(RegisterError) -> [RegisterExpiry] {
    let last = day.description
    return try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT substr(e.valid_until, 1, 10), e.organisation, e.name, NULL, NULL FROM entry e
          WHERE substr(e.valid_until, 1, 10) <= ?1 AND \(Self.newest)
          UNION ALL
          SELECT c.expires, e.organisation, e.name, c.scheme, c.number
          FROM entry e JOIN certificate c ON c.entry = e.id
          WHERE c.expires <= ?1 AND \(Self.newest)
          ORDER BY 1, 3, 2, 4, 5
          """,
        arguments: [last]
      )
      var found: [RegisterExpiry] = []
      while let row = try rows.next() {
        let cells = Cells(row)
        found.append(
          RegisterExpiry(
            day: cells.text(0),
            organisation: cells.text(1),
            name: cells.text(2),
            what: Self.what(cells.optionalText(3), cells.text(4))
          )
        )
      }
      return found
    }
  }

  private static func what(_ scheme: String?, _ number: String) -> String {
    guard let scheme else { return "statement" }
    return (Statement.CertificateScheme(rawValue: scheme)?.inWords ?? scheme) + " " + number
  }
}
