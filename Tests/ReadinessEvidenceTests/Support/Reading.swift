import ReadinessCore
import ReadinessEvidence
import TestSupport
import Testing

/// Reads reports as the program does, and as a second program does.
enum Reading {
  /// What the importer makes of the bytes, given in pieces of that size.
  static func report(
    _ format: ScanFormat,
    _ bytes: [UInt8],
    piece: Int = 65_536
  ) throws -> ScanReport {
    var index = 0
    return try ScanImport.read(format: format, phrases: try phrases()) {
      guard index < bytes.count else { return nil }
      let end = min(bytes.count, index + piece)
      defer { index = end }
      return Array(bytes[index..<end])
    }
  }

  /// The shipped phrases.
  static func phrases() throws -> ScanPhrases { try shippedPhrases.get() }

  private static let shippedPhrases = Result {
    try ScanRulesReader.read(Repository.bytes("Support/ScanRules.xml")).phrases
  }

  /// What the importer makes of a text.
  static func report(_ format: ScanFormat, _ text: String) throws -> ScanReport {
    try report(format, Array(text.utf8))
  }

  /// The error that the bytes lead to, or `nil` where they are read.
  static func error(
    _ format: ScanFormat,
    _ bytes: [UInt8],
    piece: Int = 65_536
  ) -> ScanImportError? {
    do {
      _ = try report(format, bytes, piece: piece)
      return nil
    } catch {
      return error as? ScanImportError
    }
  }

  /// The bytes of a sample.
  static func sample(_ name: String) throws -> [UInt8] {
    try Repository.bytes("Tests/ReadinessEvidenceTests/Samples/\(name)")
  }

  /// Expects the importer and the second reading to say the same of these bytes.
  static func expectAgreement(
    _ format: ScanFormat,
    _ bytes: [UInt8],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let ours = try SecondReading.lines(report(format, bytes, piece: 1_021))
    let theirs = try SecondReading.run(format, bytes)
    #expect(ours == theirs, sourceLocation: sourceLocation)
  }
}

/// The reading of `Tools/second-reading.py`, and ours in the same form.
enum SecondReading {
  /// What the second program prints.
  static func run(_ format: ScanFormat, _ bytes: [UInt8]) throws -> [String] {
    let tool = Repository.path("Tests/ReadinessEvidenceTests/Tools/second-reading.py")
    var process = RunningProcess(["python3", tool, format.rawValue], in: "/")
    process.environment = ["PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"]
    process.input = bytes
    return try process.succeed().outputText.split(separator: "\n").map(String.init)
  }

  /// The lines that it should print for this report.
  static func lines(_ report: ScanReport) -> [String] {
    var lines = ["started \(word(report.started))", "ended \(word(report.ended))"]
    for device in report.devices {
      let fields = [
        device.operatingSystem ?? "None", word(device.scanned), word(device.loggedIn),
      ]
      lines.append("device \(device.name) | " + fields.joined(separator: " | "))
    }
    for finding in report.findings {
      lines.append(line(finding, in: report))
    }
    for check in report.checks {
      let device = report.devices[Int(check.device)].name
      lines.append("check \(device) | \(check.result) | \(check.count)")
    }
    for service in report.services {
      let fields = [
        report.devices[Int(service.device)].name, "\(service.port)/\(service.transport)",
        service.name ?? "None", service.product ?? "None", service.guessed ? "yes" : "no",
      ]
      lines.append("service " + fields.joined(separator: " | "))
    }
    if report.informational > 0 { lines.append("informational \(report.informational)") }
    lines += report.limits.map { "limit " + words($0) }
    return lines.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }

  private static func line(_ finding: ScanFinding, in report: ScanReport) -> String {
    let problem = report.problems[Int(finding.problem)]
    let scores = problem.scores.map { score in
      let version = score.version == .unknown ? "vunknown" : score.version.rawValue
      return "\(version)=\(score.tenths)@\(score.source ?? "None")"
    }
    let fields = [
      "\(finding.port)", problem.id, problem.title, problem.product ?? "None",
      problem.cves.joined(separator: ","), scores.sorted().joined(separator: ","),
      problem.toolSeverity ?? "None", problem.vendorSeverity ?? "None", problem.fix.rawValue,
      word(problem.fixPublished), problem.unsupported ? "yes" : "no",
      problem.certainty.map(String.init) ?? "None",
    ]
    let device = report.devices[Int(finding.device)].name
    return "finding \(device) | " + fields.joined(separator: " | ")
  }

  private static func words(_ limit: ScanLimit) -> String {
    switch limit {
    case .unfinished: "unfinished"
    case .notLoggedIn(let devices): "notLoggedIn " + devices.joined(separator: ",")
    case .filtered(let shown, let found, _): "filtered \(shown) of \(found)"
    case .wrongPlatform(let rules): "wrongPlatform \(rules)"
    case .nothingLookedAt: "nothingLookedAt"
    case .failures(let count): "failures \(count)"
    case .changedByHand(let count): "changedByHand \(count)"
    }
  }

  private static func word(_ date: CalendarDate?) -> String {
    date.map(\.description) ?? "None"
  }

  private static func word(_ flag: Bool?) -> String {
    switch flag {
    case .some(true): "yes"
    case .some(false): "no"
    case .none: "None"
    }
  }
}
