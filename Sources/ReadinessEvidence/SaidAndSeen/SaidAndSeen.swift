public import ReadinessCore

/// Sets scans and inventories against the answers; pure.
///
/// What comes out can lower an outcome and never lift one.
public struct SaidAndSeen: Sendable {
  private let assessor: Assessor
  private let rules: ScanRules

  /// A comparison by one question set, one set of support dates and one set of rules.
  public init(assessor: Assessor, rules: ScanRules) {
    self.assessor = assessor
    self.rules = rules
  }

  /// What the scans say to the answers.
  ///
  /// - Parameters:
  ///   - answers: of the assessor's question set.
  ///   - scans: reports with their names; their order does not matter.
  ///   - inventories: lists of devices and programs.
  ///   - backings: what stands behind answers apart from scans, by question.
  ///   - asOf: the date of judgement.
  public func observations(
    _ answers: AnswerSheet,
    scans: [NamedScan],
    inventories: [Inventory] = [],
    backings: [String: Backing] = [:],
    asOf: CalendarDate
  ) -> Observations {
    let scans = scans.sorted { $0.name < $1.name }
    let review = FixReview(scans, rules: rules, support: assessor.support, asOf: asOf)
    let horizon = SupportHorizon(data: assessor.support, asOf: asOf)
    let listed = ListedSystems(
      rules.deviceTables,
      assessor: assessor,
      answers: answers,
      asOf: asOf
    )
    let systems = SeenSystems(review, horizon: horizon, rules: rules, asOf: asOf)
    var sightings = FindingSightings.all(review) + systems.sightings(listed)
    if isCutOff(answers) { sightings = sightings.map(weakened) }
    sightings +=
      Differences.tables(systems, listed) + Differences.inventory(review, inventories)
      + InventoryDifferences(assessor.questionnaire, horizon).sightings(inventories, answers)

    let coverage = Coverage(review, rules: rules, asOf: asOf)
    var seen = rules.rules.compactMap { observation($0, sightings) }
    var backings = backings
    // What speaks against an answer, or leaves it open, cannot stand behind it.
    for observation in seen
    where observation.weight == .contradicts || observation.weight == .leavesOpen {
      if let first = observation.questions.first { backings[first] = nil }
    }
    for cover in rules.covers {
      let listed = ListedSystems(cover.tables, assessor: assessor, answers: answers, asOf: asOf)
      guard let clean = coverage.clean(cover, listed, sightings) else { continue }
      seen.append(clean.observation)
      let stronger = backings[cover.question].map { $0.strength > .scanned } ?? false
      if !stronger { backings[cover.question] = Backing(.scanned, date: clean.since) }
    }
    guard !scans.isEmpty else { return Observations(seen: seen, backings: backings) }
    let tables = SeenTables(review, seen, assessor.questionnaire, coverage, rules)
    return Observations(
      seen: seen,
      backings: backings,
      sources: SeenSources.all(review),
      tables: tables.all(listed)
    )
  }

  /// Whether old software is said to be kept apart without internet.
  private func isCutOff(_ answers: AnswerSheet) -> Bool {
    guard case .parts(let parts)? = answers[rules.cutOff.question]?.content else { return false }
    return parts[rules.cutOff.part] == .word(rules.cutOff.word)
  }

  /// What is no longer supported may be the part that is cut off: that stays open.
  private func weakened(_ sighting: Sighting) -> Sighting {
    guard sighting.matter == .unsupported else { return sighting }
    return Sighting(
      matter: .unsupportedOpen,
      kind: sighting.kind,
      device: sighting.device,
      subject: sighting.subject,
      line: sighting.line + ": fine only if this device is in the part that is cut off",
      seen: sighting.seen,
      late: sighting.late
    )
  }

  private func observation(_ rule: ScanRules.Rule, _ all: [Sighting]) -> Observation? {
    let sightings = all.filter { sighting in
      sighting.matter == rule.matter
        && (rule.kind == .any || sighting.kind == .any || sighting.kind == rule.kind)
    }
    guard !sightings.isEmpty else { return nil }
    let subjects = Set(sightings.map(\.subject)).count
    let says = rule.says
      .replacing("{findings}", with: FixWords.many(subjects, "fix", "fixes"))
      .replacing("{flaws}", with: FixWords.many(subjects, "flaw"))
      .replacing("{devices}", with: FixWords.many(Set(sightings.map(\.device)).count, "device"))
      .replacing("{days}", with: FixWords.many(sightings.map(\.late).max() ?? 0, "day"))
    return Observation(
      id: rule.id,
      questions: rule.questions,
      weight: rule.weight,
      says: says,
      details: Self.worst(sightings.map(\.line)),
      seen: sightings.compactMap(\.seen).max(),
      sources: rule.sources
    )
  }

  /// The worst ten, each once, and how many more there are.
  static func worst(_ lines: [String]) -> [String] {
    var told: Set<String> = []
    let once = lines.filter { told.insert($0).inserted }
    guard once.count > 10 else { return once }
    return once.prefix(10) + ["and \(once.count - 10) more"]
  }
}
