import ReadinessCore
import TestSupport
import Testing

/// `verify`: decisions, exit codes, the worst of many.
struct VerifyTests {
  /// A desk with a signed file `bid.asice` of the example firm, and a trust file `trusted`.
  private static func desk() throws -> Desk {
    let desk = try Desk.attested()
    let shown = try desk.readiness("key", "show", "firm").outputText
    let print = try #require(shown.split(separator: "\n").last { $0.hasPrefix("  ") }).dropFirst(2)
    let line = "\(print); GB-COH 99999999; Supplier desk, by telephone; 2026-11-23\n"
    try desk.folder.write(line.utf8, as: "trusted")
    try desk.folder.write((print + "\n").utf8, as: "bare")
    // One byte in the middle, inside the signed data.
    var bytes = try desk.folder.read("bid.asice")
    bytes[3_000] ^= 0x20
    try desk.folder.write(bytes, as: "changed.asice")
    try desk.folder.write("not a container".utf8, as: "garbage.asice")
    try desk.folder.write([], as: "empty.asice")
    return desk
  }

  private func first(_ run: RunningProcess.Finished) -> String {
    String(run.outputText.prefix { $0 != "\n" })
  }

  @Test func `a file whose key is trusted for the firm is valid, and the verdict stands beside`()
    throws
  {
    let desk = try Self.desk()
    let run = try desk.readiness("verify", "bid.asice", "--trust", "trusted")
    run.expect(0)
    #expect(first(run) == "bid.asice: valid")
    #expect(run.outputText.contains("verdict     not ready\n"))
    #expect(run.outputText.contains("(a self-assessment, not a certificate)"))
    #expect(run.errors.isEmpty)
  }

  @Test func `the same holds with the firm's certificate in place of a list`() throws {
    let desk = try Self.desk()
    let certificate = "firm/key/certificate.pem"
    let run = try desk.readiness("verify", "bid.asice", "--trust", certificate)
    run.expect(0)
    #expect(first(run) == "bid.asice: valid")
  }

  @Test func `without trust it is undecided at best: intact, signer unknown`() throws {
    let desk = try Self.desk()
    let run = try desk.readiness("verify", "bid.asice")
    run.expect(3)
    #expect(first(run) == "bid.asice: undecided")
    #expect(run.outputText.contains("because: intact, signer unknown: fingerprint"))
    #expect(run.outputText.contains("What the file claims; it is NOT verified:\n"))
  }

  @Test func `a bare fingerprint proves the key and not the firm`() throws {
    let desk = try Self.desk()
    let run = try desk.readiness("verify", "bid.asice", "--trust", "bare")
    run.expect(3)
    #expect(first(run) == "bid.asice: undecided")
  }

  @Test func `a key that belongs to another firm is rejected`() throws {
    let desk = try Self.desk()
    let text = try desk.folder.text("trusted").replacing("99999999", with: "01234567")
    try desk.folder.write(text.utf8, as: "other")
    let run = try desk.readiness("verify", "bid.asice", "--trust", "other")
    run.expect(4)
    #expect(first(run) == "bid.asice: rejected")
    #expect(run.outputText.contains("(subject, signer-is-another-organisation)"))
  }

  @Test(arguments: ["changed.asice", "garbage.asice", "empty.asice"])
  func `a file that is there but broken is rejected`(file: String) throws {
    let run = try Self.desk().readiness("verify", file, "--trust", "trusted")
    run.expect(4)
    #expect(first(run) == "\(file): rejected")
    #expect(run.outputText.contains("  because: "))
  }

  @Test func `a file that cannot be read is unreadable and exits 1`() throws {
    let desk = try Self.desk()
    let run = try desk.readiness("verify", "none.asice", "--trust", "trusted")
    run.expect(1)
    #expect(first(run) == "none.asice: unreadable")
    #expect(run.outputText.contains("because: cannot read none.asice"))
  }

  private static let many: [(files: [String], status: Int32)] = [
    (["bid.asice"], 0), (["bid.asice", "changed.asice"], 4),
    (["none.asice", "bid.asice"], 1), (["none.asice", "changed.asice", "bid.asice"], 1),
    (["changed.asice", "none.asice"], 1),
  ]

  @Test(arguments: many)
  func `over many files the worst counts, in the order 1, 4, 3, 2, 0`(
    files: [String],
    status: Int32
  ) throws {
    let desk = try Self.desk()
    let run = try RunningProgram.run(["verify", "--trust", "trusted"] + files, in: desk.folder)
    run.expect(status)
    let heads = run.outputText.split(separator: "\n").filter { !$0.hasPrefix(" ") }
    #expect(heads.count == files.count)
  }

