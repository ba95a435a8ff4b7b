import ReadinessCore
import TestSupport
import Testing

/// A folder in which the built program is run on firms.
struct Desk {
  let folder: RunningFolder

  /// A pass phrase for throw-away keys.
  static let passphrase = "an example pass phrase"

  /// The example firm's answers, and the day that each file is judged on.
  static let november = (file: "Evidence/Example/answers.json", now: "2026-11-23T10:00:00Z")
  static let january = (
    file: "Evidence/Example/answers-six-weeks-later.json", now: "2027-01-04T10:00:00Z"
  )

  init() throws { folder = try RunningFolder() }

  /// Runs the program; its standard input is no terminal.
  func readiness(
    _ arguments: String...,
    now: String = november.now,
    input: [UInt8] = [],
    passphrase: String? = nil
  ) throws -> RunningProcess.Finished {
    try RunningProgram.run(
      arguments,
      in: folder,
      environment: ["READINESS_NOW": now],
      input: input,
      passphrase: passphrase
    )
  }

  /// Makes a firm with the example's answers.
  @discardableResult
  func makeFirm(
    _ name: String = "firm",
    from example: (file: String, now: String) = november
  ) throws -> RunningProcess.Finished {
    let answers = Repository.path(example.file)
    return try readiness("assess", name, "--answers", answers, now: example.now)
  }

  /// Makes a signing key for a firm.
  func makeKey(for firm: String = "firm", now: String = november.now) throws {
    let made = try readiness(
      "key",
      "create",
      firm,
      "--passphrase-fd",
      "3",
      now: now,
      passphrase: Self.passphrase
    )
    try #require(made.status == 0, "\(made.errorText)")
  }

  /// A desk with the example firm, its key and its statement, `bid.asice`.
  static func attested() throws -> Desk {
    let desk = try Desk()
    try desk.makeFirm()
    try desk.makeKey()
    try desk.attest().expect(0)
    return desk
  }

  /// Makes the key of a prime contractor in the folder `prime`.
  func makePrimeKey() throws {
    try readiness(
      "key",
      "create",
      "prime",
      "--organisation",
      "Example Prime plc",
      "--passphrase-fd",
      "3",
      passphrase: Self.passphrase
    ).expect(0)
  }

  /// Signs a statement of the example firm and gives back what the program said.
  @discardableResult
  func attest(
    _ firm: String = "firm",
    out: String = "bid.asice",
    now: String = november.now,
    passphrase: String = passphrase,
    _ more: String...
  ) throws -> RunningProcess.Finished {
    try RunningProgram.run(
      [
        "attest", firm, "--out", out, "--declare", "Example Director", "--role",
        "Managing director", "--passphrase-fd", "3",
      ] + more,
      in: folder,
      environment: ["READINESS_NOW": now],
      passphrase: passphrase
    )
  }

  /// What is on disk: the firm's answers as the library reads them.
  func sheet(_ firm: String = "firm") throws -> AnswerSheet {
    let value = try JSONReader.read(try folder.read("\(firm)/answers.json"))
    return try AnswersFile.read(value, try Pack.shipped())
  }

  /// What is on disk, without times and names.
  func answers(_ firm: String = "firm") throws -> [String: AnswerContent] {
    try sheet(firm).answers.mapValues(\.content)
  }

  /// Writes answers for `--answers`, or as a firm's own where a folder is named.
  @discardableResult
  func write(_ answers: [String: AnswerContent], as name: String) throws -> String {
    let questionnaire = try Pack.shipped()
    let text = AnswersFile.write(AnswerSheet(answers, for: questionnaire), questionnaire)
    return try folder.write(text.utf8, as: name)
  }
}

extension RunningProcess.Finished {
  /// Expects that exit code and exactly these words on standard error.
  func expect(
    _ status: Int32,
    error: String,
    hints: String...,
    at location: SourceLocation = #_sourceLocation
  ) {
    let words = (["readiness: error: \(error)"] + hints.map { "hint: \($0)" })
      .map { $0 + "\n" }.joined()
    #expect(errorText == words, sourceLocation: location)
    #expect(self.status == status, sourceLocation: location)
  }

  /// Expects that exit code.
  func expect(_ status: Int32, at location: SourceLocation = #_sourceLocation) {
    #expect(self.status == status, "\(errorText)", sourceLocation: location)
  }
}
