/// Characters that a reader cannot see or that change what is seen around them.
///
/// Controls, bidirectional controls, invisible and default-ignorable characters. The list is
/// fixed here and not taken from the standard library's Unicode tables, because the bytes of a
/// statement and its page depend on it and must not change with the compiler.
enum HiddenCharacters {
  private static let ranges: [ClosedRange<UInt32>] = [
    0x0000...0x001F, 0x007F...0x009F, 0x00AD...0x00AD, 0x034F...0x034F, 0x061C...0x061C,
    0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F, 0x200B...0x200F, 0x2028...0x202E,
    0x2060...0x206F, 0x3164...0x3164, 0xFE00...0xFE0F, 0xFEFF...0xFEFF, 0xFFA0...0xFFA0,
    0xFFF0...0xFFFB, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE0FFF,
  ]

  /// Whether the scalar is hidden.
  static func contains(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0x7F { return value < 0x20 }
    return ranges.contains { $0.contains(value) }
  }

  /// Whether a text holds any.
  static func occur(in text: String) -> Bool { text.unicodeScalars.contains(where: contains) }

  /// `202E`, at least four digits in upper case.
  static func hex(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

/// Text from elsewhere, made safe to show on a screen or in a page.
public enum VisibleText {
  /// The text with every control, bidirectional and invisible character written as `[U+202E]`.
  ///
  /// What comes back holds no terminal escapes and no line ends; it is not escaped for HTML.
  public static func of(_ text: String) -> String {
    guard HiddenCharacters.occur(in: text) else { return text }
    var out = ""
    for scalar in text.unicodeScalars {
      if HiddenCharacters.contains(scalar) {
        out += "[U+\(HiddenCharacters.hex(scalar))]"
      } else {
        out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
