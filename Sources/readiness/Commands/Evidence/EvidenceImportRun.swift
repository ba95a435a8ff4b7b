import ReadinessCore
import ReadinessEvidence

/// Takes in one report after the other; each is in with all that belongs to it, or not at all.
final class EvidenceImportRun {
  /// What became of one file.
  struct Result {
    enum Outcome {
      /// It is in now.
      case takenIn(EvidenceEntry, ScanReport)
      /// The same bytes were there before.
      case known(EvidenceEntry)
      /// It is not in, with the reason.
      case refused(String, hint: String?)
    }
    let path: String
    let outcome: Outcome
  }

  private(set) var results: [Result] = []
  /// How many were not taken in.
  var refused: Int {
    results.count { if case .refused = $0.outcome { true } else { false } }
  }

  private let store: EvidenceStore
  private let sets: [Questionnaire]
  private let phrases: ScanPhrases
  private let questions: [String]?
  private let made: CalendarDate?
  private let now: Instant
  private let says: Bool
  private var unsaid: [Result] = []
  private var lastSaved = Clock.steadySeconds()

  /// A run.
  ///
  /// - Parameters:
  ///   - sets: the question sets that the firm uses.
  ///   - phrases: what scanners say in set words.
  ///   - questions: what the reports are for; `nil` leaves it to the pack.
  ///   - made: the day of reports that give none.
  ///   - says: whether each file's line is printed as soon as the file is safe.
  init(
    store: EvidenceStore,
    sets: [Questionnaire],
    phrases: ScanPhrases,
    questions: [String]?,
    made: CalendarDate?,
    now: Instant,
    says: Bool
  ) {
    self.store = store
    self.sets = sets
    self.phrases = phrases
    self.questions = questions
    self.made = made
    self.now = now
    self.says = says
  }

  /// Takes the files in.
  ///
  /// - Returns: the signal that stopped it and the file that it was reading, if one did.
  func take(_ paths: [String]) throws(Failure) -> (signal: Int32, path: String)? {
    let bar = ProgressBar(total: paths.reduce(0) { $0 + IncomingFile.size(of: $1) })
    for path in paths {
      do {
        let outcome = try take(path, bar)
        unsaid.append(Result(path: path, outcome: outcome))
      } catch let stop as EvidenceIntake.Stopped {
        bar.clear()
        try save(bar)
        return (stop.signal, path)
      } catch let error as ScanImportError {
        refuse(path, Self.words(error), hint: Self.hint(error))
      } catch let failure as Failure {
        refuse(path, failure.what, hint: failure.hints.first)
      } catch {
        refuse(path, "\(error)")
      }
      // A line is shown when the file is safe; a few at once, so that the index is not written
      // a thousand times.
      if Clock.steadySeconds() - lastSaved > 0.25 { try save(bar) }
    }
    try save(bar)
    return nil
  }

  private func refuse(_ path: String, _ what: String, hint: String? = nil) {
    unsaid.append(Result(path: path, outcome: .refused(what, hint: hint)))
  }

  private func take(_ path: String, _ bar: ProgressBar) throws -> Result.Outcome {
    let name = Files.name(of: path)
    let intake = try EvidenceIntake(path, into: store) { bar.add($0, of: name) }
    let format: ScanFormat
    switch ScanRecognition.recognise(intake.head) {
    case .format(let known): format = known
    case .refused(let words): return .refused(words, hint: nil)
    case .unknown:
      let words = intake.head.isEmpty ? "the file is empty" : "this is no scan report that is read"
      return .refused(words, hint: nil)
    }
    let report = try ScanImport.read(format: format, phrases: phrases) { try intake.next() }
    let sha256 = try intake.finish()
    if let known = store.index[sha256], isWhole(known) { return .known(known) }
    var entry = EvidenceEntry(
      sha256: sha256,
      size: intake.size,
      name: name,
      kind: .scan(format, limits: report.limits.count),
      imported: now
    )
    let before = store.index[sha256]
    entry.made = report.ended ?? report.started ?? made
    entry.expires = before?.expires
    entry.shows = before?.shows
    entry.questions = questions ?? sets.flatMap { $0.questions(shownBy: format.source) }
    entry.questions += (before?.questions ?? []).filter { !entry.questions.contains($0) }
    try intake.keep(as: sha256, in: store)
    try store.keep(report, of: sha256)
    store.put(entry)
    return .takenIn(entry, report)
  }

  /// Whether it is in as a scan already, with its copy and what was read in it.
  private func isWhole(_ entry: EvidenceEntry) -> Bool {
    guard case .scan = entry.kind, Files.exists(store.path(of: entry)) else { return false }
    return (try? store.report(of: entry)) != nil
  }

  private func save(_ bar: ProgressBar) throws(Failure) {
    let isNew = unsaid.contains { if case .takenIn = $0.outcome { true } else { false } }
    if isNew { try store.save() }
    lastSaved = Clock.steadySeconds()
    if says, !unsaid.isEmpty { bar.clear() }
    for result in unsaid where says { EvidenceImportLines.show(result) }
    results += unsaid
    unsaid = []
  }

  private static func words(_ error: ScanImportError) -> String {
    switch error.kind {
    case .cutShort: "the file ends too early: \(error)"
    case .hostile: "refused as unsafe: \(error)"
    case .notThisFormat, .broken: "\(error)"
    }
  }

  private static func hint(_ error: ScanImportError) -> String? {
    switch error.kind {
    case .cutShort: "let the scan end, and export or copy the report again"
    case .hostile: "no scanner writes this: find out where the file comes from"
    case .notThisFormat, .broken: nil
    }
  }

  /// The run for programs.
  var json: String {
    JSONWriter.pretty(
      .object([
        .init("format", "readiness-evidence-import-1"),
        .init("files", .array(results.map(EvidenceImportLines.json))),
      ])
    )
  }
}

extension Questionnaire {
  /// The questions for which the pack says that such a report is worth holding.
  func questions(shownBy source: EvidenceSource) -> [String] {
    questions.filter { $0.evidence.contains { $0.sources.contains(source) } }.map(\.id)
  }
}
