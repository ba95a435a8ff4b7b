import ReadinessCore

/// Makes a report of what stands in a `.nessus` file, event by event.
struct NessusReading {
  private typealias Event = XMLEvent<NessusElement, NessusAttribute>

  private let phrases: ScanPhrases
  private var builder = ReportBuilder(.nessus)
  private var known = ProblemKeys()
  private var item = NessusItem()
  private var host: NessusHost?
  /// The place that the host will have among the devices.
  private var place: Int32 = 0
  /// The ports of the device that are in the report's services.
  private var ports: Set<Service> = []
  private var isInItem = false
  private var isInProperties = false
  private var items = 0

  private struct Service: Hashable {
    let port: UInt16
    let transport: UInt8
  }

  /// A report of nothing yet.
  init(_ phrases: ScanPhrases) { self.phrases = phrases }

  /// Takes the next event.
  ///
  /// - Throws: where the report holds more than any scanner writes.
  mutating func take(
    _ event: XMLEvent<NessusElement, NessusAttribute>
  ) throws(ScanImportError) {
    switch event.kind {
    case .start: try start(event)
    case .leaf: leaf(event)
    case .end: try end(event)
    }
  }

  /// The report, when the file has ended.
  mutating func finish(notUnderstood: [String: Int]) -> ScanReport {
    for (name, count) in notUnderstood { builder.notUnderstood(name, count: count) }
    var report = builder.report
    report.started = report.devices.compactMap(\.scanned).min()
    let notLoggedIn = report.devices.filter { $0.loggedIn == false }.map(\.name)
    if !notLoggedIn.isEmpty { report.limits.append(.notLoggedIn(devices: notLoggedIn)) }
    if report.devices.isEmpty || items == 0 { report.limits.append(.nothingLookedAt) }
    let errors = report.checks.filter { $0.result == "ERROR" }.map(\.count).reduce(0, +)
    if errors > 0 { report.limits.append(.failures(errors)) }
    return report
  }

  private mutating func start(_ event: Event) throws(ScanImportError) {
    switch (event.element, event.depth) {
    case (.file, 0): builder.report.formatVersion = "2"
    case (.report, 1):
      if let type = event.attributes[.type], type == "was" {
        builder.report.formatVersion = "2, web application scan"
      }
    case (.host, 2):
      place = try builder.addDevice("")
      host = NessusHost(name: event.attributes[.name]?.string ?? "")
      ports.removeAll(keepingCapacity: true)
    case (.properties, 3) where host != nil: isInProperties = true
    case (.item, 3) where host != nil: try start(item: event.attributes)
    default: builder.notUnderstood(event.element.rawValue)
    }
  }

  private mutating func start(
    item attributes: XMLAttributes<NessusAttribute>
  ) throws(ScanImportError) {
    items += 1
    item.clear()
    isInItem = true
    guard let plugin = attributes[.plugin] else {
      builder.notUnderstood("ReportItem without a pluginID")
      isInItem = false
      return
    }
    item.add(.plugin, plugin)
    if let severity = attributes[.severity] {
      item.add(.severity, severity)
      if !(severity == "0") { item.isProblem = true }
    }
    if let title = attributes[.title] { item.add(.title, title) }
    item.isScanRecord = plugin == "19506"
    if let family = attributes[.family], family == "Policy Compliance" { item.isCompliance = true }
    guard let port = attributes[.port]?.integer, (1...65_535).contains(port) else { return }
    item.port = UInt16(port)
    try add(service: attributes, port: UInt16(port))
  }

  private mutating func add(
    service attributes: XMLAttributes<NessusAttribute>,
    port: UInt16
  ) throws(ScanImportError) {
    guard let transport = attributes[.transport], let first = transport.trimmed.bytes.first,
      transport == "tcp" || transport == "udp" || transport == "sctp",
      ports.insert(Service(port: port, transport: first)).inserted
    else { return }
    var service = ReachableService(device: place, port: port, transport: transport.string)
    if var name = attributes[.service]?.string, !name.isEmpty, name != "unknown" {
      if name.hasSuffix("?") {
        name.removeLast()
        service.guessed = true
      }
      service.name = name
    }
    try builder.add(service)
  }

  private mutating func leaf(_ event: Event) {
    guard event.depth == 4, isInItem || isInProperties else {
      if host == nil { builder.notUnderstood(event.element.rawValue) }
      return
    }
    if event.element == .tag {
      if isInProperties, let name = event.attributes[.name], host?.take(name, event.text) == false {
        builder.notUnderstood(name.string)
      }
      return
    }
    switch event.element {
    case .cve:
      item.add(.cve, event.text)
      item.isProblem = true
    case .cpe: item.add(.product, event.text)
    case .scoreV2, .webScoreV2: score(.scoreV2, event)
    case .scoreV3, .webScoreV3: score(.scoreV3, event)
    case .scoreV4: score(.scoreV4, event)
    case .scoreSource: item.add(.source, event.text)
    case .scoreSourceV3: item.add(.sourceV3, event.text)
    case .patched:
      item.add(.patched, event.text)
      item.isProblem = true
      if NessusDates.day(event.text.trimmed.bytes) == nil {
        builder.notUnderstood(event.element.rawValue)
      }
    case .unsupported:
      item.add(.unsupported, event.text)
      if event.text == "true" { item.isProblem = true }
    case .solution: item.add(.solution, event.text)
    case .output: if item.isScanRecord { host?.take(record: event.text) }
    case .compliance: if event.text == "true" { item.isCompliance = true }
    case .complianceResult:
      item.isCompliance = true
      item.complianceResult = event.text.string
    default: builder.notUnderstood(event.element.rawValue)
    }
  }

  private mutating func score(_ field: NessusItem.Field, _ event: Event) {
    item.add(field, event.text)
    let bytes = event.text.trimmed.bytes
    if bytes.contains(where: { (0x31...0x39).contains($0) }) { item.isProblem = true }
    if !Self.isScore(bytes) { builder.notUnderstood(event.element.rawValue) }
  }

  /// Whether the bytes are `0.0` to `10.0`: most are told from their bytes alone.
  private static func isScore(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let isUsual = bytes.count == 3 && bytes[1] == 0x2E
    if isUsual, (0x30...0x39).contains(bytes[0]), (0x30...0x39).contains(bytes[2]) { return true }
    return CVSSScore.tenths(String(decoding: bytes, as: UTF8.self)) != nil
  }

  private mutating func end(_ event: Event) throws(ScanImportError) {
    switch (event.element, event.depth) {
    case (.host, 2): try endHost()
    case (.properties, 3): isInProperties = false
    case (.item, 3) where isInItem:
      isInItem = false
      try endItem()
    default: return
    }
  }

  private mutating func endItem() throws(ScanImportError) {
    if item.isCompliance {
      try builder.check(item.complianceResult ?? "unknown", on: place)
    } else if item.isProblem {
      let problem = try known.place(item.key) { () throws(ScanImportError) in
        try builder.problem(item.problem(phrases))
      }
      try builder.find(problem, on: place, port: item.port)
    } else {
      builder.report.informational += 1
    }
  }

  private mutating func endHost() throws(ScanImportError) {
    guard let host else { return }
    self.host = nil
    if host.device.name.isEmpty { builder.notUnderstood("ReportHost without a name") }
    builder.report.devices[Int(place)] = host.complete()
    builder.report.tool = builder.report.tool ?? host.tool
    guard let ended = host.ended else { return }
    builder.report.ended = max(builder.report.ended ?? ended, ended)
  }
}
