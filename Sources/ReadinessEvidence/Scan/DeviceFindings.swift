/// What was found on a device whose name stands behind it in the file.
struct DeviceFindings {
  /// The places of its problems, in the file's order.
  private(set) var problems: [Int32] = []

  private var checks: [(result: String, count: Int)] = []

  /// Whether nothing was found.
  var isEmpty: Bool { problems.isEmpty && checks.isEmpty }

  /// Adds a problem.
  ///
  /// It is kept once in the report, whatever it is found on.
  mutating func add(
    _ problem: ScannedProblem,
    to builder: inout ReportBuilder
  ) throws(ScanImportError) {
    guard problems.count < 5_000_000 else {
      throw ScanImportError(.hostile, "the report holds more than 5000000 findings")
    }
    problems.append(try builder.problem(problem))
  }

  /// Counts a configuration check that ended so; odd endings beyond thirty are counted together.
  mutating func check(_ result: String) {
    if let place = checks.firstIndex(where: { $0.result == result }) {
      checks[place].count += 1
    } else if checks.count < 30 || result == "…" {
      checks.append((result, 1))
    } else {
      check("…")
    }
  }

  /// Gives everything to the device at that place, and forgets it.
  mutating func settle(
    on device: Int32,
    in builder: inout ReportBuilder
  ) throws(ScanImportError) {
    for problem in problems { try builder.find(problem, on: device) }
    for check in checks { try builder.check(check.result, on: device, count: check.count) }
    self = DeviceFindings()
  }
}
