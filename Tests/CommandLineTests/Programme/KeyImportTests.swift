import TestSupport
import Testing

/// `key import` and `key rotate`.
struct KeyImportTests {
  private let desk: Desk
  private static let usage = [
    "basicConstraints=critical,CA:FALSE", "keyUsage=critical,digitalSignature,nonRepudiation",
    "extendedKeyUsage=emailProtection",
  ]

  init() throws {
    desk = try Desk()
    try desk.makeFirm()
  }

  /// Makes `k.pem` and `c.pem` for the example firm with stock OpenSSL.
  private func makePair(register: String = "NTRGB-99999999", _ usage: [String] = usage) throws {
    let subject = "/C=GB/O=Example Ltd/organizationIdentifier=\(register)/CN=seal"
    try openssl(
      [
        "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "k.pem", "-out", "c.pem",
        "-days", "3650", "-set_serial", "0x5A5A5A5A5A5A5A5A", "-subj", subject,
      ] + usage.flatMap { ["-addext", $0] }
    )
  }

  private func openssl(_ arguments: [String]) throws {
    try RunningProcess(["openssl"] + arguments, in: desk.folder.path).succeed()
  }

  /// After the pair was made by the machine's clock.
  private func takeBundle(_ file: String, _ passphrase: String = "abc") throws
    -> RunningProcess.Finished
  {
    let date = try RunningProcess(["date", "-u", "+%Y-%m-%dT%H:%M:%SZ"], in: desk.folder.path)
      .succeed().outputText
    return try RunningProgram.run(
      [
        "key", "import", "firm", "--pkcs12", file, "--pkcs12-passphrase-fd", "3",
        "--passphrase-fd", "3",
      ],
      in: desk.folder,
      environment: ["READINESS_NOW": String(date.dropLast())],
      passphrase: passphrase + "\n" + Desk.passphrase
    )
  }

  @Test(arguments: [
    [], ["-keypbe", "PBE-SHA1-3DES", "-certpbe", "PBE-SHA1-3DES", "-macalg", "sha1"],
  ])
  func `a key from a PKCS#12 file is kept encrypted anew, and signs`(options: [String]) throws {
    try makePair()
    try openssl(
      ["pkcs12", "-export", "-inkey", "k.pem", "-in", "c.pem", "-passout", "pass:abc", "-out"]
        + ["good.p12"] + options
    )
    let run = try takeBundle("good.p12")
    run.expect(0)
    #expect(run.errorText.contains("RSA key of 2048 bits"))
    let key = try desk.folder.text("firm/key/key.pem")
    #expect(key.hasPrefix("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"))
    try takeBundle("good.p12").expect(1)
  }

  @Test func `an old RC2-40 file is refused with the commands that export it again`() throws {
    try makePair()
    try openssl([
      "pkcs12", "-export", "-legacy", "-inkey", "k.pem", "-in", "c.pem", "-passout", "pass:abc",
      "-out", "old.p12",
    ])
    let run = try takeBundle("old.p12")
    run.expect(1)
    #expect(run.errorText.contains("hint: openssl pkcs12 -legacy -in old.p12 -out pair.pem\n"))
    #expect(!desk.folder.has("firm/key/key.pem"))
  }

  @Test func `a wrong pass phrase, a key without its certificate and garbage are told apart`()
    throws
  {
    try makePair()
    let out = ["-passout", "pass:abc", "-out"]
    try openssl(["pkcs12", "-export", "-inkey", "k.pem", "-in", "c.pem"] + out + ["good.p12"])
    try openssl(["pkcs12", "-export", "-nocerts", "-inkey", "k.pem"] + out + ["alone.p12"])
    let wrong = try takeBundle("good.p12", "abd")
    wrong.expect(
      1,
      error: "that is not the pass phrase of good.p12",
      hints: "try again; nothing was changed"
    )
    let alone = try takeBundle("alone.p12")
    alone.expect(1)
    #expect(alone.errorText.contains("no certificate in it is for its key"))
    let garbage = try takeBundle("c.pem")
    garbage.expect(1)
    #expect(garbage.errorText.contains("no PKCS#12 file"))
    #expect(!desk.folder.has("firm/key/key.pem"))
  }

  @Test func `a certificate for another organisation or another use is refused`() throws {
    func bundle() throws -> RunningProcess.Finished {
      try openssl([
        "pkcs12", "-export", "-inkey", "k.pem", "-in", "c.pem", "-passout", "pass:abc", "-out",
        "b.p12",
      ])
      return try takeBundle("b.p12")
    }
    try makePair(register: "NTRGB-09999999")
    let other = try bundle()
    other.expect(1)
    #expect(other.errorText.contains("the certificate is for NTRGB-09999999"))
    try makePair(["keyUsage=critical,digitalSignature", "extendedKeyUsage=serverAuth"])
    let server = try bundle()
    server.expect(1)
    #expect(server.errorText.contains("not for signing documents"))
  }

  @Test func `a programme's answer for another key is refused`() throws {
    let programme = try ProgrammeDesk()
    let serial = try programme.issue()
    try programme.run("key", "create", "firm", "--replace", passphrase: Desk.passphrase).expect(0)
    let run = try programme.run(
      "key",
      "import",
      "firm",
      "--certificate",
      "cluster/issued/\(serial).pem"
    )
    run.expect(1)
    #expect(run.errorText.contains("no certificate in it is for the key in firm/key"))
  }

  @Test func `a new key is told by the old one, as stock OpenSSL confirms`() throws {
    try desk.makeKey()
    let old = try desk.folder.text("firm/key/certificate.pem")
    try desk.folder.write(Array(old.utf8), as: "old.pem")
    let run = try RunningProgram.run(
      [
        "key", "rotate", "firm", "--out", "note.cms", "--passphrase-fd", "3",
        "--new-passphrase-fd", "3",
      ],
      in: desk.folder,
      passphrase: Desk.passphrase + "\nanother pass phrase"
    )
    run.expect(0)
    #expect(try desk.folder.text("firm/key/certificate.pem") != old)
    let verify = [
      "openssl", "cms", "-verify", "-inform", "PEM", "-in", "note.cms", "-partial_chain",
      "-no-CApath", "-no-CAstore", "-attime", "1795514400", "-CAfile",
    ]
    let good = try RunningProcess(verify + ["old.pem"], in: desk.folder.path).run()
    #expect(good.status == 0, "\(good.errorText)")
    let shown = try desk.readiness("key", "show", "firm").outputText
    let line = shown.split(separator: "\n").last { $0.hasPrefix("  ") }
    let fingerprint = try #require(line?.dropFirst(2))
    #expect(good.outputText.contains("New certificate, SHA-256: \(fingerprint)"))
    let bad = try RunningProcess(
      verify + ["firm/key/certificate.pem"],
      in: desk.folder.path
    ).run()
    #expect(bad.status != 0)
    // The new key signs.
    try desk.attest(passphrase: "another pass phrase").expect(0)
  }
}
