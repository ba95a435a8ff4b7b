import ReadinessCore

/// Reads a stored report strictly: unknown members, places that do not exist and values out of
/// range are errors.
struct ScanReportReader {
  private var report: ScanReport

  static func read(_ value: JSONValue) throws(StoredFileError) -> ScanReport {
    var members = try StoredMembers(value, "the file")
    _ = members.take("format")
    var reader = ScanReportReader(
      report: ScanReport(format: try members.word("scan", ScanFormat.self))
    )
    try reader.read(&members)
    try members.end()
    return reader.report
  }

  private mutating func read(_ members: inout StoredMembers) throws(StoredFileError) {
    report.formatVersion = try members.text("version")
    report.tool = try members.text("tool")
    report.started = try members.day("started")
    report.ended = try members.day("ended")
    for (index, value) in try members.list("devices").enumerated() {
      report.devices.append(try Self.device(value, "devices[\(index)]"))
    }
    for (index, value) in try members.list("problems").enumerated() {
      report.problems.append(try Self.problem(value, "problems[\(index)]"))
    }
    for (index, value) in try members.list("findings").enumerated() {
      try findings(value, "findings[\(index)]")
    }
    for (index, value) in try members.list("services").enumerated() {
      report.services.append(try service(value, "services[\(index)]"))
    }
    for (index, value) in try members.list("checks").enumerated() {
      report.checks.append(try check(value, "checks[\(index)]"))
    }
    report.informational = try members.number("informational") ?? 0
    for (index, value) in try members.list("limits").enumerated() {
      report.limits.append(try Self.limit(value, "limits[\(index)]"))
    }
    for (index, value) in try members.list("notUnderstood").enumerated() {
      guard let pair = value.array, pair.count == 2, let name = pair[0].string,
        let count = pair[1].integer, count > 0, report.notUnderstood[name] == nil
      else { throw StoredFileError("notUnderstood[\(index)] is no name with a count") }
      report.notUnderstood[name] = count
    }
  }

  // MARK: Devices and problems

  private static func device(
    _ value: JSONValue,
    _ place: String
  ) throws(StoredFileError) -> ScannedDevice {
    var members = try StoredMembers(value, place)
    var device = ScannedDevice(name: try members.needed("name"))
    device.addresses = try members.texts("addresses")
    device.operatingSystem = try members.text("system")
    device.platforms = try members.texts("platforms")
    device.scanned = try members.day("scanned")
    device.loggedIn = try members.flag("loggedIn")
    try members.end()
    return device
  }

  private static func problem(
    _ value: JSONValue,
    _ place: String
  ) throws(StoredFileError) -> ScannedProblem {
    var members = try StoredMembers(value, place)
    var problem = ScannedProblem(
      id: try members.needed("id"),
      title: try members.needed("title")
    )
    problem.product = try members.text("product")
    problem.cves = try members.texts("cves")
    for score in try members.list("scores") {
      problem.scores.append(try self.score(score, place))
    }
    problem.vendorSeverity = try members.text("vendorSeverity")
    problem.toolSeverity = try members.text("toolSeverity")
    problem.fix = try members.word("fix", ReportedFix.self)
    problem.fixPublished = try members.day("fixPublished")
    problem.unsupported = try members.flag("unsupported") ?? false
    problem.certainty = try members.number("certainty", in: 0...100)
    try members.end()
    return problem
  }

  private static func score(
    _ value: JSONValue,
    _ place: String
  ) throws(StoredFileError) -> CVSSScore {
    guard let parts = value.array, (2...3).contains(parts.count),
      let version = parts[0].string.flatMap(CVSSVersion.init), let tenths = parts[1].integer,
      (0...100).contains(tenths), parts.count == 2 || parts[2].string != nil
    else { throw StoredFileError("\(place) has a score that is none") }
    return CVSSScore(
      version: version,
      tenths: tenths,
      source: parts.count == 3 ? parts[2].string : nil
    )
  }

