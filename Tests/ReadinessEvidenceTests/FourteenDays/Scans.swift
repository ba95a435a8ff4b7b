import ReadinessCore
import ReadinessEvidence
import ReadinessXML
import TestSupport

/// Scan reports and rules for tests.
enum Scans {
  /// The shipped rules.
  static func rules() throws -> ScanRules {
    try ScanRulesReader.read(Repository.bytes("Support/ScanRules.xml"))
  }

  /// A clock over the shipped rules.
  static func clock(asOf: String) throws -> FixClock {
    FixClock(rules: try rules(), asOf: day(asOf))
  }

  /// A problem with a version 3 score and a dated fix, as far as they are given.
  static func problem(
    _ title: String = "Example Browser < 2 Multiple Flaws",
    score: Int? = 98,
    fix: String? = nil,
    product: String? = "cpe:/a:example:browser"
  ) -> ScannedProblem {
    var problem = ScannedProblem(id: title, title: title)
    problem.product = product
    if let score { problem.scores = [CVSSScore(version: .v3, tenths: score)] }
    problem.fixPublished = fix.map(day)
    problem.fix = fix == nil ? .unknown : .available
    return problem
  }

  /// A device that was logged in to.
  static func device(_ name: String, _ system: String? = nil) -> ScannedDevice {
    var device = ScannedDevice(name: name)
    device.operatingSystem = system
    device.loggedIn = true
    return device
  }

  /// A report in which every device has every problem.
  static func scan(
    _ name: String = "scan",
    on: String?,
    _ devices: [ScannedDevice],
    _ problems: [ScannedProblem] = [],
    limits: [ScanLimit] = []
  ) -> NamedScan {
    var report = ScanReport(format: .nessus)
    report.started = on.map(day)
    report.devices = devices
    report.problems = problems
    report.limits = limits
    for device in devices.indices {
      for problem in problems.indices {
        report.findings.append(ScanFinding(device: Int32(device), problem: Int32(problem)))
      }
    }
    return NamedScan(name: name, report: report)
  }
}
