/// Lays out plain text for a terminal.
public enum TextLayout {
  /// How many cells a text takes: two for wide East Asian characters and emoji, none for marks.
  public static func width(_ text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + width($1) }
  }

  private static func width(_ character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    let value = scalar.value
    if value < 0x300 { return value < 0x20 ? 0 : 1 }
    if scalar.properties.generalCategory == .nonspacingMark || value == 0x200B { return 0 }
    let wide: [ClosedRange<UInt32>] = [
      0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
    ]
    return wide.contains { $0.contains(value) } ? 2 : 1
  }

  /// Lines of at most `width` cells, broken at spaces; a line break in the text is kept.
  ///
  /// - Parameters:
  ///   - first: what stands before the first line.
  ///   - rest: what stands before the other lines.
  public static func wrap(
    _ text: String,
    width: Int = 80,
    first: String = "",
    rest: String = ""
  ) -> [String] {
    var lines: [String] = []
    var line = first
    var isEmpty = true
    func flush() {
      while line.last == " " { line.removeLast() }
      lines.append(line)
      line = rest
      isEmpty = true
    }
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      for word in paragraph.split(separator: " ") {
        if !isEmpty, Self.width(line) + 1 + Self.width(word) > width { flush() }
        line += isEmpty ? String(word) : " " + word
        isEmpty = false
      }
      flush()
    }
    return lines
  }

  /// The text with what could drive a terminal or mislead the eye made harmless.
  ///
  /// Controls (C0, C1, DEL) but line feeds, and characters that turn the direction of text or
  /// cannot be seen, become `\u{…}`.
  public static func harmless(_ text: String, keepLines: Bool = false) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      if keepLines, scalar == "\n" {
        out += "\n"
      } else if isHarmful(scalar) {
        out += "\\u{" + String(scalar.value, radix: 16) + "}"
      } else {
        out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00..<0x20, 0x7F...0x9F, 0xAD, 0x61C, 0x115F, 0x1160, 0x180E, 0x200B...0x200F,
      0x2028...0x202E, 0x2060...0x206F, 0x3164, 0xFEFF, 0xFFA0, 0xFFF9...0xFFFB,
      0xE0000...0xE007F:
      true
    default: false
    }
  }

  /// The text with spaces put into words that are wider than `room` cells, so that ``wrap`` can
  /// break them.
  public static func breakable(_ text: String, at room: Int) -> String {
    guard room > 0, width(text) > room else { return text }
    var out = ""
    var run = 0
    for character in text {
      if character == " " {
        run = 0
      } else {
        let cells = width(character)
        if run + cells > room {
          out.append(" ")
          run = 0
        }
        run += cells
      }
      out.append(character)
    }
    return out
  }

  /// The text with spaces up to `width` cells.
  public static func pad(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - Self.width(text)))
  }
}
