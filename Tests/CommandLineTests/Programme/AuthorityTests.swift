import TestSupport
import Testing

/// `authority init`, `issue`, `revoke`, `crl`, `list`, `status`, and what buyers see of it.
struct AuthorityTests {
  @Test func `a firm that a programme vouches for is valid with the lists, undecided without`()
    throws
  {
    let programme = try ProgrammeDesk()
    try programme.attest(try programme.issue())
    let good = try programme.verify()
    good.expect(0)
    #expect(good.outputText.contains("trust: vouched for by CN=Cluster of the Fells root"))
    let without = try programme.verify(lists: false)
    without.expect(3)
    #expect(without.outputText.contains("crl-missing"))
    let late = try programme.verify(now: "2026-12-24T10:00:00Z")
    late.expect(3)
    #expect(late.outputText.contains("crl-stale"))
    let off = try programme.run(
      "verify",
      "bid.asice",
      "--trust",
      "cluster/for-buyers/programme-root.pem",
      "--revocation",
      "off"
    )
    off.expect(0)
    #expect(off.outputText.contains("revocation-not-checked"))
  }

  @Test func `stock OpenSSL accepts the programme's certificates and lists`() throws {
    let programme = try ProgrammeDesk()
    let serial = try programme.issue()
    let command = """
      cat cluster/for-buyers/*.pem > trust.pem
      openssl verify -x509_strict -crl_check_all -attime 1795514400 -no-CApath -no-CAstore \
        -CAfile trust.pem -untrusted cluster/issued/\(serial).pem cluster/issued/\(serial).pem
      """
    let openssl = try RunningProcess(["sh", "-c", command], in: programme.desk.folder.path).run()
    #expect(openssl.status == 0, "\(openssl.errorText)")
  }

  @Test func `a revoked firm is rejected, and it is said whom to tell`() throws {
    let programme = try ProgrammeDesk()
    let serial = try programme.issue()
    try programme.attest(serial)
    try programme.desk.folder.write(
      Array("Example Buyer, Prime Ltd\n".utf8),
      as: "cluster/recipients.txt"
    )
    let revoke = try programme.run(
      "authority",
      "revoke",
      "cluster",
      serial.uppercased(),
      "--reason",
      "key-compromise",
      "--since",
      "2026-11-20",
      passphrase: ProgrammeDesk.issuing
    )
    revoke.expect(0)
    #expect(revoke.outputText.contains("  Example Buyer, Prime Ltd\n"))
    let verify = try programme.verify()
    verify.expect(4)
    #expect(verify.outputText.contains("certificate-revoked"))
    let list = try programme.run("authority", "list", "cluster")
    #expect(list.outputText.contains("revoked on 23 November 2026 (key-compromise)"))
    #expect(list.outputText.contains("why            member; telephoned"))
    let again = try programme.run(
      "authority",
      "revoke",
      "cluster",
      serial,
      "--reason",
      "superseded",
      passphrase: ProgrammeDesk.issuing
    )
    again.expect(1)
    // The key never comes back.
    let issue = try programme.run(
      "authority",
      "issue",
      "cluster",
      "firm.csr",
      "--confirmed",
      try programme.keyFingerprint(),
      "--why",
      "again",
      passphrase: ProgrammeDesk.issuing
    )
    issue.expect(1)
    #expect(issue.errorText.contains("somebody else may have it"))
  }

  @Test func `nothing is issued for a key that nobody confirmed, nor without a reason`() throws {
    let programme = try ProgrammeDesk()
    let unconfirmed = try programme.run(
      "authority",
      "issue",
      "cluster",
      "firm.csr",
      "--why",
      "member",
      "--confirmed",
      String(repeating: "0", count: 64),
      passphrase: ProgrammeDesk.issuing
    )
    unconfirmed.expect(64)
    let unreasoned = try programme.run(
      "authority",
      "issue",
      "cluster",
      "firm.csr",
      "--confirmed",
      try programme.keyFingerprint(),
      passphrase: ProgrammeDesk.issuing
    )
    unreasoned.expect(64)
    let wrong = try programme.run(
      "authority",
      "issue",
      "cluster",
      "firm.csr",
      "--why",
      "member",
      "--confirmed",
      try programme.keyFingerprint(),
      passphrase: ProgrammeDesk.root
    )
    wrong.expect(1)
    let list = try programme.run("authority", "list", "cluster")
    #expect(list.outputText == "Nobody yet.\n")
    #expect(!programme.desk.folder.has("cluster/issued"))
  }

