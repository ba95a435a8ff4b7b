public import ReadinessCore

/// What one scan report says, whatever tool wrote it.
///
/// Large reports repeat the same problem on many devices. A problem and a device are kept once,
/// and a finding is a pair of their places in `problems` and `devices`.
public struct ScanReport: Hashable, Sendable {
  /// Which tool's format it is.
  public var format: ScanFormat

  /// The version of the format, where the file says it.
  public var formatVersion: String?

  /// The tool and its version, as the file says it.
  public var tool: String?

  /// The day on which the scan began: the earliest start of any device.
  ///
  /// `nil` where no date is given.
  public var started: CalendarDate?

  /// The day on which the scan ended.
  ///
  /// `nil` where no date is given.
  public var ended: CalendarDate?

  /// Each device that was looked at, in the file's order.
  public var devices: [ScannedDevice] = []

  /// Each kind of problem once, in the order of its first finding.
  public var problems: [ScannedProblem] = []

  /// Which problem was found on which device, in the file's order.
  public var findings: [ScanFinding] = []

  /// What answers on the network.
  public var services: [ReachableService] = []

  /// How many configuration checks ended in each way, in the file's order of ways.
  public var checks: [ConfigurationCheck] = []

  /// How many results were information only: no flaw, no score, no check that failed.
  ///
  /// They are no findings.
  public var informational = 0

  /// Why the report proves less than it seems to.
  ///
  /// Empty is a scan to rely on.
  public var limits: [ScanLimit] = []

  /// What stood in the file and was not understood, with how often: element or field names.
  public var notUnderstood: [String: Int] = [:]

  /// An empty report.
  public init(format: ScanFormat) {
    self.format = format
  }
}

/// A format that is read.
public enum ScanFormat: String, CaseIterable, Hashable, Sendable {
  /// `NessusClientData_v2`, from 2009 to today.
  case nessus
  /// Greenbone and OpenVAS reports, GMP and OMP.
  case greenbone
  /// `nmap -oX`.
  case nmap
  /// XCCDF 1.1 and 1.2 results, alone or in a benchmark.
  case xccdf
  /// An asset report collection with XCCDF results in it.
  case arf
  /// A Lynis report file of `key=value` lines.
  case lynis
  /// Trivy's JSON.
  case trivy
  /// Grype's JSON.
  case grype
}

/// A device, container image or folder that a scan looked at.
public struct ScannedDevice: Hashable, Sendable {
  /// Its name or address, as the report has it.
  public var name: String

  /// Its network addresses, apart from the name.
  public var addresses: [String] = []

  /// Its operating system, as the report words it.
  public var operatingSystem: String?

  /// Its common platform enumeration names.
  public var platforms: [String] = []

  /// When it was looked at.
  public var scanned: CalendarDate?

  /// Whether the scan logged in to it.
  ///
  /// `nil` where the report does not say.
  public var loggedIn: Bool?

  /// A device of that name.
  public init(name: String) {
    self.name = name
  }
}

/// One problem of a device.
public struct ScanFinding: Hashable, Sendable {
  /// Its device's place in `ScanReport.devices`.
  public var device: Int32

  /// Its problem's place in `ScanReport.problems`.
  public var problem: Int32

  /// The port; 0 is the device itself.
  public var port: UInt16

  /// A finding.
  public init(device: Int32, problem: Int32, port: UInt16 = 0) {
    self.device = device
    self.problem = problem
    self.port = port
  }
}

/// How many configuration checks ended in one way on one device.
public struct ConfigurationCheck: Hashable, Sendable {
  /// The device's place in `ScanReport.devices`.
  public var device: Int32

  /// The way, in the format's own word (`pass`, `fail`, `notapplicable`, `FAILED`).
  public var result: String

  /// How many ended so.
  public var count: Int

  /// A count.
  public init(device: Int32, result: String, count: Int) {
    self.device = device
    self.result = result
    self.count = count
  }
}
