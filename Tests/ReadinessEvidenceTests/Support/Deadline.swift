import Dispatch
import Glibc

/// Ends the test run where something hangs.
///
/// It measures nothing: what takes long is not wrong, what never ends is.
enum Deadline {
  /// Runs the body; where it has not ended after a minute, the whole test run is stopped.
  static func guarding<Value>(
    _ what: String,
    _ body: () throws -> Value
  ) rethrows -> Value {
    let watch = DispatchWorkItem {
      let words = "hangs: \(what)\n"
      _ = words.withCString { write(2, $0, strlen($0)) }
      abort()
    }
    DispatchQueue.global().asyncAfter(deadline: .now() + 60, execute: watch)
    defer { watch.cancel() }
    return try body()
  }
}

/// How much memory the test process holds.
enum Memory {
  /// The most that it ever held, in MiB.
  static var peak: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss / 1_024
  }
}
