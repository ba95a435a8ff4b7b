import GRDB

/// A supplier with what its newest file came to at the last look.
public struct RegisterSupplier: Hashable, Sendable {
  /// The supplier, as `GB-COH-01234567`.
  public let organisation: String
  /// The supplier's name, as it gives it.
  public let name: String
  /// What the last look came to.
  public let decision: String
  /// The firm's own verdict.
  public let verdict: String
  /// The day of judgement, as `2026-11-22`.
  public let judgedOn: String
  /// Until when it may be relied on, as `2027-02-20T09:00:00Z`.
  public let validUntil: String
}

extension Register {
  /// The suppliers by their names.
  ///
  /// - Parameter most: how many; all without it.
  public func suppliers(most: Int? = nil) throws(RegisterError) -> [RegisterSupplier] {
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT e.organisation, e.name, v.decision, e.verdict, e.judged_on, e.valid_until
          FROM \(RegisterRecord.tables) WHERE \(Self.newest) ORDER BY e.name, e.organisation
          LIMIT ?
          """,
        arguments: [most ?? -1]
      )
      var suppliers: [RegisterSupplier] = []
      while let row = try rows.next() {
        let cells = Cells(row)
        suppliers.append(
          RegisterSupplier(
            organisation: cells.text(0),
            name: cells.text(1),
            decision: cells.text(2),
            verdict: cells.text(3),
            judgedOn: cells.text(4),
            validUntil: cells.text(5)
          )
        )
      }
      return suppliers
    }
  }
}
