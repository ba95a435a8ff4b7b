/// How long tags are: one with very many attributes takes libxml2 quadratic time.
enum TagLength {
  /// The length in bytes of the longest tag; comments, CDATA sections and instructions are none.
  static func longest(in bytes: [UInt8]) -> Int {
    bytes.withUnsafeBufferPointer { longest(in: $0) }
  }

  private static let others: [(opening: [UInt8], closing: [UInt8])] = [
    (Array("<!--".utf8), Array("-->".utf8)), (Array("<![CDATA[".utf8), Array("]]>".utf8)),
    (Array("<?".utf8), Array("?>".utf8)),
  ]

  private static func longest(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var longest = 0
    var index = 0
    while let open = bytes[index...].firstIndex(of: 0x3C) {
      let next = open + 1 < bytes.count ? bytes[open + 1] : 0
      if next == 0x21 || next == 0x3F,
        let other = others.first(where: { bytes[open...].starts(with: $0.opening) })
      {
        index = end(of: other.closing, in: bytes, from: open + other.opening.count)
      } else {
        index = endOfTag(bytes, from: open + 1)
        longest = max(longest, index - open)
      }
    }
    return longest
  }

  /// Behind the next place at which `closing` stands; the end where it does not.
  private static func end(
    of closing: [UInt8],
    in bytes: UnsafeBufferPointer<UInt8>,
    from start: Int
  ) -> Int {
    guard let last = closing.last else { return start }
    var index = start
    while let found = bytes[index...].firstIndex(of: last) {
      index = found + 1
      if index - closing.count >= start,
        bytes[(index - closing.count)..<index].elementsEqual(closing)
      {
        return index
      }
    }
    return bytes.count
  }

  /// Behind the `>` that ends a tag; one within quotes does not.
  private static func endOfTag(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var quote: UInt8?
    for index in start..<bytes.count {
      let byte = bytes[index]
      if let mark = quote {
        if byte == mark { quote = nil }
      } else if byte == 0x3E {
        return index + 1
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      }
    }
    return bytes.count
  }
}
