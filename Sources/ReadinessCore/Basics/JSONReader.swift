/// Why and where a text is not JSON that we read.
public struct JSONReadingError: Error, Equatable, Sendable {
  /// What is wrong, in words.
  public let what: String
  /// Line, from 1.
  public let line: Int
  /// Column in characters, from 1.
  public let column: Int
}

/// Reads JSON strictly, with bounds, and without ever trapping on foreign bytes.
///
/// Refused beside what RFC 8259 refuses: a name that stands twice in an object, numbers with a
/// fraction or an exponent, more than 64 levels, bytes that are not UTF-8, a lone surrogate.
public struct JSONReader {
  private let bytes: [UInt8]
  private var index = 0

  /// Reads one value and nothing after it.
  public static func read(_ bytes: [UInt8]) throws(JSONReadingError) -> JSONValue {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw JSONReadingError(what: "the text is not UTF-8", line: 1, column: 1)
    }
    var reader = JSONReader(bytes: bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.index = 3 }
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.index == bytes.count else { throw reader.error("something stands after the end") }
    return value
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private func error(_ what: String) -> JSONReadingError {
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let before = bytes.prefix(index).dropFirst(hasMark ? 3 : 0)
    let line = before.count { $0 == 0x0A } + 1
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? before.startIndex
    let column = String(decoding: before[start...], as: UTF8.self).count + 1
    return JSONReadingError(what: what, line: line, column: column)
  }

  private mutating func skipSpace() {
    while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  private mutating func value(depth: Int) throws(JSONReadingError) -> JSONValue {
    skipSpace()
    guard depth < 64 else { throw error("more than 64 levels of nesting") }
    guard index < bytes.count else { throw error("the text ends too early") }
    switch bytes[index] {
    case 0x7B: return try object(depth: depth)
    case 0x5B: return try array(depth: depth)
    case 0x22: return .string(try string())
    case 0x2D, 0x30...0x39: return try number()
    default:
      for (word, value) in [
        ("true", JSONValue.bool(true)), ("false", .bool(false)), ("null", .null),
      ] where bytes[index...].starts(with: word.utf8) {
        index += word.utf8.count
        return value
      }
      throw error("a value is expected here")
    }
  }

  private mutating func object(depth: Int) throws(JSONReadingError) -> JSONValue {
    index += 1
    var members: [JSONValue.Member] = []
    var names: Set<String> = []
    skipSpace()
    if take(0x7D) { return .object([]) }
    repeat {
      skipSpace()
      guard index < bytes.count, bytes[index] == 0x22 else {
        throw error("a name is expected here")
      }
      let start = index
      let name = try string()
      guard names.insert(name).inserted else {
        index = start
        throw error("the name \"\(name)\" stands twice")
      }
      skipSpace()
      guard take(0x3A) else { throw error("a colon is expected here") }
      members.append(.init(name, try value(depth: depth + 1)))
      skipSpace()
    } while take(0x2C)
    guard take(0x7D) else { throw error("a comma or } is expected here") }
    return .object(members)
  }

  private mutating func array(depth: Int) throws(JSONReadingError) -> JSONValue {
    index += 1
    var elements: [JSONValue] = []
    skipSpace()
    if take(0x5D) { return .array([]) }
    repeat {
      elements.append(try value(depth: depth + 1))
      skipSpace()
    } while take(0x2C)
    guard take(0x5D) else { throw error("a comma or ] is expected here") }
    return .array(elements)
  }

  private mutating func number() throws(JSONReadingError) -> JSONValue {
    let start = index
    _ = take(0x2D)
    let digits = index
    while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
    if index < bytes.count, [0x2E, 0x65, 0x45].contains(bytes[index]) {
      throw error("only whole numbers are read")
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    guard index > digits, bytes[digits] != 0x30 || index == digits + 1, let number = Int(text)
    else {
      index = start
      throw error("this is not a whole number that fits")
    }
    return .integer(number)
  }

  private mutating func string() throws(JSONReadingError) -> String {
    index += 1
    var out: [UInt8] = []
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case 0x22: return String(decoding: out, as: UTF8.self)
      case 0x5C: try escape(into: &out)
      case 0x00..<0x20:
        index -= 1
        throw error("a control character stands in a text")
      default: out.append(byte)
      }
    }
    throw error("a text has no closing quote")
  }

  private mutating func escape(into out: inout [UInt8]) throws(JSONReadingError) {
    guard index < bytes.count else { throw error("a text has no closing quote") }
    let byte = bytes[index]
    index += 1
    switch byte {
    case 0x22, 0x5C, 0x2F: out.append(byte)
    case 0x62: out.append(0x08)
    case 0x66: out.append(0x0C)
    case 0x6E: out.append(0x0A)
    case 0x72: out.append(0x0D)
    case 0x74: out.append(0x09)
    case 0x75:
      var code = try hexQuad()
      if (0xD800..<0xDC00).contains(code), take(0x5C), take(0x75) {
        let low = try hexQuad()
        guard (0xDC00..<0xE000).contains(low) else { throw error("a lone surrogate") }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw error("a lone surrogate") }
      out.append(contentsOf: String(Character(scalar)).utf8)
    default:
      index -= 1
      throw error("an unknown escape")
    }
  }

  private mutating func hexQuad() throws(JSONReadingError) -> UInt32 {
    guard index + 4 <= bytes.count,
      bytes[index..<index + 4].allSatisfy({
        (0x30...0x39).contains($0) || (0x41...0x46).contains($0) || (0x61...0x66).contains($0)
      }),
      let code = UInt32(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
    else { throw error("four hexadecimal digits are expected here") }
    index += 4
    return code
  }
}
