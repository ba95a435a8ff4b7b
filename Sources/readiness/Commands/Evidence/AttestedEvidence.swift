import ReadinessAttestation
import ReadinessCore
import ReadinessEvidence

/// What an attestation says of the firm's evidence: digest, kind, date, strength, questions; never
/// contents, names or what it shows.
enum AttestedEvidence {
  /// The most files that one attestation names.
  private static let most = 200

  /// The files that are fresh and unchanged on that day, the newest ones where there are many.
  static func digests(
    _ workspace: Workspace,
    _ questionnaire: Questionnaire,
    _ day: CalendarDate
  ) throws(Failure) -> [Statement.EvidenceDigest] {
    let store = try EvidenceStore(workspace, writable: false)
    var digests: [Statement.EvidenceDigest] = []
    var left = 0
    // What is for another set only belongs to that set's statements.
    let entries = store.index.entries.filter { entry in
      entry.questions.contains { questionnaire.question($0) != nil }
    }
    for entry in entries {
      let questions = entry.questions.filter { id in
        questionnaire.question(id).map { entry.freshness(for: $0, on: day).isFresh } ?? false
      }
      guard let made = entry.made, !questions.isEmpty, store.isUnchanged(entry) else {
        left += 1
        continue
      }
      digests.append(
        Statement.EvidenceDigest(
          sha256: entry.sha256,
          kind: entry.kind.attestedKind,
          madeOn: made,
          strength: entry.kind.strength == .scanned ? .scanned : .documented,
          questions: questions
        )
      )
    }
    if left > 0 {
      Console.note(
        "note: \(left) of \(entries.count) files of evidence are stale, undated or "
          + "changed, and are not named"
      )
      Console.note("hint: readiness evidence check \(workspace.folder)")
    }
    // By date, then by digest: the order tells nothing of the order of taking in.
    digests.sort { ($1.madeOn, $0.sha256) < ($0.madeOn, $1.sha256) }
    return Array(digests.prefix(most))
  }
}
