public import ReadinessAttestation

/// What a policy makes of a verified file.
public struct PolicyJudgement: Hashable, Sendable {
  /// `meetsPolicy`, `doesNotMeetPolicy` or `undecided`; never another.
  public let decision: Decision
  /// Every reason against it, in the order of the clauses; empty where the policy is met.
  public let reasons: [PolicyReason]
  /// What else a reader should know; never changes the decision.
  public let remarks: [PolicyReason]
  /// What each clause comes to, in the policy's order.
  public let clauses: [Finding]

  /// What one clause comes to.
  public struct Finding: Hashable, Sendable {
    /// The clause's id.
    public let clause: String
    /// What it comes to.
    public let result: Result
  }

  /// What a clause can come to.
  public enum Result: String, CaseIterable, Hashable, Sendable {
    /// What is demanded is there.
    case met
    /// It is not.
    case notMet = "not-met"
    /// What is there does not tell.
    case undecided
    /// It is not met, and the supplier is exempt from it.
    case exempt
    /// It is not for this supplier's tier.
    case notForTier = "not-for-tier"
  }
}

/// One reason that a policy gives, or one remark.
public struct PolicyReason: Hashable, Sendable {
  /// The clause's id; `nil` where the policy as a whole is meant.
  public let clause: String?
  /// What it is, for programs; stable.
  public let code: Code
  /// What it is, in words for people, safe to print.
  public let text: String

  init(_ clause: String?, _ code: Code, _ text: String) {
    self.clause = clause
    self.code = code
    self.text = VisibleText.of(text)
  }

  /// The same as a reason of a verification, by the step `policy`.
  public var reason: Reason { Reason(.policy, code.rawValue, text) }

  /// What a reason can be.
  public enum Code: String, CaseIterable, Hashable, Sendable {
    /// The firm's answers are incomplete.
    case incomplete
    /// The policy is not to be applied on that day.
    case policyNotInForce = "policy-not-in-force"
    /// Clauses depend on the supplier's tier, which is not known.
    case tierNotKnown = "tier-not-known"
    /// The question set or its edition is not accepted.
    case questionnaireNotAccepted = "questionnaire-not-accepted"
    /// The firm says of itself that it is not ready.
    case notReady = "not-ready"
    /// An automatic fail is open.
    case automaticFail = "automatic-fail"
    /// There is no plan.
    case noPlan = "no-plan"
    /// The plan ends after contract award.
    case planTooLate = "plan-too-late"
    /// An answer or outcome is demanded and was not disclosed.
    case notDisclosed = "not-disclosed"
    /// A requirement, theme or answer is not met.
    case notMet = "not-met"
    /// The outcome of a requirement, theme or answer is not known.
    case outcomeNotKnown = "outcome-not-known"
    /// A disclosed answer could not be judged again.
    case notJudgedAgain = "not-judged-again"
    /// Nothing strong enough stands behind an answer.
    case evidenceTooWeak = "evidence-too-weak"
    /// What stands behind an answer is too old.
    case evidenceTooOld = "evidence-too-old"
    /// A test is called independent, and its assessor is not known to the buyer.
    case assessorNotTrusted = "assessor-not-trusted"
    /// The day of judgement is too long ago.
    case tooOld = "too-old"
    /// The day of judgement lies ahead.
    case judgedAhead = "judged-ahead"
    /// A part of the organisation is covered, and only the whole will do.
    case scopeIsPart = "scope-is-part"
    /// A person must decide whether the part is enough.
    case scopeToBeAccepted = "scope-to-be-accepted"
    /// By the scheme's rules the scope does not hold.
    case scopeDoesNotStand = "scope-does-not-stand"
    /// An entry in a register is missing.
    case identifierMissing = "identifier-missing"
    /// Nobody but the firm says that the entry is its own.
    case identifierNotConfirmed = "identifier-not-confirmed"
    /// The file is about another firm than the buyer means.
    case anotherSupplier = "another-supplier"
    /// It was not said which supplier is meant.
    case supplierNotGiven = "supplier-not-given"
    /// The firm's key is known in another way than is demanded.
    case signerNotAccepted = "signer-not-accepted"
    /// No trusted time-stamp says when it was signed.
    case notStamped = "not-stamped"
    /// Nobody counter-signs in a role.
    case notCountersigned = "not-countersigned"
    /// Whoever counter-signs is not known to the buyer.
    case countersignerNotTrusted = "countersigner-not-trusted"
    /// Whoever declares has not the authority that is demanded.
    case declarerNotAccepted = "declarer-not-accepted"
    /// No certificate of the scheme and level is named.
    case noCertificate = "no-certificate"
    /// The certificate has run out.
    case certificateExpired = "certificate-expired"
    /// The certificate will have run out on a day on which it must hold.
    case certificateExpiresTooSoon = "certificate-expires-too-soon"
    /// The certificate begins only after today.
    case certificateNotYetIssued = "certificate-not-yet-issued"
    /// The certificate is another organisation's.
    case certificateOfAnother = "certificate-of-another"
    /// The certificate covers a part, and only the whole will do.
    case certificateScope = "certificate-scope"
    /// A person must decide whether the certificate's part is enough.
    case certificateScopeToBeAccepted = "certificate-scope-to-be-accepted"
    /// The certificate was judged by other requirements than are accepted.
    case certificateRequirements = "certificate-requirements"
    /// The buyer has not looked the certificate up.
    case lookUpMissing = "look-up-missing"
    /// The buyer's look-up is too long ago.
    case lookUpTooOld = "look-up-too-old"
    /// The public search does not show the certificate, or shows another.
    case lookUpNegative = "look-up-negative"
    /// A person must decide whether the controls are equivalent.
    case equivalentToBeAccepted = "equivalent-to-be-accepted"
    /// The day of contract award was not given.
    case awardNotGiven = "award-not-given"
    /// The day on which the contract starts was not given.
    case contractStartNotGiven = "contract-start-not-given"
    /// Nothing binds the file to the notice.
    case notBoundToNotice = "not-bound-to-notice"
    /// The file is bound to another notice.
    case madeForAnotherNotice = "made-for-another-notice"
    /// It was not said which notice is meant.
    case noticeNotGiven = "notice-not-given"
    /// The file repeats no challenge, or another.
    case challengeNotAnswered = "challenge-not-answered"
    /// It was not said which challenge is meant.
    case challengeNotGiven = "challenge-not-given"
    /// Which key a buyer has confirmed only the buyer knows.
    case forTheBuyer = "for-the-buyer"
    /// The clause is not met; the supplier is exempt.
    case exempt
    /// The supplier was exempt once.
    case exemptionEnded = "exemption-ended"
    /// It counts on what the firm will have done by contract award.
    case byAward = "by-award"
    /// The firm's own look-up does not count.
    case ownLookUp = "own-look-up"
  }
}
