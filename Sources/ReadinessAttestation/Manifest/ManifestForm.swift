extension Manifest {
  private static let opening = """
    <?xml version="1.0" encoding="UTF-8" standalone="no"?>
    <asic:ASiCManifest xmlns:asic="http://uri.etsi.org/02918/v1.2.1#" \
    xmlns:ds="http://www.w3.org/2000/09/xmldsig#">

    """
  private static let signatureOpening =
    "<asic:SigReference MimeType=\"application/pkcs7-signature\" URI=\""
  private static let methodOpening = "<ds:DigestMethod Algorithm=\""
  private static let valueOpening = "<ds:DigestValue>"
  private static let valueClosing = "</ds:DigestValue>"
  private static let referenceClosing = "</asic:DataObjectReference>"
  private static let closing = "</asic:ASiCManifest>"

  /// The one form in which this manifest is written: one element on each line, attributes in a
  /// fixed order, so that `sed` can read it once the signature was checked.
  public var bytes: [UInt8] {
    var text = Self.opening
    text += Self.signatureOpening + signature + "\"/>\n"
    for reference in references {
      let root = EntryName.role(of: reference.name) == .document ? " Rootfile=\"true\"" : ""
      text += "<asic:DataObjectReference MimeType=\"\(EntryName.mediaType(of: reference.name))\""
      text += "\(root) URI=\"\(reference.name)\">\n"
      text += Self.methodOpening + reference.algorithm.identifier + "\"/>\n"
      text += Self.valueOpening + Base64.text(reference.digest) + Self.valueClosing + "\n"
      text += Self.referenceClosing + "\n"
    }
    text += Self.closing + "\n"
    return Array(text.utf8)
  }

  /// Reads a manifest.
  ///
  /// Only the one written form is accepted, so no XML parser is needed: the values are taken from
  /// the lines, written again, and the bytes compared. Whatever XML allows beyond (other prefixes,
  /// entities, comments, extensions, critical or not) is refused by that comparison.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - name: the manifest's own name, for the error.
  /// - Returns: the values; nothing has been compared with the files.
  /// - Throws: what is wrong with the form.
  public static func read(_ bytes: [UInt8], name: String) throws(ManifestError) -> Manifest {
    let form = ManifestError(.form, name)
    guard bytes.allSatisfy({ $0 == 0x0A || (0x20...0x7E).contains($0) }) else { throw form }
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }[...]
    // The prologue, the root, the signature, four lines for each file, the end and what follows it.
    guard lines.count >= 5, (lines.count - 5) % 4 == 0 else { throw form }
    lines.removeFirst(2)
    guard let signature = between(lines.popFirst(), signatureOpening, "\"/>") else { throw form }
    var references: [Reference] = []
    while lines.count > 2 {
      let file = lines.popFirst()
      let method = lines.popFirst()
      let value = lines.popFirst()
      lines.removeFirst()
      guard let object = between(file, "<asic:DataObjectReference MimeType=\"", "\">"),
        let uri = object.utf8.lastIndex(of: 0x22),
        let identifier = between(method, methodOpening, "\"/>"),
        let digest = Base64.bytes(between(value, valueOpening, valueClosing) ?? "=")
      else { throw form }
      guard let algorithm = DigestAlgorithm.allCases.first(where: { $0.identifier == identifier })
      else { throw ManifestError(.algorithm, name) }
      guard digest.count == algorithm.byteCount else { throw form }
      references.append(
        Reference(
          name: String(object[object.utf8.index(after: uri)...]),
          algorithm: algorithm,
          digest: digest
        )
      )
    }
    let manifest = Manifest(signature: signature, references: references)
    guard !references.isEmpty, manifest.bytes == bytes else { throw form }
    return manifest
  }

  /// What stands between the two texts that begin and end the line.
  private static func between(_ line: String?, _ before: String, _ after: String) -> String? {
    guard let line, line.hasPrefix(before), line.hasSuffix(after),
      line.utf8.count >= before.utf8.count + after.utf8.count
    else { return nil }
    return String(line.utf8.dropFirst(before.utf8.count).dropLast(after.utf8.count))
  }
}

extension DigestAlgorithm {
  /// The algorithm's identifier in XML.
  fileprivate var identifier: String {
    switch self {
    case .sha256: "http://www.w3.org/2001/04/xmlenc#sha256"
    case .sha384: "http://www.w3.org/2001/04/xmldsig-more#sha384"
    case .sha512: "http://www.w3.org/2001/04/xmlenc#sha512"
    }
  }
}
