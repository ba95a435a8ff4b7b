import GRDB
public import ReadinessAttestation
import ReadinessCore

extension Register {
  /// What the register says of a file, before it is added.
  ///
  /// It depends on what is known of earlier runs alone, and so not on the order of the files.
  ///
  /// - Parameters:
  ///   - entry: the file.
  ///   - isBeside: whether a file with that SHA-256 is given together with this one.
  public func examine(
    _ entry: RegisterEntry,
    isBeside: (String) -> Bool = { _ in false }
  ) throws(RegisterError) -> RegisterFindings {
    try read { db in
      var found = RegisterFindings()
      try Self.withdrawal(of: entry, db, &found)
      try Self.sequence(entry, isBeside, db, &found)
      try Self.dates(entry, db, &found)
      try Self.days(entry, db, &found)
      try Self.key(entry, db, &found)
      try Self.evidence(entry, db, &found)
      return found
    }
  }

  private static func sequence(
    _ entry: RegisterEntry,
    _ isBeside: (String) -> Bool,
    _ db: Database,
    _ found: inout RegisterFindings
  ) throws {
    let seen = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT min(v.at) FROM entry e JOIN verification v ON v.entry = e.id WHERE e.file = ?
          """
      ),
      arguments: [entry.file]
    )
    if let day = seen.flatMap({ Cells($0).optionalText(0) })?.prefix(10) {
      found.remarks.append(
        RegisterCode.seenBefore.reason("this very file was verified before, first on \(day)")
      )
    }
    let newer = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT file, issued FROM entry
          WHERE organisation = ? AND sequence > ? AND anchor = ? ORDER BY sequence DESC LIMIT 100
          """
      ),
      arguments: [entry.organisation, entry.sequence, entry.anchor]
    ).map(Cells.init)
    if let newest = newer.first {
      let day = newest.text(1).prefix(10)
      if newer.contains(where: { isBeside($0.text(0)) }) {
        found.remarks.append(
          RegisterCode.superseded.reason("a newer statement, of \(day), lies beside it and counts")
        )
      } else {
        found.rejections.append(
          RegisterCode.rollback.reason(
            "this statement is older than one that the firm has sent already: the newer one is "
              + "of \(day), this one of \(entry.issued.day); ask for the newer one"
          )
        )
      }
    }
    let twin = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT issued FROM entry WHERE organisation = ? AND sequence = ? AND anchor = ?
            AND attestation <> ? LIMIT 1
          """
      ),
      arguments: [entry.organisation, entry.sequence, entry.anchor, entry.attestation]
    )
    if twin != nil {
      found.doubts.append(
        RegisterCode.sequenceTwice.reason(
          "another statement of the firm has the same sequence, \(entry.sequence)"
        )
      )
    }
  }

  /// Within one anchor, what is newer by its sequence is newer by its dates.
  private static func dates(
    _ entry: RegisterEntry,
    _ db: Database,
    _ found: inout RegisterFindings
  ) throws {
    let other = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT issued, sequence FROM entry WHERE organisation = ?1 AND anchor = ?2
            AND ((sequence < ?3 AND issued > ?4) OR (sequence > ?3 AND issued < ?4))
          ORDER BY sequence LIMIT 1
          """
      ),
      arguments: [entry.organisation, entry.anchor, entry.sequence, entry.issued.description]
    ).map(Cells.init)
    if let other {
      found.doubts.append(
        RegisterCode.datesCannotBe.reason(
          "by sequence and by date the firm's statements are in another order: \(entry.sequence) "
            + "was made at \(entry.issued), \(other.integer(1)) at \(other.text(0))"
        )
      )
    }
  }

  /// A certificate's last day, and the day on which evidence was made, are what they are.
  private static func days(
    _ entry: RegisterEntry,
    _ db: Database,
    _ found: inout RegisterFindings
  ) throws {
    func other(_ table: String, _ name: String, _ day: String, _ key: String) throws -> Cells? {
      try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT x.\(day), e.issued FROM \(table) x JOIN entry e ON e.id = x.entry
            WHERE x.\(name) = ? AND e.organisation = ? AND e.file <> ? AND x.\(day) <> ?
            ORDER BY e.sequence DESC LIMIT 1
            """
        ),
        arguments: [
          key, entry.organisation, entry.file,
          (entry.certificates[key]?.expires ?? entry.evidence[key])?.description,
        ]
      ).map(Cells.init)
    }
    for number in entry.certificates.keys.sorted() {
      guard let cells = try other("certificate", "number", "expires", number) else { continue }
      found.remarks.append(
        RegisterCode.datesChanged.reason(
          "on \(cells.text(1).prefix(10)) the firm said that its certificate \(number) ends on "
            + "\(cells.text(0)), and now another day"
        )
      )
    }
    for digest in entry.evidence.keys.sorted() {
      guard let cells = try other("evidence", "sha256", "made_on", digest) else { continue }
      found.remarks.append(
        RegisterCode.datesChanged.reason(
          "on \(cells.text(1).prefix(10)) the firm said that its evidence \(digest.prefix(16))… was "
            + "made on \(cells.text(0)), and now another day"
        )
      )
    }
  }

  private static func key(
    _ entry: RegisterEntry,
    _ db: Database,
    _ found: inout RegisterFindings
  ) throws {
    let last = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT signer_key, signed_at FROM entry WHERE organisation = ? AND file <> ?
          ORDER BY sequence DESC, file DESC LIMIT 1
          """
      ),
      arguments: [entry.organisation, entry.file]
    ).map(Cells.init)
    if let last, last.text(0) != entry.signerKey {
      found.remarks.append(
        RegisterCode.keyChanged.reason(
          "the firm's statement of \(last.text(1).prefix(10)) was signed with another key; ask "
            + "the firm, by a way that you know already"
        )
      )
    }
    guard !entry.signerKey.isEmpty else { return }
    let others = try unrelated(to: entry, where: "o.signer_key = ?1", [entry.signerKey], db)
    if !others.isEmpty {
      found.doubts.append(
        RegisterCode.keyShared.reason("the same key signs for \(others), with no entry in common")
      )
    }
  }

  private static func evidence(
    _ entry: RegisterEntry,
    _ db: Database,
    _ found: inout RegisterFindings
  ) throws {
    for digest in entry.evidence.keys.sorted() {
      let others = try unrelated(
        to: entry,
        where: "o.id IN (SELECT entry FROM evidence WHERE sha256 = ?1)",
        [digest],
        db
      )
      guard !others.isEmpty else { continue }
      found.remarks.append(
        RegisterCode.evidenceShared.reason(
          "\(others) names the same piece of evidence, \(digest.prefix(16))…"
        )
      )
    }
    for number in entry.certificates.keys.sorted() {
      let others = try unrelated(
        to: entry,
        where: "o.id IN (SELECT entry FROM certificate WHERE number = ?1)",
        [number],
        db
      )
      guard !others.isEmpty else { continue }
      found.remarks.append(
        RegisterCode.certificateShared.reason("\(others) names the same certificate, \(number)")
      )
    }
  }

  /// The first few suppliers of whom that holds and that share no confirmed entry.
  private static func unrelated(
    to entry: RegisterEntry,
    where condition: String,
    _ value: [String],
    _ db: Database
  ) throws -> String {
    let names = JSONWriter.line(
      .array(entry.confirmed.map { .string("\($0.scheme) \($0.id)") })
    )
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT DISTINCT o.name, o.organisation FROM entry o
          WHERE \(condition) AND o.organisation <> ?2 AND NOT EXISTS (
            SELECT 1 FROM identifier i WHERE i.entry = o.id AND i.confirmed
              AND i.scheme || ' ' || i.id IN (SELECT value FROM json_each(?3)))
          ORDER BY o.organisation LIMIT 4
          """
      ),
      arguments: StatementArguments(value + [entry.organisation, names])
    ).map(Cells.init)
    let told = rows.prefix(3).map { "\($0.text(0)) (\($0.text(1)))" }.joined(separator: ", ")
    return rows.count > 3 ? told + " and others" : told
  }
}
