public import ReadinessCore

/// Judges attestation files.
///
/// May be shared between threads; one instance for many files.
public struct Verifier: Sendable {
  /// Whom to believe.
  public let trust: TrustStore
  /// Whom to believe as assessors; nobody unless given, since a programme that vouches for firms
  /// does not make each of them one.
  public var assessors = TrustStore.none
  /// Whose time-stamps are believed; nobody's unless given.
  public var timeStampTrust = TimeStampTrust.none
  /// The bid that the file must be made for; nothing is demanded unless given.
  public var bid = BidDemand()
  /// Finds the engine for the question set of that SHA-256, by which disclosed answers are judged
  /// again; `nil` where it is not at hand.
  public typealias QuestionSet = @Sendable (_ sha256: String) -> Assessor?
  /// Where question sets are found; nowhere unless given.
  public var questionSet: QuestionSet = { _ in nil }
  /// As of when to judge.
  public let now: Instant
  /// What is asked of revocation lists, and those that were given.
  public let revocation: RevocationRules

  /// A verifier that believes those and judges as of that moment.
  ///
  /// - Parameters:
  ///   - trust: given, never assumed; with ``TrustStore/none`` every intact file is undecided.
  ///   - now: the clock's, or an earlier moment for audits.
  ///   - revocation: the authorities' lists; without them nothing under an authority is decided.
  public init(trust: TrustStore, now: Instant, revocation: RevocationRules = RevocationRules()) {
    self.trust = trust
    self.now = now
    self.revocation = revocation
  }

  /// The same verifier as of another moment.
  public func judging(asOf moment: Instant) -> Verifier {
    var other = Verifier(trust: trust, now: moment, revocation: revocation)
    other.assessors = assessors
    other.timeStampTrust = timeStampTrust
    other.bid = bid
    other.questionSet = questionSet
    return other
  }

  /// Judges one file.
  ///
  /// 1. **Container**: profile 3.1; nothing is unpacked before all sizes are within the limits.
  /// 2. **Manifest**: each manifest has its one form and the digests of the files; no file is
  ///    without one.
  /// 3. **Signature**: each is one strict signature over its manifest with the four signed
  ///    attributes, by an accepted key, naming its own certificate.
  /// 4. **Chain**: somebody in the trust store vouches for the signer as of now.
  /// 5. **Revocation**: a pinned certificate is withdrawn by taking it out of the trust store; under
  ///    an authority, a current list of each authority in the chain must say that nothing was revoked.
  /// 6. **Time-stamp**: one by an authority that is believed shows when the signature was made at the
  ///    latest, and steps 4 and 5 are judged as of then; the time of any other is ignored.
  /// 7. **Schema**: the bytes whose digest was signed are the bytes that are read.
  /// 8. **Statement**: it agrees with itself, the clock, and the certificate that signed.
  /// 9. **Subject**: the signer is the firm that the statement is about.
  /// 10. **Rendering**: the enclosed page is the document's.
  /// 11. **Disclosure**: what is disclosed is what was sealed; answers are judged again.
  /// 12. **Presentation**: what binds the file to a bid is the firm's own, and is the bid demanded.
  ///
  /// A container may be about a withdrawal instead; then steps 7 to 9 are about that, and the others
  /// do not arise. ``Verification/considering(_:)`` brings both together.
  ///
  /// Register and policy come after, by whoever holds them. The first step that rejects ends the
  /// matter; a doubt does not, so that a file is never called undecided that must be rejected.
  ///
  /// - Parameter file: the file's bytes.
  /// - Returns: the decision with its reasons.
  public func verify(_ file: [UInt8]) -> Verification {
    var draft = Verification.Draft()
    do throws(Rejection) {
      let container = try ContainerStep.read(file)
      let files = try ManifestStep.check(container)
      // Steps 3 to 6, signature by signature.
      try SignatureStep.check(container, files: files, by: self, &draft)
      if container.documentName == EntryName.withdrawal {
        let withdrawal = try WithdrawalStep.check(container, at: now, &draft)
        return Verification(completed: draft, withdrawal: withdrawal, at: now)
      }
      let statement = try StatementStep.read(container)
      draft.statement = statement
      try StatementStep.check(statement, at: now, &draft)
      try SubjectStep.check(statement.subject.identifiers, &draft)
      try RenderingStep.check(statement, container, &draft)
      try DisclosureStep.check(statement, container, questionSet: questionSet, &draft)
      try CountersignatureStep.check(statement, container, &draft)
      try PresentationStep.check(statement, container, demand: bid, at: now, &draft)
      return Verification(completed: draft, statement: statement, at: now)
    } catch {
      return Verification(rejected: error, draft, at: now)
    }
  }

  /// Whether steps 1 to 6 reject nothing and leave no doubt; for benchmarks of these steps alone.
  package func signaturesHold(_ file: [UInt8]) -> Bool {
    var draft = Verification.Draft()
    do throws(Rejection) {
      let container = try ContainerStep.read(file)
      let files = try ManifestStep.check(container)
      try SignatureStep.check(container, files: files, by: self, &draft)
      return draft.doubts.isEmpty
    } catch {
      return false
    }
  }
}
