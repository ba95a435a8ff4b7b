import ReadinessXML

/// Why the bytes of an `attestation.xml`, or of another document of ours, are not what they should
/// be.
public struct StatementReadingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kind of reason, for programs.
  public enum Code: String, CaseIterable, Hashable, Sendable {
    /// Not XML as our formats allow it, or not what the schema demands.
    case schemaViolated = "schema-violated"
    /// The form is right, the value cannot be, as the 31st of April.
    case valueImpossible = "value-impossible"
    /// A statement, but not written exactly as the writer writes it.
    case notCanonical = "not-canonical"
  }

  /// One thing that is wrong.
  public struct Problem: Hashable, Sendable {
    /// Line, from 1; `nil` where the whole file is meant.
    public let line: Int?
    /// Column in characters, from 1; `nil` where the whole file is meant.
    public let column: Int?
    /// What is wrong, in words.
    public let what: String
  }

  /// The file that is wrong.
  public private(set) var file = EntryName.document
  /// The kind of reason, for programs.
  public let code: Code
  /// Every problem found, with its place; at least one.
  public let problems: [Problem]

  init(_ code: Code, _ problems: [XMLProblem]) {
    self.code = code
    self.problems = problems.map {
      Problem(line: $0.position?.line, column: $0.position?.column, what: $0.what)
    }
  }

  init(_ code: Code, line: Int, column: Int, _ what: String) {
    self.code = code
    problems = [Problem(line: line, column: column, what: what)]
  }

  /// The same error about another file.
  func of(_ file: String) -> StatementReadingError {
    var error = self
    error.file = file
    return error
  }

  /// Written as `attestation.xml:4:1: the element scope is missing`, the first problem only.
  public var description: String {
    guard let problem = problems.first else { return "\(file) cannot be read" }
    let place = problem.line.map { ":\($0):\(problem.column ?? 1)" } ?? ""
    return "\(file)\(place): \(VisibleText.of(problem.what))"
  }
}
