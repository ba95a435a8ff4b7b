import ReadinessCore
import TestSupport
import Testing

/// Two question sets in one folder.
struct PlusAssessTests {
  private static let own = "firm/answers-cyber-essentials-plus.json"

  private func plusAnswers(_ answers: [String: AnswerContent] = GoodPlus.answers) throws -> [UInt8]
  {
    let pack = try PlusPack.shipped()
    return Array(AnswersFile.write(AnswerSheet(answers, for: pack), pack).utf8)
  }

  /// A firm whose Cyber Essentials answers are ready in January, with the Plus answers beside.
  private func januaryDesk(_ answers: [String: AnswerContent] = GoodPlus.answers) throws -> Desk {
    let desk = try Desk()
    try desk.makeFirm(from: Desk.january)
    try desk.folder.write(plusAnswers(answers), as: "plus.json")
    return desk
  }

  private func plus(_ desk: Desk, _ command: String, _ more: String...) throws
    -> RunningProcess.Finished
  {
    try RunningProgram.run(
      [command, "firm", "--questionnaire", "CyberEssentialsPlus"] + more,
      in: desk.folder,
      environment: ["READINESS_NOW": Desk.january.now]
    )
  }

  /// The same, with what grows old moved to January.
  private static let january = GoodPlus.answers.with([
    "P0.1": .parts(["held": .yes, "date": .on("2026-12-20"), "same": .yes, "locked": .yes]),
    "P0.2": .parts(["groups": .yes, "agrees": .yes, "sample": .yes, "date": .on("2027-01-02")]),
    "P1.1": .parts(["listed": .yes, "date": .on("2027-01-02"), "high": .number(0)]),
    "P2.1": .parts([
      "all": .yes, "login": .yes, "date": .on("2027-01-02"), "late": .number(0),
    ]),
  ])

  @Test func `a second set's answers get a file of their own and leave the first as it was`() throws
  {
    let desk = try januaryDesk(Self.january)
    let before = try desk.folder.read("firm/answers.json")
    try plus(desk, "assess", "--answers", "plus.json").expect(0)
    #expect(desk.folder.has(Self.own))
    #expect(try desk.folder.permissions(of: Self.own) == 0o600)
    #expect(try desk.folder.read("firm/answers.json") == before)
    let after = try desk.folder.read(Self.own)
    try desk.makeFirm(from: Desk.january).expect(0)
    #expect(try desk.folder.read(Self.own) == after)
    try desk.readiness("status", "firm", now: Desk.january.now).expect(0)
  }

  @Test func `with both in order it is ready, and says what it rests on`() throws {
    let desk = try januaryDesk(Self.january)
    try plus(desk, "assess", "--answers", "plus.json").expect(0)
    let report = try plus(desk, "report")
    report.expect(0)
    for words in [
      "Verdict: ready", "It builds on your answers to Cyber Essentials Danzell 16.2",
      "What it rests on", "A6.4 met", "Row by row", "step 4: it asks for two factors or more",
    ] {
      #expect(report.outputText.contains(words), "\(words)")
    }
    for line in report.outputText.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    let json = try JSONReader.read(try plus(desk, "report", "--format", "json").output)
    #expect(json["verdict"]?.string == "ready")
    #expect(json["buildsOn"]?["id"]?.string == "cyber-essentials")
    #expect(json["organisation"]?.string == "Example Precision Engineering Ltd")
    #expect(json["rows"]?.array?.count == 2)
  }

  @Test func `Cyber Essentials answers that are not ready block it`() throws {
    let desk = try Desk()
    try desk.makeFirm().expect(2)
    try desk.folder.write(plusAnswers(), as: "plus.json")
    let run = try desk.readiness(
      "assess",
      "firm",
      "--questionnaire",
      "CyberEssentialsPlus",
      "--answers",
      "plus.json"
    )
    run.expect(2)
    let report = try desk.readiness("report", "firm", "--questionnaire", "CyberEssentialsPlus")
    report.expect(2)
    #expect(report.outputText.contains("It rests on A6.5, which is \"automatic fail\""))
    #expect(report.outputText.contains("P2.1  not met           A6.4 met, A6.5 automatic fail"))
  }

  @Test func `without Cyber Essentials answers it is incomplete`() throws {
    let desk = try Desk()
    try desk.folder.write(plusAnswers(), as: "plus.json")
    let run = try desk.readiness(
      "assess",
      "firm",
      "--questionnaire",
      "CyberEssentialsPlus",
      "--answers",
      "plus.json"
    )
    run.expect(3)
    #expect(run.outputText.contains("Verdict so far: incomplete"))
    #expect(!desk.folder.has("firm/answers.json"))
    try desk.readiness("status", "firm").expect(
      1,
      error: "firm holds no answers.json",
      hints: "begin with: readiness assess firm"
    )
  }

  @Test func `status, plan and ask know the second set, and say how to begin it`() throws {
    let desk = try januaryDesk(Self.january)
    let status = try plus(desk, "status")
    status.expect(
      1,
      error: "firm holds no answers-cyber-essentials-plus.json",
      hints: "begin with: readiness assess firm --questionnaire CyberEssentialsPlus"
    )
    try plus(desk, "assess", "--answers", "plus.json").expect(0)
    try plus(desk, "status").expect(0)
    let plan = try plus(desk, "plan", "--set", "P2.1=2027-02-01", "--who", "IT provider")
    plan.expect(0)
    #expect(try desk.folder.text(Self.own).contains("2027-02-01"))
    #expect(try !desk.folder.text("firm/answers.json").contains("P2.1"))
    try plus(desk, "ask", "--of", "it-provider", "--all", "--out", "sheet.csv").expect(0)
    #expect(try desk.folder.text("sheet.csv").contains("P5.1"))
  }

  @Test func `a name that no set has is told with those that there are`() throws {
    let desk = try Desk()
    try desk.readiness("status", "firm", "--questionnaire", "CyberEssentialsMinus").expect(
      1,
      error: "there is no question set CyberEssentialsMinus",
      hints: "name one of CyberEssentials, CyberEssentialsPlus, or an XML file"
    )
  }

  @Test func `answers.json that holds another set's answers from before stays in use`() throws {
    let desk = try Desk()
    try desk.folder.makeFolder("firm")
    try desk.folder.write(plusAnswers(), as: "firm/answers.json")
    let run = try desk.readiness("status", "firm", "--questionnaire", "CyberEssentialsPlus")
    run.expect(3)
    #expect(run.outputText.contains("2 of 2 answered"))
    #expect(!desk.folder.has(Self.own))
  }
}
