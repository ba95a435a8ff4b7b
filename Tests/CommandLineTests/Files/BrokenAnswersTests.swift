import TestSupport
import Testing

/// An `answers.json` that is broken: nothing is lost, the place is named, the next step too.
struct BrokenAnswersTests {
  private static let head =
    #"{"format": "readiness-answers-1", "questionnaire": "cyber-essentials", "edition": "Danzell","#

  private static let hint =
    "it must be a file of answers; see Questionnaires/answers.schema.json"

  private static let formHint =
    "the form is in Questionnaires/answers.schema.json; nothing was changed"

  /// Broken as text, with what must be said.
  private static let broken: [(text: String, error: String)] = [
    ("", "firm/answers.json:1:1: the text ends too early"),
    ("{", "firm/answers.json:1:2: a name is expected here"),
    ("{\"a\": 1,\n \"a\": 2}", "firm/answers.json:2:2: the name \"a\" stands twice"),
    ("[1, 2", "firm/answers.json:1:6: a comma or ] is expected here"),
    ("hello", "firm/answers.json:1:1: a value is expected here"),
    ("{\"n\": 1.5}", "firm/answers.json:1:8: only whole numbers are read"),
  ]

  /// JSON, but not what it should be.
  private static let unfit: [(text: String, error: String)] = [
    ("{}", "this is not a file of answers: \"format\" is not \"readiness-answers-1\""),
    (head + #""answers": {}}"#, "\"answers\" is missing or no list"),
    (
      head + #""answers": [{"question": "A9.9", "answer": "yes"}]}"#,
      "A9.9: the questionnaire has no such question"
    ),
    (
      head + #""answers": [{"question": "A6.4", "answer": "perhaps"}]}"#,
      "A6.4: the answer must be \"yes\", \"no\" or \"don't know\""
    ),
    (
      head
        + #""answers": [{"question": "A6.4", "answer": "yes"}, {"question": "A6.4", "answer": "no"}]}"#,
      "A6.4: answered twice"
    ),
  ]

  private func desk(_ text: String) throws -> Desk {
    let desk = try Desk()
    try desk.folder.makeFolder("firm")
    try desk.folder.write(text.utf8, as: "firm/answers.json")
    return desk
  }

  @Test(arguments: broken)
  func `a file that is no JSON is told with line and column`(
    text: String,
    error: String
  ) throws {
    let desk = try desk(text)
    let run = try desk.readiness("status", "firm")
    run.expect(1, error: error, hints: Self.hint)
  }

  @Test(arguments: unfit)
  func `a file that says something else is told with the question`(
    text: String,
    error: String
  ) throws {
    let desk = try desk(text)
    let run = try desk.readiness("status", "firm")
    run.expect(1)
    #expect(run.errorText.contains("readiness: error: firm/answers.json: \(error)\n"))
    #expect(run.errorText.hasSuffix("hint: \(Self.formHint)\n"))
  }

  @Test func `no command changes a broken file`() throws {
    for text in [Self.broken[2].text, Self.unfit[2].text] {
      let desk = try desk(text)
      for command in [
        ["assess", "firm"], ["status", "firm"], ["report", "firm"], ["plan", "firm"],
        ["plan", "firm", "--set", "A6.4=2027-01-01", "--who", "Director"],
        ["ask", "firm", "--of", "owner"], ["signpost", "firm"], ["key", "create", "firm"],
        ["attest", "firm", "--out", "bid.asice"],
        ["assess", "firm", "--answers", Repository.path(Desk.november.file)],
      ] {
        let run = try RunningProgram.run(command, in: desk.folder)
        run.expect(1)
        #expect(run.errorText.hasPrefix("readiness: error: firm/answers.json"), "\(command)")
        #expect(try desk.folder.text("firm/answers.json") == text, "\(command)")
      }
      #expect(!desk.folder.has("firm/key"))
    }
  }

  @Test func `several mistakes are told in one go, up to eleven`() throws {
    let entries = (1...30).map { #"{"question": "B\#($0)", "answer": "yes"}"# }
    let text = Self.head + "\"answers\": [" + entries.joined(separator: ",") + "]}"
    let run = try desk(text).readiness("status", "firm")
    run.expect(1)
    #expect(run.errorText.split(separator: "\n").count == 12)
    #expect(run.errorText.contains("hint: also: B11: the questionnaire has no such question\n"))
  }

  @Test func `bytes that are no UTF-8, and brackets without end, are refused`() throws {
    let desk = try desk("{}")
    try desk.folder.write([0x7B, 0x22, 0xFF, 0xFE, 0x22, 0x7D], as: "firm/answers.json")
    let text = try desk.readiness("status", "firm")
    text.expect(1)
    #expect(text.errorText.hasPrefix("readiness: error: firm/answers.json:1:"))
    let nested = String(repeating: "[", count: 1_000_000)
    try desk.folder.write(nested.utf8, as: "firm/answers.json")
    let deep = try desk.readiness("status", "firm")
    deep.expect(1)
    #expect(deep.errors.count < 400)
  }

  @Test func `answers to another questionnaire are not taken for ours`() throws {
    let desk = try desk(
      #"{"format": "readiness-answers-1", "questionnaire": "other", "edition": "Danzell", "answers": []}"#
    )
    let run = try desk.readiness("status", "firm")
    run.expect(1)
    #expect(
      run.errorText.contains(
        "the answers are to the questionnaire \"other\", not to \"cyber-essentials\""
      )
    )
  }

  @Test func `a folder or a pipe in place of the file is not waited for`() throws {
    let desk = try Desk()
    try desk.folder.makeFolder("firm")
    try desk.folder.makeFolder("firm/answers.json")
    try desk.readiness("status", "firm").expect(
      1,
      error: "firm/answers.json is a folder, not a file",
      hints: "name a file inside it"
    )
    try RunningProcess(["rmdir", "firm/answers.json"], in: desk.folder.path).succeed()
    try RunningProcess(["mkfifo", "firm/answers.json"], in: desk.folder.path).succeed()
    try desk.readiness("status", "firm").expect(
      1,
      error: "firm/answers.json is not an ordinary file",
      hints: "name an ordinary file"
    )
  }

  @Test func `what a crash left of a file being written is cleared away, the file kept`() throws {
    let desk = try Desk()
    try desk.makeFirm()
    try desk.folder.write("{\"half".utf8, as: "firm/.answers.json.4242.tmp")
    let before = try desk.folder.read("firm/answers.json")
    try desk.makeFirm()
    #expect(!desk.folder.has("firm/.answers.json.4242.tmp"))
    let isSame = try desk.folder.read("firm/answers.json") == before
    #expect(isSame)
  }
}
