import ReadinessCore

/// Reads disclosures and compares them with the statement that sealed them.
public enum DisclosureReader {
  /// The largest file read, in bytes.
  public static let limit = 1 << 20

  /// The disclosure in these bytes, which must be the one form of its content.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - fileName: its name without folders, which must match the content.
  /// - Returns: what it discloses; nothing says yet that a statement sealed it.
  /// - Throws: why it is not a disclosure.
  public static func read(
    _ bytes: [UInt8],
    fileName: String
  ) throws(DisclosureError) -> Disclosure {
    let shown = VisibleText.of(String(fileName.prefix(100)))
    guard bytes.count <= limit else {
      throw DisclosureError(.unreadable, "\(shown) is larger than \(limit >> 10) KiB")
    }
    let value: JSONValue
    do throws(JSONReadingError) {
      value = try JSONReader.read(bytes)
    } catch {
      // The reader's words may quote the text, and an answer belongs in no message.
      throw DisclosureError(
        .unreadable,
        "\(shown) is not JSON that we read, line \(error.line) column \(error.column)"
      )
    }
    guard let disclosure = disclosure(value) else {
      throw DisclosureError(.unreadable, "\(shown) does not have the members of a disclosure")
    }
    guard disclosure.bytes == bytes else {
      throw DisclosureError(.notCanonical, "\(shown) is not written in the canonical form")
    }
    guard disclosure.fileName.utf8.elementsEqual(fileName.utf8) else {
      throw DisclosureError(.misnamed, "\(shown) should be named \(disclosure.fileName)")
    }
    return disclosure
  }

  /// The disclosure in these bytes, which the statement must have sealed.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - fileName: its name without folders, which must match the content.
  ///   - statement: the statement of which the file says something.
  /// - Returns: what the firm sealed when it signed. That it is true is another matter.
  /// - Throws: why it is not a disclosure, or not one of this statement.
  public static func read(
    _ bytes: [UInt8],
    fileName: String,
    sealedBy statement: Statement
  ) throws(DisclosureError) -> Disclosure {
    let disclosure = try read(bytes, fileName: fileName)
    guard let expected = statement.sealedDigest(of: disclosure) else {
      throw DisclosureError(
        .notSealed,
        "the statement holds no digest for \(disclosure.fileName)"
      )
    }
    guard expected.utf8.elementsEqual(Digest.sha256Hex(bytes).utf8) else {
      throw DisclosureError(
        .differs,
        "\(disclosure.fileName) is not what was sealed when the statement was signed"
      )
    }
    return disclosure
  }

  private static func disclosure(_ value: JSONValue) -> Disclosure? {
    guard let members = value.members, members.count == 3,
      let salt = value["salt"]?.string.flatMap(Salt.init(text:))
    else { return nil }
    if let answer = value["answer"], let question = value["question"]?.string,
      TextRules.isID(question)
    {
      return Disclosure(.answer(question: question, answer), salt: salt)
    }
    if let note = value["note"], let question = value["question"]?.string,
      TextRules.isID(question)
    {
      guard note == .null || note.string != nil else { return nil }
      return Disclosure(.note(question: question, note.string), salt: salt)
    }
    guard let outcome = value["outcome"]?.string.flatMap(Statement.Outcome.init(rawValue:)) else {
      return nil
    }
    for kind in Statement.SealedOutcome.Kind.allCases {
      if let id = value[kind.rawValue]?.string, TextRules.isID(id) {
        return Disclosure(.outcome(kind, id: id, outcome), salt: salt)
      }
    }
    return nil
  }
}

extension Statement {
  /// The digest that the statement holds for what is disclosed, if any.
  func sealedDigest(of disclosure: Disclosure) -> String? {
    let subject = disclosure.subject
    switch disclosure.content {
    case .answer: return sealedAnswers.first { $0.question == subject }?.digest
    case .note: return sealedAnswers.first { $0.question == subject }?.noteDigest
    case .outcome(let kind, _, _):
      return sealedOutcomes.first { $0.kind == kind && $0.id == subject }?.digest
    }
  }
}
