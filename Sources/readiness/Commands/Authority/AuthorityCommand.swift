import ArgumentParser
import ReadinessAttestation
import ReadinessCore

/// A programme that vouches for its firms' keys.
struct AuthorityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "authority",
    abstract: "For a cluster or growth hub: vouch for your firms' keys.",
    discussion: """
      Buyers then trust one root certificate instead of each firm's key. Examples:
        readiness authority init cluster --name "Cluster of the Fells"
        readiness authority issue cluster firm.csr      vouch for a firm
        readiness authority revoke cluster SERIAL --reason superseded
        readiness authority crl cluster                 list what was revoked
        readiness authority status cluster              what ends when

      Vouching says: this key belongs to this organisation. It says nothing of the
      firm's readiness.
      """,
    subcommands: [
      AuthorityInitCommand.self, AuthorityIssueCommand.self, AuthorityRevokeCommand.self,
      AuthorityListsCommand.self, AuthorityListCommand.self, AuthorityStatusCommand.self,
    ]
  )
}

/// Begins a programme's authority.
struct AuthorityInitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make the root and the issuing authority of a programme.",
    discussion: """
      Example:
        readiness authority init cluster --name "Cluster of the Fells" \\
          --root-key /media/stick/root.pem

      Two keys under two pass phrases: the root's, needed twice a year, belongs on a
      stick in a safe; the issuing one is used to vouch for firms. Print the root's
      fingerprint where buyers see it: in the tender documents, on the programme's
      own page.

      Without a terminal: --root-passphrase-fd 3 --passphrase-fd 4 3<FILE 4<FILE
      """
  )

  @Argument(help: "The authority's folder, which is made.")
  var folder: String

  @Option(help: "The programme's name, as firms and buyers know it.")
  var name: String

  @Option(help: "Where to put the root's key; without it, in the folder.")
  var rootKey: String?

  @Option(help: "Read the root key's pass phrase from this file descriptor.")
  var rootPassphraseFd: Int32?

  @Option(help: "Read the issuing key's pass phrase from this file descriptor.")
  var passphraseFd: Int32?

  func validate() throws {
    let plain = TextLayout.harmless(name)
    guard plain == name, !name.isEmpty, name.unicodeScalars.count <= 64, !name.hasPrefix(" "),
      !name.hasSuffix(" ")
    else { throw ValidationError("--name must be 1 to 64 characters that can be seen") }
  }

  func run() throws {
    let authority = try AuthorityFolder.new(folder)
    let now = try Clock.now()
    let rootFile = rootKey ?? authority.rootKeyFile
    guard !Files.exists(rootFile) else {
      throw Failure("\(rootFile) is there already", hint: "name another file with --root-key")
    }
    var rootPassphrase = try Passphrase.askNew(rootPassphraseFd, of: "the root key")
    var passphrase = try Passphrase.askNew(passphraseFd, of: "the issuing key")
    let rootKey = try SigningKey.create()
    let root = try Programme.root(
      name: name,
      key: rootKey,
      serial: try RandomSource.serial(),
      from: now
    )
    let key = try SigningKey.create()
    let issuing = try Programme.issuing(
      name: name,
      key: key,
      serial: try RandomSource.serial(),
      from: now,
      root: root,
      rootKey: rootKey
    )
    try Files.write(try rootKey.encrypted(passphrase: &rootPassphrase), to: rootFile)
    try Files.write(try key.encrypted(passphrase: &passphrase), to: authority.issuingKeyFile)
    try authority.record(
      [.began(part: .root, certificate: root), .began(part: .issuing, certificate: issuing)],
      at: now
    )
    let lists = AuthorityLists(authority: authority, now: now)
    _ = try lists.make(.root, key: rootKey)
    _ = try lists.make(.issuing, key: key)

    Console.print("\(TextLayout.harmless(name)) vouches for its firms from now on.")
    Console.print("  \(rootFile)  the root's key: put it on a stick, and the stick into a safe")
    Console.print("  \(authority.issuingKeyFile)  the issuing key")
    Console.print("  \(authority.rootFile)  for the buyers' trust folder")
    Console.print("  \(authority.listsFile)  for the buyers, a new one each week")
    Console.print("  \(authority.logFile)  what was done and why; keep copies elsewhere")
    Console.print("Fingerprint of the root (SHA-256), for the tender documents:")
    for line in Fingerprint.grouped(root.fingerprint).split(separator: "\n") {
      Console.print("  " + line)
    }
  }
}
