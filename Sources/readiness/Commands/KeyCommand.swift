import ArgumentParser
import ReadinessAttestation
import ReadinessCore

/// The firm's signing key.
struct KeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key",
    abstract: "Make and show the firm's signing key.",
    discussion: """
      Examples:
        readiness key create my-firm
        readiness key show my-firm
      """,
    subcommands: [Create.self, Show.self]
  )

  struct Create: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make a signing key and its certificate.",
      discussion: """
        Example:
          readiness key create my-firm

        The key is kept in my-firm/key, encrypted under a pass phrase that you choose. Nobody can
        recover the pass phrase. If it is lost, --replace makes a new key; then:
          files that you sent stay valid;
          answers that they seal can no longer be shown under the new key;
          tell each buyer the new fingerprint, by telephone.
        """
    )

    @Argument(help: "The firm's folder.")
    var folder: String

    @Flag(help: "Replace the key that is there; the old one is kept aside.")
    var replace = false

    @Option(help: "Read the pass phrase from this file descriptor.")
    var passphraseFd: Int32?

    func run() throws {
      let assessor = try Packs.assessor()
      let workspace = try Workspace.locked(folder)
      let store = KeyStore(workspace: workspace)
      let now = try Clock.now()
      let subject = try Self.subject(workspace, assessor, now)
      if Files.exists(store.keyFile) {
        guard replace else {
          throw Failure(
            "\(folder) has a signing key already",
            hints: [
              "readiness key show \(folder) shows it",
              "--replace makes a new one; say so to the buyers who know the old one",
            ]
          )
        }
      }
      for line in Self.readBack(subject) { Console.print(line) }
      Console.print()
      var passphrase = try Passphrase.askNew(passphraseFd)
      let key = try SigningKey.create()
      var serial = try SecureRandom.bytes(16)
      serial[0] = serial[0] & 0x7F | 0x40
      let certificate = try key.selfSignedCertificate(
        subject: SignerSubject(
          organization: subject.legalName,
          organizationIdentifier: subject.identifiers.first?.organizationIdentifier
        ),
        serial: serial,
        from: now
      )
      let sealed = try key.encrypted(passphrase: &passphrase)
      try Files.makeFolder(workspace.keyFolder)
      try store.putAside(at: now)
      try Files.write(sealed, to: store.keyFile)
      try Files.write(certificate.pem, to: store.certificateFile)
      Console.print("Made \(store.keyFile) and \(store.certificateFile).")
      Show.show(certificate)
      Console.print()
      Console.print(
        "Read the fingerprint out to each buyer by telephone. Keep the pass phrase safe:"
      )
      Console.print("it cannot be recovered. The key stays with the firm, never with an adviser.")
    }

    private static func subject(
      _ workspace: Workspace,
      _ assessor: Assessor,
      _ now: Instant
    ) throws -> Statement.Subject {
      let sheet = try workspace.answers(assessor.questionnaire)
      do {
        return try StatementBuilder(assessor.assess(sheet, asOf: now.day)).subject
      } catch {
        throw Failure(
          "\(error.question): \(error.what)",
          hint: "answer it with: readiness assess \(workspace.folder) --section A1"
        )
      }
    }

    /// Who the firm is, as it will stand in the certificate and in each statement.
    static func readBack(_ subject: Statement.Subject) -> [String] {
      var lines = ["Firm:       " + TextLayout.harmless(subject.legalName)]
      for name in subject.tradingNames {
        lines.append("Trading as: " + TextLayout.harmless(name))
      }
      if subject.identifiers.isEmpty {
        lines.append("Register:   none given")
      }
      for identifier in subject.identifiers {
        lines.append("Register:   \(identifier.scheme) \(identifier.id)")
      }
      lines.append("Size:       \(subject.size.rawValue), \(subject.size.inWords)")
      for entity in subject.otherEntities {
        lines.append("Also:       " + TextLayout.harmless(entity.legalName))
      }
      return lines
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show the certificate and its fingerprint.",
      discussion: """
        Example:
          readiness key show my-firm
        """
    )

    @Argument(help: "The firm's folder.")
    var folder: String

    func run() throws {
      let workspace = try Workspace.existing(folder)
      Self.show(try KeyStore(workspace: workspace).certificate())
    }

    static func show(_ certificate: Certificate) {
      Console.print()
      for line in TextLayout.wrap(
        TextLayout.harmless(certificate.subject.description),
        width: Console.width,
        first: "Certificate of: ",
        rest: "                "
      ) {
        Console.print(line)
      }
      if let from = certificate.notBefore, let to = certificate.notAfter {
        Console.print("Valid:          \(from.day.inWords) to \(to.day.inWords)")
      }
      Console.print("Fingerprint (SHA-256 of the certificate), to be read out by telephone:")
      for line in Fingerprint.grouped(certificate.fingerprint).split(separator: "\n") {
        Console.print("  " + line)
      }
      Console.print("In one piece, for a trust file:")
      Console.print("  " + certificate.fingerprint)
    }
  }
}
