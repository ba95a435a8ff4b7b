import Glibc

/// A file that is written piece by piece under a temporary name.
///
/// It becomes a file of its name when `keep` returns, whole and on disk; until then, and where the
/// program ends before, there is only the temporary one. `Files.removeLeftovers` takes those away.
final class OutgoingFile {
  private let temporary: String
  private var descriptor: Int32
  private var isKept = false

  /// Begins a file in a folder, 0600.
  ///
  /// - Parameter name: tells temporary files apart.
  init(in folder: String, name: String) throws(Failure) {
    temporary = "\(folder)/.\(name).\(getpid()).tmp"
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw Files.failure("cannot write in \(folder)", errno) }
    fchmod(descriptor, 0o600)
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    if !isKept { unlink(temporary) }
  }

  /// Adds bytes at the end.
  func add(_ bytes: [UInt8]) throws(Failure) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        write(descriptor, buffer.baseAddress?.advanced(by: sent), buffer.count - sent)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw Files.failure("cannot write in \(Files.parent(of: temporary))", errno)
      }
      sent += count
    }
  }

  /// Asks the system to begin putting what was added so far on disk, and does not wait for it.
  ///
  /// `keep` waits, and is told of whatever went wrong. Linux begins to write what nobody will read
  /// again; elsewhere nothing may come of it.
  func beginSync() { posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED) }

  /// Puts it on disk under its name, in the same folder.
  ///
  /// Whoever needs the name to be on disk too syncs the folder, or writes the next file with
  /// `Files.write`, which does.
  func keep(as path: String) throws(Failure) {
    guard fsync(descriptor) == 0, rename(temporary, path) == 0 else {
      throw Files.failure("cannot write \(path)", errno)
    }
    isKept = true
  }
}
