import ReadinessCore
import TestSupport

/// One line that a person types, and what it says.
struct TypedLine {
  /// What the program asks with, without the sign and the space behind it.
  let prompt: String
  /// What is typed.
  let line: String
  /// The question, and the part of it where it has parts.
  let question: String
  let part: String?
  /// What must be on disk then; `nil` where Enter leaves an optional part empty.
  let value: Value?

  /// A whole answer.
  init(_ question: String, _ line: String, _ value: Value) {
    self.init(question, nil, line, value)
  }

  /// An answer to a part.
  init(_ question: String, _ part: String?, _ line: String, _ value: Value?) {
    self.question = question
    self.part = part
    self.line = line
    self.value = value
    prompt = question + (part.map { " " + $0 } ?? "")
  }
}

/// The whole section on firewalls, answered so that every gate in it opens.
enum SectionA4 {
  static let lines: [TypedLine] = [
    TypedLine("A4.1", "yes", .yes),
    TypedLine("A4.1.1", "2", .no),
    TypedLine("A4.1.2", "which", "The lathe, version 3", .text("The lathe, version 3")),
    TypedLine("A4.1.2", "kind", "1", .word("rare")),
    TypedLine("A4.1.2", "proof", "", nil),
    TypedLine("A4.2", "1", .yes),
    TypedLine(
      "A4.2.1",
      "steps",
      "Open the admin page – “Users”",
      .text("Open the admin page – “Users”")
    ),
    TypedLine("A4.2.1", "who", "IT provider", .text("IT provider")),
    TypedLine("A4.2.1", "all", "y", .yes),
    TypedLine("A4.2.1", "strong", "YES", .yes),
    TypedLine("A4.2.1", "proof", "In the safe", .text("In the safe")),
    TypedLine("A4.3", "methods", "4, 1", .words(["A", "D"])),
    TypedLine("A4.3", "passwordless", "1", .word("passkey")),
    TypedLine("A4.3", "describe", "A key on each laptop", .text("A key on each laptop")),
    TypedLine("A4.4", "d", .dontKnow),
    TypedLine("A4.5", "1", .yes),
    TypedLine("A4.6", "reviewed", "1", .yes),
    TypedLine("A4.6", "date", "15/06/2026", .on("2026-06-15")),
    TypedLine("A4.6", "who", "Jiří, IT provider", .text("Jiří, IT provider")),
    TypedLine("A4.6", "how", "Rule by rule", .text("Rule by rule")),
    TypedLine("A4.6", "removed", "2", .no),
    TypedLine("A4.7", "no", .no),
    TypedLine("A4.8", "open", "2", .word("some")),
    TypedLine("A4.8", "approved", "1", .yes),
    TypedLine("A4.8", "reason", "d", .dontKnow),
    TypedLine("A4.8", "review", "2", .no),
    TypedLine("A4.8", "who", "a director", .text("a director")),
    TypedLine("A4.8", "proof", "", nil),
    TypedLine("A4.9", "1", .yes),
    TypedLine("A4.10", "1", .yes),
    TypedLine("A4.11", "method", "2", .word("ip-list")),
    TypedLine("A4.11", "managed", "1", .yes),
    TypedLine("A4.11", "describe", "Two addresses", .text("Two addresses")),
  ]

  /// What must be on disk once so many lines have been taken.
  static func answers(
    after count: Int,
    of lines: [TypedLine] = lines
  ) -> [String: AnswerContent] {
    var answers: [String: AnswerContent] = [:]
    for line in lines.prefix(count) {
      guard let value = line.value else { continue }
      if let part = line.part {
        answers = answers.with(line.question, part: part, value)
      } else {
        answers[line.question] = value == .dontKnow ? .dontKnow : .value(value)
      }
    }
    return answers
  }
}
