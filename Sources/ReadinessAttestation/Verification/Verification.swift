public import ReadinessCore

/// What the verifier found.
public struct Verification: Hashable, Sendable {
  /// The statement, by how far it may be believed.
  public enum Content: Hashable, Sendable {
    /// There is none that could be read.
    case none
    /// A statement that somebody wrote; nothing more is known of it.
    case unverified(UnverifiedAttestation)
    /// A statement by the firm that it is about.
    case verified(VerifiedAttestation)
    /// The file takes another statement back; how far that counts is what it comes to.
    case withdrawal(Withdrawal)
  }

  /// What it comes to.
  public let decision: Decision
  /// Why; never empty unless the decision is `valid` or `meets policy`.
  public let reasons: [Reason]
  /// What else a reader should know; never changes the decision.
  public let remarks: [Reason]
  /// Whose signatures hold, in their order.
  public let signers: [Signer]
  /// The statement.
  public let content: Content
  /// The moment as of which it was judged.
  public let judgedAt: Instant

  /// The finding about a file that could not be read from where it lies.
  ///
  /// - Parameters:
  ///   - text: why, in words.
  ///   - instant: the moment of the attempt.
  /// - Returns: a finding with the decision `unreadable`.
  public static func unreadable(_ text: String, at instant: Instant) -> Verification {
    Verification(
      decision: .unreadable,
      reasons: [Reason(.container, .fileNotReadable, text)],
      remarks: [],
      signers: [],
      content: .none,
      judgedAt: instant
    )
  }
}

/// A statement that nobody has been found to stand behind.
public struct UnverifiedAttestation: Hashable, Sendable {
  /// What somebody wrote.
  public let statement: Statement
  /// What binds it to a bid, as somebody wrote.
  public let presentation: Presentation?
  /// The page that belongs to the statement, made here and not taken from the file.
  public var rendering: [UInt8] { StatementPage.html(statement) }

  /// Reads the statement of a container without any check of who made it.
  ///
  /// - Parameter file: the container's bytes.
  /// - Returns: what somebody wrote.
  /// - Throws: the reason for which nothing can be read.
  public static func read(_ file: [UInt8]) throws(Rejection) -> UnverifiedAttestation {
    UnverifiedAttestation(
      statement: try StatementStep.read(try ContainerStep.read(file)),
      presentation: nil
    )
  }
}

/// A statement by the firm that it is about, intact since the firm signed it.
///
/// Only the ``Verifier`` makes one. It proves who says so, not that it is so.
public struct VerifiedAttestation: Hashable, Sendable {
  /// What the firm declares of itself.
  public let statement: Statement
  /// Who signed, the firm first.
  public let signers: [Signer]
  /// What binds it to a bid, where the firm has bound it.
  public let presentation: Presentation?
  /// The answers and outcomes that were disclosed with it; all others stay unknown.
  public let disclosures: [JudgedDisclosure]
  /// The page that belongs to the statement, made here and not taken from the file.
  public var rendering: [UInt8] { StatementPage.html(statement) }

  /// How much a piece of the statement's evidence counts; never more than its strength there.
  ///
  /// "Independently tested" is the firm's own word. It counts only where an assessor whom the
  /// verifier was told to believe has tested all the questions that the evidence bears on.
  public func countedStrength(of evidence: Statement.EvidenceDigest) -> Statement.Strength {
    signers.countedStrength(of: evidence)
  }

  fileprivate init(statement: Statement, _ draft: Verification.Draft) {
    self.statement = statement
    signers = draft.signers
    presentation = draft.presentation
    disclosures = draft.disclosures
  }
}

/// Why a file is rejected.
public struct Rejection: Error, Hashable, Sendable, CustomStringConvertible {
  /// The reasons; at least one.
  public let reasons: [Reason]

  init(_ reason: Reason) { reasons = [reason] }

  /// `nil` where there is no reason.
  init?(_ reasons: [Reason]) {
    guard !reasons.isEmpty else { return nil }
    self.reasons = reasons
  }

  /// The reasons, one to the line.
  public var description: String { reasons.map(\.description).joined(separator: "\n") }
}

extension Verification {
  /// What the steps have found so far.
  struct Draft {
    /// Why it cannot be decided.
    var doubts: [Reason] = []
    /// What was demanded and is not so.
    var unmet: [Reason] = []
    var remarks: [Reason] = []
    var signers: [Signer] = []
    var statement: Statement?
    var presentation: Presentation?
    var disclosures: [JudgedDisclosure] = []

    /// What is claimed, whoever stands behind it.
    var unverified: UnverifiedAttestation? {
      statement.map { UnverifiedAttestation(statement: $0, presentation: presentation) }
    }
  }

  /// The finding after a step rejected the file.
  init(rejected rejection: Rejection, _ draft: Draft, at instant: Instant) {
    self.init(
      decision: .rejected,
      reasons: rejection.reasons,
      remarks: draft.remarks,
      signers: draft.signers,
      content: draft.unverified.map { .unverified($0) } ?? .none,
      judgedAt: instant
    )
  }

  /// The finding after all steps: `undecided` where one of them had a doubt, `does not meet policy`
  /// where the file is another than was demanded, else `valid`.
  init(completed draft: Draft, statement: Statement, at instant: Instant) {
    let isCertain = draft.doubts.isEmpty
    self.init(
      decision: isCertain ? (draft.unmet.isEmpty ? .valid : .doesNotMeetPolicy) : .undecided,
      reasons: draft.doubts + draft.unmet,
      remarks: draft.remarks,
      signers: draft.signers,
      content: isCertain
        ? .verified(VerifiedAttestation(statement: statement, draft))
        : draft.unverified.map { .unverified($0) } ?? .none,
      judgedAt: instant
    )
  }

  /// The finding about a withdrawal after all steps.
  init(completed draft: Draft, withdrawal: Withdrawal, at instant: Instant) {
    self.init(
      decision: draft.doubts.isEmpty ? .valid : .undecided,
      reasons: draft.doubts,
      remarks: draft.remarks,
      signers: draft.signers,
      content: .withdrawal(withdrawal),
      judgedAt: instant
    )
  }
}
