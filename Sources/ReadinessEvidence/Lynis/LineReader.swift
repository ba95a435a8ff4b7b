/// Cuts a file into lines, piece by piece, and keeps at most so many bytes of each.
struct LineReader {
  /// One line without its end.
  struct Line {
    /// Its number in the file, from 1.
    let number: Int
    /// Its bytes, cut at the limit.
    let bytes: [UInt8]
    /// Whether more stood there than was kept.
    let isCut: Bool
  }

  private let most: Int
  private var kept: [UInt8] = []
  private var isCut = false
  private var number = 1

  /// A reader that keeps at most so many bytes of a line.
  init(most: Int) { self.most = most }

  /// The next line that ends in this piece of the file; `nil` where the rest of it is read.
  mutating func next(_ chunk: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Line? {
    while index < chunk.count {
      let byte = chunk[index]
      index += 1
      if byte == 0x0A { return end() }
      if kept.count < most { kept.append(byte) } else { isCut = true }
    }
    return nil
  }

  /// The last line, where no line end stands behind it.
  mutating func last() -> Line? { kept.isEmpty ? nil : end() }

  private mutating func end() -> Line {
    if kept.last == 0x0D { kept.removeLast() }
    let line = Line(number: number, bytes: kept, isCut: isCut)
    number += 1
    kept.removeAll(keepingCapacity: true)
    isCut = false
    return line
  }
}
