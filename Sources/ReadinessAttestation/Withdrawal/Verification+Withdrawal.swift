import ReadinessCore

extension Verification {
  /// The withdrawal that this file is, unless it was rejected.
  private var withdrawal: Withdrawal? {
    guard case .withdrawal(let withdrawal) = content, decision != .rejected else { return nil }
    return withdrawal
  }

  private var statement: Statement? {
    switch content {
    case .unverified(let attestation): attestation.statement
    case .verified(let attestation): attestation.statement
    case .none, .withdrawal: nil
    }
  }

  /// The same finding, with the withdrawals among other findings taken into account.
  ///
  /// A withdrawal counts where it names the statement, has a higher sequence, and is signed with the
  /// statement's key; or by another key that is found to be the same firm's, as after a loss.
  ///
  /// - Parameter others: findings about the files that were given together, in any order.
  /// - Returns: `rejected` where the firm has taken the statement back.
  public func considering(_ others: [Verification]) -> Verification {
    guard let statement, decision != .rejected else { return self }
    var remarks: [Reason] = []
    for other in others {
      guard let withdrawal = other.withdrawal, withdrawal.attestation == statement.id else {
        continue
      }
      let isSameKey = other.signers.first?.fingerprint == signers.first?.fingerprint
      // What a withdrawal says of its own signer counts for nothing: anybody can write an entry.
      let confirmed = other.signers.first?.confirmedIdentifiers ?? []
      let isSameFirm =
        other.decision == .valid
        && confirmed.contains(where: statement.subject.identifiers.contains)
      guard isSameKey || isSameFirm else {
        remarks.append(
          Reason(
            .register,
            .withdrawalNotCounted,
            "a withdrawal of this statement does not count: its signer is not known to be the firm"
          )
        )
        continue
      }
      guard withdrawal.sequence > statement.sequence else {
        remarks.append(
          Reason(
            .register,
            .withdrawalNotCounted,
            "a withdrawal of this statement does not count: it is older than the statement"
          )
        )
        continue
      }
      return withdrawn(statement, by: withdrawal)
    }
    return Verification(
      decision: decision,
      reasons: reasons,
      remarks: self.remarks + remarks,
      signers: signers,
      content: content,
      judgedAt: judgedAt
    )
  }

  private func withdrawn(_ statement: Statement, by withdrawal: Withdrawal) -> Verification {
    let text =
      "the firm withdrew the statement on \(withdrawal.issued.day.inWords): \(withdrawal.reason)"
    return Verification(
      decision: .rejected,
      reasons: [Reason(.register, .withdrawn, text)],
      remarks: remarks,
      signers: signers,
      content: .unverified(UnverifiedAttestation(statement: statement, presentation: nil)),
      judgedAt: judgedAt
    )
  }
}
