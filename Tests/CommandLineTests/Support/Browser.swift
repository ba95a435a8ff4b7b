import TestSupport

/// A real browser without a screen.
enum Browser {
  private static let name = "chromium"

  /// Whether there is one on this machine.
  static let isThere = RunningProcess.exists(name)

  /// Opens a page that lies in the folder; what its console says is on standard error.
  static func run(
    _ page: String,
    in folder: RunningFolder,
    _ arguments: String...
  ) throws -> RunningProcess.Finished {
    var process = RunningProcess(
      [
        name, "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr",
        "--virtual-time-budget=2000", "--user-data-dir=\(folder.path)/browser",
      ] + arguments + ["file://\(folder.path)/\(page)"],
      in: folder.path,
      environment: ["HOME": folder.path]
    )
    process.deadline = 120
    return try process.run()
  }
}
