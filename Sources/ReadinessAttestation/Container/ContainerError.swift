/// Why bytes are not a container under the rules of profile 3.1.
public struct ContainerError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The rule that is broken.
  public enum Code: String, CaseIterable, Hashable, Sendable {
    /// The file is larger than 16 MiB.
    case tooLarge = "container-too-large"
    /// No directory stands at the very end, or something follows it.
    case notAContainer = "not-a-container"
    /// There are more than 64 entries.
    case tooManyEntries = "too-many-entries"
    /// The directory is cut off, longer than it says, or not where it says.
    case directory = "directory-broken"
    /// A field that stands in the directory only has not its fixed value.
    case directoryField = "directory-field"
    /// A field that must be empty or zero in this format is not: flags, extra field, ZIP64.
    case unsupportedFeature = "unsupported-feature"
    /// The compression method is neither 0 nor 8.
    case method = "compression-method"
    /// A name has characters or a form that is not allowed.
    case name = "name-not-well-formed"
    /// Two names are the same, capital letters aside.
    case duplicateName = "duplicate-name"
    /// No file of that name belongs into a container.
    case nameNotAllowed = "name-not-allowed"
    /// A file that must be there is not.
    case missingEntry = "missing-entry"
    /// There are two documents, each of which would be what the container is about.
    case severalDocuments = "several-documents"
    /// One entry is larger than 16 MiB.
    case entryTooLarge = "entry-too-large"
    /// All entries together are larger than 32 MiB.
    case contentsTooLarge = "contents-too-large"
    /// A signature is larger than 64 KiB.
    case signatureTooLarge = "signature-too-large"
    /// The entry's own header says something else than the directory.
    case headersDiffer = "headers-differ"
    /// Entries overlap, or bytes between them belong to none.
    case notContiguous = "not-contiguous"
    /// The entry `mimetype` is not first, not stored, or has another content.
    case mediaType = "media-type"
    /// The compressed bytes are broken or do not give the size that the directory declares.
    case contents = "contents-broken"
    /// The content has another checksum.
    case checksum = "checksum-differs"
  }

  /// The rule that is broken.
  public let code: Code
  /// The entry's name where one is concerned; bytes that are not printable ASCII stand as `\xNN`.
  public let entry: String?

  init(_ code: Code) {
    self.code = code
    entry = nil
  }

  init(_ code: Code, _ entry: String) { self.init(code, entry.utf8) }

  init(_ code: Code, _ entry: some Collection<UInt8>) {
    self.code = code
    let shown = entry.prefix(80).map { byte in
      (0x21...0x7E).contains(byte) && byte != 0x5C
        ? String(UnicodeScalar(byte)) : "\\x" + Hex.text([byte])
    }
    self.entry = shown.joined() + (entry.count > 80 ? "…" : "")
  }

  /// One line in words, such as `attestation.xml: the checksum differs`.
  public var description: String { (entry.map { $0 + ": " } ?? "") + code.inWords }
}

extension ContainerError.Code {
  fileprivate var inWords: String {
    switch self {
    case .tooLarge: "the file is larger than 16 MiB"
    case .notAContainer: "this is not a ZIP file, or something follows its directory"
    case .tooManyEntries: "there are more than 64 entries"
    case .directory: "the directory is broken"
    case .directoryField: "a field of the directory has another value than the format fixes"
    case .unsupportedFeature: "the entry uses a feature of ZIP that the format does not allow"
    case .method: "the entry is compressed with a method that the format does not allow"
    case .name: "the name is not well-formed"
    case .duplicateName: "the name stands there twice"
    case .nameNotAllowed: "a file of this name does not belong into an attestation"
    case .missingEntry: "the file is missing"
    case .severalDocuments: "the container is about another document too"
    case .entryTooLarge: "the file is larger than 16 MiB"
    case .contentsTooLarge: "the files together are larger than 32 MiB"
    case .signatureTooLarge: "the signature is larger than 64 KiB"
    case .headersDiffer: "the entry's header differs from the directory"
    case .notContiguous: "bytes overlap or belong to no entry"
    case .mediaType: "the first entry is not the one that tells the file's kind"
    case .contents: "the compressed bytes are broken or have another size than declared"
    case .checksum: "the checksum differs"
    }
  }
}
