import Glibc

/// The standard streams: data on standard output, talk on standard error.
enum Console {
  /// Data, as it is.
  static func write(_ text: String) {
    var bytes = Array(text.utf8)
    send(&bytes, to: STDOUT_FILENO)
  }

  /// Data, with a line end.
  static func print(_ line: String = "") { write(line + "\n") }

  /// Talk, with a line end.
  static func note(_ line: String) {
    var bytes = Array((line + "\n").utf8)
    send(&bytes, to: STDERR_FILENO)
  }

  /// Talk, as it is.
  static func talk(_ text: String) {
    var bytes = Array(text.utf8)
    send(&bytes, to: STDERR_FILENO)
  }

  /// Bytes, as they are.
  static func write(_ bytes: [UInt8]) {
    var copy = bytes
    send(&copy, to: STDOUT_FILENO)
  }

  /// Whether a person sits at both ends.
  static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  private static func send(_ bytes: inout [UInt8], to descriptor: Int32) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress?.advanced(by: sent), buffer.count - sent)
      }
      if count < 0 {
        let code = errno
        if code == EINTR { continue }
        // Nobody reads any more: the rest is dropped, but the work and its exit code stay.
        if code == EPIPE || descriptor == STDERR_FILENO { return }
        let failure = Files.failure("cannot write to standard output", code)
        note("readiness: error: \(failure.what)")
        for hint in failure.hints { note("hint: \(hint)") }
        exit(ExitStatus.couldNot.rawValue)
      }
      sent += count
    }
  }

  /// The width to wrap at: the terminal's, at most 80.
  static var width: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40 else { return 80 }
    return min(80, Int(size.ws_col))
  }
}
