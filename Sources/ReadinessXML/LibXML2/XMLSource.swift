import Synchronization

/// The bytes of a file, to tell where something stands in it when that is asked.
final class XMLSource: Sendable {
  let bytes: [UInt8]
  /// Where each line begins; found out at the first question.
  private let lines = Mutex<[Int]>([])

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The place of the last `<` before that byte.
  func tag(before place: Int) -> XMLPosition {
    guard !bytes.isEmpty else { return XMLPosition(line: 1, column: 1) }
    let tag = bytes[...min(max(0, place), bytes.count - 1)].lastIndex(of: 0x3C) ?? 0
    let (line, start) = line(of: tag)
    let column = bytes[min(start, tag)..<tag].count { $0 & 0xC0 != 0x80 } + 1
    return XMLPosition(line: line, column: column)
  }

  /// The number of the line that holds the byte, from 1, and where that line begins.
  private func line(of place: Int) -> (number: Int, start: Int) {
    lines.withLock { lines in
      if lines.isEmpty {
        lines = [bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0]
        for (index, byte) in bytes.enumerated() where byte == 0x0A { lines.append(index + 1) }
      }
      var low = 0
      var high = lines.count
      while high - low > 1 {
        let middle = (low + high) / 2
        if lines[middle] <= place { low = middle } else { high = middle }
      }
      return (low + 1, lines[low])
    }
  }
}
