/// Reads JSON piece by piece and tells what stands at the places that an importer knows.
///
/// Memory does not grow with the file: at most 64 levels are open, at most `longestText` bytes of
/// a text are kept, and nothing of what leads to no place. Refused beside what RFC 8259 refuses:
/// bytes that are not UTF-8, a wanted name that stands twice in an object, more levels than that,
/// numbers of more than 400 digits.
struct JSONStream<Place: JSONPlace> {
  /// The most bytes that are kept of a text.
  static var longestText: Int { 4_096 }

  private static var deepest: Int { 64 }
  private static var longestNumber: Int { 400 }

  private struct Level {
    let isObject: Bool
    /// `nil` where nothing in it is wanted.
    let place: Place?
    /// The wanted members that it had so far.
    var had: [Place] = []
  }

  private enum Expected { case value, valueOrEnd, nameOrEnd, name, colon, commaOrEnd, end }

  private enum Token {
    case none, name, text, number
    case word([UInt8], at: Int)
  }

  private var levels: [Level] = []
  private var expected = Expected.value
  private var token = Token.none
  private var text = JSONText()
  private var number: [UInt8] = []
  /// Where the next value stands, `nil` where it is not wanted, and its name.
  private var place: Place? = .root
  private var name = ""
  private var position = JSONPosition()

  /// Reads the next bytes.
  mutating func read(
    _ chunk: UnsafeBufferPointer<UInt8>,
    into receiver: inout some JSONReceiver<Place>
  ) throws(ScanImportError) {
    var index = 0
    do throws(ScanImportError) {
      while index < chunk.count {
        switch token {
        case .none:
          try step(chunk[index], index, &receiver)
          index += 1
        case .name:
          guard try text.read(chunk, &index) else { break }
          token = .none
          try member(text.value, &receiver)
        case .text:
          guard try text.read(chunk, &index) else { break }
          token = .none
          if let place { try receiver.take(.text(place, text.value)) }
        case .number:
          if Self.isOfNumber(chunk[index]) {
            guard number.count < Self.longestNumber else {
              throw ScanImportError(.hostile, "a number is too long")
            }
            number.append(chunk[index])
            index += 1
          } else {
            token = .none
            try endNumber(&receiver)
          }
        case .word(let word, let at):
          guard chunk[index] == word[at] else {
            throw ScanImportError(.broken, "a value is expected here")
          }
          index += 1
          token = at + 1 < word.count ? .word(word, at: at + 1) : .none
        }
      }
    } catch {
      throw position.locate(error, at: index)
    }
    position.pass(chunk.count)
  }

  /// Says that the file has ended.
  func finish() throws(ScanImportError) {
    guard case .end = expected, case .none = token else {
      throw position.locate(ScanImportError(.cutShort, "the file ends too early"), at: 0)
    }
  }

  private mutating func step(
    _ byte: UInt8,
    _ index: Int,
    _ receiver: inout some JSONReceiver<Place>
  ) throws(ScanImportError) {
    if try position.isMark(byte, at: index) { return }
    switch byte {
    case 0x20, 0x09, 0x0D: return
    case 0x0A:
      position.newLine(at: index)
      return
    default: break
    }
    switch (expected, byte) {
    case (.valueOrEnd, 0x5D), (.nameOrEnd, 0x7D): try close(&receiver)
    case (.commaOrEnd, 0x5D) where levels.last?.isObject == false: try close(&receiver)
    case (.commaOrEnd, 0x7D) where levels.last?.isObject == true: try close(&receiver)
    case (.commaOrEnd, 0x2C):
      if levels.last?.isObject == true {
        expected = .name
      } else {
        beginElement()
        expected = .value
      }
    case (.name, 0x22), (.nameOrEnd, 0x22):
      token = .name
      text.begin(most: levels.last?.place == nil ? 0 : 128)
    case (.colon, 0x3A): expected = .value
    case (.value, _), (.valueOrEnd, _): try value(byte, &receiver)
    case (.end, _): throw ScanImportError(.broken, "something stands after the end")
    case (.name, _), (.nameOrEnd, _):
      throw ScanImportError(.broken, "a name is expected here")
    case (.colon, _): throw ScanImportError(.broken, "a colon is expected here")
    case (.commaOrEnd, _):
      let end = levels.last?.isObject == true ? "}" : "]"
      throw ScanImportError(.broken, "a comma or \(end) is expected here")
    }
  }
}

