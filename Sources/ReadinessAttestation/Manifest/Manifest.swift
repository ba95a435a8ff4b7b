/// The list of files that one signature covers, each by its digest (profile 3.2).
///
/// A manifest that was read has the one form in which it can be written, and nothing more: whether
/// the digests are those of the files is for ``check(against:number:)`` to say.
public struct Manifest: Hashable, Sendable {
  /// One file and its digest.
  public struct Reference: Hashable, Sendable {
    /// The file's name in the container.
    public let name: String
    /// By which algorithm the digest was made.
    public let algorithm: DigestAlgorithm
    /// The digest.
    public let digest: [UInt8]

    /// That file by its SHA-256.
    init(_ entry: Container.Entry) {
      self.init(
        name: entry.name,
        algorithm: .sha256,
        digest: DigestAlgorithm.sha256.digest(of: entry.content)
      )
    }

    init(name: String, algorithm: DigestAlgorithm, digest: [UInt8]) {
      self.name = name
      self.algorithm = algorithm
      self.digest = digest
    }
  }

  /// The name of the signature over this manifest.
  public let signature: String
  /// The files, in the order in which they are written.
  public let references: [Reference]

  /// The manifest of that number over these files.
  public init(number: Int, covering entries: [Container.Entry]) {
    self.init(signature: EntryName.signature(number), references: entries.map { Reference($0) })
  }

  init(signature: String, references: [Reference]) {
    self.signature = signature
    self.references = references
  }

  /// The names of the files that this manifest covers.
  public var names: [String] { references.map(\.name) }
}

/// Why a manifest does not hold (profile 3.2).
public struct ManifestError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The rule that is broken.
  public enum Code: String, CaseIterable, Hashable, Sendable {
    /// The bytes are not the one form in which a manifest is written.
    case form = "manifest-form"
    /// A digest algorithm that is not accepted.
    case algorithm = "digest-algorithm"
    /// It names another signature than the one of its number.
    case signature = "signature-reference"
    /// A file is listed twice.
    case duplicate = "duplicate-reference"
    /// A file is listed that is not there.
    case missing = "file-missing"
    /// A file is listed that a manifest of this number cannot cover.
    case notCoverable = "file-not-coverable"
    /// A file has another digest.
    case digest = "digest-differs"
    /// A file that the manifest must cover is not listed.
    case notListed = "file-not-listed"
    /// A file is in the container and no signature covers it.
    case notCovered = "file-not-covered"
  }

  /// The rule that is broken.
  public let code: Code
  /// The manifest's or the file's name.
  public let entry: String

  init(_ code: Code, _ entry: String) {
    self.code = code
    self.entry = entry
  }

  /// One line in words, such as `attestation.xml: the file has another digest than the manifest`.
  public var description: String {
    let words =
      switch code {
      case .form: "the manifest is not written in the one form that is allowed"
      case .algorithm: "the manifest uses a digest algorithm that is not accepted"
      case .signature: "the manifest names another signature"
      case .duplicate: "the manifest lists the file twice"
      case .missing: "the manifest lists the file, and it is not there"
      case .notCoverable: "the manifest lists a file that it cannot cover"
      case .digest: "the file has another digest than the manifest says"
      case .notListed: "the manifest does not list the file"
      case .notCovered: "no signature covers the file"
      }
    return entry + ": " + words
  }
}
