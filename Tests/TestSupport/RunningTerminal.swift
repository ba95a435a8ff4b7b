import Glibc

/// The built program in a real terminal: a pane of tmux on a socket of its own.
///
/// Nothing waits for a fixed time: every wait polls the screen and has a deadline.
public final class RunningTerminal {
  /// Whether the machine has tmux.
  public static let isAvailable = RunningProcess.exists("tmux")

  private let scratch: RunningFolder
  private let environment: [String: String]
  /// The most seconds that one wait may take.
  private let deadline: Double

  /// Starts a program in a terminal.
  ///
  /// - Parameters:
  ///   - arguments: without the program's name.
  ///   - command: another program in place of ours, as `sh -c …`.
  ///   - folder: where it runs.
  ///   - columns: the width in cells.
  ///   - rows: the height in lines.
  ///   - environment: beside, or in place of, the program's usual one.
  /// - Throws: where tmux does not start.
  public init(
    _ arguments: [String],
    command: [String]? = nil,
    in folder: RunningFolder,
    columns: Int = 80,
    rows: Int = 24,
    environment: [String: String] = [:],
    deadline: Double = 60
  ) throws {
    scratch = try RunningFolder()
    self.deadline = deadline
    self.environment = RunningProgram.environment(environment)
      .merging(["TMUX_TMPDIR": scratch.path]) { $1 }
    let settings = """
      set -g status off
      set -g remain-on-exit on
      set -g remain-on-exit-format ""
      set -g exit-empty off
      set -g history-limit 20000
      set -g escape-time 0
      set -g focus-events off
      """
    try scratch.write(settings.utf8, as: "tmux.conf")
    try tmux(
      [
        "-f", scratch.path(of: "tmux.conf"), "new-session", "-d", "-s", "main",
        "-x", String(columns), "-y", String(rows), "-c", folder.path, "--", "sh", "-c",
        Self.wrapper, "sh", scratch.path,
      ] + (command ?? [RunningProgram.path] + arguments)
    )
  }

  /// Runs a program, and writes down its process and how it ended.
  ///
  /// Signals from the terminal reach the program too; the shell only outlives it. tmux itself does
  /// not always know the status.
  private static let wrapper = """
    scratch=$1; shift; trap : INT HUP TERM QUIT
    sh -c 'echo $$ >"$0/process.new"; mv "$0/process.new" "$0/process"; exec "$@"' "$scratch" "$@"
    echo $? >"$scratch/status.new"; mv "$scratch/status.new" "$scratch/status"
    """

