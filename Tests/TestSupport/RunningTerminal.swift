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
        "-x", String(columns), "-y", String(rows), "-c", folder.path, "--",
      ] + (command ?? [RunningProgram.path] + arguments)
    )
  }

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
  /// - Throws: where tmux is gone.
  public func process() throws -> Int32 {
    let text = try tmux(["display-message", "-p", "-t", "main", "#{pane_pid}"])
    guard let process = Int32(text.filter(\.isNumber)), process > 1 else {
      throw RunningFailure("the terminal has no process")
    }
    return process
  }

  /// Kills the program with SIGKILL, which nothing can catch, and waits until it is gone.
  ///
  /// - Throws: where it is not gone in time.
  public func kill() throws {
    Glibc.kill(try process(), SIGKILL)
    try waitForEnd { words in words.first == "1" }
  }

  /// Closes the window, as a person does with the mouse, and waits until the program is gone.
  ///
  /// - Throws: where it is not gone in time.
  public func closeWindow() throws {
    let process = try process()
    try tmux(["kill-session", "-t", "main"])
    let end = RunningClock.now + deadline
    while Glibc.kill(process, 0) == 0 {
      guard RunningClock.now < end else { throw RunningFailure("the program stays") }
      usleep(10_000)
    }
  }

  /// Waits until the program has ended by itself.
  ///
  /// - Returns: its exit code.
  /// - Throws: where it does not end in time, or a signal ended it; with the screen.
  public func exitStatus() throws -> Int32 {
    var status: Int32?
    try waitForEnd { words in
      status = words.count > 1 ? Int32(words[1]) : nil
      return words.first == "1" && status != nil
    }
    return status ?? -1
  }

  private func waitForEnd(_ holds: ([Substring]) -> Bool) throws {
    let end = RunningClock.now + deadline
    while true {
      let state = try tmux([
        "display-message", "-p", "-t", "main", "#{pane_dead} #{pane_dead_status}",
      ])
      if holds(state.split { $0 == " " || $0 == "\n" }) { return }
      guard RunningClock.now < end else {
        throw RunningFailure(
          "the program does not end; the screen is:\n" + (try screen()).joined(separator: "\n")
        )
      }
      usleep(10_000)
    }
  }
}
