import Glibc

/// Reading and writing files so that nothing is lost and nothing hangs.
enum Files {
  /// The bytes of a regular file.
  ///
  /// A folder, a pipe or a device is refused rather than waited for.
  static func read(_ path: String, limit: Int = 64 << 20) throws(Failure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("cannot read \(path)", errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure("cannot read \(path)", errno) }
    let kind = status.st_mode & S_IFMT
    if kind == S_IFDIR {
      throw Failure("\(path) is a folder, not a file", hint: "name a file inside it")
    }
    guard kind == S_IFREG else {
      throw Failure("\(path) is not an ordinary file", hint: "name an ordinary file")
    }
    guard status.st_size <= limit else {
      throw Failure(
        "\(path) is too large: \(status.st_size) bytes, the most is \(limit)",
        hint: "check that this is the file you meant"
      )
    }
    var bytes = try firstBytes(descriptor, of: path, count: Int(status.st_size))
    var buffer = [UInt8](repeating: 0, count: 1 << 10)
    while bytes.count <= limit {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw failure("cannot read \(path)", errno)
      }
      bytes.append(contentsOf: buffer[..<count])
    }
    throw Failure("\(path) grew while it was read", hint: "try again")
  }

  /// What one call reads of a file that is said to have so many bytes; mostly all of it.
  private static func firstBytes(
    _ descriptor: Int32,
    of path: String,
    count: Int
  ) throws(Failure) -> [UInt8] {
    var code: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      let got = Glibc.read(descriptor, buffer.baseAddress, count)
      if got < 0 { code = errno }
      filled = max(0, got)
    }
    guard code == 0 || code == EINTR else { throw failure("cannot read \(path)", code) }
    return bytes
  }

  /// Writes under a temporary name, syncs, then renames, so that the file is either old or new.
  static func write(
    _ bytes: some Sequence<UInt8>,
    to path: String,
    mode: mode_t = 0o600
  ) throws(Failure) {
    let folder = parent(of: path)
    let temporary = "\(folder)/.\(name(of: path)).\(getpid()).tmp"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, mode)
    guard descriptor >= 0 else { throw failure("cannot write \(path)", errno) }
    var done = false
    defer { if !done { unlink(temporary) } }
    try fill(descriptor, with: Array(bytes), mode: mode, path)
    guard rename(temporary, path) == 0 else { throw failure("cannot write \(path)", errno) }
    done = true
    syncFolder(folder)
  }

  private static func fill(
    _ descriptor: Int32,
    with bytes: [UInt8],
    mode: mode_t,
    _ path: String
  ) throws(Failure) {
    defer { close(descriptor) }
    fchmod(descriptor, mode)
    try writeAll(bytes, to: descriptor, path)
    guard fsync(descriptor) == 0 else { throw failure("cannot write \(path)", errno) }
  }

  private static func writeAll(
    _ bytes: [UInt8],
    to descriptor: Int32,
    _ path: String
  ) throws(Failure) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress?.advanced(by: sent), bytes.count - sent)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw failure("cannot write \(path)", errno)
      }
      sent += count
    }
  }

  private static func syncFolder(_ folder: String) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// Takes a file away.
  static func remove(_ path: String) throws(Failure) {
    guard unlink(path) == 0 else { throw failure("cannot remove \(path)", errno) }
    syncFolder(parent(of: path))
  }

  /// Makes a folder (0700) unless it is there.
  static func makeFolder(_ path: String) throws(Failure) {
    if mkdir(path, 0o700) == 0 { return }
    let code = errno
    if isFolder(path) { return }
    throw failure("cannot make the folder \(path)", code)
  }

  /// Says at once where nothing could be written, before work is done in vain.
  static func checkWritable(_ folder: String) throws(Failure) {
    guard access(folder, W_OK) == 0 else { throw failure("cannot write in \(folder)", errno) }
    guard isFolder(folder) else { throw failure("cannot write in \(folder)", ENOTDIR) }
  }

  /// Takes away what a crash left of a file that was being written.
  ///
  /// Its name begins and ends as `write` names it. Only for whoever holds the folder's lock.
  static func removeLeftovers(of path: String) {
    let folder = parent(of: path)
    guard let directory = opendir(folder) else { return }
    defer { closedir(directory) }
    while let entry = readdir(directory) {
      let name = entryName(entry)
      if name.hasPrefix(".\(Self.name(of: path))."), name.hasSuffix(".tmp") {
        unlink("\(folder)/\(name)")
      }
    }
  }

  /// Takes away what a crash left in a folder that only this program writes in.
  ///
  /// Only for whoever holds the lock.
  static func removeLeftovers(in folder: String) {
    guard let directory = opendir(folder) else { return }
    defer { closedir(directory) }
    while let entry = readdir(directory) {
      let name = entryName(entry)
      if name.hasPrefix("."), name.hasSuffix(".tmp") { unlink("\(folder)/\(name)") }
    }
  }

  /// The temporary files in a folder whose program is gone.
  static func leftovers(in folder: String) throws(Failure) -> [String] {
    guard let directory = opendir(folder) else { throw failure("cannot read \(folder)", errno) }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = entryName(entry)
      guard name.hasPrefix("."), name.hasSuffix(".tmp"),
        let process = name.split(separator: ".").dropLast().last.flatMap({ pid_t($0) })
      else { continue }
      // Signal 0 only asks whether the process is there.
      if process <= 1 || (kill(process, 0) != 0 && errno == ESRCH) { names.append(name) }
    }
    return names.sorted()
  }

  private static func entryName(_ entry: UnsafeMutablePointer<dirent>) -> String {
    withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
  }

  /// Whether something of that name is there.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether a file is in a folder that one may look into; else that is said, not "no".
  static func exists(_ path: String, in folder: String) throws(Failure) -> Bool {
    if access(path, F_OK) == 0 { return true }
    let code = errno
    if code == ENOENT { return false }
    throw failure("cannot look into \(folder)", code)
  }

  /// Whether it is a folder.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The names in a folder, sorted; without those that begin with a dot.
  static func names(in folder: String) throws(Failure) -> [String] {
    try entries(in: folder).map(\.name)
  }

  /// The names in a folder, sorted, with whether each is a folder too; without those that begin with
  /// a dot.
  static func entries(
    in folder: String
  ) throws(Failure) -> [(name: String, isFolder: Bool)] {
    guard let directory = opendir(folder) else { throw failure("cannot read \(folder)", errno) }
    defer { closedir(directory) }
    var entries: [(name: String, isFolder: Bool)] = []
    while let entry = readdir(directory) {
      let name = entryName(entry)
      guard !name.hasPrefix(".") else { continue }
      // Most file systems say so at once; of a link, and on the others, the file itself is asked.
      switch Int(entry.pointee.d_type) {
      case Int(DT_REG): entries.append((name, false))
      case Int(DT_DIR): entries.append((name, true))
      default: entries.append((name, isFolder("\(folder)/\(name)")))
      }
    }
    return entries.sorted { $0.name < $1.name }
  }

  /// The folder part of a path; `.` where there is none.
  static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last part of a path.
  static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  /// What went wrong, in words, with the next step.
  static func failure(_ what: String, _ code: Int32) -> Failure {
    let hint =
      switch code {
      case ENOENT: "check the name: there is no such file or folder"
      case EACCES, EPERM: "you may not: check who owns it, or ask for access"
      case ENOSPC, EDQUOT: "the disk is full: make room, then try again; nothing was lost"
      case EROFS: "the disk is read-only: copy the folder to a place where you can write"
      case ENOTDIR: "part of the path is a file, not a folder"
      case ELOOP: "the name is a link: name the file itself"
      case EMFILE, ENFILE: "too many files are open: close some programs"
      default: String(cString: strerror(code)).lowercased()
      }
    return Failure(what, hint: hint)
  }
}
