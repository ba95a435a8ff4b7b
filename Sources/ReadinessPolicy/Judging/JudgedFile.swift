public import ReadinessAttestation

/// A verified file with what a policy makes of it: one decision, every reason.
public struct JudgedFile: Hashable, Sendable {
  /// What the verifier found.
  public let verification: Verification
  /// What the policy makes of it; `nil` without a policy, and where nothing was verified that it
  /// could judge.
  public let judgement: PolicyJudgement?

  /// One reason or remark, by whichever step.
  public struct Said: Hashable, Sendable {
    /// The reason.
    public let reason: Reason
    /// The clause of the policy, where it is one's.
    public let clause: String?
  }

  /// A file without a policy.
  public init(_ verification: Verification) {
    self.verification = verification
    judgement = nil
  }

  /// A file judged by a policy.
  ///
  /// Only what was verified is judged: a file that is rejected, undecided or a withdrawal is not.
  public init(_ verification: Verification, policy: Policy, in circumstances: Circumstances) {
    self.verification = verification
    if case .verified(let verified) = verification.content {
      judgement = policy.judge(verified, in: circumstances)
    } else {
      judgement = nil
    }
  }

  /// What it comes to: the worse of what the verifier and the policy say.
  public var decision: Decision {
    guard let judgement, verification.decision == .valid else { return verification.decision }
    return judgement.decision
  }

  /// Why, by the verifier first, then by the policy in the order of its clauses.
  public var reasons: [Said] {
    Self.all(verification.reasons, judgement?.reasons ?? [])
  }

  /// What else a reader should know.
  public var remarks: [Said] {
    Self.all(verification.remarks, judgement?.remarks ?? [])
  }

  private static func all(_ reasons: [Reason], _ policy: [PolicyReason]) -> [Said] {
    reasons.map { Said(reason: $0, clause: nil) }
      + policy.map { Said(reason: $0.reason, clause: $0.clause) }
  }
}
