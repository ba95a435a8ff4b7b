import ReadinessCore

/// Makes a report of XCCDF results, event by event.
struct XCCDFReading {
  private typealias Event = XMLEvent<XCCDFElement, XCCDFAttribute>

  private let phrases: ScanPhrases
  private var builder: ReportBuilder
  /// The containers that are open, from the root on.
  private var path: [XCCDFElement] = []
  /// The rules' titles by their ids: results have none.
  private var titles: [String: String] = [:]
  private var rule: String?
  private var run: XCCDFRun?
  private var runs: [XCCDFRun] = []

  private static let mostTitles = 50_000
  private static let mostRuns = 10_000

  /// A report of nothing yet.
  init(_ format: ScanFormat, _ phrases: ScanPhrases) {
    self.phrases = phrases
    builder = ReportBuilder(format)
  }

  /// Takes the next event.
  ///
  /// - Throws: where the report holds more than any scanner writes.
  mutating func take(
    _ event: XMLEvent<XCCDFElement, XCCDFAttribute>
  ) throws(ScanImportError) {
    switch event.kind {
    case .start:
      try start(event)
      path.append(event.element)
    case .leaf:
      // What stands in a leaf, as markup in a title, is no field.
      if path.count == event.depth { leaf(event) }
    case .end:
      path.removeLast()
      try end(event.element)
    }
  }

  private mutating func start(_ event: Event) throws(ScanImportError) {
    let isOurs = event.namespace >= 0
    switch event.element {
    case .testResult, .benchmark:
      guard isOurs else {
        throw ScanImportError(.notThisFormat, "the namespace is not that of XCCDF 1.1 or 1.2")
      }
      guard event.element == .testResult else { return }
      builder.report.formatVersion = event.namespace == 0 ? "1.1" : "1.2"
      run = XCCDFRun(event.attributes)
      if let tool = event.attributes[.tool] {
        builder.report.tool = KeptText.some(tool.string) ?? builder.report.tool
      }
    case .rule where isOurs: rule = event.attributes[.id]?.string
    case .ruleResult where isOurs && path.last == .testResult: run?.begin(event.attributes)
    case .override where isOurs && path.last == .ruleResult: run?.overrides += 1
    default: break
    }
  }

  private mutating func leaf(_ event: Event) {
    guard event.namespace >= 0 else { return }
    switch (path.last, event.element) {
    case (.rule, .title):
      // The first one is kept; others are translations.
      if let rule, titles.count < Self.mostTitles, titles[rule] == nil {
        titles[rule] = KeptText.some(event.text.string)
      }
    case (.testResult, .identity):
      if let flag = event.attributes[.authenticated], flag == "true" || flag == "1" {
        run?.isAuthenticated = true
      }
    case (.testResult, .benchmarkReference):
      run?.benchmark = (event.attributes[.id] ?? event.attributes[.href])?.string
    case (.testResult, .profile): run?.profile = event.attributes[.idref]?.string
    case (.testResult, .target): run?.add(target: event.text.string)
    case (.testResult, .targetAddress): run?.device.add(address: event.text.string)
    case (.testResult, .platform):
      if let name = event.attributes[.idref] { run?.device.add(platform: name.string) }
    case (.ruleResult, .result): run?.result = KeptText.line(event.text.string, most: 30)
    default: break
    }
  }

  private mutating func end(_ element: XCCDFElement) throws(ScanImportError) {
    switch element {
    case .rule: rule = nil
    case .ruleResult where path.last == .testResult:
      try run?.end(titles: titles, phrases, in: &builder)
    case .testResult:
      guard let run else { return }
      self.run = nil
      guard runs.count < Self.mostRuns else {
        throw ScanImportError(.hostile, "the file holds more than \(Self.mostRuns) TestResults")
      }
      // Of several results of the same device and profile the newest counts.
      if let older = runs.firstIndex(where: { $0.isOfSame(run) }) {
        builder.notUnderstood("older TestResult of the same device and profile")
        if runs[older].ended.map({ $0 <= run.ended ?? $0 }) ?? true { runs[older] = run }
      } else {
        runs.append(run)
      }
    default: break
    }
  }

  /// The report, when the file has ended.
  mutating func finish(notUnderstood: [String: Int]) throws(ScanImportError) -> ScanReport {
    guard !runs.isEmpty || builder.report.format == .arf else {
      throw ScanImportError(
        .notThisFormat,
        "the benchmark holds rules and no results (TestResult); give the results of a run"
      )
    }
    for (name, count) in notUnderstood.sorted(by: { $0.key < $1.key }) {
      builder.notUnderstood(name, count: count)
    }
    builder.report.tool = builder.report.tool ?? "XCCDF"
    var worth = XCCDFWorth()
    for var run in runs {
      worth.take(run)
      let place = try builder.device(named: run.device.name)
      builder.report.devices[Int(place)].merge(run.device)
      try run.found.settle(on: place, in: &builder)
    }
    var report = builder.report
    report.started = runs.compactMap(\.started).min()
    report.ended = runs.compactMap(\.ended).max()
    report.limits = worth.limits
    return report
  }
}

extension ScannedDevice {
  /// Adds what another result says of the same device.
  fileprivate mutating func merge(_ other: ScannedDevice) {
    for address in other.addresses { add(address: address) }
    for platform in other.platforms { add(platform: platform) }
    // The newest one counts.
    if let day = other.scanned { scanned = max(scanned ?? day, day) }
    loggedIn = other.loggedIn ?? loggedIn
  }
}
