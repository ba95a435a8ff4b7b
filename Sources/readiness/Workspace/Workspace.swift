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

  /// The answers to Cyber Essentials.
  var answersFile: String { folder + "/answers.json" }
  /// The firm's own end-of-support data, where it has brought a newer file.
  var supportDataFile: String { Self.supportDataFile(in: folder) }
  /// The signing key and its certificate.
  var keyFolder: String { folder + "/key" }
  /// What statements carry besides the answers.
  var profileFile: String { folder + "/profile.json" }
  /// What was signed, with its disclosures.
  var issuedFolder: String { folder + "/issued" }

  /// Evidence: copies under their digests, and the index.
  var evidenceFolder: String { folder + "/evidence" }

  /// Where a folder keeps end-of-support data of its own.
  static func supportDataFile(in folder: String) -> String { folder + "/support-data.xml" }

  private init(folder: String) { self.folder = folder }

  /// Where the answers to a question set stand: those to Cyber Essentials in `answers.json`, those
  /// to any other set in `answers-ID.json` beside it.
  ///
  /// An `answers.json` that holds answers to that other set, from before there were two files, stays
  /// in use.
  func answersFile(for questionnaire: Questionnaire) throws(Failure) -> String {
    guard questionnaire.id != "cyber-essentials" else { return answersFile }
    let own = folder + "/answers-\(questionnaire.id).json"
    if try Files.exists(own, in: folder) { return own }
    guard try Files.exists(answersFile, in: folder),
      let value = try? JSONReader.read(Files.read(answersFile, limit: Self.largestAnswers)),
      value["questionnaire"]?.string == questionnaire.id
    else { return own }
    return answersFile
  }

  /// A workspace that is there, without a lock: for reading.
  ///
  /// - Parameter questionnaire: the set whose answers must be there; without it, Cyber Essentials.
  /// - Parameter named: what the person typed to name the set.
  static func existing(
    _ folder: String,
    _ questionnaire: Questionnaire? = nil,
    named: String? = nil
  ) throws(Failure) -> Workspace {
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
    let file =
      if let questionnaire { try workspace.answersFile(for: questionnaire) } else {
        workspace.answersFile
      }
    guard try Files.exists(file, in: folder) else {
      let set = named.map { " --questionnaire \($0)" } ?? ""
      throw Failure(
        "\(folder) holds no \(Files.name(of: file))",
        hint: "begin with: readiness assess \(folder)\(set)"
      )
    }
    return workspace
  }

  /// A workspace to work in, made where there is none, and locked for this program.
  static func locked(
    _ folder: String,
    create: Bool = false,
    for questionnaire: Questionnaire? = nil
  ) throws(Failure) -> Workspace {
    if create {
      try Files.makeFolder(folder)
    } else {
      _ = try existing(folder, questionnaire)
    }
    let workspace = Workspace(folder: folder)
    workspace.lock = try FolderLock(folder)
    Files.removeLeftovers(of: workspace.answersFile)
    if let questionnaire {
      Files.removeLeftovers(of: try workspace.answersFile(for: questionnaire))
    }
    Files.removeLeftovers(of: workspace.profileFile)
    return workspace
  }

  // MARK: Answers

  /// The answers; an empty sheet where there are none yet.
  func answers(_ questionnaire: Questionnaire) throws(Failure) -> AnswerSheet {
    let file = try answersFile(for: questionnaire)
    guard try Files.exists(file, in: folder) else {
      return AnswerSheet(questionnaire: questionnaire.id, edition: questionnaire.edition)
    }
    return try Self.readAnswers(file, questionnaire)
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
    try Files.write(text.utf8, to: answersFile(for: questionnaire))
  }
}
