public import ReadinessCore

/// What somebody beside the firm says of an attestation: which role, and what was looked at.
///
/// A claim like any other; what it is worth depends on who signed it.
public struct Countersignature: Hashable, Sendable {
  /// In which role somebody counter-signs.
  public enum Role: String, CaseIterable, Hashable, Sendable {
    /// A senior person of the firm, with a key of their own.
    case seniorPerson = "senior-person"
    /// Who runs the firm's IT, inside or outside it.
    case itLead = "it-lead"
    /// Who has helped the firm with its answers.
    case adviser
    /// Who has looked at what stands behind the answers.
    case assessor

    /// Written as `IT lead`.
    public var inWords: String {
      switch self {
      case .seniorPerson: "senior person"
      case .itLead: "IT lead"
      case .adviser: "adviser"
      case .assessor: "assessor"
      }
    }
  }

  /// The id of the attestation that is meant.
  public var attestation: String
  /// In which role.
  public var role: Role
  /// When, as the signer says.
  public var made: Instant
  /// The person.
  public var name: String
  /// The person's organisation, where there is one.
  public var organisation: String?
  /// What was looked at, in words, on one line.
  public var statement: String
  /// The questions whose evidence this person has tested.
  public var testedQuestions: [String]
  /// SHA-256 of the signer's certificate (DER), 64 hexadecimal digits in lower case.
  public var signerCertificateSHA256: String

  /// A counter-signature of these values.
  public init(
    attestation: String,
    role: Role,
    made: Instant,
    name: String,
    organisation: String? = nil,
    statement: String,
    testedQuestions: [String] = [],
    signerCertificateSHA256: String
  ) {
    self.attestation = attestation
    self.role = role
    self.made = made
    self.name = name
    self.organisation = organisation
    self.statement = statement
    self.testedQuestions = testedQuestions
    self.signerCertificateSHA256 = signerCertificateSHA256
  }

  /// The file that holds it, as `assessor-statement.xml`.
  public var fileName: String { EntryName.statement(of: role) }
}
