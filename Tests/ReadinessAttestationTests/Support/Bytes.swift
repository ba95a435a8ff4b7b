/// Small helpers over bytes.
enum Bytes {
  /// The bytes with every occurrence of `part` replaced.
  static func replacing(
    _ part: [UInt8],
    with replacement: [UInt8],
    in bytes: [UInt8]
  ) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if !part.isEmpty, bytes[index...].starts(with: part) {
        result += replacement
        index += part.count
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }
}

extension [UInt8] {
  /// The bytes as text.
  var text: String { String(decoding: self, as: UTF8.self) }
}
