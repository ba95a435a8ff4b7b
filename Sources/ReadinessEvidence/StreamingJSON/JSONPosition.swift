/// Where a stream is in its file, and the byte order mark that may stand before it.
struct JSONPosition {
  private var offset = 0
  private var line = 1
  private var lineStart = 0
  private var mark = 0

  /// A whole chunk was read.
  mutating func pass(_ count: Int) { offset += count }

  /// A line ends with the byte at that place of the chunk.
  mutating func newLine(at index: Int) {
    line += 1
    lineStart = offset + index + 1
  }

  /// The same error with its place, unless it has one.
  func locate(_ error: ScanImportError, at index: Int) -> ScanImportError {
    guard error.line == nil else { return error }
    let column = max(1, offset + index - lineStart + 1)
    return ScanImportError(error.kind, error.what, line: line, column: column)
  }

  /// Whether the byte is of the mark of UTF-8 that some programs put first.
  mutating func isMark(_ byte: UInt8, at index: Int) throws(ScanImportError) -> Bool {
    let place = offset + index
    guard place < 3, mark == place else { return false }
    let expected: [UInt8] = [0xEF, 0xBB, 0xBF]
    if byte == expected[place] {
      mark += 1
      return true
    }
    if place > 0 || byte == 0xFE || byte == 0xFF {
      throw ScanImportError(.broken, "the text is not UTF-8")
    }
    return false
  }
}
