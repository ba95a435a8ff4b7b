/// Reads the inside of one JSON string, in pieces, and keeps at most so many bytes of it.
///
/// All of it must be UTF-8. A lone surrogate becomes U+FFFD.
struct JSONText {
  private var kept: [UInt8] = []
  private var most = 0
  private var cut = false
  private var state = State.plain
  private var highSurrogate: UInt32?
  private var utf8 = UTF8Check()

  private enum State {
    case plain
    case escape
    case hex(digits: Int, value: UInt32)
  }

  /// Begins a string of which at most so many bytes are kept.
  mutating func begin(most: Int) {
    kept.removeAll(keepingCapacity: true)
    self.most = most
    cut = false
    state = .plain
    highSurrogate = nil
    utf8 = UTF8Check()
  }

  /// What was kept.
  var value: String {
    var bytes = kept[...]
    // The cut may have fallen inside of a character.
    if cut {
      while let last = bytes.last, last & 0xC0 == 0x80 { bytes.removeLast() }
      if let last = bytes.last, last >= 0xC0 { bytes.removeLast() }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether more stood there than was kept.
  var wasCut: Bool { cut }

  /// Reads on; `true` when the closing quote was read.
  ///
  /// `index` is moved behind what was read, or stands at what is wrong.
  mutating func read(
    _ chunk: UnsafeBufferPointer<UInt8>,
    _ index: inout Int
  ) throws(ScanImportError) -> Bool {
    while index < chunk.count {
      let byte = chunk[index]
      switch state {
      case .plain:
        if byte == 0x22, utf8.isComplete {
          endSurrogate()
          index += 1
          return true
        }
        if byte == 0x5C, utf8.isComplete {
          state = .escape
        } else {
          guard byte >= 0x20 else {
            throw ScanImportError(.broken, "a control character stands in a text")
          }
          guard utf8.take(byte) else { throw ScanImportError(.broken, "the text is not UTF-8") }
          endSurrogate()
          keep(byte)
        }
      case .escape:
        try escape(byte)
      case .hex(let digits, let value):
        guard let digit = Self.hexDigit(byte) else {
          throw ScanImportError(.broken, "four hexadecimal digits are expected here")
        }
        let value = value << 4 | digit
        if digits == 3 {
          state = .plain
          codeUnit(value)
        } else {
          state = .hex(digits: digits + 1, value: value)
        }
      }
      index += 1
    }
    return false
  }

  private mutating func escape(_ byte: UInt8) throws(ScanImportError) {
    state = .plain
    let meant: UInt8
    switch byte {
    case 0x75:
      state = .hex(digits: 0, value: 0)
      return
    case 0x22, 0x5C, 0x2F: meant = byte
    case 0x62: meant = 0x08
    case 0x66: meant = 0x0C
    case 0x6E: meant = 0x0A
    case 0x72: meant = 0x0D
    case 0x74: meant = 0x09
    default: throw ScanImportError(.broken, "an unknown escape")
    }
    endSurrogate()
    keep(meant)
  }

  private mutating func codeUnit(_ unit: UInt32) {
    if let high = highSurrogate, (0xDC00..<0xE000).contains(unit) {
      highSurrogate = nil
      keep(0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00))
      return
    }
    endSurrogate()
    if (0xD800..<0xDC00).contains(unit) {
      highSurrogate = unit
    } else {
      keep(unit)
    }
  }

  /// A leading surrogate that nothing followed.
  private mutating func endSurrogate() {
    guard highSurrogate != nil else { return }
    highSurrogate = nil
    keep(UInt32(0xFFFD))
  }

  private mutating func keep(_ code: UInt32) {
    let scalar = Unicode.Scalar(code) ?? "\u{FFFD}"
    for byte in String(scalar).utf8 { keep(byte) }
  }

  private mutating func keep(_ byte: UInt8) {
    if kept.count < most { kept.append(byte) } else { cut = true }
  }

  private static func hexDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46: UInt32(byte - 0x41 + 10)
    case 0x61...0x66: UInt32(byte - 0x61 + 10)
    default: nil
    }
  }
}
