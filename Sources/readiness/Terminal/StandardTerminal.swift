import Glibc
import ReadinessInterview

/// The interview's terminal: lines on standard output, typed lines from standard input.
final class StandardTerminal: Terminal {
  var width: Int { Console.width }

  private var buffer: [UInt8] = []
  private var isAtEnd = false

  func show(_ line: String) { Console.print(line) }

  func ask(_ prompt: String) -> String? {
    Console.write(prompt)
    while true {
      if let end = buffer.firstIndex(of: 0x0A) {
        let line = buffer[..<end]
        buffer.removeSubrange(...end)
        return String(decoding: line, as: UTF8.self)
      }
      guard !isAtEnd, buffer.count < 1 << 20 else {
        guard !buffer.isEmpty else {
          Console.print()
          return nil
        }
        defer { buffer = [] }
        return String(decoding: buffer, as: UTF8.self)
      }
      var chunk = [UInt8](repeating: 0, count: 4_096)
      let count = read(STDIN_FILENO, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { isAtEnd = true } else { buffer.append(contentsOf: chunk[..<count]) }
    }
  }
}

/// Ctrl-C during the interview: everything accepted is on disk, so say so and leave.
enum Interruption {
  /// Prepared before the signal, since a handler may only write bytes that are ready.
  nonisolated(unsafe) private static var farewell: UnsafeMutableBufferPointer<UInt8>?

  /// Installs the handler for Ctrl-C, a closed terminal and a polite kill.
  static func sayOnLeaving(_ text: String) {
    let bytes = Array(text.utf8)
    let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    _ = memory.initialize(from: bytes)
    farewell = memory
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number) { number in
        if let farewell = Interruption.farewell {
          _ = write(STDERR_FILENO, farewell.baseAddress, farewell.count)
        }
        _exit(128 + number)
      }
    }
  }
}
