public import ReadinessCore

/// One signature that holds, and how its maker is known.
public struct Signer: Hashable, Sendable {
  /// In which part somebody signed.
  public enum Role: String, CaseIterable, Hashable, Sendable {
    /// As the firm that the statement is about.
    case firm
    /// As the firm again, for one bid.
    case presenter = "firm-for-a-bid"
    /// As a senior person of the firm.
    case seniorPerson = "senior-person"
    /// As the one who runs the firm's IT.
    case itLead = "it-lead"
    /// As the firm's adviser.
    case adviser
    /// As an assessor.
    case assessor
    /// Without saying in which part.
    case further

    /// Written as `assessor`.
    public var inWords: String {
      switch self {
      case .firm: "the firm"
      case .presenter: "the firm, for one bid"
      case .seniorPerson: "a senior person"
      case .itLead: "IT lead"
      case .adviser: "adviser"
      case .assessor: "assessor"
      case .further: "no part stated"
      }
    }
  }

  /// The signer's certificate.
  public let certificate: Certificate
  /// The signature's number, from 1.
  public let number: Int
  /// The files that this signature is the first to cover, and so vouched for by this signer.
  public let files: [String]
  /// In which part; beside the firm's it is what the signer says.
  public internal(set) var role: Role
  /// How the certificate is known.
  public internal(set) var trust: Trust
  /// When it was signed, as the signer says.
  public let signedAt: Instant
  /// When it was signed at the latest, as a trusted time-stamp says.
  public let stampedAt: Instant?
  /// What a counter-signer says of the attestation.
  public internal(set) var countersignature: Countersignature?
  /// Whether this is an assessor whom the verifier was told to believe.
  public internal(set) var countsAsAssessor = false
  /// How the certificate is known among assessors.
  var assessorTrust = Trust.unknown

  /// SHA-256 of the certificate as 64 lower-case hexadecimal digits.
  public var fingerprint: String { certificate.fingerprint }
  /// The certificate's subject on one line, safe to print.
  public var subject: String { certificate.subject.description }
}
