import TestSupport
import Testing

/// `key create`, `key show`, and pass phrases.
struct KeyTests {
  private func create(
    _ desk: Desk,
    _ more: String...,
    passphrase: String = Desk.passphrase
  ) throws -> RunningProcess.Finished {
    try RunningProgram.run(
      ["key", "create", "firm", "--passphrase-fd", "3"] + more,
      in: desk.folder,
      passphrase: passphrase
    )
  }

  private func fingerprint(_ desk: Desk) throws -> String {
    let shown = try desk.readiness("key", "show", "firm").outputText
    let line = shown.split(separator: "\n").last { $0.hasPrefix("  ") }
    return String(line?.dropFirst(2) ?? "")
  }

  @Test func `a key is made for the firm in the answers, encrypted, 0600 in a folder of 0700`()
    throws
  {
    let desk = try Desk()
    try desk.makeFirm()
    let run = try create(desk)
    run.expect(0)
    #expect(run.outputText.contains("Firm:       Example Precision Engineering Ltd\n"))
    #expect(run.outputText.contains("Register:   GB-COH 99999999\n"))
    #expect(run.outputText.contains("Made firm/key/key.pem and firm/key/certificate.pem.\n"))
    #expect(run.outputText.contains("it cannot be recovered."))
    #expect(try desk.folder.permissions(of: "firm/key") == 0o700)
    #expect(try desk.folder.permissions(of: "firm/key/key.pem") == 0o600)
    #expect(try desk.folder.permissions(of: "firm/key/certificate.pem") == 0o600)
    let key = try desk.folder.text("firm/key/key.pem")
    #expect(key.hasPrefix("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"))
  }

  @Test func `stock OpenSSL opens the key with the pass phrase and with no other`() throws {
    let desk = try Desk()
    try desk.makeFirm()
    try desk.makeKey()
    for (passphrase, opens) in [(Desk.passphrase, true), ("another pass phrase", false)] {
      var openssl = RunningProcess(
        ["openssl", "pkey", "-in", "firm/key/key.pem", "-noout", "-passin", "fd:3"],
        in: desk.folder.path
      )
      openssl.descriptors[3] = Array((passphrase + "\n").utf8)
      #expect((try openssl.run().status == 0) == opens)
    }
  }

  @Test func `the fingerprint that is shown is the one that stock OpenSSL shows`() throws {
    let desk = try Desk()
    try desk.makeFirm()
    try desk.makeKey()
    let openssl = try RunningProcess(
      ["openssl", "x509", "-in", "firm/key/certificate.pem", "-noout", "-fingerprint", "-sha256"],
      in: desk.folder.path
    ).succeed()
    let theirs = openssl.outputText.split(separator: "=").last?.filter { $0.isHexDigit }
    #expect(try fingerprint(desk) == theirs?.lowercased())
  }

