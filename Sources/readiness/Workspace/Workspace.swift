import Glibc
import ReadinessCore

/// The folder that a firm keeps: everything is in it and nothing elsewhere.
///
/// Files are 0600, folders 0700. While a command changes it, it is locked.
final class Workspace {
  /// The folder.
  let folder: String
  private var lock: FolderLock?

  /// The most bytes of answers.
  private static let largestAnswers = 16 << 20

  /// The answers.
  var answersFile: String { folder + "/answers.json" }
  /// The signing key and its certificate.
  var keyFolder: String { folder + "/key" }
  /// What statements carry besides the answers.
  var profileFile: String { folder + "/profile.json" }
  /// What was signed, with its disclosures.
  var issuedFolder: String { folder + "/issued" }

  private init(folder: String) { self.folder = folder }

  /// A workspace that is there, without a lock: for reading.
  static func existing(_ folder: String) throws(Failure) -> Workspace {
    guard Files.isFolder(folder) else {
      if Files.exists(folder) {
        throw Failure("\(folder) is a file, not a folder", hint: "name the firm's folder")
      }
      throw Failure(
        "there is no folder \(folder)",
        hint: "begin one with: readiness assess \(folder)"
      )
    }
    let workspace = Workspace(folder: folder)
    guard try Files.exists(workspace.answersFile, in: folder) else {
      throw Failure(
        "\(folder) holds no answers.json",
        hint: "begin with: readiness assess \(folder)"
      )
    }
    return workspace
  }

  /// A workspace to work in, made where there is none, and locked for this program.
  static func locked(_ folder: String, create: Bool = false) throws(Failure) -> Workspace {
    if create {
      try Files.makeFolder(folder)
    } else {
      _ = try existing(folder)
    }
    let workspace = Workspace(folder: folder)
    workspace.lock = try FolderLock(folder)
    Files.removeLeftovers(of: workspace.answersFile)
    Files.removeLeftovers(of: workspace.profileFile)
    return workspace
  }

  // MARK: Answers

  /// The answers; an empty sheet where there are none yet.
  func answers(_ questionnaire: Questionnaire) throws(Failure) -> AnswerSheet {
    guard try Files.exists(answersFile, in: folder) else {
      return AnswerSheet(questionnaire: questionnaire.id, edition: questionnaire.edition)
    }
    return try Self.readAnswers(answersFile, questionnaire)
  }

  /// The answers in a file.
  static func readAnswers(
    _ path: String,
    _ questionnaire: Questionnaire
  ) throws(Failure) -> AnswerSheet {
    let bytes = try Files.read(path, limit: largestAnswers)
    let value: JSONValue
    do {
      value = try JSONReader.read(bytes)
    } catch {
      throw Failure(
        "\(path):\(error.line):\(error.column): \(error.what)",
        hint: "it must be a file of answers; see Questionnaires/answers.schema.json"
      )
    }
    do {
      if let previous = questionnaire.previous, value["edition"]?.string == previous.edition {
        let carried = try CarryOver.read(value, questionnaire)
        for line in carried.summary(from: previous.edition) { Console.note(line) }
        return carried.sheet
      }
      return try AnswersFile.read(value, questionnaire)
    } catch {
      throw Failure(
        "\(path): \(error.problems[0])",
        hints: error.problems.dropFirst().prefix(10).map { "also: \($0)" } + [
          "the form is in Questionnaires/answers.schema.json; nothing was changed"
        ]
      )
    }
  }

  /// Puts the answers on disk; when it returns they are safe.
  func save(_ sheet: AnswerSheet, _ questionnaire: Questionnaire) throws(Failure) {
    let text = AnswersFile.write(sheet, questionnaire)
    // More could not be read again.
    guard text.utf8.count <= Self.largestAnswers else {
      throw Failure(
        "\(folder) would hold more than \(Self.largestAnswers >> 20) MiB of answers",
        hint: "shorten the longest notes and answers; nothing was changed"
      )
    }
    try Files.write(text.utf8, to: answersFile)
  }
}
