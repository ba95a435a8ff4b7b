/// Base64 of RFC 4648 section 4 on one line, with padding.
public enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
  )

  /// The written form.
  public static func text(_ bytes: some Sequence<UInt8>) -> String {
    var out: [UInt8] = []
    var group: UInt32 = 0
    var held = 0
    for byte in bytes {
      group = group << 8 | UInt32(byte)
      held += 1
      if held == 3 {
        append(group, digits: 4, to: &out)
        group = 0
        held = 0
      }
    }
    if held == 1 {
      append(group << 16, digits: 2, to: &out)
      out += [0x3D, 0x3D]
    } else if held == 2 {
      append(group << 8, digits: 3, to: &out)
      out.append(0x3D)
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The bytes, or `nil` where the text is not the one way in which ``text(_:)`` writes them.
  public static func bytes(_ text: some StringProtocol) -> [UInt8]? {
    let input = Array(text.utf8)
    guard input.count % 4 == 0 else { return nil }
    let padding = input.reversed().prefix { $0 == 0x3D }.count
    guard padding <= 2 else { return nil }
    var result: [UInt8] = []
    var group: UInt32 = 0
    var held = 0
    for character in input.dropLast(padding) {
      guard let value = value(character) else { return nil }
      group = group << 6 | UInt32(value)
      held += 1
      if held == 4 {
        result += [UInt8(group >> 16 & 0xFF), UInt8(group >> 8 & 0xFF), UInt8(group & 0xFF)]
        group = 0
        held = 0
      }
    }
    switch (held, padding) {
    case (0, 0): return result
    case (2, 2) where group & 0xF == 0: return result + [UInt8(group >> 4 & 0xFF)]
    case (3, 1) where group & 0x3 == 0:
      return result + [UInt8(group >> 10 & 0xFF), UInt8(group >> 2 & 0xFF)]
    default: return nil
    }
  }

  private static func append(_ group: UInt32, digits: Int, to out: inout [UInt8]) {
    for place in 0..<digits { out.append(alphabet[Int(group >> (18 - 6 * UInt32(place)) & 0x3F)]) }
  }

  private static func value(_ character: UInt8) -> UInt8? {
    switch character {
    case 0x41...0x5A: character - 0x41
    case 0x61...0x7A: character - 0x47
    case 0x30...0x39: character + 4
    case 0x2B: 62
    case 0x2F: 63
    default: nil
    }
  }
}
