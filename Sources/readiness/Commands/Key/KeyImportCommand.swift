import ArgumentParser
import ReadinessAttestation
import ReadinessCore

/// Takes over a certificate, or a key with its certificate, from elsewhere.
struct KeyImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Use a programme's certificate, or a key and certificate from a PKCS#12 file.",
    discussion: """
      Examples:
        readiness key import my-firm --certificate answer.pem   its answer
        readiness key import my-firm --pkcs12 seal.p12          a given key

      What was there is kept aside. The fingerprint of the certificate changes:
      buyers who trust the old fingerprint need the new one; buyers who trust the
      programme need nothing.

      Without a terminal: --pkcs12-passphrase-fd 3 (the file's), --passphrase-fd 4
      (the new one).
      """
  )

  @Argument(help: "The firm's folder.")
  var folder: String

  @Option(help: "The programme's answer: your certificate and those above it (PEM).")
  var certificate: String?

  @Option(help: "A PKCS#12 file (.p12, .pfx) with a key and its certificate.")
  var pkcs12: String?

  @Flag(help: "Replace the key that is there (with --pkcs12); the old one is kept aside.")
  var replace = false

  @Option(help: "Read the pass phrase of the PKCS#12 file from this file descriptor.")
  var pkcs12PassphraseFd: Int32?

  @Option(help: "Read the pass phrase under which the key is kept from this file descriptor.")
  var passphraseFd: Int32?

  func validate() throws {
    guard (certificate == nil) != (pkcs12 == nil) else {
      throw ValidationError("give either --certificate or --pkcs12")
    }
  }

  func run() throws {
    let assessor = try Packs.assessor()
    let workspace = try Workspace.locked(folder)
    let store = KeyStore(workspace: workspace)
    let now = try Clock.now()
    let subject = try KeyCommand.Create.subject(workspace, assessor, now)
    if let certificate {
      try takeAnswer(certificate, store, subject, now)
    } else if let pkcs12 {
      try takeBundle(pkcs12, store, subject, now)
    }
    KeyCommand.Show.show(try store.certificate())
  }

  // MARK: A programme's answer

  private func takeAnswer(
    _ path: String,
    _ store: KeyStore,
    _ subject: Statement.Subject,
    _ now: Instant
  ) throws {
    let present = try store.certificate()
    let bytes = try Files.read(path, limit: 1 << 20)
    guard let given = try? Certificate.read(bytes), !given.isEmpty else {
      throw Failure(
        "\(path) holds no certificates",
        hint: "it is the .pem file that the programme sent, not the request"
      )
    }
    guard let own = given.first(where: { $0.hasKey(of: present) && !$0.isAuthority }) else {
      throw Failure(
        "\(path): no certificate in it is for the key in \(store.folder)",
        hint: "the key may have been replaced since the request: make a new request"
      )
    }
    try store.check(own, for: subject, at: now, path)
    let chain = Self.chain(of: own, in: given)
    guard !chain.isEmpty || own.isSelfSigned else {
      throw Failure(
        "\(path): the certificate of the authority that issued yours is not in it",
        hint: "ask the programme for the whole chain in one file"
      )
    }
    try store.putAside(at: now)
    try store.write([own] + chain)
    let vouched = "Your key is vouched for by \(TextLayout.harmless(own.issuer.description))."
    for line in TextLayout.wrap(vouched, width: Console.width) { Console.print(line) }
    Console.print("Files that you sign from now on carry that.")
  }

  /// The certificates above one, each having issued the one before; roots are left out.
  private static func chain(of certificate: Certificate, in all: [Certificate]) -> [Certificate] {
    var chain: [Certificate] = []
    var last = certificate
    while chain.count < 8, !last.isSelfSigned,
      let next = all.first(where: { $0 != last && last.isIssued(by: $0) }), !chain.contains(next)
    {
      chain.append(next)
      last = next
    }
    return chain.filter { !$0.isSelfSigned || chain.count == 1 }
  }

  // MARK: PKCS#12

  private func takeBundle(
    _ path: String,
    _ store: KeyStore,
    _ subject: Statement.Subject,
    _ now: Instant
  ) throws {
    guard replace || !Files.exists(store.keyFile) else {
      throw Failure(
        "\(folder) has a signing key already",
        hint: "--replace puts the one from \(path) in its place; the old one is kept aside"
      )
    }
    let bytes = try Files.read(path, limit: 1 << 20)
    var opening = try Passphrase.ask(pkcs12PassphraseFd, prompt: "Pass phrase of \(path): ")
    let key: SigningKey
    let certificates: [Certificate]
    do {
      (key, certificates) = try SigningKey.openPKCS12(bytes, passphrase: &opening)
    } catch {
      throw Self.failure(error, path)
    }
    try store.check(certificates[0], for: subject, at: now, path)
    if case .rsa(let bits) = key.kind, bits < 3_072 {
      Console.note(
        "Note: an RSA key of \(bits) bits; buyers get a remark. Better 3072 bits or P-256."
      )
    }
    var passphrase = try Passphrase.askNew(passphraseFd)
    let sealed = try key.encrypted(passphrase: &passphrase)
    try Files.makeFolder(store.folder)
    try store.putAside(at: now)
    try Files.write(sealed, to: store.keyFile)
    try store.write(
      [certificates[0]] + Self.chain(of: certificates[0], in: Array(certificates.dropFirst()))
    )
    Console.print("Took over the key and its certificate; the key is encrypted anew.")
  }

  private static func failure(_ error: CryptoError, _ path: String) -> Failure {
    switch error.code {
    case .wrongPassphrase:
      Failure("that is not the pass phrase of \(path)", hint: "try again; nothing was changed")
    case .outdated:
      Failure(
        "\(path) is encrypted in an old way (RC2 with 40 bits, or the like) that is not opened here",
        hints: [
          "export it again, on a machine that you trust:",
          "openssl pkcs12 -legacy -in \(path) -out pair.pem",
          "openssl pkcs12 -export -in pair.pem -out new.p12",
          "then import new.p12, and delete pair.pem and the old file",
        ]
      )
    case .keyDoesNotFit:
      Failure(
        "\(path): no certificate in it is for its key",
        hint: "export key and certificate together again from where they came"
      )
    case .unsupported:
      Failure("\(path): \(error)", hint: "use a P-256, P-384, or RSA key of 2048 bits or more")
    case .failed, .malformed, .notEncrypted:
      Failure("\(path) is no PKCS#12 file that can be read", hint: "it ends in .p12 or .pfx")
    }
  }
}
