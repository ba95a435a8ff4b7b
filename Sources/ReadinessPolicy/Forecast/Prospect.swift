import ReadinessAttestation

/// What a firm could show of itself: a statement that nobody has signed yet, and what it would
/// disclose with it.
struct Prospect {
  let statement: Statement
  /// What each disclosed answer comes to when a buyer judges it again.
  let answers: [String: JudgedDisclosure.Finding]
  /// The outcomes that are disclosed.
  let outcomes: [Statement.SealedOutcome.Kind: [String: Statement.Outcome]]
}
