/// What texts and ids of a statement may look like.
enum TextRules {
  /// Whether this can be the id of a question, theme or requirement: `[A-Za-z][A-Za-z0-9._-]{0,39}`.
  static func isID(_ text: String) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first, isLetter(first), bytes.count <= 40 else { return false }
    return bytes.dropFirst().allSatisfy { isLetter($0) || isDigit($0) || ".-_".utf8.contains($0) }
  }

  /// Whether this is a line that a statement may hold.
  ///
  /// One to `limit` characters, no control characters or line ends, no space at either end,
  /// nothing that XML cannot hold. Invisible and bidirectional characters are allowed, since
  /// some scripts need them; they are shown escaped everywhere.
  static func isLine(_ text: String, limit: Int) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let last = scalars.last, first != " ", last != " ",
      scalars.count <= limit
    else { return false }
    return scalars.allSatisfy { !isForbidden($0) }
  }

  static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x2029, 0xFFFE...0xFFFF: true
    default: false
    }
  }

  /// Whether the text is that many lower-case hexadecimal digits.
  static func isHex(_ text: String, digits: Int) -> Bool {
    text.utf8.count == digits
      && text.utf8.allSatisfy { isDigit($0) || (0x61...0x66).contains($0) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
