import Glibc

/// A program of the system, to be run and waited for.
///
/// By `posix_spawn` with a clean signal mask and its own process group: worker threads block
/// signals, and a child started without this inherits that. Whatever is still running at the
/// deadline is killed, its children too.
public struct RunningProcess {
  /// The program and its arguments; a name without a slash is looked for in the system's folders.
  public var arguments: [String]
  /// The folder that it runs in.
  public var folder: String
  /// Its environment, beside `PATH`.
  public var environment: [String: String]
  /// What it reads on standard input; nothing by default.
  public var input: [UInt8] = []
  /// What it reads on further file descriptors.
  public var descriptors: [Int32: [UInt8]] = [:]
  /// Where its standard output goes in place of the result, as `/dev/full`.
  public var outputPath: String?
  /// The most seconds that it may take.
  public var deadline = 60.0

  /// The folders that programs are looked for in.
  static let folders = ["/usr/bin", "/bin", "/usr/sbin", "/sbin", "/usr/local/bin"]

  /// A program to be run in a folder.
  public init(_ arguments: [String], in folder: String, environment: [String: String] = [:]) {
    self.arguments = arguments
    self.folder = folder
    self.environment = environment
  }

  /// Whether the system has a program of that name.
  public static func exists(_ program: String) -> Bool {
    folders.contains { access("\($0)/\(program)", X_OK) == 0 }
  }

  /// What a program left when it ended.
  public struct Finished: Sendable {
    /// Its exit code; 128 and the signal where a signal ended it.
    public let status: Int32
    /// Its standard output.
    public let output: [UInt8]
    /// Its standard error.
    public let errors: [UInt8]

    /// Its standard output as text.
    public var outputText: String { String(decoding: output, as: UTF8.self) }
    /// Its standard error as text.
    public var errorText: String { String(decoding: errors, as: UTF8.self) }
  }

  /// Runs the program; its exit code is not judged.
  ///
  /// - Throws: where it cannot be started or does not end in time.
  public func run() throws -> Finished {
    let files = try ScratchFiles()
    let process = try start(files)
    let status = try wait(for: process)
    return Finished(
      status: status,
      output: try outputPath == nil ? RunningFolder.bytes(files.output) : [],
      errors: try RunningFolder.bytes(files.errors)
    )
  }

  /// Runs the program, which must succeed.
  ///
  /// - Throws: where it does not, with what it said.
  @discardableResult
  public func succeed() throws -> Finished {
    let finished = try run()
    guard finished.status == 0 else {
      throw RunningFailure(
        arguments.joined(separator: " ") + " exited with \(finished.status): "
          + finished.errorText + finished.outputText
      )
    }
    return finished
  }

  private func start(_ files: borrowing ScratchFiles) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let input = input.isEmpty ? "/dev/null" : try files.write(self.input, "input")
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    let output = outputPath ?? files.output
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, files.errors, O_WRONLY | O_CREAT, 0o600)
    for (descriptor, bytes) in descriptors {
      let file = try files.write(bytes, "descriptor-\(descriptor)")
      posix_spawn_file_actions_addopen(&actions, descriptor, file, O_RDONLY, 0)
    }

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP)
    )

    var variables = environment
    variables["PATH"] = variables["PATH"] ?? Self.folders.joined(separator: ":")
    // Lets `swift test --enable-code-coverage` see the program too.
    if let profile = getenv("LLVM_PROFILE_FILE") {
      variables["LLVM_PROFILE_FILE"] = String(cString: profile)
    }
    let command = ["sh", "-c", "cd \"$0\" && exec \"$@\"", folder] + arguments
    var argv = command.map { strdup($0) } + [nil]
    var envp = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in argv + envp { free(text) } }
    var process: pid_t = 0
    guard posix_spawn(&process, "/bin/sh", &actions, &attributes, &argv, &envp) == 0 else {
      throw RunningFailure("\(arguments.first ?? "") did not start")
    }
    return process
  }

  private func wait(for process: pid_t) throws -> Int32 {
    let end = RunningClock.now + deadline
    var status: Int32 = 0
    while true {
      let found = waitpid(process, &status, WNOHANG)
      if found == process { break }
      guard found == 0 || errno == EINTR else { throw RunningFailure("the process is lost") }
      if RunningClock.now > end {
        kill(-process, SIGKILL)
        while waitpid(process, &status, 0) == -1, errno == EINTR {}
        throw RunningFailure(
          arguments.joined(separator: " ") + " did not end within \(deadline) seconds"
        )
      }
      usleep(2_000)
    }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }
}

/// The files that carry a process's streams.
private struct ScratchFiles: ~Copyable {
  private let base: String
  var output: String { base + "/output" }
  var errors: String { base + "/errors" }

  init() throws {
    var template = Array("/tmp/readiness-streams-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw RunningFailure("cannot make a folder") }
    base = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit {
    for name in ["output", "errors", "input"] { unlink("\(base)/\(name)") }
    for descriptor in 3..<10 { unlink("\(base)/descriptor-\(descriptor)") }
    rmdir(base)
  }

  borrowing func write(_ bytes: [UInt8], _ name: String) throws -> String {
    let file = "\(base)/\(name)"
    guard let stream = fopen(file, "we") else { throw RunningFailure("cannot write \(file)") }
    defer { fclose(stream) }
    guard fwrite(bytes, 1, bytes.count, stream) == bytes.count else {
      throw RunningFailure("cannot write \(file)")
    }
    return file
  }
}

/// Seconds that only go forward; the machine's date plays no part.
enum RunningClock {
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
