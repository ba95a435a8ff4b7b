extension StatementSense {
  /// Kinds of problems.
  public enum ProblemCode: String, CaseIterable, Hashable, Sendable {
    /// The statement's last moment is past.
    case attestationExpired = "attestation-expired"
    /// It was issued more than a day after the moment of judgement.
    case issuedInTheFuture = "issued-in-the-future"
    /// It ends before it begins, or lasts longer than twelve months.
    case validityNotAllowed = "validity-not-allowed"
    /// The answers were judged as of a day after the statement was issued.
    case judgedAfterIssue = "judged-after-issue"
    /// The sequence does not follow from the time of issue.
    case sequenceOutOfStep = "sequence-out-of-step"
    /// The counts do not bear the verdict.
    case verdictContradictsCounts = "verdict-contradicts-counts"
    /// A shown outcome is not among the counts, or the verdict does not allow it.
    case outcomeContradictsCounts = "outcome-contradicts-counts"
    /// A theme stands better than one of its requirements.
    case themeContradictsRequirement = "theme-contradicts-requirement"
    /// More or less is shown than the detail says, or something unknown is named.
    case detailContradictsContent = "detail-contradicts-content"
    /// Something that may stand once stands twice.
    case repeated
    /// An entry that cannot exist in its register, or is not in its normal form.
    case identifierNotValid = "identifier-not-valid"
    /// A text with control characters, without characters or too long.
    case textNotAllowed = "text-not-allowed"
    /// A statement of what this is not that is none of ours.
    case disclaimerUnknown = "disclaimer-unknown"
    /// "Meets now" without a certificate that bears it.
    case declarationWithoutCertificate = "declaration-without-certificate"
    /// A certificate whose dates cannot be.
    case certificateDatesNotValid = "certificate-dates-not-valid"
  }

  /// Kinds of remarks.
  public enum RemarkCode: String, CaseIterable, Hashable, Sendable {
    /// It was issued more than ten minutes, but no more than a day, after the moment of judgement.
    case issuedAheadOfClock = "issued-ahead-of-clock"
    /// A name with invisible or bidirectional characters.
    case hiddenCharacters = "hidden-characters"
    /// A name with letters of several scripts, of another script than Latin, or look-alikes.
    case unusualLetters = "unusual-letters"
    /// An identifier that asks for a look, in the words of `IdentifierRules.Remark`.
    case identifier
    /// No identifier at all.
    case noIdentifier = "no-identifier"
    /// A certificate listed as held is past its last day.
    case certificateExpired = "certificate-expired"
    /// A certificate listed as held names another holder than the subject.
    case certificateOfAnother = "certificate-of-another"
    /// "Meets by award" without any planned improvement.
    case noPlan = "no-plan"
  }
}
