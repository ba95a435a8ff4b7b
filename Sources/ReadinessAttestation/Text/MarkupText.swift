/// Bytes of an XML or HTML document in the making, with text escaped in one way only.
///
/// Appends bytes rather than joining strings, because a verifier renders every file it judges.
struct MarkupText {
  private(set) var bytes: [UInt8] = []

  init(reserving count: Int) { bytes.reserveCapacity(count) }

  /// Adds markup as it stands; never call this with text from outside.
  mutating func markup(_ text: String) { bytes.append(contentsOf: text.utf8) }

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
    let isPlain = text.utf8.withContiguousStorageIfAvailable { $0.allSatisfy(Self.isPlain) }
    if isPlain == true {
      bytes.append(contentsOf: text.utf8)
      return
    }
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

  /// Printable ASCII without `&`, `<`, `>` and `"`.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x7F && byte != 0x26 && byte != 0x3C && byte != 0x3E && byte != 0x22
  }
}
