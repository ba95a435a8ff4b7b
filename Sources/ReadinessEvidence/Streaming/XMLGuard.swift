import Glibc

/// Looks at each byte before libxml2 does, and stops what libxml2 would take too long over.
///
/// libxml2 holds a whole tag, comment or instruction in memory before it reads it, compares
/// each attribute of a tag with each other, and reads on behind a NUL as if the file had ended.
struct XMLGuard {
  /// Something that is not let through.
  struct Obstacle {
    let offset: Int
    let kind: ScanImportError.Kind
    let what: String
  }

  /// The most bytes of a tag, a comment or an instruction.
  static let longestMarkup = 1 << 20
  /// The most attributes of a tag.
  static let mostAttributes = 256
  /// The most bytes of a DOCTYPE.
  static let longestDoctype = 1_024

  /// Whether the last bytes looked at end within a tag, a comment or the like.
  var isInMarkup: Bool { place != .text }

  private enum Place: UInt8 {
    case text, opened, declared, tag, comment, characterData, instruction, doctype
  }

  private var place = Place.text
  /// The quotation mark that a value began with; 0 outside a value.
  private var quote: UInt8 = 0
  /// How long the markup is so far.
  private var length = 0
  private var attributes = 0
  /// How many bytes of the closing mark were seen.
  private var closing = 0
  /// What stands behind `<!`.
  private var declaration: [UInt8] = []
  private let doctype: String?

  /// A guard at the start of a file.
  ///
  /// - Parameter doctype: the root element's name, where `<!DOCTYPE NAME>` is let through.
  init(doctype: String?) { self.doctype = doctype }

  /// Whether the last bytes looked at held any of a CDATA section.
  private(set) var sawCharacterData = false

  /// Looks at the next bytes.
  ///
  /// - Returns: the first thing that is not let through.
  mutating func look(at bytes: UnsafeBufferPointer<UInt8>) -> Obstacle? {
    guard let base = bytes.baseAddress else { return nil }
    if let zero = memchr(base, 0, bytes.count) {
      return Obstacle(
        offset: UnsafeRawPointer(zero) - UnsafeRawPointer(base),
        kind: .broken,
        what: "a byte is NUL: the file is not UTF-8 text, or is damaged"
      )
    }
    sawCharacterData = place == .characterData
    var index = 0
    while index < bytes.count {
      switch place {
      case .text:
        guard let open = memchr(base + index, 0x3C, bytes.count - index) else { return nil }
        index = UnsafeRawPointer(open) - UnsafeRawPointer(base) + 1
        place = .opened
        length = 1
      case .opened:
        open(with: bytes[index])
        index += 1
      case .declared:
        declaration.append(bytes[index])
        index += 1
        declare()
      case .tag: index = passTag(base, from: index, to: bytes.count)
      case .comment: index = pass(0x2D, twice: true, base, from: index, to: bytes.count)
      case .characterData: index = pass(0x5D, twice: true, base, from: index, to: bytes.count)
      case .instruction: index = pass(0x3F, twice: false, base, from: index, to: bytes.count)
      case .doctype:
        if let what = passDoctype(bytes[index]) {
          return Obstacle(offset: index, kind: .hostile, what: what)
        }
        index += 1
      }
      if length > Self.longestMarkup {
        return Obstacle(offset: index, kind: .hostile, what: "a tag is longer than 1 MiB")
      }
      if attributes > Self.mostAttributes {
        let what = "a tag has more than \(Self.mostAttributes) attributes"
        return Obstacle(offset: index, kind: .hostile, what: what)
      }
    }
    return nil
  }

  private mutating func open(with byte: UInt8) {
    length = 2
    closing = 0
    quote = 0
    attributes = 0
    switch byte {
    case 0x21:
      place = .declared
      declaration.removeAll(keepingCapacity: true)
    case 0x3F: place = .instruction
    case 0x3E: place = .text
    default: place = .tag
    }
  }

  /// Finds out what begins behind `<!`.
  private mutating func declare() {
    length += 1
    if declaration.elementsEqual("--".utf8) {
      place = .comment
    } else if declaration.elementsEqual("[CDATA[".utf8) {
      place = .characterData
      sawCharacterData = true
    } else if declaration.elementsEqual("DOCTYPE".utf8) {
      place = .doctype
    } else if !"--".utf8.starts(with: declaration), !"[CDATA[".utf8.starts(with: declaration),
      !"DOCTYPE".utf8.starts(with: declaration)
    {
      // libxml2 refuses it.
      place = .tag
    }
  }

  private mutating func passTag(_ base: UnsafePointer<UInt8>, from: Int, to: Int) -> Int {
    var index = from
    defer { length += index - from }
    while index < to {
      if quote != 0 {
        guard let end = memchr(base + index, Int32(quote), to - index) else {
          index = to
          return index
        }
        index = UnsafeRawPointer(end) - UnsafeRawPointer(base) + 1
        quote = 0
      }
      while index < to {
        let byte = base[index]
        index += 1
        if byte > 0x3E { continue }
        if byte == 0x3E {
          place = .text
          return index
        }
        if byte == 0x22 || byte == 0x27 {
          quote = byte
          break
        }
        if byte == 0x3D { attributes += 1 }
      }
    }
    return index
  }

  /// Passes over bytes up to the mark, once or twice, and a `>` behind it.
  private mutating func pass(
    _ mark: UInt8,
    twice: Bool,
    _ base: UnsafePointer<UInt8>,
    from: Int,
    to: Int
  ) -> Int {
    let needed = twice ? 2 : 1
    var index = from
    // A CDATA section is handed on in parts, and may be of any length.
    defer { length += place == .characterData ? 0 : index - from }
    while index < to {
      let byte = base[index]
      index += 1
      if byte == mark {
        closing = min(needed, closing + 1)
      } else if byte == 0x3E, closing == needed {
        length = 0
        place = .text
        return index
      } else {
        closing = 0
      }
    }
    return index
  }

  /// - Returns: what is wrong with the DOCTYPE.
  private mutating func passDoctype(_ byte: UInt8) -> String? {
    length += 1
    if length > Self.longestDoctype { return "a DOCTYPE is too long" }
    if byte == 0x5B { return "the file declares its own entities or elements" }
    if byte != 0x3E {
      declaration.append(byte)
      return nil
    }
    place = .text
    let words = String(decoding: declaration.dropFirst("DOCTYPE".utf8.count), as: UTF8.self)
      .split(whereSeparator: \.isWhitespace)
    guard words.count == 1 else { return "the DOCTYPE points to another file" }
    guard let doctype, words[0] == doctype else { return "a DOCTYPE is not allowed here" }
    return nil
  }
}
