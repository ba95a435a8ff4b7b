import ReadinessEvidence

extension FuzzTarget {
  /// Some of the phrases that are shipped.
  private static let phrases = ScanPhrases(
    updates: ["Upgrade", "Apply"],
    noUpdates: ["No fix"],
    unsupported: ["Unsupported Version"],
    updateChecksBegin: ["PKGS-"],
    updateChecksEnd: ["security_patches_up_to_date"]
  )

  /// What the bytes are, and then that format.
  static func scan(_ bytes: [UInt8]) {
    let report = read(bytes, piece: bytes.count) { try ScanImport.read(phrases: phrases, from: $0) }
    switch ScanRecognition.recognise(Array(bytes.prefix(ScanRecognition.enough))) {
    case .format(let format):
      hold(report == nil || report?.format == format, "what is recognised is read")
    case .refused, .unknown: hold(report == nil, "what is not recognised is not read")
    }
  }

  /// The bytes as a report of that format, whatever they are.
  static func scan(_ bytes: [UInt8], _ format: ScanFormat) {
    let report = read(bytes, piece: bytes.count) {
      try ScanImport.read(format: format, phrases: phrases, from: $0)
    }
    let again = read(bytes, piece: 7) {
      try ScanImport.read(format: format, phrases: phrases, from: $0)
    }
    hold(report == again, "it does not matter where the pieces are cut")
    guard let report else { return }
    for finding in report.findings {
      hold(report.devices.indices.contains(Int(finding.device)), "a finding has its device")
      hold(report.problems.indices.contains(Int(finding.problem)), "a finding has its problem")
    }
    for service in report.services {
      hold(report.devices.indices.contains(Int(service.device)), "a service has its device")
    }
    for check in report.checks {
      hold(report.devices.indices.contains(Int(check.device)), "a check has its device")
      hold(check.count > 0, "a check was counted")
    }
    for problem in report.problems {
      hold(!problem.id.isEmpty || format == .nessus || format == .xccdf || format == .arf, "an id")
      hold(problem.title.count <= 200, "a title has a bound")
      hold(problem.scores.allSatisfy { (0...100).contains($0.tenths) }, "a score is a score")
      hold(problem.fixPublished == nil || format == .nessus, "no other format has such a date")
    }
    hold(report.notUnderstood.count <= 101, "names have a bound")
    hold(report.notUnderstood.values.allSatisfy { $0 > 0 }, "a name was counted")
  }

  private static func read(
    _ bytes: [UInt8],
    piece: Int,
    _ importing: (() throws -> [UInt8]?) throws -> ScanReport
  ) -> ScanReport? {
    var index = 0
    return try? importing {
      guard index < bytes.count else { return nil }
      let end = min(bytes.count, index + max(1, piece))
      defer { index = end }
      return Array(bytes[index..<end])
    }
  }
}