  @Test func `status exits 2 when a list is due within seven days, crl mends it`() throws {
    let programme = try ProgrammeDesk()
    try programme.run("authority", "status", "cluster").expect(0)
    // The list holds until 23 December, ten in the morning.
    try programme.run("authority", "status", "cluster", now: "2026-12-15T09:59:59Z").expect(0)
    let due = try programme.run("authority", "status", "cluster", now: "2026-12-15T10:00:01Z")
    due.expect(2)
    #expect(due.outputText.contains("make the next one: readiness authority crl cluster\n"))
    try programme.run(
      "authority",
      "crl",
      "cluster",
      passphrase: ProgrammeDesk.issuing,
      now: "2026-12-16T10:00:00Z"
    ).expect(0)
    try programme.run("authority", "status", "cluster", now: "2026-12-16T10:00:01Z").expect(0)
    let root = try programme.run("authority", "status", "cluster", now: "2027-05-19T10:00:00Z")
    root.expect(2)
    #expect(root.outputText.contains("crl cluster --root\n"))
  }

  @Test func `the root's list needs the root's key, wherever that is kept`() throws {
    let programme = try ProgrammeDesk()
    let missing = try programme.run("authority", "crl", "cluster", "--root")
    missing.expect(1)
    #expect(missing.errorText.contains("put the stick in"))
    let made = try programme.run(
      "authority",
      "crl",
      "cluster",
      "--root",
      "--root-key",
      "stick.pem",
      "--root-passphrase-fd",
      "3",
      passphrase: ProgrammeDesk.root
    )
    made.expect(0)
    let other = try programme.run(
      "authority",
      "crl",
      "cluster",
      "--root",
      "--root-key",
      "cluster/issuing-key.pem",
      "--root-passphrase-fd",
      "3",
      passphrase: ProgrammeDesk.issuing
    )
    other.expect(1)
    #expect(try programme.desk.folder.permissions(of: "stick.pem") == 0o600)
    #expect(try programme.desk.folder.permissions(of: "cluster/issuing-key.pem") == 0o600)
  }

  @Test func `a delta list tells buyers what is new`() throws {
    let programme = try ProgrammeDesk()
    let serial = try programme.issue()
    try programme.attest(serial)
    let before = try programme.desk.folder.read("cluster/for-buyers/programme-crls.pem")
    let crl = try programme.run(
      "authority",
      "crl",
      "cluster",
      "--delta",
      passphrase: ProgrammeDesk.issuing
    )
    crl.expect(0)
    #expect(crl.outputText.contains("delta list"))
    let after = try programme.desk.folder.read("cluster/for-buyers/programme-crls.pem")
    #expect(after.count > before.count)
    try programme.verify().expect(0)
  }

  @Test func `a changed log is noticed before anything is done`() throws {
    let programme = try ProgrammeDesk()
    try programme.issue()
    let log = try programme.desk.folder.text("cluster/log.jsonl")
    let changed = log.split(separator: "\n").map { line in
      line.contains("\"issue\"") ? line.dropLast(2) + "0\"}" : line
    }.joined(separator: "\n")
    #expect(log.contains("member; telephoned"))
    try programme.desk.folder.write(Array((changed + "\n").utf8), as: "cluster/log.jsonl")
    for command in ["status", "list"] {
      let run = try programme.run("authority", command, "cluster")
      run.expect(4)
      #expect(run.errorText.contains("log.jsonl: line "))
    }
  }

  @Test func `a second authority never takes the place of the first`() throws {
    let programme = try ProgrammeDesk()
    let again = try programme.run(
      "authority",
      "init",
      "cluster",
      "--name",
      "X",
      "--root-passphrase-fd",
      "3",
      passphrase: ProgrammeDesk.both
    )
    again.expect(1)
    try programme.run("authority", "status", "nowhere").expect(1)
  }
}
