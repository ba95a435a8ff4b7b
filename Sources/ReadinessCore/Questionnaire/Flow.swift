/// The steps that decide each row of a table, one after another.
///
/// The first step whose condition holds decides the row; where none does, `otherwise` does.
public struct Flow: Sendable {
  /// One step.
  public struct Step: Sendable {
    /// What the row is worth when this step decides it.
    public let gives: Rule.Gives
    /// Why, in words for the firm.
    public let because: String
    /// When it decides; tests on cells look at the row.
    public let condition: Condition
    /// How sure we are of the step; `nil` where the question's confidence holds.
    public let confidence: Confidence?

    /// A step.
    public init(
      gives: Rule.Gives,
      because: String,
      condition: Condition,
      confidence: Confidence?
    ) {
      self.gives = gives
      self.because = because
      self.condition = condition
      self.confidence = confidence
    }
  }

  /// The columns that name a row to people, as a service and its port.
  public let names: [String]
  /// In the order in which they are tried.
  public let steps: [Step]
  /// What a row is worth that no step decides, and why.
  public let otherwise: (gives: Rule.Gives, because: String)

  /// Steps in order.
  public init(
    names: [String],
    steps: [Step],
    otherwise: (gives: Rule.Gives, because: String)
  ) {
    self.names = names
    self.steps = steps
    self.otherwise = otherwise
  }
}
