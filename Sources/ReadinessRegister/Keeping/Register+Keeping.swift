import GRDB
import ReadinessAttestation
public import ReadinessCore
public import ReadinessPolicy

extension Register {
  /// Notes a look-up that somebody made in the public certificate search.
  ///
  /// - Parameters:
  ///   - lookUp: what was looked up, by whom, and what it showed.
  ///   - organisation: the supplier, as the register calls it.
  ///   - instant: the moment, for the log.
  public func note(
    _ lookUp: Circumstances.LookUp,
    of organisation: String,
    at instant: Instant
  ) throws(RegisterError) {
    try write { db in
      try db.execute(
        sql: """
          INSERT INTO look_up (organisation, certificate, role, made_on, result)
          VALUES (?, ?, ?, ?, ?)
          """,
        arguments: [
          organisation, lookUp.certificate, lookUp.by, lookUp.on.description,
          lookUp.result.rawValue,
        ]
      )
      try Self.log(
        "look-up of \(lookUp.certificate): \(lookUp.result.rawValue)",
        about: organisation,
        at: instant,
        in: db
      )
    }
  }

  /// All look-ups by supplier, in the order in which they were noted.
  public func lookUps() throws(RegisterError) -> [String: [Circumstances.LookUp]] {
    try read { db in
      var found: [String: [Circumstances.LookUp]] = [:]
      let rows = try Row.fetchCursor(
        db,
        sql: "SELECT organisation, certificate, role, made_on, result FROM look_up ORDER BY id"
      )
      while let row = try rows.next() {
        let cells = Cells(row)
        guard let on = CalendarDate(iso: cells.text(3)),
          let result = Circumstances.LookUp.Result(rawValue: cells.text(4))
        else { continue }
        found[cells.text(0), default: []].append(
          Circumstances.LookUp(
            certificate: cells.text(1),
            by: cells.text(2),
            on: on,
            result: result
          )
        )
      }
      return found
    }
  }

  /// What was done to the register, oldest first: when, and what.
  public func log() throws(RegisterError) -> [(at: String, what: String)] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT at, what FROM log ORDER BY id").map { row in
        let cells = Cells(row)
        return (at: cells.text(0), what: cells.text(1))
      }
    }
  }

  /// Erases a supplier: its files, looks, look-ups and log lines, also from the file's free pages.
  ///
  /// The log keeps that it was done, and not who it was. Another supplier's reasons may still name
  /// it: they are cleared too.
  ///
  /// - Parameters:
  ///   - organisation: the supplier, as the register calls it.
  ///   - instant: the moment, for the log.
  /// - Returns: how many files were erased, and whether the file could be written anew; else the next
  ///   who is alone with the register does that when it is opened.
  public func forget(
    _ organisation: String,
    at instant: Instant
  ) throws(RegisterError) -> (files: Int, isSettled: Bool) {
    let files = try write { db in
      let names = try Row.fetchAll(
        db,
        sql: "SELECT DISTINCT name FROM entry WHERE organisation = ?",
        arguments: [organisation]
      ).map { Cells($0).text(0) }
      try db.execute(
        sql: """
          DELETE FROM withdrawal WHERE organisation = ?1
            OR attestation IN (SELECT attestation FROM entry WHERE organisation = ?1)
          """,
        arguments: [organisation]
      )
      try db.execute(
        sql: "DELETE FROM entry WHERE organisation = ?",
        arguments: [organisation]
      )
      let files = db.changesCount
      for table in ["look_up", "log"] {
        try db.execute(
          sql: "DELETE FROM \(table) WHERE organisation = ?",
          arguments: [organisation]
        )
      }
      for text in names + [organisation] where !text.isEmpty {
        try db.execute(
          sql: "UPDATE verification SET reasons = '' WHERE instr(reasons, ?) > 0",
          arguments: [text]
        )
      }
      try Self.log(
        "a supplier was forgotten: \(files) file" + (files == 1 ? "" : "s"),
        about: nil,
        at: instant,
        in: db
      )
      try db.execute(sql: "PRAGMA user_version = \(RegisterSchema.unsettled)")
      return files
    }
    return (files, settle())
  }
}
