import ReadinessCore

/// One `TestResult`: one run of a benchmark on one device.
struct XCCDFRun {
  /// The device it was run on.
  var device: ScannedDevice
  /// The benchmark it is of.
  var benchmark: String?
  /// The profile it was run with.
  var profile: String?
  /// The result of the rule that is read just now.
  var result: String?
  /// How many results a person changed.
  var overrides = 0
  /// Whether it ran under an account of the device.
  var isAuthenticated = false {
    didSet { device.loggedIn = isAuthenticated ? true : nil }
  }
  /// What was found.
  var found = DeviceFindings()

  /// The days on which it began and ended.
  let started: CalendarDate?
  let ended: CalendarDate?

  /// How many rules have a result, and how many of these are none.
  private(set) var rules = 0
  private(set) var notSelected = 0
  private(set) var notApplicable = 0
  private(set) var notChecked = 0
  private(set) var errors = 0

  private var isNamed = false
  private var rule: (id: String, severity: String?) = ("", nil)

  /// A run that begins.
  init(_ attributes: XMLAttributes<XCCDFAttribute>) {
    started = attributes[.start].flatMap { KeptText.day($0.string) }
    ended = attributes[.end].flatMap { KeptText.day($0.string) }
    device = ScannedDevice(name: "")
    device.scanned = started ?? ended
  }

  /// Takes one of the device's names; the first is the one that is shown.
  mutating func add(target: String) {
    if isNamed {
      device.add(address: target)
    } else {
      device.name = KeptText.line(target)
      isNamed = true
    }
  }

  /// The result of a rule begins.
  mutating func begin(_ attributes: XMLAttributes<XCCDFAttribute>) {
    let severity = attributes[.severity].flatMap { KeptText.some($0.string, most: 20) }
    rule = (KeptText.line(attributes[.idref]?.string ?? ""), severity)
    result = nil
  }

  /// The result of a rule ends.
  mutating func end(
    titles: [String: String],
    _ phrases: ScanPhrases,
    in builder: inout ReportBuilder
  ) throws(ScanImportError) {
    guard let result, !result.isEmpty else {
      builder.notUnderstood("rule-result without a result")
      return
    }
    rules += 1
    found.check(result)
    switch result {
    case "notselected": notSelected += 1
    case "notapplicable": notApplicable += 1
    case "notchecked": notChecked += 1
    // Neither says how it is.
    case "error", "unknown": errors += 1
    case "fail":
      var problem = ScannedProblem(id: rule.id, title: titles[rule.id] ?? rule.id)
      problem.toolSeverity = rule.severity
      // Rules are of settings, but for one that asks whether every update is there.
      problem.fix = phrases.isOfUpdates(rule.id) ? .unknown : .workaround
      try found.add(problem, to: &builder)
    case "pass", "fixed", "informational": break
    default: builder.notUnderstood("result \(result)")
    }
  }

  /// Whether it is a run of the same benchmark and profile on the same device.
  func isOfSame(_ other: XCCDFRun) -> Bool {
    device.name == other.device.name && benchmark == other.benchmark && profile == other.profile
  }
}

/// What XCCDF results say of their own worth.
struct XCCDFWorth {
  private var runs = 0
  private var withoutEnd = 0
  private var wrongPlatform = 0
  private var nothing = 0
  private var errors = 0
  private var overrides = 0

  /// Takes a run.
  mutating func take(_ run: XCCDFRun) {
    runs += 1
    if run.ended == nil { withoutEnd += 1 }
    errors += run.errors
    overrides += run.overrides
    let selected = run.rules - run.notSelected
    if selected > 0, selected == run.notApplicable {
      wrongPlatform += selected
    } else if selected == run.notApplicable + run.notChecked {
      nothing += 1
    }
  }

  /// Why the report proves less than it seems to.
  var limits: [ScanLimit] {
    var limits: [ScanLimit] = []
    if withoutEnd > 0 { limits.append(.unfinished(status: "no end-time")) }
    if wrongPlatform > 0 { limits.append(.wrongPlatform(rules: wrongPlatform)) }
    if runs == 0 || nothing > 0 { limits.append(.nothingLookedAt) }
    if errors > 0 { limits.append(.failures(errors)) }
    if overrides > 0 { limits.append(.changedByHand(overrides)) }
    return limits
  }
}
