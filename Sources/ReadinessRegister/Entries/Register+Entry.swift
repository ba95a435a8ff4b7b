import GRDB
import ReadinessAttestation
import ReadinessCore

extension Register {
  /// One file as it was added; `nil` where it is not known, or its days cannot be read.
  ///
  /// - Parameter file: its SHA-256.
  public func entry(_ file: String) throws(RegisterError) -> RegisterEntry? {
    try read { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT id, file, path, organisation, name, anchor, attestation, sequence, issued,
            judged_on, valid_until, verdict, questionnaire, signer, signer_key, signer_subject,
            trust, signed_at, outcomes
          FROM entry WHERE file = ?
          """,
        arguments: [file]
      )
      guard let cells = row.map(Cells.init), var entry = RegisterEntry(cells) else { return nil }
      let id = cells.integer(0)
      func rows(_ sql: String) throws -> [Cells] {
        try Row.fetchAll(db, sql: sql, arguments: [id]).map(Cells.init)
      }
      for cells in try rows("SELECT scheme, id, confirmed FROM identifier WHERE entry = ?") {
        let firm = Identifier(scheme: cells.text(0), id: cells.text(1))
        entry.identifiers.append(firm)
        if cells.integer(2) != 0 { entry.confirmed.append(firm) }
      }
      for piece in try rows("SELECT sha256, made_on FROM evidence WHERE entry = ?") {
        entry.evidence[piece.text(0)] = CalendarDate(iso: piece.text(1))
      }
      for held in try rows("SELECT number, scheme, expires FROM certificate WHERE entry = ?") {
        guard let expires = CalendarDate(iso: held.text(2)) else { continue }
        entry.certificates[held.text(0)] = .init(scheme: held.text(1), expires: expires)
      }
      return entry
    }
  }
}

extension RegisterEntry {
  fileprivate init?(_ cells: Cells) {
    guard let issued = Instant(iso: cells.text(8)), let judgedOn = CalendarDate(iso: cells.text(9)),
      let validUntil = Instant(iso: cells.text(10)), let signedAt = Instant(iso: cells.text(17))
    else { return nil }
    file = cells.text(1)
    path = cells.text(2)
    organisation = cells.text(3)
    name = cells.text(4)
    identifiers = []
    confirmed = []
    anchor = cells.text(5)
    attestation = cells.text(6)
    sequence = cells.integer(7)
    self.issued = issued
    self.judgedOn = judgedOn
    self.validUntil = validUntil
    verdict = cells.text(11)
    questionnaire = cells.text(12)
    signer = cells.text(13)
    signerKey = cells.text(14)
    signerSubject = cells.text(15)
    trust = cells.text(16)
    self.signedAt = signedAt
    outcomes = Register.outcomes(cells.text(18))
  }
}
