/// A file of answers that is JSON but does not say what it should.
public struct AnswersFileError: Error, Equatable, Sendable {
  /// Each names the question and what is wrong; at least one.
  public let problems: [String]
}

/// Reads and writes `answers.json`; its form is `Questionnaires/answers.schema.json`.
public enum AnswersFile {
  /// The value of `format`.
  public static let format = "readiness-answers-1"

  // MARK: Writing

  /// The file's text: answers in question order, the same sheet always gives the same bytes.
  public static func write(_ sheet: AnswerSheet, _ questionnaire: Questionnaire) -> String {
    var members: [JSONValue.Member] = [
      .init("format", .string(format)),
      .init("questionnaire", .string(sheet.questionnaire)),
      .init("edition", .string(sheet.edition)),
    ]
    if let place = sheet.place { members.append(.init("place", .string(place))) }
    let known = questionnaire.questions.compactMap { sheet[$0.id] }
    let others = sheet.answers.values.filter { questionnaire.question($0.question) == nil }
      .sorted { $0.question < $1.question }
    members.append(.init("answers", .array((known + others).map(json))))
    let asked = sheet.asked.sorted { $0.key < $1.key }.map { question, role in
      JSONValue.object([
        .init("question", .string(question)), .init("of", .string(role.rawValue)),
      ])
    }
    if !asked.isEmpty { members.append(.init("asked", .array(asked))) }
    let targets = sheet.targets.sorted { $0.key < $1.key }.map { question, target in
      JSONValue.object([
        .init("question", .string(question)), .init("date", .string(target.date.description)),
        .init("who", .string(target.who)),
      ])
    }
    if !targets.isEmpty { members.append(.init("targets", .array(targets))) }
    return JSONWriter.pretty(.object(members))
  }

  private static func json(_ answer: Answer) -> JSONValue {
    var members: [JSONValue.Member] = [.init("question", .string(answer.question))]
    members.append(.init("answer", answerJSON(answer.content)))
    if case .notApplicable(let reason) = answer.content {
      members.append(.init("reason", .string(reason)))
    }
    if let note = answer.note { members.append(.init("note", .string(note))) }
    if let by = answer.by { members.append(.init("by", .string(by))) }
    if let at = answer.at { members.append(.init("at", .string(at.description))) }
    return .object(members)
  }

  /// The value of `answer`: a string, a number, an array of option ids, an object of parts, or an
  /// array of rows.
  public static func answerJSON(_ content: AnswerContent) -> JSONValue {
    switch content {
    case .dontKnow: .string(dontKnow)
    case .notApplicable: .string(notApplicable)
    case .value(let value): json(value)
    case .parts(let parts): object(parts)
    case .rows(let rows): .array(rows.map(object))
    }
  }

  private static func object(_ values: [String: Value]) -> JSONValue {
    .object(values.sorted { $0.key < $1.key }.map { .init($0.key, json($0.value)) })
  }

  private static func json(_ value: Value) -> JSONValue {
    switch value {
    case .dontKnow: .string(dontKnow)
    case .word(let word): .string(word)
    case .words(let words): .array(words.map { .string($0) })
    case .number(let number): .integer(number)
    case .text(let text): .string(text)
    case .date(let date): .string(date.description)
    }
  }

  /// How "don't know" is written.
  public static let dontKnow = "don't know"
  /// How "not applicable" is written.
  public static let notApplicable = "not applicable"

  // MARK: Reading

  /// The sheet in a file.
  ///
  /// - Throws: every problem found; then nothing is taken from the file.
  public static func read(
    _ value: JSONValue,
    _ questionnaire: Questionnaire
  ) throws(AnswersFileError) -> AnswerSheet {
    var problems: [String] = []
    guard value["format"]?.string == format else {
      throw AnswersFileError(problems: [
        "this is not a file of answers: \"format\" is not \"\(format)\""
      ])
    }
    if let id = value["questionnaire"]?.string, id != questionnaire.id {
      problems.append(
        "the answers are to the questionnaire \"\(id)\", not to \"\(questionnaire.id)\""
      )
    }
    let edition = value["edition"]?.string ?? questionnaire.edition
    if edition != questionnaire.edition {
      problems.append(
        "the answers are to the edition \"\(edition)\", not to \"\(questionnaire.edition)\""
      )
    }
    var sheet = AnswerSheet(questionnaire: questionnaire.id, edition: edition)
    sheet.place = value["place"]?.string
    guard let answers = value["answers"]?.array else {
      throw AnswersFileError(problems: problems + ["\"answers\" is missing or no list"])
    }
    for entry in answers {
      guard let id = entry["question"]?.string, let content = entry["answer"] else {
        problems.append("an entry of \"answers\" has no \"question\" or no \"answer\"")
        continue
      }
      guard let question = questionnaire.question(id) else {
        problems.append("\(id): the questionnaire has no such question")
        continue
      }
      guard sheet[id] == nil else {
        problems.append("\(id): answered twice")
        continue
      }
      do {
        sheet.record(
          Answer(
            question: id,
            content: try read(content, entry["reason"]?.string, question),
            note: entry["note"]?.string,
            by: entry["by"]?.string,
            at: entry["at"]?.string.flatMap { Instant(iso: $0) }
          )
        )
      } catch {
        problems.append("\(id): \(error.what)")
      }
    }
    for entry in value["asked"]?.array ?? [] {
      if let id = entry["question"]?.string,
        let role = entry["of"]?.string.flatMap(Question.Role.init)
      {
        sheet.ask(id, of: role)
      }
    }
    for entry in value["targets"]?.array ?? [] {
      if let id = entry["question"]?.string,
        let date = entry["date"]?.string.flatMap({ CalendarDate(iso: $0) }),
        let who = entry["who"]?.string
      {
        sheet.set(AnswerSheet.Target(date: date, who: who), for: id)
      }
    }
    guard problems.isEmpty else { throw AnswersFileError(problems: problems) }
    return sheet
  }

