/// A document that is no attestation, intact since somebody known signed it.
///
/// Only the ``Verifier`` makes one.
public struct VerifiedDocument: Hashable, Sendable {
  /// What it is.
  public let kind: DocumentKind
  /// The bytes that were signed; these are to be read.
  public let bytes: [UInt8]
  /// Who signed.
  public let signers: [Signer]

  fileprivate init(kind: DocumentKind, bytes: [UInt8], signers: [Signer]) {
    self.kind = kind
    self.bytes = bytes
    self.signers = signers
  }
}

/// What the verifier found of a container with a document that is no attestation.
public struct DocumentVerification: Hashable, Sendable {
  /// `valid`, `undecided` or `rejected`.
  public let decision: Decision
  /// Why; empty where it is valid.
  public let reasons: [Reason]
  /// What else a reader should know.
  public let remarks: [Reason]
  /// Whose signatures hold.
  public let signers: [Signer]
  /// The document, where it is valid.
  public let document: VerifiedDocument?
}

extension Verifier {
  /// Judges a container about a document of that kind: steps 1 to 6 of ``verify(_:)``.
  ///
  /// What the document says is not looked at. A signer whom nobody vouches for leaves it undecided;
  /// one whose bare fingerprint is trusted will do, since no firm is to be recognised.
  ///
  /// - Parameters:
  ///   - file: the container's bytes.
  ///   - kind: what it must be about.
  /// - Returns: the decision with its reasons.
  public func verifyDocument(_ file: [UInt8], kind: DocumentKind) -> DocumentVerification {
    var draft = Verification.Draft()
    do throws(Rejection) {
      let container = try ContainerStep.read(file)
      guard container.documentKind == kind else {
        throw Rejection(DocumentStep.another(container, kind))
      }
      let files = try ManifestStep.check(container)
      try SignatureStep.check(container, files: files, by: self, &draft)
      let isCertain = draft.doubts.isEmpty
      return DocumentVerification(
        decision: isCertain ? .valid : .undecided,
        reasons: draft.doubts,
        remarks: draft.remarks,
        signers: draft.signers,
        document: isCertain
          ? VerifiedDocument(
            kind: kind,
            bytes: container[kind.fileName] ?? [],
            signers: draft.signers
          ) : nil
      )
    } catch {
      return DocumentVerification(
        decision: .rejected,
        reasons: error.reasons,
        remarks: draft.remarks,
        signers: draft.signers,
        document: nil
      )
    }
  }
}

/// The part of the step `schema` that asks what a container is about.
enum DocumentStep {
  static func another(_ container: Container, _ wanted: DocumentKind) -> Reason {
    Reason(
      .schema,
      .anotherDocument,
      "this is \(container.documentKind.inWords), not \(wanted.inWords)"
    )
  }
}

/// A document in a container whose signature nobody has looked at.
public struct UnverifiedDocument: Hashable, Sendable {
  /// What it is.
  public let kind: DocumentKind
  /// Its bytes, as somebody wrote them.
  public let bytes: [UInt8]

  /// Reads the document of a container without any check of who made it.
  ///
  /// - Parameters:
  ///   - file: the container's bytes.
  ///   - kind: what it must be about.
  /// - Throws: the reason for which nothing can be read.
  public static func read(
    _ file: [UInt8],
    kind: DocumentKind
  ) throws(Rejection) -> UnverifiedDocument {
    let container = try ContainerStep.read(file)
    guard container.documentKind == kind else {
      throw Rejection(DocumentStep.another(container, kind))
    }
    return UnverifiedDocument(kind: kind, bytes: container[kind.fileName] ?? [])
  }
}
