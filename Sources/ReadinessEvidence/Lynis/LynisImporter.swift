import ReadinessCore

/// Reads Lynis report files: lines of `key=value`, about one device.
public struct LynisImporter: ScanImporter {
  private let phrases: ScanPhrases
  private var lines = LineReader(most: 16_384)
  private var builder = ReportBuilder(.lynis)
  private var found = DeviceFindings()
  private var device = ScannedDevice(name: "")
  private var values: [LynisKey: String] = [:]
  private var switchedOff: Set<LynisKey> = []
  private var packages = 0
  private var failures = 0

  /// An importer that has read nothing.
  ///
  /// - Parameter phrases: which tests ask for updates.
  public init(phrases: ScanPhrases) { self.phrases = phrases }

  /// Reads the next bytes of the file.
  public mutating func read(_ chunk: UnsafeBufferPointer<UInt8>) throws(ScanImportError) {
    var index = 0
    while let line = lines.next(chunk, &index) { try take(line) }
  }

  /// Says that the file has ended.
  ///
  /// A report of a run that was stopped is read, with the limit that it is unfinished.
  public mutating func finish() throws(ScanImportError) -> ScanReport {
    if let line = lines.last() { try take(line) }
    guard let version = values[.version] ?? values[.reportMajor] else {
      throw ScanImportError(.notThisFormat, "the file has no lynis_version")
    }
    if packages == 0, values[.packagesFound] == "1" {
      try add("vulnerable_packages_found", "Packages with known flaws, which are not named")
    }
    for key in LynisKey.switches where switchedOff.contains(key) {
      try add(key.rawValue, "\(key.rawValue)=0", fix: .workaround)
    }
    let place = try builder.addDevice(device.name)
    try found.settle(on: place, in: &builder)
    return report(version, device: Int(place))
  }

  private func report(_ version: String, device place: Int) -> ScanReport {
    var report = builder.report
    var device = device
    device.name = values[.hostName] ?? ""
    device.operatingSystem =
      values[.systemFullName]
      ?? [values[.systemName] ?? values[.system], values[.systemVersion]]
      .compactMap { $0 }.joined(separator: " ")
    report.started = values[.started].flatMap { KeptText.day($0) }
    report.ended = values[.ended].flatMap { KeptText.day($0) }
    device.scanned = report.started ?? report.ended
    // It runs on the device itself.
    device.loggedIn = true
    report.devices[place] = device
    report.tool = values[.version].map { "Lynis \($0)" } ?? "Lynis"
    report.formatVersion = [values[.reportMajor], values[.reportMinor]]
      .compactMap { $0 }.joined(separator: ".")
    if values[.finish] != "true" {
      report.limits.append(.unfinished(status: "no finish=true"))
    }
    if failures > 0 { report.limits.append(.failures(failures)) }
    return report
  }

  private mutating func take(_ line: LineReader.Line) throws(ScanImportError) {
    guard !line.bytes.contains(0) else {
      throw ScanImportError(.broken, "a NUL byte stands in the line", line: line.number)
    }
    var bytes = line.bytes[...]
    if line.number == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    guard let first = bytes.first, first != 0x23 else { return }
    guard let equals = bytes.firstIndex(of: 0x3D) else {
      builder.notUnderstood("a line without =")
      return
    }
    let name = String(decoding: bytes[..<equals].prefix(100), as: UTF8.self)
    guard let key = LynisKey(rawValue: name) else {
      if !LynisKey.known.contains(name) { builder.notUnderstood(name) }
      return
    }
    if line.isCut { builder.notUnderstood("\(name): the line is too long") }
    try take(key, String(decoding: bytes[(equals + 1)...], as: UTF8.self))
  }

  private mutating func take(_ key: LynisKey, _ value: String) throws(ScanImportError) {
    switch key {
    case .vulnerablePackage:
      guard let package = KeptText.some(value, most: 100) else { return }
      packages += 1
      try add("vulnerable_package/\(package)", package, product: package)
    case .warning, .suggestion: try advice(value, severity: String(key.rawValue.dropLast(2)))
    case .exceptionEvent: failures += 1
    case .address4, .address6:
      // A prefix length may stand behind an address.
      let address = KeptText.line(value.prefix { $0 != "/" }, most: 64)
      if !address.isEmpty, device.addresses.count < 100 { device.addresses.append(address) }
    case .firewall, .malwareScanner, .automaticUpdates:
      switch value {
      case "0": switchedOff.insert(key)
      case "1": break
      default: builder.notUnderstood("\(key.rawValue) is neither 0 nor 1")
      }
    default: values[key] = KeptText.some(value)
    }
  }

  /// `TEST-ID|text|details|solution|`.
  private mutating func advice(
    _ value: String,
    severity: String
  ) throws(ScanImportError) {
    let fields = value.split(separator: "|", omittingEmptySubsequences: false)
    guard let id = fields.first.flatMap({ KeptText.some($0, most: 40) }) else {
      builder.notUnderstood("\(severity)[] without an id")
      return
    }
    // Tests of packages and of the kernel speak of updates, without a date; others of settings.
    let title = fields.count > 1 ? KeptText.some(fields[1]) : nil
    try add(
      id,
      title ?? id,
      severity: severity,
      fix: phrases.isOfUpdates(id) && severity == "warning" ? .unknown : .workaround
    )
  }

  private mutating func add(
    _ id: String,
    _ title: String,
    product: String? = nil,
    severity: String? = nil,
    fix: ReportedFix = .unknown
  ) throws(ScanImportError) {
    var problem = ScannedProblem(id: id, title: title)
    problem.product = product
    problem.toolSeverity = severity
    problem.fix = fix
    try found.add(problem, to: &builder)
  }
}