  deinit { _ = try? tmux(["kill-server"]) }

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    let name = "readiness-" + (scratch.path.split(separator: "-").last ?? "")
    let process = RunningProcess(
      ["tmux", "-u", "-L", name] + arguments,
      in: scratch.path,
      environment: environment
    )
    return try process.succeed().outputText
  }

  // MARK: The keyboard

  /// Types a line and presses Enter.
  ///
  /// - Throws: where tmux is gone.
  public func type(_ line: String) throws {
    try typeWithoutEnter(line)
    try press("Enter")
  }

  /// Types without Enter.
  ///
  /// - Throws: where tmux is gone.
  public func typeWithoutEnter(_ text: String) throws {
    if !text.isEmpty { try tmux(["send-keys", "-t", "main", "-l", "--", text]) }
  }

  /// Presses a key by its name, as `C-c`.
  ///
  /// - Throws: where tmux is gone.
  public func press(_ key: String) throws { try tmux(["send-keys", "-t", "main", key]) }

  /// Sends bytes as they are, whatever they are.
  ///
  /// - Throws: where tmux is gone.
  public func paste(_ bytes: [UInt8]) throws {
    let file = try scratch.write(bytes, as: "paste")
    try tmux(["load-buffer", "-b", "paste", file])
    try tmux(["paste-buffer", "-r", "-d", "-b", "paste", "-t", "main"])
  }

  // MARK: The screen

  /// The lines that are visible, without spaces at their ends.
  ///
  /// - Throws: where tmux is gone.
  public func screen() throws -> [String] { lines(try tmux(["capture-pane", "-p", "-t", "main"])) }

  /// All lines so far, also those above the screen; a line that the terminal broke is one line.
  ///
  /// - Throws: where tmux is gone.
  public func transcript() throws -> [String] {
    lines(try tmux(["capture-pane", "-p", "-J", "-S", "-", "-t", "main"]))
  }

  private func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// Waits until the program asks with that prompt, on the last line that is not empty.
  ///
  /// - Returns: the screen at that moment.
  /// - Throws: where it does not in time, with the screen.
  @discardableResult
  public func prompt(_ prompt: String) throws -> [String] {
    try wait(for: "the prompt \(prompt)") { $0.last { !$0.isEmpty } == prompt }
  }

  /// Waits until a text shows.
  ///
  /// - Returns: the screen at that moment.
  /// - Throws: where it does not in time, with the screen.
  @discardableResult
  public func text(_ text: String) throws -> [String] {
    try wait(for: text) { $0.contains { $0.contains(text) } }
  }

  /// Waits for a prompt that ends in `>` and is another than the one before.
  ///
  /// - Returns: the prompt; `nil` where the program ends without one.
  /// - Throws: where neither comes in time, with the screen.
  public func nextPrompt(after previous: String?) throws -> String? {
    var next: String?
    _ = try wait(for: "another prompt than \(previous ?? "none")") { screen in
      next = screen.last { !$0.isEmpty }.flatMap {
        $0.hasSuffix(">") && $0 != previous ? $0 : nil
      }
      return next != nil || scratch.has("status")
    }
    return next
  }

  private func wait(for what: String, _ holds: ([String]) -> Bool) throws -> [String] {
    let end = RunningClock.now + deadline
    while true {
      let screen = try screen()
      if holds(screen) { return screen }
      guard RunningClock.now < end else {
        throw RunningFailure(
          "waited \(deadline) seconds for \(what); the screen is:\n"
            + screen.joined(separator: "\n")
        )
      }
      usleep(10_000)
    }
  }

  // MARK: The end

  /// The program's process.
  ///
  /// - Throws: where it does not start in time.
  public func process() throws -> Int32 {
    guard let process = Int32(try line(of: "process")), process > 1 else {
      throw RunningFailure("the terminal has no process")
    }
    return process
  }

  /// Kills the program with SIGKILL, which nothing can catch, and waits until it is gone.
  ///
  /// - Throws: where it is not gone in time.
  public func kill() throws {
    Glibc.kill(try process(), SIGKILL)
    _ = try exitStatus()
  }

  /// Closes the window, as a person does with the mouse, and waits until the program is gone.
  ///
  /// - Returns: its exit code; 128 and the signal where a signal ended it.
  /// - Throws: where it is not gone in time.
  @discardableResult
  public func closeWindow() throws -> Int32 {
    _ = try process()
    try tmux(["kill-session", "-t", "main"])
    return try exitStatus()
  }

  /// Waits until the program has ended.
  ///
  /// - Returns: its exit code; 128 and the signal where a signal ended it.
  /// - Throws: where it does not end in time, with the screen.
  public func exitStatus() throws -> Int32 { Int32(try line(of: "status")) ?? -1 }

  /// A line that the wrapper writes down, once it is there.
  private func line(of name: String) throws -> String {
    let end = RunningClock.now + deadline
    while !scratch.has(name) {
      guard RunningClock.now < end else {
        let screen = (try? screen()) ?? []
        throw RunningFailure(
          "waited \(deadline) seconds for the \(name); the screen is:\n"
            + screen.joined(separator: "\n")
        )
      }
      usleep(5_000)
    }
    return try scratch.text(name).filter { $0 != "\n" }
  }
}
