import ReadinessCore

/// Puts a scan report together: each device and each problem once, and never without bound.
struct ReportBuilder {
  /// The report so far.
  var report: ScanReport

  private var devicePlaces: [String: Int32] = [:]
  /// By hash, the last problem with it: problems are not kept a second time as keys.
  private var problemHeads: [Int: Int32] = [:]
  /// For each problem: the one before it with the same hash; -1 is none.
  private var problemsBefore: [Int32] = []
  private var checkPlaces: [CheckKey: Int] = [:]

  private struct CheckKey: Hashable {
    let device: Int32
    let result: String
  }

  private static let mostDevices = 200_000
  private static let mostProblems = 500_000
  private static let mostFindings = 5_000_000
  private static let mostServices = 2_000_000
  private static let mostChecks = 200_000
  private static let mostNames = 100

  /// An empty report.
  init(_ format: ScanFormat) { report = ScanReport(format: format) }

  /// The place of the device of that name, which is made where there is none.
  mutating func device(named name: String) throws(ScanImportError) -> Int32 {
    if let place = devicePlaces[name] { return place }
    let place = try addDevice(name)
    devicePlaces[name] = place
    return place
  }

  /// The place of a new device; its name may be given to it later.
  mutating func addDevice(_ name: String) throws(ScanImportError) -> Int32 {
    try Self.check(report.devices.count, below: Self.mostDevices, "devices")
    report.devices.append(ScannedDevice(name: name))
    return Int32(report.devices.count - 1)
  }

  /// The place of the problem, which is made where there is none like it.
  mutating func problem(_ problem: ScannedProblem) throws(ScanImportError) -> Int32 {
    let hash = problem.hashValue
    let head = problemHeads[hash] ?? -1
    var known = head
    while known >= 0 {
      if report.problems[Int(known)] == problem { return known }
      known = problemsBefore[Int(known)]
    }
    try Self.check(report.problems.count, below: Self.mostProblems, "kinds of problem")
    let place = Int32(report.problems.count)
    report.problems.append(problem)
    problemsBefore.append(head)
    problemHeads[hash] = place
    return place
  }

  /// Adds a finding of the problem at that place.
  mutating func find(
    _ problem: Int32,
    on device: Int32,
    port: UInt16 = 0
  ) throws(ScanImportError) {
    try Self.check(report.findings.count, below: Self.mostFindings, "findings")
    report.findings.append(ScanFinding(device: device, problem: problem, port: port))
  }

  /// Adds something that answers on the network.
  mutating func add(_ service: ReachableService) throws(ScanImportError) {
    try Self.check(report.services.count, below: Self.mostServices, "services")
    report.services.append(service)
  }

  /// Counts configuration checks that ended so.
  mutating func check(
    _ result: String,
    on device: Int32,
    count: Int = 1
  ) throws(ScanImportError) {
    let key = CheckKey(device: device, result: result)
    if let place = checkPlaces[key] {
      report.checks[place].count += count
      return
    }
    try Self.check(report.checks.count, below: Self.mostChecks, "ways in which checks end")
    checkPlaces[key] = report.checks.count
    report.checks.append(ConfigurationCheck(device: device, result: result, count: count))
  }

  /// Counts a name that is not understood; beyond a hundred names they are counted together.
  mutating func notUnderstood(_ name: String, count: Int = 1) {
    let name = KeptText.line(name, most: 80)
    if report.notUnderstood[name] != nil || report.notUnderstood.count < Self.mostNames {
      report.notUnderstood[name, default: 0] += count
    } else {
      report.notUnderstood["…", default: 0] += count
    }
  }

  private static func check(
    _ count: Int,
    below most: Int,
    _ what: String
  ) throws(ScanImportError) {
    guard count < most else {
      throw ScanImportError(.hostile, "the report holds more than \(most) \(what)")
    }
  }
}
