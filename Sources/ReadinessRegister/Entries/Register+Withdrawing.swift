import GRDB
import ReadinessAttestation
import ReadinessCore

extension Register {
  /// Which withdrawals `w` take back the statement of the entry `e`: by its key, or by its firm.
  static let takesBack = """
    w.attestation = e.attestation AND w.sequence > e.sequence
      AND (w.signer = e.signer OR w.organisation = e.organisation)
    """

  /// Keeps withdrawals, and notes at each statement that is taken back that it is.
  ///
  /// - Parameters:
  ///   - withdrawals: in any order.
  ///   - check: the look by which they were found to hold; its decision and reasons are not used.
  /// - Returns: how many were not known.
  static func add(
    _ withdrawals: [(withdrawal: RegisterWithdrawal, check: RegisterCheck)],
    to db: Database
  ) throws -> Int {
    var new = 0
    for (withdrawal, check) in withdrawals {
      try db.execute(
        sql: "INSERT OR IGNORE INTO withdrawal VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          withdrawal.file, withdrawal.path, withdrawal.attestation, withdrawal.organisation,
          withdrawal.signer, withdrawal.sequence, withdrawal.issued.description, withdrawal.reason,
        ]
      )
      new += db.changesCount
      let said = RegisterCode.withdrawn.reason(
        RegisterWithdrawal.words(
          issued: withdrawal.issued.description,
          reason: withdrawal.reason
        )
      )
      let code = "\(said.step.rawValue):\(said.code): "
      try db.execute(
        sql: """
          INSERT INTO verification (entry, at, program, policy, trust, decision, reasons)
          SELECT e.id, ?2, ?3, ?4, ?5, ?6, ?7 FROM entry e JOIN withdrawal w ON w.file = ?1
          WHERE \(takesBack) AND NOT EXISTS (
            SELECT 1 FROM verification v WHERE v.entry = e.id AND instr(v.reasons, ?8) > 0)
          """,
        arguments: [
          withdrawal.file, check.at.description, check.program, check.policy, check.trust,
          Decision.rejected.rawValue, code + said.text, code,
        ]
      )
    }
    return new
  }

  /// Whether the statement was taken back.
  static func withdrawal(
    of entry: RegisterEntry,
    _ db: Database,
    _ found: inout RegisterFindings
  ) throws {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT issued, reason FROM withdrawal WHERE attestation = ? AND sequence > ?
            AND (signer = ? OR organisation = ?) ORDER BY sequence LIMIT 1
          """
      ),
      arguments: [entry.attestation, entry.sequence, entry.signer, entry.organisation]
    ).map(Cells.init)
    guard let row else { return }
    found.rejections.append(
      RegisterCode.withdrawn.reason(
        RegisterWithdrawal.words(issued: row.text(0), reason: row.text(1))
      )
    )
  }
}
