import GRDB
import ReadinessAttestation
public import ReadinessCore

extension Register {
  /// What an addition did.
  public struct Added: Hashable, Sendable {
    /// Files that were not known.
    public internal(set) var new = 0
    /// Files that were known already; the look at them is noted.
    public internal(set) var known = 0
    /// Withdrawals that were not known.
    public internal(set) var withdrawals = 0
  }

  /// Adds verified files with what they came to: all of them, or none.
  ///
  /// A statement that one of the withdrawals takes back is known as rejected from then on, also where
  /// it was added long before.
  @discardableResult
  public func add(
    _ files: [(entry: RegisterEntry, check: RegisterCheck)],
    withdrawals: [(withdrawal: RegisterWithdrawal, check: RegisterCheck)] = []
  ) throws(RegisterError) -> Added {
    guard !files.isEmpty || !withdrawals.isEmpty else { return Added() }
    return try write { db in
      var added = try Self.add(files, to: db)
      added.withdrawals = try Self.add(withdrawals, to: db)
      return added
    }
  }

  /// Makes the register again from these files: whatever it knew of others is gone.
  ///
  /// Earlier looks at these files stay, and a look is noted only where there was none; so do look-ups
  /// and the log, for no file tells them.
  ///
  /// - Parameter instant: the moment, for the log.
  public func rebuild(
    from files: [(entry: RegisterEntry, check: RegisterCheck)],
    withdrawals: [(withdrawal: RegisterWithdrawal, check: RegisterCheck)] = [],
    at instant: Instant
  ) throws(RegisterError) -> Added {
    try write { db in
      try db.execute(
        sql: """
          CREATE TEMP TABLE earlier AS SELECT e.file, v.at, v.program, v.policy, v.trust,
            v.decision, v.reasons FROM verification v JOIN entry e ON e.id = v.entry ORDER BY v.id;
          DELETE FROM entry;
          DELETE FROM withdrawal;
          """
      )
      let known = try String.fetchSet(db, sql: "SELECT file FROM earlier")
      var added = try Self.add(files, known: known, to: db)
      try db.execute(
        sql: """
          INSERT INTO verification (entry, at, program, policy, trust, decision, reasons)
            SELECT n.id, o.at, o.program, o.policy, o.trust, o.decision, o.reasons
            FROM earlier o JOIN entry n ON n.file = o.file ORDER BY o.rowid;
          DROP TABLE earlier;
          """
      )
      added.withdrawals = try Self.add(withdrawals, to: db)
      try Self.log("made again from \(added.new) files", about: nil, at: instant, in: db)
      return added
    }
  }

  /// - Parameter known: files whose looks are already known, where the register is made again.
  private static func add(
    _ files: [(entry: RegisterEntry, check: RegisterCheck)],
    known: Set<String>? = nil,
    to db: Database
  ) throws -> Added {
    var added = Added()
    let insert = try db.makeStatement(
      sql: """
        INSERT OR IGNORE INTO entry (file, path, organisation, name, anchor, attestation, sequence,
          issued, judged_on, valid_until, verdict, questionnaire, signer, signer_key,
          signer_subject, trust, signed_at, outcomes)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    )
    let find = try db.makeStatement(sql: "SELECT id FROM entry WHERE file = ?")
    let identifier = try db.makeStatement(
      sql:
        "INSERT OR IGNORE INTO identifier (entry, scheme, id, confirmed) VALUES (?, ?, ?, ?)"
    )
    let evidence = try db.makeStatement(sql: "INSERT OR IGNORE INTO evidence VALUES (?, ?, ?)")
    let held = try db.makeStatement(sql: "INSERT OR IGNORE INTO certificate VALUES (?, ?, ?, ?)")
    let check = try db.makeStatement(
      sql: """
        INSERT INTO verification (entry, at, program, policy, trust, decision, reasons)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """
    )
    for (entry, look) in files {
      try insert.execute(arguments: arguments(entry))
      let isNew = db.changesCount > 0
      guard let id = try Int64.fetchOne(find, arguments: [entry.file]) else { continue }
      if isNew {
        added.new += 1
        for firm in entry.identifiers {
          let isConfirmed = entry.confirmed.contains(firm)
          try identifier.execute(arguments: [id, firm.scheme, firm.id, isConfirmed])
        }
        for (digest, day) in entry.evidence {
          try evidence.execute(arguments: [id, digest, day.description])
        }
        for (number, what) in entry.certificates {
          try held.execute(arguments: [id, number, what.scheme, what.expires.description])
        }
      } else {
        added.known += 1
      }
      if let known, !isNew || known.contains(entry.file) { continue }
      try check.execute(arguments: [
        id, look.at.description, look.program, look.policy, look.trust, look.decision,
        look.reasons.joined(separator: "\n"),
      ])
    }
    return added
  }

  private static func arguments(_ entry: RegisterEntry) -> StatementArguments {
    let outcomes = entry.outcomes.sorted { $0.key < $1.key }
      .map { "\($0.key)=\($0.value)" }.joined(separator: "\n")
    var arguments: StatementArguments = [
      entry.file, entry.path, entry.organisation, entry.name, entry.anchor, entry.attestation,
      entry.sequence, entry.issued.description, entry.judgedOn.description,
    ]
    arguments += [
      entry.validUntil.description, entry.verdict, entry.questionnaire, entry.signer,
      entry.signerKey, entry.signerSubject, entry.trust, entry.signedAt.description, outcomes,
    ]
    return arguments
  }

  static func log(
    _ what: String,
    about organisation: String?,
    at instant: Instant,
    in db: Database
  ) throws {
    try db.execute(
      sql: "INSERT INTO log (at, organisation, what) VALUES (?, ?, ?)",
      arguments: [instant.description, organisation, what]
    )
  }
}