  @Test func `undecided is worse than valid and better than rejected`() throws {
    let desk = try Self.desk()
    try desk.readiness("verify", "bid.asice", "changed.asice").expect(4)
    try desk.readiness("verify", "bid.asice", "bid.asice").expect(3)
  }

  @Test func `a folder is every .asice file in it, by name`() throws {
    let desk = try Self.desk()
    try desk.folder.makeFolder("inbox")
    try desk.folder.makeFolder("inbox/later")
    for (file, copy) in [("bid", "inbox/bid"), ("changed", "inbox/later/changed")] {
      try desk.folder.write(desk.folder.read(file + ".asice"), as: copy + ".asice")
    }
    try desk.folder.write("no statement".utf8, as: "inbox/readme.txt")
    let run = try desk.readiness("verify", "inbox", "--trust", "trusted")
    run.expect(4)
    let heads = run.outputText.split(separator: "\n").filter { !$0.hasPrefix(" ") }
    #expect(heads == ["inbox/bid.asice: valid", "inbox/later/changed.asice: rejected"])
    try desk.folder.makeFolder("nothing")
    try desk.readiness("verify", "nothing").expect(
      1,
      error: "nothing holds no .asice file",
      hints: "name the files, or another folder"
    )
  }

  @Test func `as JSON every file has its decision, and every reason its step and code`() throws {
    let desk = try Self.desk()
    let run = try desk.readiness(
      "verify",
      "bid.asice",
      "changed.asice",
      "--trust",
      "trusted",
      "--format",
      "json"
    )
    run.expect(4)
    let value = try JSONReader.read(run.output)
    let files = try #require(value["files"]?.array)
    #expect(files.map { $0["decision"]?.string } == ["valid", "rejected"])
    #expect(files[0]["attestation"]?["verdict"]?.string == "not ready")
    #expect(files[0]["attestation"]?["isCertificate"] == .bool(false))
    #expect(files[0]["sha256"]?.string?.count == 64)
    let reason = try #require(files[1]["reasons"]?.array?.first)
    for member in ["step", "code", "text"] { #expect(reason[member]?.string?.isEmpty == false) }
    #expect(value["summary"]?["files"]?.integer == 2)
  }

  @Test func `a trust file that is missing or wrong stops it, with the line`() throws {
    let desk = try Self.desk()
    try desk.readiness("verify", "bid.asice", "--trust", "none").expect(
      1,
      error: "cannot read none",
      hints: "check the name: there is no such file or folder"
    )
    try desk.folder.write("# keys\nhello\n".utf8, as: "wrong")
    let run = try desk.readiness("verify", "bid.asice", "--trust", "wrong")
    run.expect(1)
    #expect(run.errorText.hasPrefix("readiness: error: wrong:2: "))
    #expect(run.output.isEmpty)
  }

  @Test func `a file is judged as of the time that is given`() throws {
    let desk = try Self.desk()
    let trust = ["verify", "bid.asice", "--trust", "trusted", "--at"]
    let before = try RunningProgram.run(trust + ["2026-11-01"], in: desk.folder)
    #expect(before.status != 0)
    let after = try RunningProgram.run(trust + ["2027-02-22"], in: desk.folder)
    #expect(after.status != 0)
    try RunningProgram.run(trust + ["2027-02-20T12:00:00Z"], in: desk.folder).expect(0)
  }

  @Test func `a reader that goes away does not turn a rejection into a yes`() throws {
    let desk = try Self.desk()
    let script = """
      { '\(RunningProgram.path)' verify changed.asice; echo "$?" >code; } | true
      """
    try RunningProcess(
      ["sh", "-c", script],
      in: desk.folder.path,
      environment: RunningProgram.environment()
    ).succeed()
    #expect(try desk.folder.text("code") == "4\n")
  }

  @Test func `a full disk behind standard output exits 1 and says so`() throws {
    let desk = try Self.desk()
    var process = RunningProcess(
      [RunningProgram.path, "verify", "bid.asice", "--trust", "trusted"],
      in: desk.folder.path,
      environment: RunningProgram.environment()
    )
    process.outputPath = "/dev/full"
    try process.run().expect(
      1,
      error: "cannot write to standard output",
      hints: "the disk is full: make room, then try again; nothing was lost"
    )
  }
}
