import Glibc

/// Runs a program of the system and waits for it.
///
/// By `posix_spawn` with a clean signal mask: worker threads block signals, and a child started
/// without this inherits that.
struct Tool {
  let status: Int32
  let output: [UInt8]
  let errors: [UInt8]

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// The folders that programs are looked for in.
  private static let folders = ["/usr/bin", "/bin", "/usr/local/bin"]

  static func exists(_ program: String) -> Bool {
    folders.contains { access("\($0)/\(program)", X_OK) == 0 }
  }

  /// Runs the program; what it prints is returned, its exit status is not judged.
  @discardableResult
  static func run(
    _ arguments: [String],
    in folder: TemporaryFolder,
    environment: [String] = []
  ) throws -> Tool {
    let output = folder.path + "/.out-\(UInt64.random(in: 0...UInt64.max))"
    let errors = output + "-errors"
    defer {
      unlink(output)
      unlink(errors)
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT, 0o600)

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

    let variables = ["PATH=" + folders.joined(separator: ":"), "LC_ALL=C"] + environment
    let command = ["sh", "-c", "cd \"$0\" && exec \"$@\"", folder.path] + arguments
    var argv = command.map { strdup($0) } + [nil]
    var envp = variables.map { strdup($0) } + [nil]
    defer { for text in argv + envp { free(text) } }
    var process: pid_t = 0
    let started = posix_spawnp(&process, "sh", &actions, &attributes, &argv, &envp)
    guard started == 0 else { throw Failure(description: "\(arguments[0]) did not start") }
    var status: Int32 = 0
    while waitpid(process, &status, 0) == -1 && errno == EINTR {}
    return Tool(
      status: status & 0x7F == 0 ? (status >> 8) & 0xFF : -1,
      output: try TemporaryFolder.read(output),
      errors: try TemporaryFolder.read(errors)
    )
  }

  /// Runs the program, which must succeed.
  @discardableResult
  static func succeed(_ arguments: [String], in folder: TemporaryFolder) throws -> [UInt8] {
    let tool = try run(arguments, in: folder)
    guard tool.status == 0 else {
      throw Failure(
        description: arguments.joined(separator: " ") + ": " + tool.errors.text
      )
    }
    return tool.output
  }
}

/// A folder that is gone when the test is.
final class TemporaryFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/readiness-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Tool.Failure(description: "no folder") }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit {
    let command = ["rm", "-rf", path]
    var argv = command.map { strdup($0) } + [nil]
    defer { for text in argv { free(text) } }
    var process: pid_t = 0
    var status: Int32 = 0
    if posix_spawnp(&process, "rm", nil, nil, &argv, nil) == 0 { waitpid(process, &status, 0) }
  }

  /// Writes a file and returns its path.
  @discardableResult
  func write(_ bytes: [UInt8], as name: String) throws -> String {
    let file = path + "/" + name
    guard let stream = fopen(file, "w") else { throw Tool.Failure(description: "cannot write") }
    defer { fclose(stream) }
    guard fwrite(bytes, 1, bytes.count, stream) == bytes.count else {
      throw Tool.Failure(description: "cannot write")
    }
    return file
  }

  func read(_ name: String) throws -> [UInt8] { try Self.read(path + "/" + name) }

  static func read(_ file: String) throws -> [UInt8] {
    guard let stream = fopen(file, "r") else { throw Tool.Failure(description: "no \(file)") }
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
