public import ReadinessCore

/// Whether a statement contradicts itself or the clock.
///
/// This is the step `statement` of a verification, after the signature and the schema: each
/// problem means that the file is rejected, each remark that a person should look.
public enum StatementSense {
  /// One thing for which the statement is rejected.
  public struct Problem: Hashable, Sendable {
    /// The kind, for programs.
    public let code: ProblemCode
    /// The reason in words, safe to print.
    public let text: String

    init(_ code: ProblemCode, _ text: String) {
      self.code = code
      self.text = VisibleText.of(text)
    }
  }

  /// One thing that a person should look at; it rejects nothing.
  public struct Remark: Hashable, Sendable {
    /// The kind, for programs.
    public let code: RemarkCode
    /// The remark in words, safe to print.
    public let text: String

    init(_ code: RemarkCode, _ text: String) {
      self.code = code
      self.text = VisibleText.of(text)
    }
  }

  /// Everything for which the statement is rejected; empty where it makes sense.
  ///
  /// - Parameters:
  ///   - statement: as read.
  ///   - now: the moment as of which it is judged.
  /// - Returns: problems in a fixed order, so that equal statements give equal answers.
  public static func problems(_ statement: Statement, at now: Instant) -> [Problem] {
    DateChecks.problems(statement, at: now) + VerdictChecks.problems(statement)
      + DetailChecks.problems(statement) + NameChecks.problems(statement)
      + CertificateChecks.problems(statement) + RepetitionChecks.problems(statement)
  }

  /// Everything that a person should look at.
  ///
  /// - Parameters:
  ///   - statement: as read.
  ///   - now: the moment as of which it is judged.
  /// - Returns: remarks in a fixed order.
  public static func remarks(_ statement: Statement, at now: Instant) -> [Remark] {
    DateChecks.remarks(statement, at: now) + NameChecks.remarks(statement)
      + CertificateChecks.remarks(statement, at: now)
  }
}
