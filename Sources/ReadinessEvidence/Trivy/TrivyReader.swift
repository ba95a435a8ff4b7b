import ReadinessCore

/// Makes a scan report of what stands at the places of Trivy's JSON.
struct TrivyReader: JSONReceiver {
  private var builder = ReportBuilder(.trivy)
  private var found = DeviceFindings()
  private var result = Result()
  private var device = Device()
  private var vulnerability = TrivyVulnerability()
  private var isOurs = false
  private var isBareList = false
  private var inResource = false
  private var packagesLookedAt = false
  private var modified = 0
  private var failures = 0

  private struct Result {
    var target: String?
    var kind: String?
    var system: String?
  }

  private struct Device {
    var name: String?
    var namespace: String?
    var kind: String?
    var family: String?
    var release: String?
    var ended = false

    var operatingSystem: String? {
      let words = [family, release].compactMap { $0 }
      return words.isEmpty ? nil : words.joined(separator: " ")
    }
  }

  mutating func notUnderstood(_ name: String) { builder.notUnderstood(name) }

  mutating func take(_ event: JSONEvent<TrivyPlace>) throws(ScanImportError) {
    switch event {
    case .begin(.root, _, let isObject): isBareList = !isObject
    case .begin(let place, let name, _): begin(place, name)
    case .end(let place): try end(place)
    case .text(let place, let text): take(text, at: place)
    case .number(let place, let number): take(number: number, at: place)
    case .flag(_, let flag): device.ended = flag
    }
  }

  private mutating func begin(_ place: TrivyPlace, _ name: String) {
    switch place {
    case .resources: isOurs = true
    case .results:
      isOurs = true
    case .resource:
      inResource = true
      device = Device()
    case .result:
      result = Result()
      if isBareList { device = Device() }
    case .vulnerability: vulnerability = TrivyVulnerability()
    case .source: vulnerability.source = name
    case .modifiedFinding: modified += 1
    default: break
    }
  }

  private mutating func end(_ place: TrivyPlace) throws(ScanImportError) {
    switch place {
    case .vulnerability:
      guard let problem = vulnerability.problem(of: result.kind) else {
        builder.notUnderstood("Vulnerability without VulnerabilityID")
        return
      }
      guard vulnerability.status != "not_affected" else {
        builder.report.informational += 1
        return
      }
      try found.add(problem, to: &builder)
      packagesLookedAt = true
    case .result:
      // Old versions do not give a class; they looked at packages only.
      if result.kind == nil || result.kind == "os-pkgs" || result.kind == "lang-pkgs" {
        packagesLookedAt = true
      }
      if isBareList, !inResource {
        isOurs = isOurs || result.target != nil
        device.name = result.target
        try settle()
      }
    case .resource:
      let parts = [device.namespace, device.kind, device.name].compactMap { $0 }
      device.name = parts.isEmpty ? nil : parts.joined(separator: "/")
      try settle()
      inResource = false
    default: break
    }
  }

  /// Gives what was found to the device, now that its name is known.
  private mutating func settle() throws(ScanImportError) {
    let place = try builder.device(named: device.name ?? "")
    if let system = device.operatingSystem {
      builder.report.devices[Int(place)].operatingSystem = system
      if device.ended { try found.add(.ended(system), to: &builder) }
    }
    try found.settle(on: place, in: &builder)
    device = Device()
  }

  private mutating func take(_ text: String, at place: TrivyPlace) {
    let line = KeptText.some(text)
    switch place {
    case .createdAt: builder.report.started = KeptText.day(text)
    case .artifactName:
      isOurs = true
      device.name = line
    case .toolVersion: builder.report.tool = line.map { "Trivy \($0)" }
    case .systemFamily: device.family = line
    case .systemName: device.release = line
    case .namespace: device.namespace = line
    case .kind: device.kind = line
    case .resourceName: device.name = line
    case .failure: failures += line == nil ? 0 : 1
    case .target: result.target = line
    case .resultClass: result.kind = line
    case .resultType: result.system = line
    case .misconfigurationStatus: found.check(line ?? "")
    default: vulnerability.take(line, at: place)
    }
  }

  private mutating func take(number: String, at place: TrivyPlace) {
    switch place {
    case .schemaVersion:
      builder.report.formatVersion = number
      if number != "2" { builder.notUnderstood("SchemaVersion \(number)") }
    default:
      if !vulnerability.take(score: number, at: place) { builder.notUnderstood("score") }
    }
  }

  /// The report, once the file has ended.
  mutating func finish() throws(ScanImportError) -> ScanReport {
    // A list without an entry is a report of nothing.
    let isEmptyList =
      isBareList && builder.report.devices.isEmpty && builder.report.notUnderstood.isEmpty
    guard isOurs || isEmptyList else {
      throw ScanImportError(.notThisFormat, "this is JSON, but not a report of Trivy")
    }
    if device.name != nil || !found.isEmpty { try settle() }
    var report = builder.report
    report.tool = report.tool ?? "Trivy"
    report.ended = report.started
    for place in report.devices.indices {
      report.devices[place].scanned = report.started
      // It reads the device's own list of packages.
      report.devices[place].loggedIn = true
    }
    if report.devices.isEmpty || !packagesLookedAt { report.limits.append(.nothingLookedAt) }
    if modified > 0 {
      let shown = report.findings.count
      report.limits.append(.filtered(shown: shown, found: shown + modified, by: "ignore rules"))
    }
    if failures > 0 { report.limits.append(.failures(failures)) }
    return report
  }
}

extension ScannedProblem {
  /// A system that its vendor no longer looks after.
  static func ended(_ system: String) -> ScannedProblem {
    var problem = ScannedProblem(
      id: "EOSL",
      title: KeptText.line("\(system) is past its end of life")
    )
    problem.product = system
    problem.unsupported = true
    return problem
  }
}
