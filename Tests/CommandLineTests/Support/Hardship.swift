import TestSupport

/// Conditions that only root can make, each in a mount namespace that ends with the script.
enum Hardship {
  /// Whether this machine lets the tests mount.
  static let mayMount = works(["unshare", "--mount", "sh", "-c", "mount -t tmpfs tmpfs /mnt"])

  /// Whether the tests may run a program as nobody, and that nobody may run ours.
  static let mayBeNobody = works(asNobody + [RunningProgram.path, "--version"])

  /// What stands before a command to run it as nobody.
  static let asNobody = [
    "setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--no-new-privs",
  ]

  private static func works(_ command: [String]) -> Bool {
    guard RunningProcess.exists(command[0]) else { return false }
    return (try? RunningProcess(command, in: "/").run().status) == 0
  }

  /// Runs a script on a small disk and returns what it did.
  ///
  /// `$readiness` is the program and `small` the disk, of so many KiB. The disk is gone afterwards,
  /// so the script prints what must be seen.
  static func onSmallDisk(
    of kibibytes: Int,
    in desk: Desk,
    _ script: String
  ) throws -> RunningProcess.Finished {
    let whole = """
      set -u; readiness='\(RunningProgram.path)'
      mkdir small && mount -t tmpfs -o size=\(kibibytes)k,mode=0755 tmpfs small || exit 99
      \(script)
      """
    var process = RunningProcess(
      ["unshare", "--mount", "sh", "-c", whole],
      in: desk.folder.path,
      environment: RunningProgram.environment()
    )
    process.descriptors[3] = Array((Desk.passphrase + "\n").utf8)
    return try process.run()
  }
}
