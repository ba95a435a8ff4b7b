public import ReadinessAttestation

/// What a firm could show of itself today: a statement that nobody has signed, and everything that
/// it could disclose with it.
public struct Prospect: Sendable {
  /// The statement that would be signed.
  public let statement: Statement
  /// What each question's answer comes to; without those that are not asked.
  public let answers: [String: Statement.Outcome]
  /// The outcome of each theme and requirement.
  public let outcomes: [Statement.SealedOutcome.Kind: [String: Statement.Outcome]]

  /// What a firm could show.
  public init(
    statement: Statement,
    answers: [String: Statement.Outcome],
    outcomes: [Statement.SealedOutcome.Kind: [String: Statement.Outcome]]
  ) {
    self.statement = statement
    self.answers = answers
    self.outcomes = outcomes
  }
}
