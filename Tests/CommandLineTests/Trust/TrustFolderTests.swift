import ReadinessCore
import TestSupport
import Testing

/// `trust add`, `trust list`, `trust remove`.
struct TrustFolderTests {
  private static let word = ["--confirmed-by", "Example Buyer", "--how", "by telephone"]

  private func trust(
    _ desk: Desk,
    _ arguments: [String],
    now: String = Desk.november.now
  ) throws -> RunningProcess.Finished {
    try RunningProgram.run(
      ["trust"] + arguments,
      in: desk.folder,
      environment: ["READINESS_NOW": now]
    )
  }

  /// The fingerprint of the firm's certificate by stock tools.
  private func fingerprint(_ desk: Desk, _ file: String = "firm/key/certificate.pem") throws
    -> String
  {
    let command = "openssl x509 -in \(file) -outform DER | sha256sum"
    let run = try RunningProcess(["sh", "-c", command], in: desk.folder.path).succeed()
    return String(run.outputText.prefix(64))
  }

  @Test func `a key that is added from a file makes the file valid`() throws {
    let desk = try Desk.attested()
    try trust(desk, ["add", "trust", "bid.asice"] + Self.word).expect(0)
    let print = try fingerprint(desk)
    let keys = try desk.folder.text("trust/keys.txt").split(separator: "\n")
    #expect(
      keys.last
        == "\(print); GB-COH 99999999; Example Buyer, by telephone; 2026-11-23; first seen 2026-11-23"
    )
    #expect(try desk.folder.permissions(of: "trust/keys.txt") == 0o600)
    try desk.readiness("verify", "bid.asice", "--trust", "trust").expect(0)
  }

  @Test func `a certificate and a fingerprint with its register entry do as well`() throws {
    let desk = try Desk.attested()
    try trust(desk, ["add", "one", "firm/key/certificate.pem"] + Self.word).expect(0)
    let print = try fingerprint(desk)
    try trust(desk, ["add", "two", print, "--register", "GB-COH 99999999"] + Self.word).expect(0)
    #expect(try desk.folder.text("one/keys.txt") == (try desk.folder.text("two/keys.txt")))
    try trust(desk, ["add", "three", print] + Self.word).expect(0)
    try desk.readiness("verify", "bid.asice", "--trust", "one").expect(0)
    // A bare fingerprint proves the key only.
    try desk.readiness("verify", "bid.asice", "--trust", "three").expect(3)
    // Confirmed with its entry later: one line, first seen as before.
    let later = "2026-12-01T10:00:00Z"
    try trust(
      desk,
      ["add", "three", print, "--register", "GB-COH 99999999"] + Self.word,
      now: later
    ).expect(0)
    let text = try desk.folder.text("three/keys.txt")
    #expect(text.contains("; 2026-12-01; first seen 2026-11-23\n"))
    #expect(text.split(separator: "\n").count == 2)
    let again = try trust(desk, ["add", "three", print] + Self.word, now: later)
    again.expect(0)
    #expect(again.outputText.hasPrefix("This key is trusted already since 1 December 2026"))
  }

  @Test func `without a terminal nobody is trusted on nobody's word`() throws {
    let desk = try Desk.attested()
    let run = try trust(desk, ["add", "trust", "bid.asice"])
    run.expect(64)
    #expect(run.errorText.contains("nobody has confirmed the fingerprint"))
    #expect(!desk.folder.has("trust/keys.txt"))
    try trust(desk, ["add", "trust", "bid.asice", "--confirmed-by", "Jo"]).expect(64)
    try trust(desk, ["add", "trust", "bid.asice", "--confirmed-by", "Jo", "--how", " "]).expect(64)
  }

  @Test func `a file that does not hold, or is none, is not trusted`() throws {
    let desk = try Desk.attested()
    var bytes = try desk.folder.read("bid.asice")
    bytes[3_000] ^= 0x20
    try desk.folder.write(bytes, as: "changed.asice")
    try trust(desk, ["add", "trust", "changed.asice"] + Self.word).expect(4)
    try desk.folder.write("hello".utf8, as: "note.txt")
    try trust(desk, ["add", "trust", "note.txt"] + Self.word).expect(1)
    try trust(desk, ["add", "trust", "abcdef"] + Self.word).expect(1)
    #expect(!desk.folder.has("trust/keys.txt"))
  }

  @Test func `who confirmed it cannot forge a field of the line`() throws {
    let desk = try Desk.attested()
    let word = ["--confirmed-by", "Jo; 2020-01-01\nx", "--how", "by; telephone"]
    try trust(desk, ["add", "trust", "bid.asice"] + word).expect(0)
    let last = try desk.folder.text("trust/keys.txt").split(separator: "\n").last ?? ""
    #expect(last.hasSuffix("; Jo, 2020-01-01 x, by, telephone; 2026-11-23; first seen 2026-11-23"))
  }

  @Test(.enabled(if: RunningTerminal.isAvailable))
  func `at a terminal the end of the fingerprint is typed as it was read aloud`() throws {
    let desk = try Desk.attested()
    let print = try fingerprint(desk)
    let wrong = try RunningTerminal(["trust", "add", "trust", "bid.asice"], in: desk.folder)
    let screen = try wrong.prompt("The last four groups:").joined(separator: "\n")
    #expect(screen.contains(print.prefix(4)))
    #expect(!screen.contains(print.suffix(4) + "\n"))
    #expect(screen.contains(".... .... .... ...."))
    try wrong.type("0000 0000 0000 0000")
    #expect(try wrong.exitStatus() == 1)
    #expect(!desk.folder.has("trust/keys.txt"))

    let right = try RunningTerminal(["trust", "add", "trust", "bid.asice"], in: desk.folder)
    try right.prompt("The last four groups:")
    let end = String(print.suffix(16))
    try right.type(end.prefix(4).uppercased() + " " + end.dropFirst(4))
    try right.prompt("Your name:")
    try right.type("Example Buyer")
    try right.prompt("How you confirmed it, as by telephone:")
    try right.type("by telephone")
    #expect(try right.exitStatus() == 0)
    #expect(
      try desk.folder.text("trust/keys.txt").contains("; Example Buyer, by telephone; 2026-11-23")
    )
  }

  @Test func `a programme's root and its lists in one folder are all that verify needs`() throws {
    let programme = try ProgrammeDesk()
    try programme.attest(try programme.issue())
    let desk = programme.desk
    let root = "cluster/for-buyers/programme-root.pem"
    try trust(desk, ["add", "trust", root] + Self.word).expect(0)
    let print = try fingerprint(desk, root)
    #expect(desk.folder.has("trust/root-\(print.prefix(16)).pem"))
    // The root alone: whether the certificate was revoked is not known.
    try desk.readiness("verify", "bid.asice", "--trust", "trust").expect(3)
    let lists = try trust(desk, ["add", "trust", "cluster/for-buyers/programme-crls.pem"])
    lists.expect(0)
    #expect(lists.outputText.contains("signed by a programme in this folder"))
    try desk.readiness("verify", "bid.asice", "--trust", "trust").expect(0)
    // openssl reads the files as they are.
    let command = """
      openssl x509 -in trust/root-*.pem -noout -subject && for list in trust/list-*.pem
      do openssl crl -in $list -noout -issuer || exit 1; done
      """
    try RunningProcess(["sh", "-c", command], in: desk.folder.path).succeed()

    let shown = try trust(desk, ["list", "trust"], now: "2026-12-03T10:00:00Z")
    shown.expect(0)
    #expect(shown.outputText.contains("Roots and certificates: 1\n  \(print)\n"))
    #expect(
      shown.outputText.contains("confirmed   by Example Buyer, by telephone, on 23 November 2026")
    )
    #expect(shown.outputText.contains("first seen  23 November 2026"))
    #expect(shown.outputText.contains("23 November 2026, 10 days ago"))
    for line in shown.outputText.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    let late = try trust(desk, ["list", "trust", "--format", "json"], now: "2027-02-01T10:00:00Z")
    let value = try JSONReader.read(late.output)
    #expect(value["lists"]?.array?.contains { $0["isOverdue"] == .bool(true) } == true)
    let schema = try JSONReader.read(
      Repository.bytes("Sources/readiness/Commands/Buyer/Trust/trust.schema.json")
    )
    #expect(SchemaCheck(root: schema).problems(with: value) == [])

    // Without the root again the firm is unknown.
    try trust(desk, ["remove", "trust", String(print.prefix(12))]).expect(0)
    #expect(!desk.folder.has("trust/root-\(print.prefix(16)).pem"))
    try desk.readiness("verify", "bid.asice", "--trust", "trust").expect(3)
  }

  @Test func `a list that revokes the firm counts as soon as it lies in the folder`() throws {
    let programme = try ProgrammeDesk()
    let serial = try programme.issue()
    try programme.attest(serial)
    let desk = programme.desk
    try trust(desk, ["add", "trust", "cluster/for-buyers/programme-root.pem"] + Self.word).expect(0)
    try trust(desk, ["add", "trust", "cluster/for-buyers/programme-crls.pem"]).expect(0)
    try desk.readiness("verify", "bid.asice", "--trust", "trust").expect(0)
    try programme.run(
      "authority",
      "revoke",
      "cluster",
      serial,
      "--reason",
      "key-compromise",
      "--since",
      "2026-11-20",
      passphrase: ProgrammeDesk.issuing
    ).expect(0)
    try trust(desk, ["add", "trust", "cluster/for-buyers/programme-crls.pem"]).expect(0)
    let run = try desk.readiness("verify", "bid.asice", "--trust", "trust")
    run.expect(4)
    #expect(run.outputText.contains("certificate-revoked"))
  }

  @Test func `what is removed stays as a comment, and its first day is remembered`() throws {
    let desk = try Desk.attested()
    let print = try fingerprint(desk)
    try trust(desk, ["add", "trust", "bid.asice"] + Self.word).expect(0)
    let run = try trust(desk, ["remove", "trust", String(print.prefix(8))])
    run.expect(0)
    #expect(run.outputText == "Removed from trust: the key \(print)\n")
    #expect(try desk.folder.text("trust/keys.txt").contains("# removed 2026-11-23: \(print); "))
    try desk.readiness("verify", "bid.asice", "--trust", "trust").expect(3)
    try trust(desk, ["add", "trust", "bid.asice"] + Self.word, now: "2026-12-24T10:00:00Z").expect(
      0
    )
    #expect(
      try desk.folder.text("trust/keys.txt").contains("; 2026-12-24; first seen 2026-11-23\n")
    )
  }

  @Test func `too few digits, unknown ones and paths out of the folder remove nothing`() throws {
    let desk = try Desk.attested()
    try trust(desk, ["add", "trust", "bid.asice"] + Self.word).expect(0)
    let before = try desk.folder.text("trust/keys.txt")
    let print = try fingerprint(desk)
    for what in [String(print.prefix(7)), "keys.txt", "../bid.asice", "", "00000000"] {
      let run = try trust(desk, ["remove", "trust", what])
      #expect(run.status == 1, "\(what)")
      #expect(run.errorText.contains("trusts nothing that is called"), "\(what)")
    }
    #expect(try desk.folder.text("trust/keys.txt") == before)
    #expect(desk.folder.has("bid.asice"))
    try trust(desk, ["list", "nowhere"]).expect(
      1,
      error: "there is no folder nowhere",
      hints: "readiness trust add nowhere FILE makes it"
    )
  }

  @Test func `a second key for one firm is pointed out`() throws {
    let desk = try Desk.attested()
    try trust(desk, ["add", "trust", "bid.asice"] + Self.word).expect(0)
    let other = String(repeating: "ab", count: 32)
    let run = try trust(
      desk,
      ["add", "trust", other, "--register", "GB-COH 99999999"] + Self.word
    )
    run.expect(0)
    #expect(run.outputText.contains("Another key is trusted for this firm"))
    let listed = try trust(desk, ["list", "trust"])
    #expect(listed.outputText.hasPrefix("Keys: 2\n"))
  }
}
