public import ReadinessAttestation
import ReadinessCore

/// A firm's word that it no longer stands behind a statement, as the register keeps it.
public struct RegisterWithdrawal: Hashable, Sendable {
  /// SHA-256 of the file, in lower-case hexadecimal.
  let file: String
  /// Where it lay.
  let path: String
  /// The id of the statement that is taken back.
  let attestation: String
  /// Who takes it back, as ``RegisterEntry/organisation(of:signer:)`` names it.
  let organisation: String
  /// SHA-256 of the signer's certificate.
  let signer: String
  /// Above that of the statement.
  let sequence: Int
  /// When it was made.
  let issued: Instant
  /// Why, on one line.
  let reason: String

  /// A withdrawal, as it is kept.
  init(
    file: String,
    path: String,
    attestation: String,
    organisation: String,
    signer: String,
    sequence: Int,
    issued: Instant,
    reason: String
  ) {
    self.file = file
    self.path = path
    self.attestation = attestation
    self.organisation = organisation
    self.signer = signer
    self.sequence = sequence
    self.issued = issued
    self.reason = reason
  }

  /// What the register keeps of a file; `nil` unless it is a withdrawal of a firm that is known.
  ///
  /// - Parameters:
  ///   - verification: what was found.
  ///   - sha256: the file's digest, in lower-case hexadecimal.
  ///   - path: where it lies.
  public init?(_ verification: Verification, sha256: String, path: String) {
    guard case .withdrawal(let withdrawal) = verification.content, verification.decision == .valid,
      let signer = verification.signers.first
    else { return nil }
    file = sha256
    self.path = path
    attestation = withdrawal.attestation
    organisation = RegisterEntry.organisation(
      of: signer.confirmedIdentifiers,
      signer: signer.fingerprint
    )
    self.signer = signer.fingerprint
    sequence = withdrawal.sequence
    issued = withdrawal.issued
    reason = withdrawal.reason
  }

  /// What is said of the statement.
  static func words(issued: String, reason: String) -> String {
    "the firm withdrew the statement on \(issued.prefix(10)): \(reason)"
  }
}