  /// Why one answer cannot be taken.
  public struct Unfit: Error, Equatable, Sendable {
    /// In words.
    public let what: String
  }

  /// One answer in the form of its question.
  public static func read(
    _ value: JSONValue,
    _ reason: String?,
    _ question: Question
  ) throws(Unfit) -> AnswerContent {
    if let word = value.string.map(plainApostrophe) {
      if word == dontKnow { return .dontKnow }
      if word == notApplicable { return .notApplicable(reason: reason ?? "") }
    }
    switch question.kind {
    case .parts:
      guard let members = value.members else { throw Unfit(what: "its parts are expected here") }
      var parts: [String: Value] = [:]
      for member in members {
        guard let part = question.part(member.name) else {
          throw Unfit(what: "it has no part \"\(member.name)\"")
        }
        parts[member.name] = try self.value(
          member.value,
          part.kind,
          part.options,
          "the part \"\(member.name)\""
        )
      }
      return .parts(parts)
    case .table:
      guard let elements = value.array else { throw Unfit(what: "a list of rows is expected here") }
      var rows: [[String: Value]] = []
      for (index, element) in elements.enumerated() {
        guard let members = element.members else {
          throw Unfit(what: "row \(index + 1) is no object")
        }
        var row: [String: Value] = [:]
        for member in members {
          guard let column = question.column(member.name) else {
            throw Unfit(what: "it has no column \"\(member.name)\"")
          }
          row[member.name] = try self.value(
            member.value,
            column.kind,
            column.options,
            "row \(index + 1), column \"\(member.name)\""
          )
        }
        rows.append(row)
      }
      return .rows(rows)
    default:
      return .value(try self.value(value, question.kind, question.options, "the answer"))
    }
  }

  private static func value(
    _ value: JSONValue,
    _ kind: Question.Kind,
    _ options: [Option],
    _ place: String
  ) throws(Unfit) -> Value {
    if value.string.map(plainApostrophe) == dontKnow { return .dontKnow }
    switch kind {
    case .yesNo:
      if let word = value.string, word == "yes" || word == "no" { return .word(word) }
      throw Unfit(what: "\(place) must be \"yes\", \"no\" or \"\(dontKnow)\"")
    case .choice:
      if let word = value.string, options.contains(where: { $0.id == word }) {
        return .word(word)
      }
      throw Unfit(what: "\(place) must be one of " + options.map(\.id).joined(separator: ", "))
    case .choices:
      let words = (value.array ?? []).compactMap(\.string)
      guard words.count == value.array?.count, Set(words).count == words.count,
        words.allSatisfy({ word in options.contains { $0.id == word } })
      else {
        throw Unfit(
          what: "\(place) must be a list of " + options.map(\.id).joined(separator: ", ")
        )
      }
      return .words(options.map(\.id).filter(words.contains))
    case .number:
      if let number = value.integer { return .number(number) }
      throw Unfit(what: "\(place) must be a whole number")
    case .date:
      if let date = value.string.flatMap({ CalendarDate(iso: $0) }) { return .date(date) }
      throw Unfit(what: "\(place) must be a date such as 2026-11-22")
    case .text, .parts, .table:
      guard let text = value.string else { throw Unfit(what: "\(place) must be text") }
      guard text.count <= 10_000, !text.unicodeScalars.contains(where: isForbidden) else {
        throw Unfit(what: "\(place) is too long or holds control characters")
      }
      return .text(text)
    }
  }

  /// Controls (C0 but tab and line feed, DEL, C1) are taken neither when typed nor from a file.
  static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    (scalar.value < 0x20 && scalar != "\n" && scalar != "\t")
      || (0x7F...0x9F).contains(scalar.value)
  }

  private static func plainApostrophe(_ text: String) -> String { text.replacing("’", with: "'") }
}
