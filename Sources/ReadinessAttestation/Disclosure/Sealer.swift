public import ReadinessCore

/// Seals answers and outcomes: digests for the statement, files for the firm to keep.
///
/// The files belong in the firm's workspace, readable by the firm alone; it hands out single ones.
public enum Sealer {
  /// A question of the question set with what the firm put there.
  public struct Question: Hashable, Sendable {
    /// The question's id.
    public var id: String
    /// The answer; `nil` where it was not asked or not answered.
    public var answer: JSONValue?
    /// The firm's note, if any.
    public var note: String?
    /// Whether the firm lets those who hold the disclosed answer pass it on.
    public var isPublic: Bool

    /// A question with what the firm put there.
    public init(id: String, answer: JSONValue?, note: String? = nil, isPublic: Bool = false) {
      self.id = id
      self.answer = answer
      self.note = note
      self.isPublic = isPublic
    }
  }

  /// Seals the answer and the note of every question.
  ///
  /// - Parameters:
  ///   - questions: **all** questions of the question set, asked or not, in its order.
  ///   - salt: gives a fresh salt at every call.
  /// - Returns: the digests for the statement, and all files.
  /// - Throws: `.repeated` where a salt or an id comes twice, `.unreadable` for an id no file can
  ///   be named after.
  public static func seal(
    questions: [Question],
    salt: () -> Salt
  ) throws(DisclosureError) -> (sealed: [Statement.SealedAnswer], files: [Disclosure]) {
    var sealed: [Statement.SealedAnswer] = []
    var files: [Disclosure] = []
    for question in questions {
      let answer = Disclosure(
        .answer(question: question.id, question.answer),
        salt: salt()
      )
      let note = Disclosure(.note(question: question.id, question.note), salt: salt())
      files += [answer, note]
      sealed.append(
        .init(
          question: question.id,
          digest: answer.digest,
          noteDigest: note.digest,
          isPublic: question.isPublic
        )
      )
    }
    try check(files)
    return (sealed, files)
  }

  /// Seals the outcomes that the chosen detail does not show.
  ///
  /// - Parameters:
  ///   - themes: every theme; shown unless the detail is `.verdict`.
  ///   - requirements: every requirement; shown only where the detail is `.requirements`.
  ///   - detail: how much is shown.
  ///   - salt: gives a fresh salt at every call.
  /// - Returns: the digests for the statement, and the files.
  /// - Throws: as ``seal(questions:salt:)``.
  public static func seal(
    themes: [Statement.ThemeOutcome],
    requirements: [Statement.RequirementOutcome],
    detail: Statement.Detail,
    salt: () -> Salt
  ) throws(DisclosureError) -> (sealed: [Statement.SealedOutcome], files: [Disclosure]) {
    var files: [Disclosure] = []
    if detail == .verdict {
      files += themes.map { Disclosure(.outcome(.theme, id: $0.theme, $0.outcome), salt: salt()) }
    }
    if detail != .requirements {
      files += requirements.map {
        Disclosure(.outcome(.requirement, id: $0.requirement, $0.outcome), salt: salt())
      }
    }
    try check(files)
    let sealed = files.compactMap { file -> Statement.SealedOutcome? in
      guard case .outcome(let kind, let id, _) = file.content else { return nil }
      return .init(kind: kind, id: id, digest: file.digest)
    }
    return (sealed, files)
  }

  private static func check(_ files: [Disclosure]) throws(DisclosureError) {
    if let file = files.first(where: { !TextRules.isID($0.subject) }) {
      throw DisclosureError(.unreadable, "\"\(file.subject)\" cannot be part of a file's name")
    }
    guard Set(files.map(\.salt)).count == files.count else {
      throw DisclosureError(.repeated, "the source of randomness gave the same salt twice")
    }
    guard Set(files.map { $0.fileName.lowercased() }).count == files.count else {
      throw DisclosureError(.repeated, "two questions, themes or requirements have the same id")
    }
  }
}
