public import ReadinessCore

/// All findings of many scans under the fourteen-day rule; pure.
public struct FixReview: Sendable {
  /// The scans, in the order given.
  public let scans: [NamedScan]
  /// How far each takes part, in the same order.
  public let standings: [ScanStanding]
  /// What the rule asks about, the worst first; what does not qualify is only counted.
  public let findings: [ReviewedFinding]
  /// How many findings the rule does not ask about.
  public let notQualifying: Int
  /// For each scan: which of its devices take part.
  let counted: [[Bool]]

  /// Reviews scans.
  ///
  /// A device's older scan gives way to a newer one of the same format that could see as much:
  /// what is gone from the newer one has been put right. Which scan is given first does not matter.
  ///
  /// - Parameters:
  ///   - scans: reports, each with its name.
  ///   - rules: thresholds and words.
  ///   - support: what makers support; tells systems from other software.
  ///   - asOf: the date of judgement; a scan of a later day takes no part.
  public init(
    _ scans: [NamedScan],
    rules: ScanRules,
    support: SupportData,
    asOf: CalendarDate
  ) {
    let selection = ScanSelection(scans, rules: rules, asOf: asOf)
    let clock = FixClock(rules: rules, asOf: asOf)
    let kinds = ProblemKinds(rules: rules, support: support, asOf: asOf)
    var findings: [ReviewedFinding] = []
    var notQualifying = 0
    for (place, scan) in scans.enumerated() where selection.standings[place].leftOut == nil {
      let report = scan.report
      var seen: Set<[Int32]> = []
      var problemKinds: [Int32: ScanRules.Kind] = [:]
      for finding in report.findings {
        guard let device = report.devices[safe: finding.device],
          let problem = report.problems[safe: finding.problem],
          selection.counted[place][Int(finding.device)],
          seen.insert([finding.device, finding.problem]).inserted
        else { continue }
        let day = scan.day(of: device)
        let fix = clock.judge(problem, scanned: day)
        guard fix.standing != .doesNotQualify else {
          notQualifying += 1
          continue
        }
        let kind = problemKinds[finding.problem] ?? kinds.kind(of: problem)
        problemKinds[finding.problem] = kind
        findings.append(
          ReviewedFinding(
            scan: place,
            device: finding.device,
            problem: finding.problem,
            kind: kind,
            fix: fix,
            scanned: day,
            isRecent: day.map { $0.days(to: asOf) <= rules.recentDays } ?? false,
            isCertain: problem.certainty.map { $0 >= rules.certaintyAtLeast } ?? true
          )
        )
      }
    }
    self.scans = scans
    self.standings = selection.standings
    self.counted = selection.counted
    self.notQualifying = notQualifying
    self.findings = Self.worstFirst(findings, scans)
  }

  /// The device of a finding.
  public func device(of finding: ReviewedFinding) -> ScannedDevice? {
    scans[finding.scan].report.devices[safe: finding.device]
  }

  /// The problem of a finding.
  public func problem(of finding: ReviewedFinding) -> ScannedProblem? {
    scans[finding.scan].report.problems[safe: finding.problem]
  }

  /// The devices that take part, each with its scan, in the scans' order.
  var devices: [(scan: NamedScan, device: ScannedDevice)] {
    scans.indices.flatMap { place in
      zip(scans[place].report.devices, counted[place]).filter(\.1).map { (scans[place], $0.0) }
    }
  }

  private static func worstFirst(
    _ findings: [ReviewedFinding],
    _ scans: [NamedScan]
  ) -> [ReviewedFinding] {
    // Ties read the same whichever scan came first: by device, then by problem.
    func key(_ finding: ReviewedFinding) -> (String, String, String) {
      let report = scans[finding.scan].report
      return (
        report.devices[safe: finding.device]?.name ?? "",
        report.problems[safe: finding.problem]?.title ?? "", scans[finding.scan].name
      )
    }
    return findings.sorted { left, right in
      left.order == right.order ? key(left) < key(right) : left.order < right.order
    }
  }
}

extension Array {
  /// The element at a place that a report names; `nil` where there is none.
  subscript(safe place: Int32) -> Element? {
    indices.contains(Int(place)) ? self[Int(place)] : nil
  }
}
