/// The numbers of JSON as they are written.
enum JSONNumber {
  /// Whether the bytes are one number by RFC 8259.
  static func isWellFormed(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    func digits() -> Int {
      let run = rest.prefix { (0x30...0x39).contains($0) }
      rest = rest.dropFirst(run.count)
      return run.count
    }
    if rest.first == 0x2D { rest.removeFirst() }
    let leadingZero = rest.first == 0x30
    let whole = digits()
    guard whole == 1 || (whole > 1 && !leadingZero) else { return false }
    if rest.first == 0x2E {
      rest.removeFirst()
      guard digits() > 0 else { return false }
    }
    if rest.first == 0x45 || rest.first == 0x65 {
      rest.removeFirst()
      if rest.first == 0x2B || rest.first == 0x2D { rest.removeFirst() }
      guard digits() > 0 else { return false }
    }
    return rest.isEmpty
  }

  /// A score from 0 to 10 in tenths, rounded down; `nil` where the number is none.
  ///
  /// Some tools keep 9.8 in few bits and write 9.800000190734863: what is off by less than a
  /// thousandth is not rounded down.
  static func tenths(_ text: String) -> Int? {
    guard let value = Double(text), value >= 0, value <= 10.000_1 else { return nil }
    return min(100, Int((value * 10 + 0.001).rounded(.down)))
  }
}
