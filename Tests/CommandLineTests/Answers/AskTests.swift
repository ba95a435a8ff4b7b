import ReadinessCore
import TestSupport
import Testing

/// `ask`: a sheet for somebody else.
struct AskTests {
  /// The rows of a sheet, the header left out.
  private func rows(_ bytes: [UInt8]) throws -> [[String]] {
    Array(try CSV.rows(bytes).dropFirst())
  }

  @Test func `the sheet holds the questions of that role that are open, and no answers`() throws {
    let desk = try Desk()
    try desk.makeFirm()
    let run = try desk.readiness("ask", "firm", "--of", "it-provider", "--out", "sheet.csv")
    run.expect(0)
    #expect(
      run.errorText == """
        sheet.csv: 5 questions for whoever looks after your IT
        when it comes back: readiness assess firm --answers sheet.csv

        """
    )
    let ids = try rows(try desk.folder.read("sheet.csv")).map { $0[0] }
    // The four that cannot be determined, and A4.6, of which a part is not known.
    let questions = Set(ids.map { String($0.prefix { $0 != "/" }) })
    #expect(questions == ["A1.16", "A4.6", "A5.8", "A6.2", "A7.10"])
    let answers = try rows(try desk.folder.read("sheet.csv")).map { $0[5] + $0[6] }
    #expect(answers.joined() == "")
  }

  @Test func `no cell of a sheet with every question could run as a formula`() throws {
    let desk = try Desk()
    try desk.makeFirm()
    for role in ["owner", "it-provider", "accounts"] {
      let run = try desk.readiness("ask", "firm", "--of", role, "--all")
      run.expect(0)
      for cell in try rows(run.output).joined() where !cell.isEmpty {
        #expect(!["=", "+", "-", "@", "\t", "\r"].contains(cell.first), "\(cell)")
      }
    }
  }

  @Test func `a sheet begins with a byte-order mark, ends its lines as spreadsheets do`() throws {
    let desk = try Desk()
    try desk.makeFirm()
    let run = try desk.readiness("ask", "firm", "--of", "owner", "--all")
    #expect(run.output.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(run.output.suffix(2) == [0x0D, 0x0A])
  }

  @Test func `a question marked for somebody goes to them and to nobody else`() throws {
    let desk = try Desk()
    let questionnaire = try Pack.shipped()
    var sheet = AnswerSheet(GoodSheet.usual.without("A6.4"), for: questionnaire)
    sheet.ask("A6.4", of: .accounts)
    try desk.folder.makeFolder("firm")
    let text = AnswersFile.write(sheet, questionnaire)
    try desk.folder.write(text.utf8, as: "firm/answers.json")
    let accounts = try desk.readiness("ask", "firm", "--of", "accounts")
    #expect(try rows(accounts.output).map { $0[0] } == ["A6.4"])
    let provider = try desk.readiness("ask", "firm", "--of", "it-provider")
    #expect(provider.output.isEmpty)
    #expect(provider.errorText == "no open question is for whoever looks after your IT\n")
  }

  @Test func `with nothing open for them it says so, writes no file and exits 0`() throws {
    let desk = try Desk()
    try desk.makeFirm(from: Desk.january)
    let run = try desk.readiness(
      "ask",
      "firm",
      "--of",
      "accounts",
      "--out",
      "sheet.csv",
      now: Desk.january.now
    )
    run.expect(0)
    #expect(run.errorText == "no open question is for whoever does the accounts\n")
    #expect(!desk.folder.has("sheet.csv"))
  }

  @Test func `an unknown role is wrong use and says which there are`() throws {
    let desk = try Desk()
    let run = try desk.readiness("ask", "firm", "--of", "landlord")
    run.expect(64)
    #expect(run.errorText.contains("\"landlord\" is not one of owner, it-provider, accounts"))
  }

  @Test func `a sheet is asked from a folder that is there`() throws {
    let desk = try Desk()
    try desk.readiness("ask", "none", "--of", "owner").expect(
      1,
      error: "there is no folder none",
      hints: "begin one with: readiness assess none"
    )
  }
}
