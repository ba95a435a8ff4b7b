/// Bytes of an XML or HTML document in the making, with text escaped in one way only.
///
/// Appends bytes rather than joining strings, because a verifier renders every file it judges.
struct MarkupText {
  private(set) var bytes: [UInt8] = []

  init(reserving count: Int) { bytes.reserveCapacity(count) }

  /// Adds markup as it stands; never call this with text from outside.
  mutating func markup(_ text: String) { append(text) }

  /// Adds text as XML content or attribute value, so that reading gives back the same text.
  ///
  /// `& < > "` become their names, hidden characters `&#x202E;`, so that nothing in the file
  /// is invisible to whoever opens it. What XML cannot hold at all becomes U+FFFD.
  mutating func xml(_ text: String) {
    escape(text) { scalar, out in
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x7F...0xFFFD, 0x10000...:
        out.append(contentsOf: "&#x\(HiddenCharacters.hex(scalar));".utf8)
      default: out.append(contentsOf: [0xEF, 0xBF, 0xBD])
      }
    }
  }

  /// Adds text as HTML content or attribute value, hidden characters as `[U+202E]`.
  mutating func html(_ text: String) {
    escape(text) { scalar, out in
      out.append(contentsOf: "[U+\(HiddenCharacters.hex(scalar))]".utf8)
    }
  }

  private mutating func escape(
    _ text: String,
    hidden: (Unicode.Scalar, inout [UInt8]) -> Void
  ) {
    // Nearly every text needs no escape at all, and is then copied in one go.
    let isPlain = text.utf8.withContiguousStorageIfAvailable { buffer in
      guard Self.isPlain(UnsafeRawBufferPointer(buffer)) else { return false }
      bytes.append(contentsOf: buffer)
      return true
    }
    if isPlain == true { return }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": bytes.append(contentsOf: "&amp;".utf8)
      case "<": bytes.append(contentsOf: "&lt;".utf8)
      case ">": bytes.append(contentsOf: "&gt;".utf8)
      case "\"": bytes.append(contentsOf: "&quot;".utf8)
      case " "..."~": bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      case _ where HiddenCharacters.contains(scalar): hidden(scalar, &bytes)
      // Noncharacters that XML does not allow.
      case "\u{FFFE}", "\u{FFFF}": bytes.append(contentsOf: [0xEF, 0xBF, 0xBD])
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? .encodedReplacementCharacter)
      }
    }
  }

  private mutating func append(_ text: String) {
    let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { bytes.append(contentsOf: $0) }
    if isDone == nil { bytes.append(contentsOf: text.utf8) }
  }

  /// Whether nothing needs an escape, eight bytes at a time.
  private static func isPlain(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var index = 0
    while index + 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      // In each term the highest bit of a byte is set where that byte needs an escape.
      let found =
        word | ((word &- ones &* 0x20) & ~word) | zeros(word ^ ones &* 0x7F)
        | zeros(word ^ ones &* 0x26) | zeros(word ^ ones &* 0x3C) | zeros(word ^ ones &* 0x3E)
        | zeros(word ^ ones &* 0x22)
      guard found & (ones &* 0x80) == 0 else { return false }
      index += 8
    }
    return bytes[index...].allSatisfy { isPlain($0) }
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// The highest bit of each byte that is zero, and perhaps of some above it.
  private static func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word }

  /// Printable ASCII without `&`, `<`, `>` and `"`.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x7F && byte != 0x26 && byte != 0x3C && byte != 0x3E && byte != 0x22
  }
}
