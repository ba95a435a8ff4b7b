import ReadinessCore

/// One thing that was seen on one device and bears on answers.
struct Sighting: Hashable {
  let matter: ScanRules.Matter
  let kind: ScanRules.Kind
  /// The device's name, as the scan has it.
  let device: String
  /// What it is about: the problem's title, or the system.
  let subject: String
  /// The whole line for people.
  let line: String
  let seen: CalendarDate?
  /// How many days late; 0 where that is not the matter.
  let late: Int
}

/// What the findings of a review come to.
enum FindingSightings {
  /// One sighting for each finding that bears on answers, the worst first.
  static func all(_ review: FixReview) -> [Sighting] {
    review.findings.compactMap { finding in
      guard let matter = finding.matter, let device = review.device(of: finding),
        let problem = review.problem(of: finding)
      else { return nil }
      var late = 0
      if case .late(let days) = finding.fix.standing { late = days }
      return Sighting(
        matter: matter,
        kind: finding.kind,
        device: device.name,
        subject: problem.title,
        line: line(finding, device, problem, review.scans[finding.scan].name),
        seen: finding.scanned,
        late: late
      )
    }
  }

  private static func line(
    _ finding: ReviewedFinding,
    _ device: ScannedDevice,
    _ problem: ScannedProblem,
    _ scan: String
  ) -> String {
    var facts: [String] = []
    if finding.fix.standing != .unsupported { facts.append(FixWords.rating(finding.fix.rating)) }
    if let day = problem.fixPublished { facts.append("fix of \(day)") }
    if let day = finding.scanned { facts.append("scanned on \(day)") }
    if !finding.isCertain, let certainty = problem.certainty {
      facts.append("the tool is \(certainty) per cent sure")
    }
    facts.append(scan)
    return "\(device.name): \(problem.title): \(FixWords.standing(finding.fix)) "
      + "(\(facts.joined(separator: "; ")))"
  }
}
