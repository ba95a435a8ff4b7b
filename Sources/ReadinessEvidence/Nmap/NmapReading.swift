import ReadinessCore

/// Makes a report of what stands in an Nmap file, event by event.
struct NmapReading {
  private typealias Event = XMLEvent<NmapElement, NmapAttribute>

  private var builder = ReportBuilder(.nmap)
  private var device: ScannedDevice?
  private var isUp = true
  private var port: Port?
  private var services: [ReachableService] = []
  private var isInService = false
  private var up = 0
  private var upInSummary: Int?
  private var isFinished = false
  private var exit: String?

  private struct Port {
    var service: ReachableService
    var isOpen = false
  }

  /// Takes the next event.
  ///
  /// - Throws: where the report holds more than any scanner writes.
  mutating func take(_ event: XMLEvent<NmapElement, NmapAttribute>) throws(ScanImportError) {
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
    if !isFinished || (exit ?? "success") != "success" {
      report.limits.append(.unfinished(status: exit ?? "no end"))
    }
    if let upInSummary, upInSummary > up {
      report.limits.append(
        .filtered(shown: up, found: upInSummary, by: "devices left out of the file")
      )
    }
    if report.devices.isEmpty { report.limits.append(.nothingLookedAt) }
    return report
  }

  private mutating func start(_ event: Event) throws(ScanImportError) {
    let attributes = event.attributes
    switch (event.element, event.depth) {
    case (.file, 0):
      let words = [attributes[.scanner]?.string, attributes[.version]?.string]
      builder.report.tool = KeptText.some(words.compactMap(\.self).joined(separator: " "))
      builder.report.formatVersion = attributes[.formatVersion].map { KeptText.line($0.string) }
      builder.report.started = day(attributes[.start], "start")
    case (.host, 1):
      var device = ScannedDevice(name: "")
      device.scanned = day(attributes[.startTime], "starttime") ?? builder.report.started
      self.device = device
      isUp = true
      services.removeAll(keepingCapacity: true)
    case (.port, 3) where device != nil: start(port: attributes)
    case (.service, 4): describe(attributes)
    case (.ports, 2), (.os, 2), (.hostnames, 2), (.runStatistics, 1): return
    default: builder.notUnderstood(event.element.rawValue)
    }
  }

  private mutating func start(port attributes: XMLAttributes<NmapAttribute>) {
    guard let number = attributes[.number]?.integer, (0...65_535).contains(number),
      let transport = attributes[.transport],
      transport == "tcp" || transport == "udp" || transport == "sctp"
    else {
      // A scan of protocols (-sO) lists protocols as ports.
      builder.notUnderstood("port")
      return
    }
    port = Port(
      service: ReachableService(
        device: Int32(builder.report.devices.count),
        port: UInt16(number),
        transport: transport.string
      )
    )
  }

  /// Says what answers at the port that is being read.
  private mutating func describe(_ attributes: XMLAttributes<NmapAttribute>) {
    isInService = true
    guard port != nil else { return }
    if let name = attributes[.name]?.string, !name.isEmpty, name != "unknown" {
      let isWrapped = attributes[.tunnel].map { $0 == "ssl" } ?? false
      port?.service.name =
        !isWrapped ? KeptText.line(name) : name == "http" ? "https" : "ssl/\(KeptText.line(name))"
    }
    let words = [attributes[.product]?.string, attributes[.version]?.string]
    port?.service.product = KeptText.some(words.compactMap(\.self).joined(separator: " "))
    port?.service.guessed = attributes[.method].map { $0 == "table" } ?? false
  }

  private mutating func leaf(_ event: Event) {
    let attributes = event.attributes
    switch (event.element, event.depth) {
    case (.status, 2):
      if let state = attributes[.state] { isUp = !(state == "down") }
    case (.address, 2): name(attributes)
    case (.hostname, 3):
      if let name = attributes[.name]?.string { device?.add(address: name) }
    case (.state, 4):
      // "open|filtered" is silence: whether anything answers is not known.
      if let state = attributes[.state], state == "open" { port?.isOpen = true }
    case (.match, 3): guess(attributes)
    case (.cpe, 5):
      let name = event.text.string
      if isInService, name.hasPrefix("cpe:/o:") { device?.add(platform: name) }
    case (.finished, 2):
      isFinished = true
      exit = attributes[.exit].map { KeptText.line($0.string, most: 40) }
      builder.report.ended = day(attributes[.time], "time")
    case (.hosts, 2): upInSummary = attributes[.up]?.integer
    default: builder.notUnderstood(event.element.rawValue)
    }
  }

  private mutating func name(_ attributes: XMLAttributes<NmapAttribute>) {
    guard let address = attributes[.address]?.string else { return }
    let isHardware = attributes[.addressType].map { $0 == "mac" } ?? false
    if !isHardware, device?.name.isEmpty == true {
      device?.name = KeptText.line(address)
    } else {
      device?.add(address: address)
    }
  }

  /// The first guess is the best one.
  private mutating func guess(_ attributes: XMLAttributes<NmapAttribute>) {
    guard device?.operatingSystem == nil, let written = attributes[.name]?.string,
      let name = KeptText.some(written)
    else { return }
    let accuracy = attributes[.accuracy]?.integer ?? 0
    device?.operatingSystem = accuracy == 100 ? name : "\(name) (a guess)"
  }

  private mutating func end(_ event: Event) throws(ScanImportError) {
    switch (event.element, event.depth) {
    case (.service, 4): isInService = false
    case (.port, 3):
      if let port, port.isOpen {
        // A port has a number and a transport: there cannot be more.
        guard services.count < 3 << 16 else {
          throw ScanImportError(.hostile, "a device has more ports than there are")
        }
        services.append(port.service)
      }
      port = nil
    case (.host, 1): try endHost()
    default: return
    }
  }

  /// A device that is down was not looked at.
  private mutating func endHost() throws(ScanImportError) {
    guard var device else { return }
    self.device = nil
    guard isUp else { return }
    up += 1
    if device.name.isEmpty { device.name = device.addresses.first ?? "?" }
    let place = try builder.addDevice(device.name)
    builder.report.devices[Int(place)] = device
    for service in services { try builder.add(service) }
  }

  /// Seconds since 1970, in UTC.
  private mutating func day(_ text: XMLText?, _ name: String) -> CalendarDate? {
    guard let text else { return nil }
    guard let seconds = text.integer, (0...253_402_300_799).contains(seconds) else {
      builder.notUnderstood(name)
      return nil
    }
    return Instant(unixSeconds: seconds).day
  }
}
