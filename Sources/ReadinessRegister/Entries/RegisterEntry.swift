public import ReadinessAttestation
public import ReadinessCore
public import ReadinessPolicy

/// One verified file as the register keeps it.
public struct RegisterEntry: Hashable, Sendable {
  /// SHA-256 of the file, in lower-case hexadecimal.
  public internal(set) var file: String
  /// Where it lay.
  public internal(set) var path: String
  /// The supplier, as ``organisation(of:signer:)`` names it.
  public internal(set) var organisation: String
  /// The supplier's name, as it gives it.
  public internal(set) var name: String
  /// The supplier's entries in public registers, as it gives them.
  public internal(set) var identifiers: [Identifier]
  /// Those of its entries that somebody else has confirmed.
  public internal(set) var confirmed: [Identifier]
  /// Who vouches for the key: a programme's root, or the key itself.
  public internal(set) var anchor: String
  /// The statement's id.
  public internal(set) var attestation: String
  /// The statement's number among the firm's: the highest is the newest.
  public internal(set) var sequence: Int
  /// When the statement was made.
  public internal(set) var issued: Instant
  /// The day of judgement.
  public internal(set) var judgedOn: CalendarDate
  /// Until when it may be relied on.
  public internal(set) var validUntil: Instant
  /// The firm's own verdict: `ready`, `not ready`, `incomplete`.
  public internal(set) var verdict: String
  /// Scheme and edition of the question set.
  public internal(set) var questionnaire: String
  /// SHA-256 of the signer's certificate.
  public internal(set) var signer: String
  /// SHA-256 of the signer's public key.
  public internal(set) var signerKey: String
  /// The subject of the signer's certificate.
  public internal(set) var signerSubject: String
  /// How the certificate was known, in words.
  public internal(set) var trust: String
  /// When it was signed, as the signer says.
  public internal(set) var signedAt: Instant
  /// The evidence that it names: digest, and when it was made.
  public internal(set) var evidence: [String: CalendarDate] = [:]
  /// The certificates of others that it names: number, and what is said of each.
  public internal(set) var certificates: [String: Held] = [:]
  /// The outcome of each requirement, where the firm has said it.
  public internal(set) var outcomes: [String: String] = [:]

  /// A certificate that the firm says it holds.
  public struct Held: Hashable, Sendable {
    /// The scheme, as a statement has it: `ce`.
    public let scheme: String
    /// The day after which it no longer holds.
    public let expires: CalendarDate

    /// A certificate.
    package init(scheme: String, expires: CalendarDate) {
      self.scheme = scheme
      self.expires = expires
    }
  }

  /// An entry as it is kept.
  package init(
    file: String,
    path: String,
    organisation: String,
    name: String,
    identifiers: [Identifier],
    confirmed: [Identifier],
    anchor: String,
    attestation: String,
    sequence: Int,
    issued: Instant,
    judgedOn: CalendarDate,
    validUntil: Instant,
    verdict: String,
    questionnaire: String,
    signer: String,
    signerKey: String,
    signerSubject: String,
    trust: String,
    signedAt: Instant,
    evidence: [String: CalendarDate] = [:],
    certificates: [String: Held] = [:],
    outcomes: [String: String] = [:]
  ) {
    self.file = file
    self.path = path
    self.organisation = organisation
    self.name = name
    self.identifiers = identifiers
    self.confirmed = confirmed
    self.anchor = anchor
    self.attestation = attestation
    self.sequence = sequence
    self.issued = issued
    self.judgedOn = judgedOn
    self.validUntil = validUntil
    self.verdict = verdict
    self.questionnaire = questionnaire
    self.signer = signer
    self.signerKey = signerKey
    self.signerSubject = signerSubject
    self.trust = trust
    self.signedAt = signedAt
    self.evidence = evidence
    self.certificates = certificates
    self.outcomes = outcomes
  }
}

extension RegisterEntry {
  /// What the register keeps of a file; `nil` unless the firm is known to have said it.
  ///
  /// - Parameters:
  ///   - verification: what was found.
  ///   - sha256: the file's digest, in lower-case hexadecimal.
  ///   - path: where it lies.
  public init?(_ verification: Verification, sha256: String, path: String) {
    guard case .verified(let attestation) = verification.content,
      let signer = attestation.signers.first
    else { return nil }
    let statement = attestation.statement
    file = sha256
    self.path = path
    name = statement.subject.legalName
    identifiers = statement.subject.identifiers
    // A firm may write down another's entries too: by those it never becomes the other.
    confirmed = attestation.confirmedIdentifiers
    organisation = Self.organisation(of: confirmed, signer: signer.fingerprint)
    anchor =
      if case .authority(let root) = signer.trust {
        "authority " + root.fingerprint
      } else {
        "key " + signer.fingerprint
      }
    self.attestation = statement.id
    sequence = statement.sequence
    issued = statement.issued
    judgedOn = statement.judgedOn
    validUntil = statement.validUntil
    verdict = statement.verdict.inWords
    questionnaire = "\(statement.questionnaire.scheme) \(statement.questionnaire.edition)"
    self.signer = signer.fingerprint
    signerKey = signer.certificate.keyFingerprint
    signerSubject = signer.subject
    trust = signer.trust.inWords
    signedAt = signer.signedAt
    for piece in statement.evidence { evidence[piece.sha256] = piece.madeOn }
    for held in statement.certificatesHeld {
      certificates[held.number] = Held(scheme: held.scheme.rawValue, expires: held.expires)
    }
    for line in statement.requirements { outcomes[line.requirement] = line.outcome.rawValue }
  }

  /// What the register calls a supplier.
  ///
  /// - Parameters:
  ///   - identifiers: its confirmed entries in public registers.
  ///   - signer: its certificate's SHA-256; stands in for a firm of whom no entry is confirmed.
  /// - Returns: the company number, as `GB-COH-01234567`; without one, the first entry by name.
  public static func organisation(of identifiers: [Identifier], signer: String) -> String {
    let first =
      identifiers.first { $0.scheme == "GB-COH" }
      ?? identifiers.min { ($0.scheme, $0.id) < ($1.scheme, $1.id) }
    return first?.description ?? "key \(signer)"
  }
}

/// One look at a file: when, by what, and what it came to.
public struct RegisterCheck: Hashable, Sendable {
  /// As of when.
  public let at: Instant
  /// The program and its version.
  public let program: String
  /// SHA-256 of the policy; `nil` without one.
  public let policy: String?
  /// SHA-256 over the trust that was given.
  public let trust: String
  /// What it came to.
  public let decision: String
  /// Why: a line for each reason, as `policy:CERT-1:no-certificate: the firm names none`.
  public let reasons: [String]

  /// One look.
  public init(_ judged: JudgedFile, by program: String, policy: String?, trust: String) {
    self.init(
      at: judged.verification.judgedAt,
      program: program,
      policy: policy,
      trust: trust,
      decision: judged.decision.rawValue,
      reasons: judged.reasons.map { said in
        let place = [said.reason.step.rawValue, said.clause, said.reason.code]
        return place.compactMap(\.self).joined(separator: ":") + ": " + said.reason.text
      }
    )
  }

  /// A look, as it is kept.
  package init(
    at: Instant,
    program: String,
    policy: String?,
    trust: String,
    decision: String,
    reasons: [String]
  ) {
    self.at = at
    self.program = program
    self.policy = policy
    self.trust = trust
    self.decision = decision
    self.reasons = reasons
  }
}
