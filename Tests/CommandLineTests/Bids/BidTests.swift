import TestSupport
import Testing

/// The example firm's file for one bid, a counter-signature and a withdrawal, end to end.
struct BidTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.makeFirm()
    try desk.makeKey()
    try desk.attest(out: "firm.asice").expect(0)
    let pem = try desk.folder.read("firm/key/certificate.pem")
    try desk.folder.write(pem, as: "firm.pem")
  }

  @Test func `a bid shows what was named, judged again, and nothing else`() throws {
    let made = try present("--disclose", "A6.4,SUM-5", "--challenge", "7Q4M")
    made.expect(0)
    #expect(made.outputText.contains("  A6.4: yes\n"))
    let checked = try verify("bid.asice", "--tender", "S-117", "--challenge", "7Q4M")
    checked.expect(0)
    #expect(
      checked.outputText.contains(
        "made for the notice S-117 of Example Prime plc on 23 November 2026, repeating\n    \"7Q4M\"\n"
      )
    )
    #expect(checked.outputText.contains("    A6.4: yes (judged again: met)\n"))
    #expect(checked.outputText.contains("    SUM-5: automatic fail, as the firm states\n"))
    #expect(checked.outputText.contains("answers are not disclosed, and stay unknown.\n"))
    #expect(!checked.outputText.contains("A6.1"))
  }

  @Test func `a bid that was made for another notice or challenge exits 2 and says so`() throws {
    try present("--challenge", "7Q4M").expect(0)
    for (arguments, code) in [
      (["bid.asice", "--tender", "S-118"], "made-for-another-notice"),
      (["bid.asice", "--tender", "S-117", "--challenge", "8Q4M"], "challenge-differs"),
      (["firm.asice", "--tender", "S-117"], "not-bound-to-this-notice"),
    ] {
      let run = try RunningProgram.run(
        ["verify", "--trust", "firm.pem", "--format", "json"] + arguments,
        in: desk.folder,
        environment: ["READINESS_NOW": Desk.november.now]
      )
      run.expect(2)
      #expect(run.outputText.contains("\"code\": \"\(code)\""))
      #expect(run.outputText.contains("\"decision\": \"does not meet policy\""))
    }
  }

  @Test func `what the statement did not seal cannot be presented`() throws {
    let run = try present("--disclose", "A99.1")
    run.expect(
      64,
      error: "\"A99.1\" is nothing that this statement sealed",
      hints: "name questions as A6.4, a note as note-A6.4, a closed outcome as SUM-5"
    )
    let path = try present("--disclose", "../../answers")
    path.expect(64)
    #expect(!path.outputText.contains("You show"))
  }

  @Test func `a counter-signature is told apart, and counts only from a named assessor`() throws {
    try desk.readiness(
      "key",
      "create",
      "assessor",
      "--organisation",
      "Example Assurance Ltd",
      "--passphrase-fd",
      "3",
      passphrase: Desk.passphrase
    ).expect(0)
    let signed = try desk.readiness(
      "countersign",
      "firm.asice",
      "--role",
      "assessor",
      "--name",
      "Example Assessor",
      "--statement",
      "Saw the patch report.",
      "--tested",
      "A6.4",
      "--key",
      "assessor",
      "--out",
      "assessed.asice",
      "--passphrase-fd",
      "3",
      passphrase: Desk.passphrase
    )
    signed.expect(0)
    let unknown = try verify("assessed.asice")
    unknown.expect(0)
    #expect(unknown.outputText.contains("counter-signed as assessor by: CN=Example Assurance Ltd"))
    #expect(unknown.outputText.contains("says it tested (does not count): A6.4"))
    #expect(unknown.outputText.contains("assessor-not-trusted"))
    let trusted = try verify("assessed.asice", "--assessors", "assessor/certificate.pem")
    #expect(trusted.outputText.contains("    independently tested: A6.4\n"))
  }

  @Test func `the firm's own key does not counter-sign`() throws {
    let run = try desk.readiness(
      "countersign",
      "firm.asice",
      "--role",
      "it-lead",
      "--name",
      "Huw",
      "--statement",
      "Looked at it.",
      "--key",
      "firm",
      "--out",
      "x.asice"
    )
    run.expect(
      1,
      error: "this is the key that the firm signed with",
      hints: "counter-sign with a key of your own: readiness key create DIR --organisation NAME"
    )
  }

  @Test func `a withdrawal is honoured in either order, and unknown without it`() throws {
    let shown = try desk.readiness("show", "firm.asice").outputText
    let line = try #require(shown.split(separator: "\n").first { $0.hasPrefix("  id  ") })
    let id = try #require(line.split(separator: " ").dropFirst().first?.dropLast())
    try desk.attest(
      out: "withdrawn.asice",
      "--withdraw",
      String(id),
      "--reason",
      "The backups turned out not to run."
    ).expect(0)
    for files in [["firm.asice", "withdrawn.asice"], ["withdrawn.asice", "firm.asice"]] {
      let run = try verify(files[0], files[1])
      run.expect(4)
      #expect(run.outputText.contains("firm.asice: rejected\n"))
      #expect(run.outputText.contains("The backups"))
    }
    let alone = try verify("firm.asice")
    alone.expect(0)
    #expect(alone.outputText.contains("whether the firm has withdrawn it since"))
    // And the firm cannot present it any more by mistake.
    try present().expect(
      1,
      error: "the statement in firm.asice was withdrawn",
      hints: "sign a new one with: readiness attest ./firm"
    )
  }

  private func present(_ more: String...) throws -> RunningProcess.Finished {
    try RunningProgram.run(
      [
        "present", "firm.asice", "--buyer", "Example Prime plc", "--notice", "S-117", "--out",
        "bid.asice", "--passphrase-fd", "3",
      ] + more,
      in: desk.folder,
      environment: ["READINESS_NOW": Desk.november.now],
      passphrase: Desk.passphrase
    )
  }

  private func verify(_ arguments: String...) throws -> RunningProcess.Finished {
    try RunningProgram.run(
      ["verify", "--trust", "firm.pem"] + arguments,
      in: desk.folder,
      environment: ["READINESS_NOW": Desk.november.now]
    )
  }
}
