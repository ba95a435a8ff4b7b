import GRDB
import ReadinessAttestation
import ReadinessCore

/// One file of the register with the last look at it.
public struct RegisterRecord: Hashable, Sendable {
  /// SHA-256 of the file.
  public let file: String
  /// Where it lay.
  public let path: String
  /// The supplier, as `GB-COH-01234567`.
  public let organisation: String
  /// The supplier's name, as it gives it.
  public let name: String
  /// Who vouches for the key.
  public let anchor: String
  /// The statement's id.
  public let attestation: String
  /// The statement's number among the firm's.
  public let sequence: Int
  /// When the statement was made, as `2026-11-22T09:00:00Z`.
  public let issued: String
  /// The day of judgement, as `2026-11-22`.
  public let judgedOn: String
  /// Until when it may be relied on.
  public let validUntil: String
  /// The firm's own verdict.
  public let verdict: String
  /// Scheme and edition of the question set.
  public let questionnaire: String
  /// SHA-256 of the signer's certificate.
  public let signer: String
  /// How the certificate was known, in words.
  public let trust: String
  /// What the last look came to.
  public let decision: String
  /// When that was.
  public let verifiedAt: String
  /// By which program.
  public let program: String
  /// By which policy, as SHA-256; empty without one.
  public let policy: String
  /// By which trust, as SHA-256.
  public let trustDigest: String
  /// Why, a line for each reason.
  public let reasons: [String]

  static let columns = """
    e.file, e.path, e.organisation, e.name, e.anchor, e.attestation, e.sequence, e.issued,
    e.judged_on, e.valid_until, e.verdict, e.questionnaire, e.signer, e.trust,
    v.decision, v.at, v.program, v.policy, v.trust, v.reasons
    """

  /// The entries, each with the last look at it.
  static let tables = """
    entry e LEFT JOIN verification v
      ON v.id = (SELECT max(id) FROM verification WHERE entry = e.id)
    """

  init(_ cells: Cells) {
    file = cells.text(0)
    path = cells.text(1)
    organisation = cells.text(2)
    name = cells.text(3)
    anchor = cells.text(4)
    attestation = cells.text(5)
    sequence = cells.integer(6)
    issued = cells.text(7)
    judgedOn = cells.text(8)
    validUntil = cells.text(9)
    verdict = cells.text(10)
    questionnaire = cells.text(11)
    signer = cells.text(12)
    trust = cells.text(13)
    decision = cells.text(14)
    verifiedAt = cells.text(15)
    program = cells.text(16)
    policy = cells.text(17)
    trustDigest = cells.text(18)
    reasons = cells.text(19).split(separator: "\n").map(String.init)
  }
}

extension Register {
  /// Picks the newest file of each supplier.
  static let newest = """
    NOT EXISTS (SELECT 1 FROM entry n WHERE n.organisation = e.organisation
      AND (n.sequence, n.file) > (e.sequence, e.file))
    """

  /// The newest file of each supplier, by the suppliers' names.
  public func suppliers() throws(RegisterError) -> [RegisterRecord] {
    try records("\(Self.newest) ORDER BY e.name, e.organisation")
  }

  /// Every file, by supplier and sequence.
  public func files() throws(RegisterError) -> [RegisterRecord] {
    try records("TRUE ORDER BY e.organisation, e.sequence, e.file")
  }

  /// Every file of one supplier, newest first.
  public func files(of organisation: String) throws(RegisterError) -> [RegisterRecord] {
    try records(
      "e.organisation = ? ORDER BY e.sequence DESC, e.file DESC",
      [organisation]
    )
  }

  private func records(
    _ condition: String,
    _ arguments: [String] = []
  ) throws(RegisterError) -> [RegisterRecord] {
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: "SELECT \(RegisterRecord.columns) FROM \(RegisterRecord.tables) WHERE \(condition)",
        arguments: StatementArguments(arguments)
      )
      var records: [RegisterRecord] = []
      while let row = try rows.next() { records.append(RegisterRecord(Cells(row))) }
      return records
    }
  }

  /// The suppliers that somebody may mean: by a confirmed entry in a public register, a company
  /// number, what the register calls them, or their name.
  ///
  /// - Returns: what the register calls them; several where the name is not theirs alone.
  public func organisations(meant text: String) throws(RegisterError) -> [String] {
    let words = text.split(separator: " ", maxSplits: 1).map(String.init)
    let identifier =
      (words.count == 2 ? IdentifierRules.read(scheme: words[0], words[1]) : nil)
      ?? IdentifierRules.read(scheme: "GB-COH", text)
    return try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT DISTINCT organisation FROM entry
          WHERE organisation = ?1 OR name = ?1 COLLATE NOCASE
            OR id IN (
              SELECT entry FROM identifier WHERE scheme = ?2 AND id = ?3 AND confirmed)
          ORDER BY organisation
          """,
        arguments: [text, identifier?.identifier.scheme, identifier?.identifier.id]
      ).map { Cells($0).text(0) }
    }
  }
}
