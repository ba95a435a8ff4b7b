import Glibc

/// A regular file that is read piece by piece.
///
/// A folder, a pipe or a device is refused rather than waited for.
final class IncomingFile {
  /// How many bytes a piece has at most.
  static let pieceSize = 256 << 10

  /// The file's path.
  let path: String
  /// How many bytes it had when it was opened.
  let size: Int
  private let descriptor: Int32

  init(_ path: String) throws(Failure) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw Files.failure("cannot read \(path)", errno) }
    var status = stat()
    let found = fstat(descriptor, &status)
    size = Int(status.st_size)
    let kind = status.st_mode & S_IFMT
    guard found == 0, kind == S_IFREG else {
      // `deinit` closes: all is set.
      let what = kind == S_IFDIR ? "a folder, not a file" : "not an ordinary file"
      throw Failure("\(path) is \(what)", hint: "name an ordinary file")
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// The next bytes; `nil` at the end.
  func next() throws(Failure) -> [UInt8]? {
    while true {
      var code: Int32 = 0
      let piece = [UInt8](unsafeUninitializedCapacity: Self.pieceSize) { buffer, count in
        let got = read(descriptor, buffer.baseAddress, buffer.count)
        if got < 0 { code = errno }
        count = max(0, got)
      }
      if code == EINTR { continue }
      guard code == 0 else { throw Files.failure("cannot read \(path)", code) }
      return piece.isEmpty ? nil : piece
    }
  }

  /// How many bytes a path has now, for a progress bar; 0 where it cannot be told.
  static func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0
  }
}
