import Glibc

/// A folder that is gone when the test is.
public final class RunningFolder {
  /// Its path, without a final slash.
  public let path: String

  /// A new, empty folder with a name of its own.
  ///
  /// - Throws: where it cannot be made.
  public init() throws {
    var template = Array("/tmp/readiness-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw RunningFailure("cannot make a folder") }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit {
    _ = try? RunningProcess(["rm", "-rf", "--", path], in: "/").run()
  }

  /// A path inside it.
  public func path(of name: String) -> String { path + "/" + name }

  /// Writes a file and returns its path.
  ///
  /// - Throws: where it cannot be written.
  @discardableResult
  public func write(_ bytes: some Sequence<UInt8>, as name: String) throws -> String {
    let file = path(of: name)
    let all = Array(bytes)
    guard let stream = fopen(file, "we") else { throw RunningFailure("cannot write \(file)") }
    defer { fclose(stream) }
    guard fwrite(all, 1, all.count, stream) == all.count else {
      throw RunningFailure("cannot write \(file)")
    }
    return file
  }

  /// Makes a folder inside it and returns its path.
  ///
  /// - Throws: where it cannot be made.
  @discardableResult
  public func makeFolder(_ name: String) throws -> String {
    let folder = path(of: name)
    guard mkdir(folder, 0o700) == 0 else { throw RunningFailure("cannot make \(folder)") }
    return folder
  }

  /// The bytes of a file inside it.
  ///
  /// - Throws: where it cannot be read.
  public func read(_ name: String) throws -> [UInt8] { try Self.bytes(path(of: name)) }

  /// The text of a file inside it.
  ///
  /// - Throws: where it cannot be read.
  public func text(_ name: String) throws -> String {
    String(decoding: try read(name), as: UTF8.self)
  }

  /// Whether something of that name is inside it.
  public func has(_ name: String) -> Bool { access(path(of: name), F_OK) == 0 }

  /// The permissions of a file or folder inside it, as `0o600`.
  ///
  /// - Throws: where it is not there.
  public func permissions(of name: String) throws -> UInt32 {
    var status = stat()
    guard stat(path(of: name), &status) == 0 else { throw RunningFailure("no \(name)") }
    return status.st_mode & 0o7777
  }

  /// The names inside a folder inside it, sorted, those with a leading dot too.
  ///
  /// - Throws: where it cannot be read.
  public func names(in name: String = ".") throws -> [String] {
    guard let directory = opendir(path(of: name)) else { throw RunningFailure("no \(name)") }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let found = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if found != ".", found != ".." { names.append(found) }
    }
    return names.sorted()
  }

  /// The bytes of a file.
  ///
  /// - Throws: where it cannot be read.
  public static func bytes(_ file: String) throws -> [UInt8] {
    guard let stream = fopen(file, "re") else { throw RunningFailure("cannot read \(file)") }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&chunk, 1, chunk.count, stream)
      if count == 0 { return bytes }
      bytes += chunk[..<count]
    }
  }
}

/// What a helper of the tests could not do.
public struct RunningFailure: Error, CustomStringConvertible {
  /// In words.
  public let description: String

  /// A failure.
  public init(_ description: String) { self.description = description }
}
