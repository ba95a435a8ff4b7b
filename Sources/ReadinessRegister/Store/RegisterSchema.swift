import GRDB

/// The tables, version by version.
///
/// A version that was ever released never changes; a later one is added below it.
enum RegisterSchema {
  /// Marks the file as ours (`application_id`): the letters `rdrg`.
  static let applicationID = 0x7264_7267

  /// Marks a register from which something was forgotten while others read it (`user_version`): old
  /// pages are still there.
  static let unsettled = 1

  /// All versions, oldest first.
  static let versions = [
    "1 files", "2 evidence, certificates, outcomes", "3 look-ups, log", "4 confirmed entries",
    "5 withdrawals",
  ]

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    for (version, statements) in zip(versions, [first, second, third, fourth, fifth]) {
      migrator.registerMigration(version) { try $0.execute(sql: statements) }
    }
    return migrator
  }

  private static let first = """
    CREATE TABLE entry (
      id INTEGER PRIMARY KEY,
      file TEXT NOT NULL UNIQUE,
      path TEXT NOT NULL,
      organisation TEXT NOT NULL,
      name TEXT NOT NULL,
      anchor TEXT NOT NULL,
      attestation TEXT NOT NULL,
      sequence INTEGER NOT NULL,
      issued TEXT NOT NULL,
      judged_on TEXT NOT NULL,
      valid_until TEXT NOT NULL,
      verdict TEXT NOT NULL,
      questionnaire TEXT NOT NULL,
      signer TEXT NOT NULL,
      signer_key TEXT NOT NULL,
      signer_subject TEXT NOT NULL,
      trust TEXT NOT NULL,
      signed_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX entry_newest ON entry (organisation, sequence, file);
    CREATE INDEX entry_key ON entry (signer_key, organisation);
    CREATE TABLE identifier (
      entry INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
      scheme TEXT NOT NULL,
      id TEXT NOT NULL,
      PRIMARY KEY (entry, scheme, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX identifier_entry ON identifier (scheme, id);
    CREATE TABLE verification (
      id INTEGER PRIMARY KEY,
      entry INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
      at TEXT NOT NULL,
      program TEXT NOT NULL,
      policy TEXT,
      trust TEXT NOT NULL,
      decision TEXT NOT NULL,
      reasons TEXT NOT NULL
    ) STRICT;
    CREATE INDEX verification_entry ON verification (entry, id);
    """

  private static let second = """
    CREATE TABLE evidence (
      entry INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
      sha256 TEXT NOT NULL,
      made_on TEXT NOT NULL,
      PRIMARY KEY (entry, sha256)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX evidence_digest ON evidence (sha256);
    CREATE TABLE certificate (
      entry INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
      number TEXT NOT NULL,
      scheme TEXT NOT NULL,
      expires TEXT NOT NULL,
      PRIMARY KEY (entry, number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX certificate_number ON certificate (number);
    ALTER TABLE entry ADD COLUMN outcomes TEXT NOT NULL DEFAULT '';
    """

  private static let third = """
    CREATE TABLE look_up (
      id INTEGER PRIMARY KEY,
      organisation TEXT NOT NULL,
      certificate TEXT NOT NULL,
      role TEXT NOT NULL,
      made_on TEXT NOT NULL,
      result TEXT NOT NULL
    ) STRICT;
    CREATE INDEX look_up_organisation ON look_up (organisation);
    CREATE TABLE log (
      id INTEGER PRIMARY KEY,
      at TEXT NOT NULL,
      organisation TEXT,
      what TEXT NOT NULL
    ) STRICT;
    """

  /// Until then a supplier had been called by its confirmed entry, and by no other.
  private static let fourth = """
    ALTER TABLE identifier ADD COLUMN confirmed INTEGER NOT NULL DEFAULT 0;
    UPDATE identifier SET confirmed = 1 WHERE EXISTS (
      SELECT 1 FROM entry e WHERE e.id = identifier.entry
        AND e.organisation = identifier.scheme || '-' || identifier.id);
    """

  private static let fifth = """
    CREATE TABLE withdrawal (
      file TEXT PRIMARY KEY,
      path TEXT NOT NULL,
      attestation TEXT NOT NULL,
      organisation TEXT NOT NULL,
      signer TEXT NOT NULL,
      sequence INTEGER NOT NULL,
      issued TEXT NOT NULL,
      reason TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX withdrawal_attestation ON withdrawal (attestation);
    """
}
