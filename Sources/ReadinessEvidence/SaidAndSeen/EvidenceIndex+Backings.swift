public import ReadinessCore

extension EvidenceIndex {
  /// What the kept files put behind answers, by question: documented, and since when.
  ///
  /// A file that is stale, undated or of a later day puts nothing behind an answer. A scan among
  /// them counts as a document here; whether it shows more is for `SaidAndSeen` to say. Of several
  /// the newest counts.
  ///
  /// - Parameters:
  ///   - questionnaire: says how long each kind of file stays fresh.
  ///   - day: the date of judgement.
  public func backings(_ questionnaire: Questionnaire, on day: CalendarDate) -> [String: Backing] {
    var backings: [String: Backing] = [:]
    for entry in entries {
      for id in entry.questions {
        guard let question = questionnaire.question(id),
          entry.freshness(for: question, on: day).isFresh
        else { continue }
        if let other = backings[id]?.date {
          guard let made = entry.made, made > other else { continue }
        }
        backings[id] = Backing(.documented, date: entry.made)
      }
    }
    return backings
  }
}
