import ReadinessCore
import ReadinessEvidence

/// Judges a firm's answers together with what its evidence shows.
///
/// Every command that tells a verdict judges through this, so that all tell the same one.
struct FirmJudge {
  let assessor: Assessor
  private let evidence: Evidence?
  /// The set that it builds on, with the answers to it.
  private let base: (assessor: Assessor, sheet: AnswerSheet)?

  /// What lies in the evidence folder.
  private struct Evidence {
    let index: EvidenceIndex
    let scans: [NamedScan]
    let unreadable: [EvidenceEntry]
    let inventories: [Inventory]
    let rules: ScanRules
  }

  /// A judge over a firm's evidence as it is on disk now.
  init(_ workspace: Workspace, _ assessor: Assessor) throws(Failure) {
    self.assessor = assessor
    base = try workspace.base(of: assessor)
    let store = try EvidenceStore(workspace, writable: false)
    guard !store.index.entries.isEmpty else {
      evidence = nil
      return
    }
    let (reports, unreadable) = store.scans()
    evidence = Evidence(
      index: store.index,
      scans: Self.named(reports),
      unreadable: unreadable,
      inventories: try Self.inventories(store, assessor),
      rules: try Packs.scanRules()
    )
  }

  /// What the answers come to, with what was seen.
  ///
  /// - Parameter certificateDate: the day from which support is followed through twelve months.
  func assess(
    _ sheet: AnswerSheet,
    asOf: CalendarDate,
    certificateDate: CalendarDate? = nil
  ) -> Assessment {
    let below = base.map { base in
      base.assessor.assess(
        base.sheet,
        asOf: asOf,
        observations: observations(base.assessor, base.sheet, asOf)
      )
    }
    return assessor.assess(
      sheet,
      asOf: asOf,
      base: below,
      observations: observations(assessor, sheet, asOf),
      certificateDate: certificateDate
    )
  }

  /// What was read in the scan reports of the evidence folder.
  var reports: [ScanReport] { evidence?.scans.map(\.report) ?? [] }

  /// The devices on which scans saw a fix that is late on that day.
  func lateDevices(asOf: CalendarDate) -> [LateDevice] {
    guard let evidence else { return [] }
    let review = FixReview(
      evidence.scans.sorted { $0.name < $1.name },
      rules: evidence.rules,
      support: assessor.support,
      asOf: asOf
    )
    return LateDevice.seen(in: review, evidence.inventories)
  }

  private func observations(
    _ assessor: Assessor,
    _ sheet: AnswerSheet,
    _ asOf: CalendarDate
  ) -> Observations {
    guard let evidence else { return .none }
    // What scans show bears on the questions of the set below, and through them on this one's.
    guard assessor.questionnaire.buildsOn == nil else {
      var observations = Observations.none
      observations.backings = evidence.index.backings(assessor.questionnaire, on: asOf)
      return observations
    }
    var observations = SaidAndSeen(assessor: assessor, rules: evidence.rules).observations(
      sheet,
      scans: evidence.scans,
      inventories: evidence.inventories,
      backings: evidence.index.backings(assessor.questionnaire, on: asOf),
      asOf: asOf
    )
    observations.sources += evidence.unreadable.map { entry in
      SeenSource(
        name: entry.name,
        kind: entry.kind.inWords,
        date: entry.made,
        devices: 0,
        limits: ["what was read in it is missing or broken: import it again"],
        counts: false
      )
    }
    return observations
  }

  /// The kept lists, read again; one that cannot be is told by `evidence check`.
  private static func inventories(
    _ store: EvidenceStore,
    _ assessor: Assessor
  ) throws(Failure) -> [Inventory] {
    let entries = store.index.entries.filter { $0.kind == .inventory }
    guard !entries.isEmpty else { return [] }
    let reader = InventoryReader(
      columns: try Packs.inventoryColumns(),
      questionnaire: assessor.questionnaire,
      support: assessor.support
    )
    return entries.compactMap { entry in
      guard let bytes = try? Files.read(store.path(of: entry), limit: InventoryReader.limit) else {
        return nil
      }
      return try? reader.read(bytes)
    }
  }

  /// The reports by name; of two with the same name each carries the start of its digest.
  private static func named(_ reports: [(EvidenceEntry, ScanReport)]) -> [NamedScan] {
    let names = Dictionary(grouping: reports, by: { $0.0.name }).mapValues(\.count)
    return reports.map { entry, report in
      var report = report
      // The firm's word for when it was made, where the report has none.
      if report.started == nil, report.ended == nil { report.started = entry.made }
      let name =
        names[entry.name] == 1 ? entry.name : "\(entry.name) (\(entry.sha256.prefix(8)))"
      return NamedScan(name: name, report: report)
    }
  }
}
