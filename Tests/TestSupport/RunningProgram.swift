import Glibc

/// The built program `readiness`.
public enum RunningProgram {
  /// Its path: it lies in the folder of the test executable.
  public static let path: String = {
    var buffer = [CChar](repeating: 0, count: 4_096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    let bytes = buffer[..<max(0, count)].map { UInt8(bitPattern: $0) }
    let folder = bytes.lastIndex(of: 0x2F).map { bytes[..<$0] } ?? []
    return String(decoding: folder, as: UTF8.self) + "/readiness"
  }()

  /// The day of the example firm's first answers; the program is told that it is now.
  public static let now = "2026-11-23T10:00:00Z"

  /// The environment that it runs in: nothing of the machine's but the language.
  public static func environment(_ more: [String: String] = [:]) -> [String: String] {
    [
      "READINESS_NOW": now, "LC_ALL": "C.UTF-8", "HOME": "/nonexistent", "TERM": "xterm",
    ].merging(more) { $1 }
  }

  /// Runs it and waits.
  ///
  /// - Parameters:
  ///   - arguments: without the program's name.
  ///   - folder: where it runs.
  ///   - environment: beside, or in place of, the usual one.
  ///   - input: what it reads on standard input, which is no terminal.
  ///   - passphrase: what it reads on file descriptor 3.
  ///   - deadline: in seconds.
  /// - Throws: where it cannot be started or does not end in time.
  public static func run(
    _ arguments: [String],
    in folder: RunningFolder,
    environment: [String: String] = [:],
    input: [UInt8] = [],
    passphrase: String? = nil,
    deadline: Double = 60
  ) throws -> RunningProcess.Finished {
    var process = RunningProcess(
      [path] + arguments,
      in: folder.path,
      environment: self.environment(environment)
    )
    process.input = input
    if let passphrase { process.descriptors[3] = Array((passphrase + "\n").utf8) }
    process.deadline = deadline
    return try process.run()
  }
}
