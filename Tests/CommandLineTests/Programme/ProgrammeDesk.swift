import TestSupport
import Testing

/// A desk with the example firm, its key, its request, and a programme's authority.
struct ProgrammeDesk {
  let desk: Desk

  /// Both pass phrases of the authority, the root's first, as one reads them from one descriptor.
  static let both = "root pass phrase\nissuing pass phrase"
  static let root = "root pass phrase"
  static let issuing = "issuing pass phrase"

  init() throws {
    desk = try Desk()
    try desk.makeFirm()
    try desk.makeKey()
    try run("key", "request", "firm", "--out", "firm.csr", passphrase: Desk.passphrase).expect(0)
    try run(
      "authority",
      "init",
      "cluster",
      "--name",
      "Cluster of the Fells",
      "--root-key",
      "stick.pem",
      "--root-passphrase-fd",
      "3",
      passphrase: Self.both
    ).expect(0)
  }

  /// Runs the program with `--passphrase-fd 3` where there is a pass phrase.
  func run(
    _ arguments: String...,
    passphrase: String? = nil,
    now: String = Desk.november.now
  ) throws -> RunningProcess.Finished {
    try RunningProgram.run(
      arguments + (passphrase == nil ? [] : ["--passphrase-fd", "3"]),
      in: desk.folder,
      environment: ["READINESS_NOW": now],
      passphrase: passphrase
    )
  }

  /// The fingerprint of the firm's key, as stock tools print it.
  func keyFingerprint() throws -> String {
    let command =
      "openssl req -in firm.csr -pubkey -noout | openssl pkey -pubin -outform DER | sha256sum"
    let output = try RunningProcess(["sh", "-c", command], in: desk.folder.path).succeed()
    return String(output.outputText.prefix(64))
  }

  /// Vouches for the firm; gives back the serial number.
  @discardableResult
  func issue() throws -> String {
    try run(
      "authority",
      "issue",
      "cluster",
      "firm.csr",
      "--confirmed",
      keyFingerprint(),
      "--why",
      "member; telephoned",
      passphrase: Self.issuing
    ).expect(0)
    let file = try #require(try desk.folder.names(in: "cluster/issued").first)
    return String(file.dropLast(".pem".count))
  }

  /// Puts the programme's answer to use and signs.
  func attest(_ serial: String) throws {
    try run("key", "import", "firm", "--certificate", "cluster/issued/\(serial).pem").expect(0)
    try desk.attest().expect(0)
  }

  func verify(
    lists: Bool = true,
    now: String = Desk.november.now
  ) throws -> RunningProcess.Finished {
    try RunningProgram.run(
      ["verify", "bid.asice", "--trust", "cluster/for-buyers/programme-root.pem"]
        + (lists ? ["--crl", "cluster/for-buyers/programme-crls.pem"] : []),
      in: desk.folder,
      environment: ["READINESS_NOW": now]
    )
  }
}
