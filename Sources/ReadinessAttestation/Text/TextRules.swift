/// What texts and ids of a statement may look like.
enum TextRules {
  /// Whether this can be the id of a question, theme or requirement: `[A-Za-z][A-Za-z0-9._-]{0,39}`.
  static func isID(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      guard let first = bytes.first, isLetter(first), bytes.count <= 40 else { return false }
      return bytes.allSatisfy(isOfID)
    }
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
    var text = text
    return text.withUTF8 { bytes in
      bytes.count == digits && bytes.allSatisfy(isHexDigit)
    }
  }

  /// Whether the byte is one of `0-9a-f`.
  static func isHexDigit(_ byte: UInt8) -> Bool { isDigit(byte) || byte >= 0x61 && byte <= 0x66 }

  /// Whether the byte may stand in an id, not as its first.
  static func isOfID(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == 0x2E || byte == 0x2D || byte == 0x5F
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x41 && byte <= 0x5A || byte >= 0x61 && byte <= 0x7A
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
