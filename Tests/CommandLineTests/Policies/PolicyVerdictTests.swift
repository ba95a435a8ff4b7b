import ReadinessCore
import TestSupport
import Testing

/// A buyer's policy applied to the example firm's file, and by the firm to itself, end to end.
struct PolicyVerdictTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  private func policy(_ clauses: String, as name: String = "policy.xml") throws {
    try desk.folder.write(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <policy xmlns="urn:readiness:policy:1" id="mine" version="1.0" owner="Us" issued="2026-11-01">
        <title>Ours</title>
        <about>For a test.</about>
      \(clauses)
      </policy>

      """.utf8,
      as: name
    )
  }

  private func firm(_ example: (file: String, now: String)) throws {
    try desk.makeFirm(from: example)
    try desk.makeKey(now: example.now)
    try desk.attest(out: "firm.asice", now: example.now).expect(0)
  }

  private func verify(_ arguments: String..., now: String) throws -> RunningProcess.Finished {
    try RunningProgram.run(
      ["verify", "--trust", "firm/key/certificate.pem", "--policy", "policy.xml"] + arguments,
      in: desk.folder,
      environment: ["READINESS_NOW": now]
    )
  }

  @Test func `meets, does not meet and undecided exit 0, 2 and 3 with every reason`() throws {
    try firm(Desk.november)
    let now = Desk.november.now
    try policy("<verdict id=\"V\" not-ready=\"accepted\"/>")
    // The example firm of November has open questions that it attests as not ready.
    let first = try verify("firm.asice", now: now)
    first.expect(0)
    #expect(first.outputText.contains("firm.asice: meets policy\n"))

    try policy("<verdict id=\"V\"/>\n<answers id=\"D\" questions=\"A6.4\"/>")
    let no = try verify("firm.asice", now: now)
    no.expect(2)
    #expect(no.outputText.contains("firm.asice: does not meet policy\n"))
    let text = no.outputText.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(
      separator: " "
    )
    #expect(
      text.contains("because: the firm says of itself that it is not ready (policy V, not-ready)")
    )
    #expect(text.contains("(policy D, not-disclosed)"))

    try policy("<binding id=\"N\"/><supplier id=\"W\"/>")
    let open = try verify("firm.asice", "--format", "json", now: now)
    open.expect(2)
    try policy("<supplier id=\"W\"/>")
    let unknown = try verify("firm.asice", "--format", "json", now: now)
    unknown.expect(3)
    let json = try JSONReader.read(Array(unknown.outputText.utf8))
    let file = json["files"]?.array?.first
    #expect(file?["decision"]?.string == "undecided")
    #expect(file?["reasons"]?.array?.first?["step"]?.string == "policy")
    #expect(file?["reasons"]?.array?.first?["code"]?.string == "supplier-not-given")
    #expect(file?["reasons"]?.array?.first?["clause"]?.string == "W")
    #expect(file?["policy"]?["clauses"]?.array?.first?["result"]?.string == "undecided")
    #expect(file?["policy"]?["sha256"]?.string?.count == 64)
  }

  @Test func `an unknown signer stays undecided and a broken file rejected, whatever the policy`()
    throws
  {
    try firm(Desk.november)
    try policy("<verdict id=\"V\" not-ready=\"accepted\"/>")
    let unknown = try desk.readiness("verify", "firm.asice", "--policy", "policy.xml")
    unknown.expect(3)
    #expect(!unknown.outputText.contains("meets policy"))
    try desk.folder.write(Array("nothing".utf8), as: "broken.asice")
    try verify("broken.asice", now: Desk.november.now).expect(4)
  }

  @Test func `options of a policy need one, and their values are checked`() throws {
    try desk.readiness("verify", "x.asice", "--award", "2026-12-20").expect(64)
    for (option, value) in [
      ("--award", "20.12.2026"), ("--supplier", "GB-COH ABC"),
      ("--look-up", "123=maybe=2026-11-20=Me"),
    ] {
      let run = try desk.readiness("verify", "x.asice", "--policy", "p.xml", option, value)
      run.expect(64)
      #expect(run.errorText.contains(option) || run.errorText.contains(value), "\(run.errorText)")
    }
    try desk.readiness("check", "firm").expect(64)
  }

  @Test func `a broken policy stops the command before any file is judged`() throws {
    try firm(Desk.november)
    try policy("<age id=\"A\" days=\"30\"/><age id=\"A\" days=\"30\"/>")
    let run = try verify("firm.asice", now: Desk.november.now)
    run.expect(1)
    #expect(run.errorText.contains("policy.xml:5:"))
    #expect(run.errorText.contains("hint: readiness policy check policy.xml tells more"))
    #expect(run.output.isEmpty)
  }

  // MARK: The firm's own look

  @Test func `what check prints makes a file that the buyer's policy accepts`() throws {
    try firm(Desk.january)
    let now = Desk.january.now
    try policy(
      """
      <verdict id="V"/>
      <answers id="D" questions="A4.2 A7.16"/>
      <outcomes id="O" requirements="SUM-5"/>
      <binding id="N"/>
      <signer id="K" kinds="pinned"/>
      """
    )
    let check = try desk.readiness("check", "firm", "--policy", "policy.xml", now: now)
    check.expect(0)
    #expect(check.outputText.contains("firm: would meet the policy, as far as it lies with you"))
    #expect(check.outputText.contains("K: the buyer's part."))
    let line = try #require(
      check.outputText.split(separator: "\n").first { $0.contains("readiness present") }
    )
    let words = line.split(separator: " ").map(String.init)
    let shown = try #require(
      words.firstIndex(of: "--disclose").map { words[words.index(after: $0)] }
    )
    for demanded in ["A4.2", "A7.16", "SUM-5"] {
      #expect(shown.split(separator: ",").contains(Substring(demanded)))
    }
    func presented(_ disclose: String, as name: String) throws -> RunningProcess.Finished {
      try desk.readiness(
        "present",
        "firm.asice",
        "--buyer",
        "Example Prime plc",
        "--notice",
        "S-117",
        "--disclose",
        disclose,
        "--out",
        name,
        "--passphrase-fd",
        "3",
        now: now,
        passphrase: Desk.passphrase
      ).expect(0)
      return try verify(name, "--tender", "S-117", now: now)
    }
    let met = try presented(shown, as: "bid.asice")
    met.expect(0)
    #expect(met.outputText.contains("bid.asice: meets policy"))
    // None of them can be left out.
    let all = shown.split(separator: ",").map(String.init)
    for left in all {
      let fewer = all.filter { $0 != left }.joined(separator: ",")
      let result = try presented(fewer, as: "without-\(left).asice")
      #expect([2, 3].contains(result.status), "without \(left)")
    }
  }

  @Test func `a firm that would not meet is told each clause and why`() throws {
    try desk.makeFirm()
    try policy(
      "<verdict id=\"V\"/>\n<age id=\"A\" days=\"30\"/>\n<certificate id=\"C\" schemes=\"ce\"/>"
    )
    let run = try desk.readiness("check", "firm", "--policy", "policy.xml")
    run.expect(2)
    #expect(run.outputText.contains("firm: would not meet the policy"))
    #expect(run.outputText.contains("  V: not met."))
    #expect(run.outputText.contains("  A: met."))
    #expect(
      run.outputText.contains("    because: the file names no certificate of Cyber Essentials")
    )
    #expect(
      run.outputText.split(separator: "\n").allSatisfy {
        $0.count <= 80 || $0.contains("readiness")
      }
    )
    #expect(run.errors.isEmpty)
  }

  @Test func `check changes nothing and needs no key`() throws {
    try desk.makeFirm()
    let before = try desk.folder.read("firm/answers.json")
    try policy("<age id=\"A\" days=\"30\"/>")
    _ = try desk.readiness("check", "firm", "--policy", "policy.xml")
    #expect(try desk.folder.read("firm/answers.json") == before)
    #expect(!desk.folder.has("firm/key"))
    #expect(!desk.folder.has("firm/issued"))
  }
}
