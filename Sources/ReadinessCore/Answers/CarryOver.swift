/// Last year's answers, brought over to the edition that replaced theirs.
///
/// The questionnaire says of each question what it was called before and whether it still asks the
/// same. Answers to reworded questions are not taken over, since they may say something else now.
public struct CarryOver: Sendable {
  /// What was taken over.
  public let sheet: AnswerSheet
  /// Questions, by their new ids, that are worded anew and asked again.
  public let reworded: [String]
  /// Questions, by their old ids, that no longer exist or whose answers have another form.
  public let gone: [String]
  /// Questions that there were not before.
  public let new: [String]

  /// Brings over the answers of a file of the previous edition.
  ///
  /// - Parameters:
  ///   - value: the file, with `edition` naming the previous edition and its question ids.
  ///   - questionnaire: the new edition.
  /// - Returns: what was taken over and what was not.
  /// - Throws: where it is not a file of answers.
  public static func read(
    _ value: JSONValue,
    _ questionnaire: Questionnaire
  ) throws(AnswersFileError) -> CarryOver {
    guard value["format"]?.string == AnswersFile.format, let entries = value["answers"]?.array
    else {
      throw AnswersFileError(problems: ["this is not a file of answers"])
    }
    var successors: [String: Question] = [:]
    for question in questionnaire.questions {
      if let was = question.was { successors[was] = question }
    }
    var sheet = AnswerSheet(questionnaire: questionnaire.id, edition: questionnaire.edition)
    var reworded: [String] = []
    var gone: [String] = []
    for entry in entries {
      guard let old = entry["question"]?.string, let content = entry["answer"] else { continue }
      guard let question = successors[old] else {
        gone.append(old)
        continue
      }
      guard question.carry == .same else {
        reworded.append(question.id)
        continue
      }
      guard
        let answer = try? AnswersFile.read(content, entry["reason"]?.string, question)
      else {
        gone.append(old)
        continue
      }
      sheet.record(
        Answer(
          question: question.id,
          content: answer,
          note: entry["note"]?.string,
          by: entry["by"]?.string,
          at: entry["at"]?.string.flatMap { Instant(iso: $0) }
        )
      )
    }
    return CarryOver(
      sheet: sheet,
      reworded: reworded,
      gone: gone,
      new: questionnaire.questions.filter { $0.carry == .new && !$0.isOwn }.map(\.id)
    )
  }

  /// What happened, in words, at most 80 columns wide.
  public func summary(from edition: String) -> [String] {
    func line(_ title: String, _ ids: [String]) -> [String] {
      ids.isEmpty
        ? []
        : TextLayout.wrap("\(title): " + ids.joined(separator: ", "), first: "  ", rest: "    ")
    }
    return ["\(sheet.answers.count) answers carried over from \(edition); look at each again"]
      + line("worded anew, asked again", reworded) + line("no longer asked", gone)
      + line("new", new)
  }
}
