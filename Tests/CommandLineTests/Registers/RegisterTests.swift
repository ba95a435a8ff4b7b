import ReadinessCore
import TestSupport
import Testing

/// `register` and `verify --register`, on files of the example firm.
struct RegisterTests {
  private static let later = "2026-11-24T10:00:00Z"
  private let desk: Desk

  /// A desk with two statements of one firm, a day apart.
  init() throws {
    desk = try Desk()
    try desk.makeFirm()
    try desk.makeKey()
    try desk.attest(out: "old.asice").expect(0)
    try desk.attest(out: "new.asice", now: Self.later).expect(0)
  }

  @discardableResult
  private func readiness(_ arguments: String...) throws -> RunningProcess.Finished {
    try RunningProgram.run(
      arguments,
      in: desk.folder,
      environment: ["READINESS_NOW": Self.later]
    )
  }

  private func verify(_ files: String...) throws -> RunningProcess.Finished {
    try RunningProgram.run(
      ["verify"] + files + ["--trust", "firm/key/certificate.pem", "--register", "r.sqlite"],
      in: desk.folder,
      environment: ["READINESS_NOW": Self.later]
    )
  }

  @discardableResult
  private func add(_ files: String...) throws -> RunningProcess.Finished {
    try RunningProgram.run(
      ["register", "add", "r.sqlite"] + files + ["--trust", "firm/key/certificate.pem"],
      in: desk.folder,
      environment: ["READINESS_NOW": Self.later]
    )
  }

  private func sqlite(_ query: String) throws -> String {
    try RunningProcess(["sqlite3", "r.sqlite", query], in: desk.folder.path).succeed().outputText
  }

  @Test func `an older statement sent again is rejected, beside the newer one superseded`() throws {
    try verify("old.asice").expect(0)
    try verify("new.asice").expect(0)
    let again = try verify("old.asice")
    again.expect(4)
    #expect(again.outputText.contains("rollback)"))
    let both = try verify("old.asice", "new.asice")
    both.expect(0)
    #expect(both.outputText.contains("superseded)"))
    #expect(both.outputText.contains("seen-before)"))
  }

  @Test func `a statement that was withdrawn stays known as that, and made again it is the same`()
    throws
  {
    try add("new.asice").expect(0)
    let id = try sqlite("SELECT attestation FROM entry").dropLast()
    try desk.attest(
      out: "back.asice",
      now: "2026-11-24T11:00:00Z",
      "--withdraw",
      String(id),
      "--reason",
      "The backups did not run."
    ).expect(0)
    let taken = try desk.readiness(
      "register",
      "add",
      "r.sqlite",
      "back.asice",
      "--trust",
      "firm/key/certificate.pem",
      now: "2026-11-24T12:00:00Z"
    )
    taken.expect(0)
    #expect(taken.outputText == "r.sqlite: 0 new files, 0 seen before, 1 withdrawal\n")
    // Sent again, without the withdrawal beside it.
    let again = try verify("new.asice")
    again.expect(4)
    #expect(again.outputText.contains("withdrawn)"))
    #expect(try readiness("register", "list", "r.sqlite").outputText.hasPrefix("rejected "))
    let before = try readiness("register", "export", "r.sqlite").outputText
    try desk.readiness(
      "register",
      "rebuild",
      "r.sqlite",
      "--from",
      "new.asice",
      "--from",
      "back.asice",
      "--trust",
      "firm/key/certificate.pem",
      now: "2026-11-25T10:00:00Z"
    ).expect(4)
    #expect(try readiness("register", "export", "r.sqlite").outputText == before)
    // The register lost, and the withdrawal beside it in one run.
    try desk.readiness(
      "register",
      "add",
      "other.sqlite",
      "new.asice",
      "back.asice",
      "--trust",
      "firm/key/certificate.pem",
      now: "2026-11-24T12:00:00Z"
    ).expect(4)
    #expect(try readiness("register", "list", "other.sqlite").outputText.hasPrefix("rejected "))
  }

