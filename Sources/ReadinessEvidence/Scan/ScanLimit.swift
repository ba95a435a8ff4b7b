/// Why a report proves less than it seems to.
///
/// Whatever rests on it is "cannot determine".
public enum ScanLimit: Hashable, Sendable {
  /// The scan did not end: stopped, interrupted, still running, or without an end.
  case unfinished(status: String)
  /// The scan could not log in to these devices, so missing updates were not looked for.
  case notLoggedIn(devices: [String])
  /// The report shows only some of what was found.
  case filtered(shown: Int, found: Int, by: String)
  /// Nothing was checked: every rule was for another platform.
  case wrongPlatform(rules: Int)
  /// The report holds no device, or devices and no result.
  case nothingLookedAt
  /// The tool says that checks or devices failed.
  case failures(Int)
  /// Values in it were changed by hand after the scan.
  case changedByHand(Int)
}
