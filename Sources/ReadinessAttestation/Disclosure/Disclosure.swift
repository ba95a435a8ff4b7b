public import ReadinessCore

/// One answer, note or outcome with its salt: the file whose `sha256sum` stands in the statement.
public struct Disclosure: Hashable, Sendable {
  /// What is disclosed.
  public enum Content: Hashable, Sendable {
    /// The answer to a question; `nil` where it was not asked or not answered.
    case answer(question: String, JSONValue?)
    /// The firm's note at a question; `nil` where there is none.
    case note(question: String, String?)
    /// The outcome of a theme or requirement.
    case outcome(Statement.SealedOutcome.Kind, id: String, Statement.Outcome)
  }

  /// What is disclosed.
  public let content: Content
  /// What keeps the digest from telling it.
  public let salt: Salt

  /// A disclosure of that content.
  ///
  /// An answer's objects are put into the canonical order, so that equal answers are equal.
  public init(_ content: Content, salt: Salt) {
    switch content {
    case .answer(let question, let answer?):
      let sorted = CanonicalJSON.sorted(answer)
      self.content = .answer(question: question, sorted == .null ? nil : sorted)
    case .answer, .note, .outcome: self.content = content
    }
    self.salt = salt
  }

  /// The question, theme or requirement that it is about.
  public var subject: String {
    switch content {
    case .answer(let question, _), .note(let question, _): question
    case .outcome(_, let id, _): id
    }
  }

  /// The only name the file may have: `disclosure-A1.3.json`, `note-A1.3.json`, `outcome-SUM-5.json`.
  public var fileName: String {
    switch content {
    case .answer: "disclosure-\(subject).json"
    case .note: "note-\(subject).json"
    case .outcome: "outcome-\(subject).json"
    }
  }

  /// Whether a file of that name can only be a disclosure.
  public static func isFileName(_ name: String) -> Bool {
    ["disclosure-", "note-", "outcome-"].contains { name.hasPrefix($0) }
      && name.hasSuffix(".json")
  }

  /// The file's bytes: one line of canonical JSON and a line feed.
  public var bytes: [UInt8] {
    let value: JSONValue
    switch content {
    case .answer(let question, let answer):
      value = .object([
        .init("answer", answer ?? .null), .init("question", .string(question)), saltMember,
      ])
    case .note(let question, let note):
      value = .object([
        .init("note", note.map(JSONValue.string) ?? .null), .init("question", .string(question)),
        saltMember,
      ])
    case .outcome(let kind, let id, let outcome):
      value = .object([
        .init("outcome", .string(outcome.rawValue)), .init(kind.rawValue, .string(id)), saltMember,
      ])
    }
    return CanonicalJSON.bytes(value)
  }

  /// SHA-256 of ``bytes`` in lower-case hexadecimal, as the statement holds it.
  public var digest: String { Digest.sha256Hex(bytes) }

  private var saltMember: JSONValue.Member { .init("salt", .string(salt.text)) }
}
