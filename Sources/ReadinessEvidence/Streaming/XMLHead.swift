/// Judges the first bytes of an XML file, before any parser sees them.
enum XMLHead {
  /// The most bytes of white space and declaration.
  static let most = 1_024

  /// Why a file that begins so is not read.
  ///
  /// - Parameter bytes: its first bytes, up to the first `>` at least, or all.
  static func problem(_ bytes: [UInt8]) -> ScanImportError? {
    if bytes.isEmpty { return ScanImportError(.cutShort, "the file is empty") }
    if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) {
      return ScanImportError(.broken, "the file is in UTF-16; only UTF-8 is read")
    }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    guard let first = body.first(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) else {
      return ScanImportError(.cutShort, "the file is empty")
    }
    guard first == 0x3C else { return ScanImportError(.notThisFormat, "the file is not XML") }
    guard body.starts(with: "<?xml ".utf8) || body.starts(with: "<?xml\t".utf8) else {
      return nil
    }
    guard let end = body.firstIndex(of: 0x3E) else {
      return ScanImportError(
        bytes.count < most ? .cutShort : .broken,
        "the XML declaration does not end",
        line: 1,
        column: 1
      )
    }
    let declaration = String(decoding: body[..<end], as: UTF8.self).lowercased()
    guard let encoding = declaration.split(separator: "encoding", maxSplits: 1).dropFirst().first
    else { return nil }
    let quoted = encoding.drop { $0 == "=" || $0.isWhitespace || $0 == "\"" || $0 == "'" }
    let name = quoted.prefix { $0 != "\"" && $0 != "'" }
    guard ["utf-8", "utf8", "us-ascii", "ascii"].contains(name) else {
      return ScanImportError(
        .broken,
        "the file is in the encoding “\(name.prefix(40))”; only UTF-8 is read",
        line: 1,
        column: 1
      )
    }
    return nil
  }
}
