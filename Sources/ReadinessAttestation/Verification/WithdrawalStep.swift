import ReadinessCore

/// The steps `schema`, `statement` and `subject` of a withdrawal.
enum WithdrawalStep {
  private static let day = 86_400

  static func read(_ container: Container) throws(Rejection) -> Withdrawal {
    do throws(StatementReadingError) {
      return try WithdrawalDocument.read(container[EntryName.withdrawal] ?? [])
    } catch {
      throw Rejection(Reason(.schema, error.code.rawValue, error.description))
    }
  }

  static func check(
    _ container: Container,
    at now: Instant,
    _ draft: inout Verification.Draft
  ) throws(Rejection) -> Withdrawal {
    let withdrawal = try read(container)
    if let problem = problem(with: withdrawal, at: now) {
      throw Rejection(Reason(.statement, .withdrawalNotValid, problem))
    }
    if let firm = draft.signers.first, firm.fingerprint != withdrawal.signerCertificateSHA256 {
      throw Rejection(
        Reason(
          .statement,
          .certificateNotAsStated,
          "the withdrawal names the certificate \(withdrawal.signerCertificateSHA256), "
            + "\(firm.fingerprint) signed"
        )
      )
    }
    try SubjectStep.check(withdrawal.identifiers, &draft)
    return withdrawal
  }

  private static func problem(with withdrawal: Withdrawal, at now: Instant) -> String? {
    for (text, limit) in [
      (withdrawal.legalName, 150), (withdrawal.reason, 2_000), (withdrawal.declaredBy, 150),
      (withdrawal.role, 150),
    ] where !TextRules.isLine(text, limit: limit) {
      return "a text is too long, or has characters or spaces where none may be"
    }
    if let wrong = withdrawal.identifiers.first(where: { !IdentifierRules.isNormal($0) }) {
      return "\(wrong) is no entry that this register can have"
    }
    guard Set(withdrawal.identifiers.map(\.scheme)).count == withdrawal.identifiers.count else {
      return "a register stands there twice"
    }
    let issued = withdrawal.issued.unixSeconds
    guard issued - now.unixSeconds <= day else {
      return "the withdrawal was made on \(withdrawal.issued), now is \(now)"
    }
    guard (issued...issued + 366 * day).contains(withdrawal.sequence) else {
      return "the sequence \(withdrawal.sequence) does not follow from the time of issue"
    }
    return nil
  }
}
