public import ReadinessAttestation
public import ReadinessCore
public import ReadinessPolicy

/// What was found about one file, without the file: small enough to keep ten thousand.
public struct FileFinding: Hashable, Sendable {
  /// Where the file lies, as it was named.
  public let path: String
  /// SHA-256 of its bytes in lower-case hexadecimal; `nil` where it could not be read.
  public let sha256: String?
  /// What it comes to.
  public private(set) var decision: Decision
  /// Why, every reason.
  public private(set) var reasons: [JudgedFile.Said]
  /// What else a reader should know.
  public let remarks: [JudgedFile.Said]
  /// What the file states, believed or not.
  public let claim: Claim?
  /// Who signed as the firm, where a signature holds.
  public let signer: Signature?
  /// The place of the supplier on the buyer's list to whom the file belongs, where it is verified,
  /// or claims to belong, where it is not.
  public let supplier: Int?
  /// Whether it is a withdrawal rather than a statement.
  public let isWithdrawal: Bool
  /// As of when it was judged.
  public let judgedAt: Instant

  /// What a statement says in short.
  public struct Claim: Hashable, Sendable {
    /// Whether the firm is known to say so.
    public let isVerified: Bool
    /// The statement's id.
    public let id: String
    /// Its number among the firm's: the highest is the newest.
    public let sequence: Int
    /// The firm's name.
    public let legalName: String
    /// The firm's entries in registers, as it says.
    public let identifiers: [Identifier]
    /// Those of them that somebody else than the firm has confirmed; none before it is verified.
    public let confirmed: [Identifier]
    /// The firm's own verdict, in words.
    public let verdict: String
    /// The day of judgement.
    public let judgedOn: CalendarDate
    /// Until when it may be relied on.
    public let validUntil: Instant
    /// Scheme and edition of the question set.
    public let questionnaire: String
    /// The evidence that it names, by digest.
    public let evidence: [String]

    init(_ statement: Statement, confirmed: [Identifier]?) {
      isVerified = confirmed != nil
      self.confirmed = confirmed ?? []
      id = statement.id
      sequence = statement.sequence
      legalName = statement.subject.legalName
      identifiers = statement.subject.identifiers
      verdict = statement.verdict.inWords
      judgedOn = statement.judgedOn
      validUntil = statement.validUntil
      questionnaire = "\(statement.questionnaire.scheme) \(statement.questionnaire.edition)"
      evidence = statement.evidence.map(\.sha256)
    }
  }

  /// Who signed.
  public struct Signature: Hashable, Sendable {
    /// SHA-256 of the certificate in lower-case hexadecimal.
    public let fingerprint: String
    /// The certificate's subject, safe to print.
    public let subject: String
    /// How the certificate is known, in words.
    public let trust: String
    /// When it was signed, as the signer says.
    public let signedAt: Instant
    /// When it was signed at the latest, as a trusted time-stamp says.
    public let stampedAt: Instant?

    init(_ signer: Signer) {
      fingerprint = signer.fingerprint
      subject = signer.subject
      trust = signer.trust.inWords
      signedAt = signer.signedAt
      stampedAt = signer.stampedAt
    }
  }

  /// Keeps what is needed of a judged file.
  ///
  /// - Parameters:
  ///   - path: where it lies.
  ///   - sha256: its digest; `nil` where it could not be read.
  ///   - judged: what was found.
  ///   - list: the buyer's list, where there is one.
  public init(path: String, sha256: String?, judged: JudgedFile, list: SupplierList?) {
    self.path = path
    self.sha256 = sha256
    decision = judged.decision
    reasons = judged.reasons
    remarks = judged.remarks
    judgedAt = judged.verification.judgedAt
    signer = judged.verification.signers.first.map(Signature.init)
    switch judged.verification.content {
    case .none:
      claim = nil
      isWithdrawal = false
    case .unverified(let attestation):
      claim = Claim(attestation.statement, confirmed: nil)
      isWithdrawal = false
    case .verified(let attestation):
      claim = Claim(attestation.statement, confirmed: attestation.confirmedIdentifiers)
      isWithdrawal = false
    case .withdrawal:
      claim = nil
      isWithdrawal = true
    }
    // A firm may write down another's entries too: what nobody confirmed never gives it a place.
    supplier = claim.flatMap { list?.place(of: $0.isVerified ? $0.confirmed : $0.identifiers) }
  }

  /// Whether the firm is known to have said it, so that it can count for a supplier.
  public var isTrustworthy: Bool {
    guard claim?.isVerified == true else { return false }
    return switch decision {
    case .meetsPolicy, .doesNotMeetPolicy, .valid, .undecided: true
    case .rejected, .unreadable: false
    }
  }
}
