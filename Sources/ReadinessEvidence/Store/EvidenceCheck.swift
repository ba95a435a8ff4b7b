public import ReadinessCore

/// What is wrong with a firm's evidence on a day.
public struct EvidenceCheck: Hashable, Sendable {
  /// How a file of the evidence folder was found.
  public enum Found: Hashable, Sendable {
    /// It is what its name says.
    case whole
    /// Its bytes are others than its name says.
    case changed
    /// It cannot be read, with the reason.
    case unreadable(String)
  }

  /// One thing that is wrong.
  public enum Problem: Hashable, Sendable {
    /// The copy of an entry is not there.
    case missing(EvidenceEntry)
    /// The copy of an entry was changed on disk.
    case changed(EvidenceEntry)
    /// The copy of an entry cannot be read, with the reason.
    case unreadable(EvidenceEntry, String)
    /// What was read in a scan is missing or broken; the scan must be imported again.
    case notReadAgain(EvidenceEntry)
    /// It says that it was made on that day, which has not come yet: it counts for nothing until then.
    case fromTheFuture(EvidenceEntry, CalendarDate)
    /// A copy that no entry names.
    case orphaned(String)
    /// Nothing fresh is for that question; the newest went stale on that day.
    case stale(question: String, EvidenceEntry, since: CalendarDate)
    /// All that is for that question has no date, or one after the day of judgement.
    case undated(question: String, EvidenceEntry)
    /// The entry is for a question that the pack does not have.
    case unknownQuestion(String, EvidenceEntry)
  }

  /// What is wrong, entries first, in the index's order, then questions in the pack's.
  public private(set) var problems: [Problem] = []

  /// Questions with a good answer that nothing stands behind, though the pack says what would.
  public private(set) var withoutEvidence: [String] = []

  /// Looks at everything.
  ///
  /// - Parameters:
  ///   - index: the entries.
  ///   - found: the files of the evidence folder by name, without the index.
  ///   - assessments: of each question set that the firm uses, on the same day: which questions are
  ///     asked, and how they stand.
  ///   - others: question sets that a file may be for though the firm has not answered them.
  public init(
    _ index: EvidenceIndex,
    found: [String: Found],
    _ assessments: [Assessment],
    others: [Questionnaire] = []
  ) {
    let used = Set(assessments.map(\.questionnaire.id))
    let others = others.filter { !used.contains($0.id) }
    let sets = assessments.map(\.questionnaire) + others
    let day = assessments.first?.asOf
    for entry in index.entries {
      look(at: entry, found)
      if let made = entry.made, let day, made > day { problems.append(.fromTheFuture(entry, made)) }
      for id in entry.questions where sets.allSatisfy({ $0.question(id) == nil }) {
        problems.append(.unknownQuestion(id, entry))
      }
    }
    for name in found.keys.sorted() {
      let digest =
        name.hasSuffix(EvidenceIndex.scanEnding)
        ? String(name.dropLast(EvidenceIndex.scanEnding.count)) : name
      if index[digest] == nil { problems.append(.orphaned(name)) }
    }
    guard let day else { return }
    for assessment in assessments {
      for question in assessment.questionnaire.questions {
        look(at: question, index, day, assessment.result(question.id)?.outcome)
      }
    }
    for question in others.flatMap(\.questions) { look(at: question, index, day, nil) }
  }

  private mutating func look(at entry: EvidenceEntry, _ found: [String: Found]) {
    switch found[entry.sha256] {
    case nil: problems.append(.missing(entry))
    case .changed: problems.append(.changed(entry))
    case .unreadable(let why): problems.append(.unreadable(entry, why))
    case .whole:
      guard case .scan = entry.kind, found[entry.scanFileName] != .whole else { return }
      problems.append(.notReadAgain(entry))
    }
  }

  private mutating func look(
    at question: Question,
    _ index: EvidenceIndex,
    _ day: CalendarDate,
    _ outcome: Outcome?
  ) {
    let entries = index.entries(for: question.id)
    guard !entries.isEmpty else {
      if !question.evidence.isEmpty, outcome == .met {
        withoutEvidence.append(question.id)
      }
      return
    }
    // What is still to come was named already.
    guard !entries.allSatisfy({ ($0.made ?? day) > day }) else { return }
    var latest: (entry: EvidenceEntry, since: CalendarDate)?
    for entry in entries {
      switch entry.freshness(for: question, on: day) {
      case .fresh: return
      case .stale(let since):
        if latest.map({ $0.since < since }) ?? true { latest = (entry, since) }
      case .undated, .fromTheFuture: break
      }
    }
    if let latest {
      problems.append(.stale(question: question.id, latest.entry, since: latest.since))
    } else {
      problems.append(.undated(question: question.id, entries[0]))
    }
  }
}
