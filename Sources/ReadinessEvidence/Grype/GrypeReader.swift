import ReadinessCore

/// Makes a scan report of what stands at the places of Grype's JSON.
struct GrypeReader: JSONReceiver {
  private var builder = ReportBuilder(.grype)
  private var found = DeviceFindings()
  private var match = GrypeMatch()
  private var alert: (kind: String?, message: String?)
  private var alertsTold: Set<String> = []
  private var target: String?
  private var system: (name: String?, version: String?)
  private var tool: (name: String?, version: String?)
  private var isOurs = false
  private var ignored = 0
  private var notLookedAt = 0

  mutating func notUnderstood(_ name: String) { builder.notUnderstood(name) }

  mutating func take(_ event: JSONEvent<GrypePlace>) throws(ScanImportError) {
    switch event {
    case .begin(let place, _, _): begin(place)
    case .end(let place): try end(place)
    case .text(let place, let text): take(text, at: place)
    case .number(_, let number):
      if !match.take(score: number) { builder.notUnderstood("baseScore") }
    case .flag: break
    }
  }

  private mutating func begin(_ place: GrypePlace) {
    switch place {
    case .matches: isOurs = true
    case .match: match = GrypeMatch()
    case .ignoredMatch: ignored += 1
    case .alert: alert = (nil, nil)
    default: match.begin(place)
    }
  }

  private mutating func end(_ place: GrypePlace) throws(ScanImportError) {
    switch place {
    case .match:
      guard let problem = match.problem else {
        builder.notUnderstood("match without id")
        return
      }
      try found.add(problem, to: &builder)
    case .alert: try endAlert()
    default: match.end(place)
    }
  }

  private mutating func endAlert() throws(ScanImportError) {
    switch alert.kind {
    case "distro-eol":
      // The same message stands at every package of the system.
      let message = alert.message ?? "distro-eol"
      guard alertsTold.count < 100, alertsTold.insert(message).inserted else { return }
      var problem = ScannedProblem(id: "distro-eol", title: message)
      problem.unsupported = true
      try found.add(problem, to: &builder)
    case "distro-disabled": notLookedAt += 1
    default: builder.notUnderstood("alert \(alert.kind ?? "")")
    }
  }

  private mutating func take(_ text: String, at place: GrypePlace) {
    let line = KeptText.some(text)
    switch place {
    case .target, .imageName: target = line
    case .distroName: system.name = line
    case .distroVersion: system.version = line
    case .tool: tool.name = line
    case .toolVersion: tool.version = line
    case .timestamp: builder.report.started = KeptText.day(text)
    case .alertKind: alert.kind = line
    case .alertMessage: alert.message = line
    default: match.take(line, at: place)
    }
  }

  /// The report, once the file has ended.
  mutating func finish() throws(ScanImportError) -> ScanReport {
    guard isOurs, tool.name == nil || tool.name == "grype" else {
      throw ScanImportError(.notThisFormat, "this is JSON, but not a report of Grype")
    }
    let place = try builder.device(named: target ?? "")
    try found.settle(on: place, in: &builder)
    var report = builder.report
    report.tool = tool.version.map { "Grype \($0)" } ?? "Grype"
    report.ended = report.started
    let words = [system.name, system.version].compactMap { $0 }
    report.devices[0].operatingSystem = words.isEmpty ? nil : words.joined(separator: " ")
    report.devices[0].scanned = report.started
    // It reads the device's own list of packages.
    report.devices[0].loggedIn = true
    // It does not say how many packages it looked at: no match may be no package.
    if report.findings.isEmpty { report.limits.append(.nothingLookedAt) }
    if ignored > 0 {
      let shown = report.findings.count
      report.limits.append(.filtered(shown: shown, found: shown + ignored, by: "ignore rules"))
    }
    if notLookedAt > 0 { report.limits.append(.failures(notLookedAt)) }
    return report
  }
}
