import Glibc

/// Tells from the first bytes of a file whether it may be a withdrawal.
///
/// Statements are by far the most; a file that is not seen to be one counts as a possible withdrawal
/// and is judged in full before the others.
enum WithdrawalPeek {
  /// The document's name stands behind the entry `mimetype`, which is the same in every container.
  private static let place = 99
  private static let statement = Array("attestation.xml".utf8)

  static func mayBe(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    // Of a folder or a pipe nothing can be read at a place.
    var bytes = [UInt8](repeating: 0, count: place + statement.count)
    guard pread(descriptor, &bytes, bytes.count, 0) == bytes.count else { return false }
    return !bytes[place...].elementsEqual(statement)
  }
}
