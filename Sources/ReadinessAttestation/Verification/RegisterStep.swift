/// What a register of earlier verifications says of one file.
public struct RegisterFindings: Hashable, Sendable {
  /// Why the file is rejected.
  public var rejections: [Reason]
  /// Why it cannot be decided until somebody has looked.
  public var doubts: [Reason]
  /// What else a reader should know.
  public var remarks: [Reason]

  /// Findings of the step `register`; none unless given.
  public init(rejections: [Reason] = [], doubts: [Reason] = [], remarks: [Reason] = []) {
    self.rejections = rejections
    self.doubts = doubts
    self.remarks = remarks
  }
}

extension Verification {
  /// The same finding, with what a register says taken into account.
  ///
  /// A register never makes anything better, and says nothing of files that are not verified.
  ///
  /// - Parameter found: what the register says of this very file.
  /// - Returns: `rejected` or `undecided` where the register has a reason for that.
  public func considering(_ found: RegisterFindings) -> Verification {
    guard case .verified(let attestation) = content else { return self }
    let against = found.rejections + found.doubts
    guard !against.isEmpty else {
      return with(decision, reasons, remarks + found.remarks, content)
    }
    let claim = UnverifiedAttestation(
      statement: attestation.statement,
      presentation: attestation.presentation
    )
    return with(
      found.rejections.isEmpty ? .undecided : .rejected,
      reasons + against,
      remarks + found.remarks,
      .unverified(claim)
    )
  }

  private func with(
    _ decision: Decision,
    _ reasons: [Reason],
    _ remarks: [Reason],
    _ content: Content
  ) -> Verification {
    Verification(
      decision: decision,
      reasons: reasons,
      remarks: remarks,
      signers: signers,
      content: content,
      judgedAt: judgedAt
    )
  }
}
