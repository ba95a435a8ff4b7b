import ReadinessCore

/// Makes a report of what stands in a Greenbone report, event by event.
struct GreenboneReading {
  private typealias Event = XMLEvent<GreenboneElement, GreenboneAttribute>

  private var builder = ReportBuilder(.greenbone)
  /// The containers that are open, from the root on.
  private var path: [GreenboneElement] = []
  private var result: GreenboneResult?
  private var host = GreenboneHost()
  private var service: (port: String, host: String)?
  private var evidence = GreenboneEvidence()
  /// The name and value of a detail.
  private var detail: (name: String, value: String) = ("", "")

  /// Takes the next event.
  ///
  /// - Throws: where the report holds more than any scanner writes.
  mutating func take(
    _ event: XMLEvent<GreenboneElement, GreenboneAttribute>
  ) throws(ScanImportError) {
    switch event.kind {
    case .start:
      start(event)
      path.append(event.element)
    case .leaf: try leaf(event)
    case .end:
      path.removeLast()
      try end(event.element)
    }
  }

  /// The container around the one that is open.
  private func parent(_ levels: Int = 1) -> GreenboneElement? {
    path.count >= levels ? path[path.count - levels] : nil
  }

  private mutating func start(_ event: Event) {
    switch (parent(), event.element) {
    case (.results, .result):
      result = GreenboneResult()
      evidence.results += 1
    case (.result, .test) where result != nil && parent(2) == .results:
      result?.id = event.attributes[.oid]?.string
    case (.severities, .severity): result?.beginScore(event.attributes[.type]?.string)
    case (.report, .host): host = GreenboneHost()
    case (.ports, .port): service = ("", "")
    case (_, .detail): detail = ("", "")
    case (.report, .report):
      // The outer one is a wrapper.
      break
    case (.report, .result), (nil, .result): builder.notUnderstood("result")
    default: break
    }
  }

  private mutating func leaf(_ event: Event) throws(ScanImportError) {
    let isMixed = event.element == .host || event.element == .port || event.element == .severity
    // What stands in a leaf, as markup in a description, is no field.
    guard path.count == event.depth + (isMixed ? 1 : 0) else { return }
    switch (parent(isMixed ? 2 : 1), event.element) {
    case (.gmp, .version): builder.report.formatVersion = "GMP \(event.text.string)"
    case (.omp, .version): builder.report.formatVersion = "OMP \(event.text.string)"
    case (.filters, .term): evidence.term = KeptText.line(event.text.string)
    case (.report, .status): evidence.statuses.append(event.text.string)
    case (.report, .scanStart): start(of: event.text)
    case (.report, .scanEnd): end(of: event.text)
    case (.resultCount, .full) where parent(2) == .report: evidence.found += count(event)
    case (.resultCount, .filtered) where parent(2) == .report: evidence.shown += count(event)
    case (.errors, .error): evidence.errors += 1
    case (.errors, .count): evidence.errorsCounted += count(event)
    case (.ports, .port): service?.port = event.text.string
    case (.port, .host) where parent(3) == .ports: service?.host = event.text.string
    case (.detail, .name): detail.name = event.text.string
    case (.detail, .value): detail.value = event.text.string
    case (.host, _) where parent(2) == .report: host.take(event.element, event.text)
    case (.result, .host) where parent(3) == .results:
      result?.host = KeptText.line(event.text.string)
    case (.host, .hostname): result?.hostName = KeptText.some(event.text.string)
    default: result?.take(event, in: path)
    }
  }

  private mutating func end(_ element: GreenboneElement) throws(ScanImportError) {
    switch (parent(), element) {
    case (.results, .result):
      if let result { try end(result) }
      result = nil
    case (.severities, .severity): result?.endScore(in: builder.report.formatVersion)
    case (.host, .detail): host.detail(detail.name, detail.value)
    case (.details, .detail) where detail.name == "product":
      result?.product = KeptText.some(detail.value)
    case (.report, .host): try endHost()
    case (.ports, .port): try endService()
    default: break
    }
  }

  private mutating func end(_ result: GreenboneResult) throws(ScanImportError) {
    guard let name = result.host, !name.isEmpty else {
      builder.notUnderstood("result without a host")
      return
    }
    let device = try builder.device(named: name)
    if let hostName = result.hostName {
      builder.report.devices[Int(device)].add(address: hostName)
    }
    if result.wasChanged { evidence.changed += 1 }
    switch result.kind {
    case .failure: evidence.failedResults += 1
    case .note: builder.report.informational += 1
    case .falsePositive: break
    case .problem:
      guard let problem = result.problem else {
        builder.notUnderstood("result without a name")
        return
      }
      let port = GreenbonePort(result.port)
      try builder.find(try builder.problem(problem), on: device, port: port.number)
    }
  }

  private mutating func endHost() throws(ScanImportError) {
    guard let name = KeptText.some(host.address) else { return }
    let device = Int(try builder.device(named: name))
    host.describe(&builder.report.devices[device])
  }

  private mutating func endService() throws(ScanImportError) {
    guard let service, let name = KeptText.some(service.host) else { return }
    let port = GreenbonePort(service.port)
    guard port.number > 0, ["tcp", "udp", "sctp"].contains(port.transport) else { return }
    var reachable = ReachableService(
      device: try builder.device(named: name),
      port: port.number,
      transport: port.transport
    )
    reachable.name = port.name
    try builder.add(reachable)
  }

  private func count(_ event: Event) -> Int {
    min(max(0, event.text.integer ?? 0), 1 << 40)
  }

  private mutating func start(of text: XMLText) {
    guard let day = NessusDates.time(text) else { return }
    builder.report.started = builder.report.started.map { min($0, day) } ?? day
  }

  private mutating func end(of text: XMLText) {
    guard let day = NessusDates.time(text) else { return }
    evidence.ends += 1
    builder.report.ended = builder.report.ended.map { max($0, day) } ?? day
  }

  /// The report, when the file has ended.
  mutating func finish(notUnderstood: [String: Int]) throws(ScanImportError) -> ScanReport {
    for (name, count) in notUnderstood.sorted(by: { $0.key < $1.key }) {
      builder.notUnderstood(name, count: count)
    }
    var report = builder.report
    report.tool = report.formatVersion?.hasPrefix("OMP") == true ? "OpenVAS" : "Greenbone"
    for place in report.devices.indices where report.devices[place].scanned == nil {
      report.devices[place].scanned = report.started
    }
    report.limits = evidence.limits(of: report)
    return report
  }
}