  @Test func `what was verified, when, by what, and to what it came is kept`() throws {
    try add("old.asice", "new.asice").expect(0)
    let digest = try RunningProcess(["sha256sum", "new.asice"], in: desk.folder.path).succeed()
      .outputText.prefix(64)
    let row = try sqlite(
      """
      SELECT e.file, e.organisation, v.at, v.decision, length(v.trust), v.program
      FROM entry e JOIN verification v ON v.entry = e.id ORDER BY e.sequence DESC LIMIT 1
      """
    )
    #expect(row.hasPrefix("\(digest)|GB-COH-99999999|\(Self.later)|valid|64|readiness "))
    #expect(try sqlite("PRAGMA integrity_check") == "ok\n")
    #expect(try sqlite("PRAGMA journal_mode") == "wal\n")
  }

  @Test func `only files that hold are added, and the others are named`() throws {
    try desk.folder.write("not a container".utf8, as: "garbage.asice")
    let run = try add("new.asice", "garbage.asice")
    run.expect(4)
    #expect(run.errorText.contains("garbage.asice: not added, rejected"))
    #expect(run.outputText == "r.sqlite: 1 new file, 0 seen before\n")
    #expect(try sqlite("SELECT count(*) FROM entry") == "1\n")
  }

  @Test func `made again from the folder it is the same, whenever that is done`() throws {
    try add("old.asice", "new.asice").expect(0)
    let before = try readiness("register", "export", "r.sqlite").outputText
    #expect(before.contains("GB-COH-99999999"))
    // A day later, and a year later, when both have ended.
    for now in ["2026-11-25T10:00:00Z", "2027-11-24T10:00:00Z"] {
      let run = try desk.readiness(
        "register",
        "rebuild",
        "r.sqlite",
        "--from",
        "old.asice",
        "--from",
        "new.asice",
        "--trust",
        "firm/key/certificate.pem",
        now: now
      )
      run.expect(0)
      #expect(run.outputText == "r.sqlite: made again from 2 files\n")
      #expect(try readiness("register", "export", "r.sqlite").outputText == before)
    }
  }

  @Test func `a register that was lost is made again, with files that have ended since`() throws {
    try add("old.asice", "new.asice").expect(0)
    let run = try desk.readiness(
      "register",
      "rebuild",
      "again.sqlite",
      "--from",
      "old.asice",
      "--from",
      "new.asice",
      "--trust",
      "firm/key/certificate.pem",
      now: "2027-11-24T10:00:00Z"
    )
    run.expect(0)
    let columns =
      "SELECT file, organisation, sequence, issued, verdict, signer_key, outcomes FROM entry"
    func rows(_ register: String) throws -> String {
      try RunningProcess(["sqlite3", register, columns], in: desk.folder.path).succeed().outputText
    }
    #expect(try rows("again.sqlite") == (try rows("r.sqlite")))
    // The look is of now, and says so.
    let shown = try readiness("register", "show", "again.sqlite", "99999999").outputText
    #expect(shown.contains("counts: rejected"))
    #expect(shown.contains("attestation-expired"))
  }

  @Test func `what is exported as JSON is as its schema says`() throws {
    try add("old.asice", "new.asice").expect(0)
    let path = Repository.path("Sources/ReadinessRegister/register.schema.json")
    let schema = SchemaCheck(root: try JSONReader.read(try RunningFolder.bytes(path)))
    let export = try readiness("register", "export", "r.sqlite", "--format", "json")
    let value = try JSONReader.read(export.output)
    #expect(value["files"]?.array?.count == 2)
    #expect(schema.problems(with: value) == [])
    // The example in the specification has the same form, and the same names.
    let readme = Repository.path("Sources/ReadinessRegister/README.md")
    let words = String(decoding: try RunningFolder.bytes(readme), as: UTF8.self)
    let start = try #require(words.firstRange(of: "```json\n")).upperBound
    let end = try #require(words[start...].firstRange(of: "```")).lowerBound
    let example = try JSONReader.read(Array(words[start..<end].utf8))
    #expect(schema.problems(with: example) == [])
    func names(_ value: JSONValue) -> [String]? {
      value["files"]?.array?.first?.members?.map(\.name)
    }
    #expect(names(example) == names(value))
  }

