/// Escapes text for HTML and XML.
package enum Markup {
  /// Text that stands for itself, in an element or in a quoted attribute.
  ///
  /// Controls and characters that turn the direction of text are shown, not sent.
  package static func escaped(_ text: String) -> String {
    if TextLayout.isPlain(text), !text.utf8.contains(where: isSpecial) { return text }
    var out = ""
    for scalar in TextLayout.harmless(text, keepLines: true).unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      case "\u{FFFE}", "\u{FFFF}": out += "\u{FFFD}"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
      || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }
}