extension JSONStream {
  private mutating func value(
    _ byte: UInt8,
    _ receiver: inout some JSONReceiver<Place>
  ) throws(ScanImportError) {
    switch byte {
    case 0x7B: try open(isObject: true, &receiver)
    case 0x5B: try open(isObject: false, &receiver)
    case 0x22:
      try want(.text, &receiver)
      token = .text
      text.begin(most: place == nil ? 0 : Self.longestText)
      expected = levels.isEmpty ? .end : .commaOrEnd
    case 0x2D, 0x30...0x39:
      try want(.number, &receiver)
      token = .number
      number = [byte]
      expected = levels.isEmpty ? .end : .commaOrEnd
    case 0x74, 0x66:
      try want(.flag, &receiver)
      if let place { try receiver.take(.flag(place, byte == 0x74)) }
      token = .word(Array((byte == 0x74 ? "true" : "false").utf8), at: 1)
      expected = levels.isEmpty ? .end : .commaOrEnd
    case 0x6E:
      if levels.isEmpty { try want([], &receiver) }
      token = .word(Array("null".utf8), at: 1)
      expected = levels.isEmpty ? .end : .commaOrEnd
    default: throw ScanImportError(.broken, "a value is expected here")
    }
  }

  /// Checks that a value of that shape may stand here; where it may not, it is passed over.
  private mutating func want(
    _ shape: JSONShapes,
    _ receiver: inout some JSONReceiver<Place>
  ) throws(ScanImportError) {
    guard let wanted = place, !wanted.shapes.contains(shape) || shape.isEmpty else { return }
    guard !levels.isEmpty else {
      throw ScanImportError(.notThisFormat, "a report of this format does not begin so")
    }
    receiver.notUnderstood(name.isEmpty ? "\(wanted)" : name)
    place = nil
  }

  private mutating func open(
    isObject: Bool,
    _ receiver: inout some JSONReceiver<Place>
  ) throws(ScanImportError) {
    guard levels.count < Self.deepest else {
      throw ScanImportError(.hostile, "more than \(Self.deepest) levels of nesting")
    }
    try want(isObject ? .object : .array, &receiver)
    if let place { try receiver.take(.begin(place, name: name, isObject: isObject)) }
    levels.append(Level(isObject: isObject, place: place))
    if isObject {
      expected = .nameOrEnd
    } else {
      beginElement()
      expected = .valueOrEnd
    }
  }

  private mutating func close(
    _ receiver: inout some JSONReceiver<Place>
  ) throws(ScanImportError) {
    let level = levels.removeLast()
    if let place = level.place { try receiver.take(.end(place)) }
    expected = levels.isEmpty ? .end : .commaOrEnd
  }

  private mutating func beginElement() {
    place = levels.last?.place?.element
    name = ""
  }

  private mutating func member(
    _ name: String,
    _ receiver: inout some JSONReceiver<Place>
  ) throws(ScanImportError) {
    expected = .colon
    place = nil
    guard let level = levels.indices.last, let parent = levels[level].place else { return }
    self.name = name
    switch parent.member(name) {
    case .wanted(let wanted):
      guard !levels[level].had.contains(wanted) else {
        throw ScanImportError(.broken, "the name \"\(name)\" stands twice")
      }
      levels[level].had.append(wanted)
      place = wanted
    case .entry(let wanted): place = wanted
    case .known: break
    case .unknown: receiver.notUnderstood(name)
    }
  }

  private static func isOfNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x2B, 0x2D, 0x2E, 0x45, 0x65: true
    default: false
    }
  }

  private mutating func endNumber(
    _ receiver: inout some JSONReceiver<Place>
  ) throws(ScanImportError) {
    guard JSONNumber.isWellFormed(number) else {
      throw ScanImportError(.broken, "this is not a number")
    }
    if let place { try receiver.take(.number(place, String(decoding: number, as: UTF8.self))) }
  }
}
