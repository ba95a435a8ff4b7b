public import ReadinessCore

/// A firm's word that it no longer stands behind one of its statements.
///
/// It is the document of a container of its own. Who has only the attestation cannot know of it.
public struct Withdrawal: Hashable, Sendable {
  /// The id of the statement that is taken back.
  public var attestation: String
  /// Above that of the statement, and of everything else that the firm signed before.
  public var sequence: Int
  /// When it was made; a claim of the signer.
  public var issued: Instant
  /// The firm's legal name.
  public var legalName: String
  /// The firm's entries in registers.
  public var identifiers: [Identifier]
  /// Why, on one line.
  public var reason: String
  /// The person who takes it back.
  public var declaredBy: String
  /// The person's role in the firm.
  public var role: String
  /// SHA-256 of the signer's certificate (DER), 64 hexadecimal digits in lower case.
  public var signerCertificateSHA256: String

  /// A withdrawal of these values.
  public init(
    attestation: String,
    sequence: Int,
    issued: Instant,
    legalName: String,
    identifiers: [Identifier],
    reason: String,
    declaredBy: String,
    role: String,
    signerCertificateSHA256: String
  ) {
    self.attestation = attestation
    self.sequence = sequence
    self.issued = issued
    self.legalName = legalName
    self.identifiers = identifiers
    self.reason = reason
    self.declaredBy = declaredBy
    self.role = role
    self.signerCertificateSHA256 = signerCertificateSHA256
  }

  /// Reads the withdrawal in a container without any check of who made it.
  ///
  /// - Parameter file: the container's bytes.
  /// - Returns: what somebody wrote; `nil` where the container is about something else.
  /// - Throws: the reason for which nothing can be read.
  public static func unverified(_ file: [UInt8]) throws(Rejection) -> Withdrawal? {
    let container = try ContainerStep.read(file)
    return container.documentName == EntryName.withdrawal
      ? try WithdrawalStep.read(container) : nil
  }
}
