import ReadinessRegister

/// What the register's commands say.
enum RegisterWords {
  /// What an addition did.
  static func added(_ added: Register.Added, to path: String) -> String {
    let taken =
      added.withdrawals == 0
      ? "" : ", \(added.withdrawals) withdrawal" + (added.withdrawals == 1 ? "" : "s")
    return "\(path): \(added.new) new file\(added.new == 1 ? "" : "s"), "
      + "\(added.known) seen before" + taken
  }
}
