/// The files inside an attestation file, in order and under the container rules (profile 3.1).
///
/// A container that was read is well-formed, and nothing more: no digest and no signature has been
/// looked at.
public struct Container: Hashable, Sendable {
  /// One file inside a container.
  public struct Entry: Hashable, Sendable {
    /// Its name, under the rules of ``EntryName``.
    public let name: String
    /// Its bytes.
    public let content: [UInt8]

    /// A file of that name.
    public init(name: String, content: [UInt8]) {
      self.name = name
      self.content = content
    }
  }

  /// All files but `mimetype`, in the order in which they stand.
  public let entries: [Entry]

  /// How many signatures there are; they are numbered from 1 without a gap.
  public let signatureCount: Int

  /// The name of the one document that the container is about.
  var documentName: String {
    entries.lazy.map(\.name).first { EntryName.role(of: $0) == .document } ?? EntryName.document
  }

  /// A container of these files.
  ///
  /// - Throws: the first rule of profile 3.1 that the names break.
  public init(entries: [Entry]) throws(ContainerError) {
    self.init(
      entries: entries,
      signatureCount: try ContainerRules.signatureCount(of: entries.map(\.name))
    )
  }

  /// A container of files whose names were checked, and found to hold so many signatures.
  init(entries: [Entry], signatureCount: Int) {
    self.entries = entries
    self.signatureCount = signatureCount
  }

  /// The bytes of the file of that name.
  public subscript(name: String) -> [UInt8]? {
    entries.first { $0.name == name }?.content
  }
}

/// Which files a container holds (profile 3.1).
enum ContainerRules {
  /// The content of the entry `mimetype`.
  static let mediaType = Array("application/vnd.etsi.asic-e+zip".utf8)

  /// The limits of profile 3.1.
  static let containerLimit = 16 << 20
  static let entryCountLimit = 64
  static let entryLimit = 16 << 20
  static let contentsLimit = 32 << 20
  static let signatureLimit = 64 << 10

  /// The number of signatures, after every name was found to be allowed, unique and in its place.
  static func signatureCount(of names: [String]) throws(ContainerError) -> Int {
    var seen: Set<String> = [EntryName.mediaType]
    var manifests: Set<Int> = []
    var signatures: Set<Int> = []
    for name in names {
      guard EntryName.isWellFormed(name.utf8) else { throw ContainerError(.name, name) }
      guard seen.insert(name.lowercased()).inserted else {
        throw ContainerError(.duplicateName, name)
      }
      switch EntryName.role(of: name) {
      case .manifest(let number): manifests.insert(number)
      case .signature(let number): signatures.insert(number)
      case .document, .rendering, .data: break
      case nil: throw ContainerError(.nameNotAllowed, name)
      }
    }
    try checkDocument(among: names)
    for number in 1...max(1, manifests.count, signatures.count) {
      guard manifests.contains(number) else {
        throw ContainerError(.missingEntry, EntryName.manifest(number))
      }
      guard signatures.contains(number) else {
        throw ContainerError(.missingEntry, EntryName.signature(number))
      }
    }
    return signatures.count
  }

  /// There is one document; an attestation has its page, and nothing goes with any other.
  private static func checkDocument(among names: [String]) throws(ContainerError) {
    let other = names.first { EntryName.role(of: $0) == .document && $0 != EntryName.document }
    guard let other else {
      for name in [EntryName.document, EntryName.rendering] where !names.contains(name) {
        throw ContainerError(.missingEntry, name)
      }
      return
    }
    for name in names {
      switch EntryName.role(of: name) {
      case .document where name != other: throw ContainerError(.severalDocuments, name)
      case .rendering, .data: throw ContainerError(.nameNotAllowed, name)
      case .document, .manifest, .signature, nil: break
      }
    }
  }
}
