import Glibc
import ReadinessCore

/// A folder that one program at a time works in.
///
/// The lock goes with the process, however that ends.
final class FolderLock {
  private var descriptor: Int32

  deinit { close(descriptor) }

  /// Takes the lock.
  ///
  /// - Throws: where another program holds it; says which one.
  init(_ folder: String) throws(Failure) {
    let path = folder + "/.lock"
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Files.failure("cannot work in \(folder)", errno) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      var buffer = [UInt8](repeating: 0, count: 256)
      let count = max(0, read(descriptor, &buffer, buffer.count))
      let holder = TextLayout.harmless(String(decoding: buffer[..<count], as: UTF8.self))
      throw Failure(
        "\(folder) is in use by \(holder.isEmpty ? "another program" : holder)",
        hint: "finish there first, then try again"
      )
    }
    ftruncate(descriptor, 0)
    let arguments = CommandLine.arguments.dropFirst().prefix(2).joined(separator: " ")
    let text = Array("readiness \(arguments) (process \(getpid()))".utf8)
    _ = text.withUnsafeBytes { write(descriptor, $0.baseAddress, text.count) }
  }
}