  // MARK: What points at devices and problems

  private func place<Element>(
    _ number: Int?,
    in elements: [Element],
    _ name: String
  ) throws(StoredFileError) -> Int32 {
    guard let number, elements.indices.contains(number), let place = Int32(exactly: number) else {
      throw StoredFileError("\(name) points at nothing")
    }
    return place
  }

  private mutating func findings(
    _ value: JSONValue,
    _ name: String
  ) throws(StoredFileError) {
    guard let parts = value.array, parts.count == 2, let text = parts[1].string else {
      throw StoredFileError("\(name) is no device with a text")
    }
    let device = try place(parts[0].integer, in: report.devices, name)
    for token in text.utf8.split(separator: 0x20, omittingEmptySubsequences: false) {
      let numbers = token.split(separator: 0x3A, omittingEmptySubsequences: false)
      guard numbers.count <= 2, let problem = Self.number(numbers[0]) else {
        throw StoredFileError("\(name) has a finding that is none")
      }
      var port: UInt16 = 0
      if numbers.count == 2 {
        guard let given = Self.number(numbers[1]).flatMap(UInt16.init(exactly:)), given > 0 else {
          throw StoredFileError("\(name) has a port that is none")
        }
        port = given
      }
      report.findings.append(
        ScanFinding(
          device: device,
          problem: try place(problem, in: report.problems, name),
          port: port
        )
      )
    }
  }

  /// Digits without a zero in front, as they are written.
  private static func number(_ digits: Substring.UTF8View) -> Int? {
    guard (1...10).contains(digits.count), digits.count == 1 || digits.first != 0x30 else {
      return nil
    }
    var number = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      number = number * 10 + Int(digit - 0x30)
    }
    return number
  }

  private func service(
    _ value: JSONValue,
    _ name: String
  ) throws(StoredFileError) -> ReachableService {
    var members = try StoredMembers(value, name)
    let device = try place(try members.number("device"), in: report.devices, name)
    guard let port = try members.number("port", in: 0...65_535).flatMap(UInt16.init(exactly:))
    else { throw members.wrong("port", "a whole number that fits") }
    var service = ReachableService(
      device: device,
      port: port,
      transport: try members.needed("transport")
    )
    service.name = try members.text("name")
    service.product = try members.text("product")
    service.guessed = try members.flag("guessed") ?? false
    try members.end()
    return service
  }

  private func check(
    _ value: JSONValue,
    _ name: String
  ) throws(StoredFileError) -> ConfigurationCheck {
    guard let parts = value.array, parts.count == 3, let result = parts[1].string,
      let count = parts[2].integer, count >= 0
    else { throw StoredFileError("\(name) is no device with a result and a count") }
    return ConfigurationCheck(
      device: try place(parts[0].integer, in: report.devices, name),
      result: result,
      count: count
    )
  }

  // MARK: Limits

  private static func limit(
    _ value: JSONValue,
    _ place: String
  ) throws(StoredFileError) -> ScanLimit {
    var members = try StoredMembers(value, place)
    func number(_ name: String) throws(StoredFileError) -> Int {
      guard let number = try members.number(name) else {
        throw members.wrong(name, "a whole number")
      }
      return number
    }
    let limit: ScanLimit
    switch try members.needed("kind") {
    case "unfinished": limit = .unfinished(status: try members.needed("status"))
    case "not-logged-in": limit = .notLoggedIn(devices: try members.texts("devices"))
    case "filtered":
      limit = .filtered(
        shown: try number("shown"),
        found: try number("found"),
        by: try members.needed("by")
      )
    case "wrong-platform": limit = .wrongPlatform(rules: try number("rules"))
    case "nothing-looked-at": limit = .nothingLookedAt
    case "failures": limit = .failures(try number("count"))
    case "changed-by-hand": limit = .changedByHand(try number("count"))
    default: throw members.wrong("kind", "a known word")
    }
    try members.end()
    return limit
  }
}
