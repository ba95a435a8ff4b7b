/// What a verification comes to.
///
/// `valid` says that the file holds and who signed it, and nothing of readiness: the firm's own
/// verdict stands beside it.
public enum Decision: String, CaseIterable, Hashable, Sendable {
  /// The file holds and meets the policy given.
  case meetsPolicy = "meets policy"
  /// The file holds and does not meet the policy given.
  case doesNotMeetPolicy = "does not meet policy"
  /// The file holds; no policy was given.
  case valid
  /// Something that is needed to decide is missing.
  case undecided
  /// The file is broken, changed or not to be trusted.
  case rejected
  /// The file could not be read at all.
  case unreadable
}

/// A step of a verification, in the order of the steps.
public enum VerificationStep: String, CaseIterable, Hashable, Sendable {
  /// The rules of the container.
  case container
  /// The manifests against the files.
  case manifest
  /// The signatures and their signed attributes.
  case signature
  /// The certificates up to somebody who is trusted.
  case chain
  /// Whether a certificate was revoked.
  case revocation
  /// The time-stamps.
  case timestamp
  /// The document against its schema.
  case schema
  /// The statement against itself and the clock.
  case statement
  /// The subject against the signer.
  case subject
  /// The rendering against the document.
  case rendering
  /// The disclosed answers against the digests.
  case disclosure
  /// What binds the file to one bid.
  case presentation
  /// The register of files seen before.
  case register
  /// The policy.
  case policy
}

/// One reason for a decision, or one remark.
public struct Reason: Hashable, Sendable, CustomStringConvertible {
  /// The step that found it.
  public let step: VerificationStep
  /// What it is, for programs; stable.
  public let code: String
  /// What it is, in words for people, safe to print.
  public let text: String

  /// A reason by that step.
  public init(_ step: VerificationStep, _ code: String, _ text: String) {
    self.step = step
    self.code = code
    self.text = VisibleText.of(text)
  }

  init(_ step: VerificationStep, _ code: Code, _ text: String) {
    self.init(step, code.rawValue, text)
  }

  /// The codes that are the verifier's own; the others are those of ``ContainerError``,
  /// ``ManifestError``, ``SignatureError``, ``ChainError``, ``StatementReadingError``,
  /// ``StatementSense`` and ``DisclosureError``.
  public enum Code: String, CaseIterable, Hashable, Sendable {
    /// Nobody in the trust store vouches for the signer.
    case signerUnknown = "signer-unknown"
    /// The key is known, and nothing says whose it is.
    case signerNotIdentified = "signer-not-identified"
    /// The signer is another organisation than the statement is about.
    case signerIsAnotherOrganisation = "signer-is-another-organisation"
    /// The statement names another certificate than the one that signed.
    case certificateNotAsStated = "signer-certificate-not-as-stated"
    /// The container is about a document of another kind than was asked for.
    case anotherDocument = "another-document"
    /// A further signer of whom nothing is known.
    case countersignerUnknown = "countersigner-unknown"
    /// Somebody signs as an assessor and is not among those given as assessors.
    case assessorNotTrusted = "assessor-not-trusted"
    /// The firm, or one of its own, signs as its assessor.
    case assessorIsTheFirm = "assessor-is-the-firm"
    /// A test is called independent, and no trusted assessor says so.
    case independentTestNotConfirmed = "independent-test-not-confirmed"
    /// A counter-signer's statement is about another attestation.
    case countersignatureOfAnother = "countersignature-of-another-attestation"
    /// A counter-signer's statement names another certificate than the one that signed it.
    case countersignatureByAnother = "countersignature-by-another-key"
    /// The firm counter-signs its own statement with the same key.
    case countersignatureByTheFirm = "countersignature-by-the-firm"
    /// A counter-signer's statement says what it cannot say.
    case countersignatureNotValid = "countersignature-not-valid"
    /// A signature adds two documents that each say what it is for.
    case severalParts = "several-parts"
    /// The question set by which disclosed answers would be judged is not at hand.
    case questionSetNotAtHand = "questionnaire-not-at-hand"
    /// A disclosed answer is worse than the statement's counts allow.
    case answerContradictsCounts = "disclosed-answer-contradicts-counts"
    /// Somebody else than the firm binds the file to a bid.
    case presentationByAnother = "presentation-by-another-key"
    /// The presentation is of another statement.
    case presentationOfAnother = "presentation-of-another-attestation"
    /// The presentation says what it cannot say.
    case presentationNotValid = "presentation-not-valid"
    /// The file was made for another notice than is demanded.
    case madeForAnotherNotice = "made-for-another-notice"
    /// A notice is demanded, and the file is bound to none.
    case notBoundToNotice = "not-bound-to-this-notice"
    /// The file is bound to a notice, and none is demanded.
    case boundToNotice = "made-for-one-notice"
    /// A challenge is demanded, and the file repeats none.
    case challengeNotAnswered = "challenge-not-answered"
    /// The file repeats another challenge.
    case challengeDiffers = "challenge-differs"
    /// The enclosed rendering is not that of the document.
    case renderingDiffers = "rendering-differs"
    /// The rendering is of a version that this program cannot make.
    case renderingNotChecked = "rendering-not-checked"
    /// The signing time is ahead of the clock.
    case signingTimeAhead = "signing-time-ahead"
    /// The signing time lies outside the certificate's validity.
    case signingTimeOutsideCertificate = "signing-time-outside-certificate"
    /// An RSA key of fewer than 3072 bits.
    case shortKey = "short-key"
    /// The certificate names one organisation, the person who confirmed the key another.
    case certificateNamesAnother = "certificate-names-another-organisation"
    /// A withdrawal says what it cannot say.
    case withdrawalNotValid = "withdrawal-not-valid"
    /// The firm has taken the statement back.
    case withdrawn
    /// There is a withdrawal that does not count for this statement.
    case withdrawalNotCounted = "withdrawal-not-counted"
    /// The file could not be read from where it lies.
    case fileNotReadable = "file-not-readable"
  }

  /// One line such as `container: attestation.xml: the checksum differs`.
  public var description: String { "\(step.rawValue): \(text)" }
}