  @Test func `a key is not replaced unless asked, and then the old one is kept aside`() throws {
    let desk = try Desk()
    try desk.makeFirm()
    try desk.makeKey()
    let before = try desk.folder.read("firm/key/key.pem")
    let old = try fingerprint(desk)
    try create(desk).expect(
      1,
      error: "firm has a signing key already",
      hints: "readiness key show firm shows it",
      "--replace makes a new one; say so to the buyers who know the old one"
    )
    #expect(try desk.folder.read("firm/key/key.pem") == before)
    try create(desk, "--replace").expect(0)
    #expect(try fingerprint(desk) != old)
    let aside = try desk.folder.names(in: "firm/key").filter { $0.hasPrefix("replaced-") }
    try #require(aside.count == 2)
    #expect(try desk.folder.read("firm/key/" + aside[1]) == before)
    for name in aside { #expect(try desk.folder.permissions(of: "firm/key/" + name) == 0o600) }
  }

  @Test func `two replacements in the same second lose no key`() throws {
    let desk = try Desk()
    try desk.makeFirm()
    try desk.makeKey()
    let first = try desk.folder.read("firm/key/key.pem")
    try create(desk, "--replace").expect(0)
    let second = try desk.folder.read("firm/key/key.pem")
    try create(desk, "--replace").expect(0)
    let kept = try desk.folder.names(in: "firm/key").map { try desk.folder.read("firm/key/" + $0) }
    let losesNone = kept.contains(first) && kept.contains(second)
    #expect(losesNone)
  }

  @Test func `a pass phrase shorter than 12 characters makes no key`() throws {
    let desk = try Desk()
    try desk.makeFirm()
    try create(desk, passphrase: "elevenchars").expect(
      1,
      error: "the pass phrase is shorter than 12 characters",
      hints: "choose three or more words"
    )
    #expect(!desk.folder.has("firm/key"))
  }

  @Test func `a wrong pass phrase signs nothing and says that it cannot be recovered`() throws {
    let desk = try Desk()
    try desk.makeFirm()
    try desk.makeKey()
    try desk.attest(passphrase: "not the pass phrase").expect(
      1,
      error: "that is not the pass phrase of firm/key/key.pem",
      hints: "try again; nothing was changed",
      "a forgotten pass phrase cannot be recovered: make a new key with: "
        + "readiness key create firm --replace",
      "files already sent stay valid, but old disclosures can no longer be presented under "
        + "a new key; tell your buyers the new fingerprint"
    )
    #expect(!desk.folder.has("bid.asice"))
    #expect(!desk.folder.has("firm/issued"))
  }

  @Test func `a pass phrase is never shown and never stored`() throws {
    let desk = try Desk()
    try desk.makeFirm()
    let runs = [
      try create(desk), try desk.attest(), try desk.attest(passphrase: "a wrong pass phrase"),
    ]
    for run in runs {
      for stream in [run.outputText, run.errorText] {
        #expect(!stream.contains(Desk.passphrase))
        #expect(!stream.contains("a wrong pass phrase"))
      }
    }
    let found = try RunningProcess(
      ["grep", "-r", "-l", "-F", Desk.passphrase, "."],
      in: desk.folder.path
    ).run()
    #expect(found.status == 1, "\(found.outputText)")
  }

  @Test func `without a terminal and without a descriptor it says how to give the phrase`() throws {
    let desk = try Desk()
    try desk.makeFirm()
    // A session of its own has no terminal, however the tests are run.
    let run = try RunningProcess(
      ["setsid", "-w", RunningProgram.path, "key", "create", "firm"],
      in: desk.folder.path,
      environment: RunningProgram.environment()
    ).run()
    #expect(run.status == 1)
    #expect(run.errorText.contains("there is no terminal to ask for the pass phrase at\n"))
    #expect(run.errorText.contains("hint: give it with --passphrase-fd 3 3<FILE\n"))
    #expect(!desk.folder.has("firm/key"))
  }

  @Test func `a firm without a name is told which question to answer first`() throws {
    let desk = try Desk()
    try desk.write(["A1.3": .number(12)], as: "some.json")
    try desk.readiness("assess", "firm", "--answers", "some.json").expect(3)
    let run = try create(desk)
    run.expect(1)
    #expect(run.errorText.hasPrefix("readiness: error: A1.1: "))
    #expect(run.errorText.contains("hint: answer it with: readiness assess firm --section A1\n"))
    #expect(!desk.folder.has("firm/key"))
  }

  @Test func `there is no key to show before one is made`() throws {
    let desk = try Desk()
    try desk.makeFirm()
    try desk.readiness("key", "show", "firm").expect(
      1,
      error: "firm has no signing key yet",
      hints: "make one with: readiness key create firm"
    )
  }

  @Test func `a key file that is broken says so and how to make a new one`() throws {
    let desk = try Desk()
    try desk.makeFirm()
    try desk.makeKey()
    try desk.folder.write("garbage".utf8, as: "firm/key/key.pem")
    let run = try desk.attest()
    run.expect(1)
    #expect(run.errorText.contains("readiness key create firm --replace"))
    try desk.folder.write("garbage".utf8, as: "firm/key/certificate.pem")
    try desk.readiness("key", "show", "firm").expect(
      1,
      error: "firm/key/certificate.pem is not a certificate",
      hints: "make a new key with: readiness key create firm --replace"
    )
  }
}
