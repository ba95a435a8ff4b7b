/// What a container is about: it holds exactly one document, of one of these kinds.
public enum DocumentKind: String, CaseIterable, Hashable, Sendable {
  /// A firm's statement about itself.
  case attestation
  /// What takes a statement back.
  case withdrawal
  /// What a buyer demands.
  case policy
  /// The record of a run over many files.
  case seal

  /// The document's name in the container.
  public var fileName: String {
    switch self {
    case .attestation: EntryName.document
    case .withdrawal: EntryName.withdrawal
    case .policy: EntryName.policy
    case .seal: EntryName.seal
    }
  }

  /// Written as `a policy`.
  public var inWords: String {
    switch self {
    case .attestation: "an attestation"
    case .withdrawal: "a withdrawal"
    case .policy: "a policy"
    case .seal: "a seal"
    }
  }

  /// The kind of the container in these bytes, by its names alone.
  ///
  /// - Parameter file: the container's bytes; nothing in them is checked but the container's rules.
  /// - Throws: why it is no container of ours.
  public static func of(_ file: [UInt8]) throws(Rejection) -> DocumentKind {
    try ContainerStep.read(file).documentKind
  }
}

extension Container {
  /// What the container is about.
  var documentKind: DocumentKind {
    let name = documentName
    return DocumentKind.allCases.first { $0.fileName == name } ?? .attestation
  }
}