  @Test func `list, show, expiring and report tell what is there`() throws {
    try add("old.asice", "new.asice").expect(0)
    #expect(try readiness("register", "list", "r.sqlite").outputText.contains("GB-COH-99999999"))
    let shown = try readiness("register", "show", "r.sqlite", "99999999").outputText
    #expect(shown.contains("counts: valid, the firm says not ready"))
    #expect(shown.contains("older: valid"))
    let ends = try readiness("register", "expiring", "r.sqlite", "--within", "400")
    #expect(ends.outputText.contains("  statement  "))
    try readiness(
      "register",
      "expiring",
      "r.sqlite",
      "--within",
      "400",
      "--calendar",
      "ends.ics"
    ).expect(0)
    #expect(try desk.folder.text("ends.ics").contains("BEGIN:VEVENT\r\n"))
    #expect(
      try readiness("register", "report", "r.sqlite").outputText.hasPrefix("1 supplier, 2 files\n")
    )
    let page = try readiness("register", "report", "r.sqlite", "--format", "html").outputText
    #expect(page.hasPrefix("<!doctype html>"))
    #expect(!page.contains("<script"))
  }

  @Test func `a look-up that was noted counts when the supplier's file is judged by a policy`()
    throws
  {
    try readiness(
      "profile",
      "certificate",
      "firm",
      "--scheme",
      "ce",
      "--number",
      "EXAMPLE-CE-1",
      "--issued",
      "2026-03-01",
      "--expires",
      "2027-02-28",
      "--body",
      "Example Body Ltd"
    ).expect(0)
    try desk.attest(out: "held.asice", now: Self.later).expect(0)
    try add("held.asice").expect(0)
    func codes() throws -> String {
      try readiness(
        "verify",
        "held.asice",
        "--trust",
        "firm/key/certificate.pem",
        "--register",
        "r.sqlite",
        "--policy",
        Repository.path("Support/Policies/ppn-014-ce.xml"),
        "--award",
        "2026-12-20",
        "--contract-start",
        "2027-01-15",
        "--format",
        "csv"
      ).outputText
    }
    #expect(try codes().contains("look-up-missing"))
    try readiness(
      "register",
      "check",
      "r.sqlite",
      "99999999",
      "--certificate",
      "EXAMPLE-CE-1",
      "--by",
      "Analyst",
      "--result",
      "found"
    ).expect(0)
    #expect(!(try codes().contains("look-up-missing")))
    // Which policy it was is kept with each look.
    let policies = try sqlite("SELECT count(DISTINCT policy) FROM verification")
    #expect(policies == "1\n")
  }

  @Test func `a look-up is noted, and goes with the supplier when it is forgotten`() throws {
    try add("new.asice").expect(0)
    try readiness(
      "register",
      "check",
      "r.sqlite",
      "99999999",
      "--certificate",
      "N-1",
      "--by",
      "Analyst",
      "--result",
      "found"
    ).expect(0)
    #expect(
      try sqlite("SELECT certificate, result, made_on FROM look_up") == "N-1|found|2026-11-24\n"
    )
    let secrets = try sqlite(
      "SELECT name, organisation, file, signer, attestation, path FROM entry"
    ).split(whereSeparator: { "|\n".contains($0) }).map { Array($0.utf8) }
    #expect(secrets.count == 6)
    let before = try desk.folder.read("r.sqlite")
    for secret in secrets { #expect(before.firstRange(of: secret) != nil) }
    try readiness("register", "forget", "r.sqlite", "99999999").expect(0)
    for name in try desk.folder.names() where name.hasPrefix("r.sqlite") {
      let bytes = try desk.folder.read(name)
      for secret in secrets {
        let words = String(decoding: secret, as: UTF8.self)
        #expect(bytes.firstRange(of: secret) == nil, "\(words) is still in \(name)")
      }
    }
    #expect(try sqlite("SELECT count(*) FROM entry") == "0\n")
    #expect(try sqlite("SELECT what FROM log") == "a supplier was forgotten: 1 file\n")
    try readiness("register", "show", "r.sqlite", "99999999").expect(1)
  }
}
