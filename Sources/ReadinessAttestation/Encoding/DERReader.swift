/// Walks over DER: definite lengths in their shortest form, tags of one byte, nothing left over.
///
/// Only lends places in the bytes; reading outside of them is impossible, whatever the lengths say.
struct DERReader {
  /// One element: its tag and where it stands.
  struct Element: Hashable {
    let tag: UInt8
    /// Tag, length and content.
    let whole: Range<Int>
    /// The content alone.
    let content: Range<Int>
  }

  let bytes: [UInt8]
  private(set) var position: Int
  private let end: Int

  /// Walks over all the bytes.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = 0
    end = bytes.count
  }

  /// Walks over the content of an element.
  init(_ bytes: [UInt8], in element: Element) {
    self.bytes = bytes
    position = element.content.lowerBound
    end = element.content.upperBound
  }

  /// Whether everything was read.
  var isAtEnd: Bool { position == end }

  /// The tag of the next element.
  var nextTag: UInt8? { position < end ? bytes[position] : nil }

  /// The next element, or `nil` where there is none in DER.
  mutating func next() -> Element? {
    guard end - position >= 2 else { return nil }
    let start = position
    let tag = bytes[start]
    // Tags above 30 take more bytes; the profile has none.
    guard tag & 0x1F != 0x1F else { return nil }
    var length = Int(bytes[start + 1])
    var content = start + 2
    if length >= 0x80 {
      let count = length & 0x7F
      guard (1...4).contains(count), end - content >= count, bytes[content] != 0 else { return nil }
      length = bytes[content..<content + count].reduce(0) { $0 << 8 | Int($1) }
      guard length >= 0x80 else { return nil }
      content += count
    }
    guard length <= end - content else { return nil }
    position = content + length
    return Element(tag: tag, whole: start..<position, content: content..<position)
  }

  /// The next element where it has that tag.
  mutating func next(_ tag: UInt8) -> Element? {
    guard nextTag == tag else { return nil }
    return next()
  }

  /// The next element where it has that tag and that content.
  mutating func next(_ tag: UInt8, equalTo content: [UInt8]) -> Element? {
    guard let element = next(tag), bytes[element.content].elementsEqual(content) else { return nil }
    return element
  }
}

/// The tags of DER that the profile knows.
enum DERTag {
  static let integer: UInt8 = 0x02
  static let octets: UInt8 = 0x04
  static let null: UInt8 = 0x05
  static let object: UInt8 = 0x06
  static let utcTime: UInt8 = 0x17
  static let generalizedTime: UInt8 = 0x18
  static let sequence: UInt8 = 0x30
  static let set: UInt8 = 0x31
  static let context0: UInt8 = 0xA0
  static let context1: UInt8 = 0xA1
  static let context2: UInt8 = 0xA2
}

/// Writes single elements of DER.
enum DERWriter {
  static func element(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
    var length: [UInt8] = []
    if content.count < 0x80 {
      length = [UInt8(content.count)]
    } else {
      var rest = content.count
      while rest > 0 {
        length.insert(UInt8(rest & 0xFF), at: 0)
        rest >>= 8
      }
      length.insert(0x80 | UInt8(length.count), at: 0)
    }
    return [tag] + length + content
  }
}
