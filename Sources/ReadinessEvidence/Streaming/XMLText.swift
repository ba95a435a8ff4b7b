/// Bytes of the file, unescaped, in UTF-8.
///
/// They are only good until the closure that the event was given to returns: take what is kept
/// as `string`.
struct XMLText {
  /// The bytes.
  let bytes: UnsafeBufferPointer<UInt8>

  /// Whether there was more than is kept.
  let isCut: Bool

  /// Whether there is none.
  var isEmpty: Bool { bytes.isEmpty }

  /// The bytes without white space before and behind.
  var trimmed: XMLText {
    var from = bytes.startIndex
    var to = bytes.endIndex
    while from < to, Self.isSpace(bytes[from]) { from += 1 }
    while from < to, Self.isSpace(bytes[to - 1]) { to -= 1 }
    return XMLText(bytes: UnsafeBufferPointer(rebasing: bytes[from..<to]), isCut: isCut)
  }

  /// A copy to keep, without white space before and behind.
  var string: String { String(decoding: trimmed.bytes, as: UTF8.self) }

  /// The number that the digits make, with white space before and behind allowed.
  ///
  /// `nil` where there is anything but an optional minus sign and 1 to 18 digits.
  var integer: Int? {
    let digits = trimmed.bytes
    let isNegative = digits.first == 0x2D
    let rest = digits.dropFirst(isNegative ? 1 : 0)
    guard (1...18).contains(rest.count) else { return nil }
    var value = 0
    for byte in rest {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return isNegative ? -value : value
  }

  /// Whether the text is exactly that word, with white space before and behind allowed.
  static func == (text: XMLText, word: StaticString) -> Bool {
    let bytes = text.trimmed.bytes
    guard word.hasPointerRepresentation, bytes.count == word.utf8CodeUnitCount else {
      return false
    }
    return bytes.elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: bytes.count))
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }
}
