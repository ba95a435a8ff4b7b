import ArgumentParser
import ReadinessAttestation
import ReadinessCore

/// The firm's signing key.
struct KeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key",
    abstract: "Make, show, import and replace the firm's signing key.",
    discussion: """
      Examples:
        readiness key create my-firm
        readiness key show my-firm
        readiness key request my-firm --out my-firm.csr         ask a programme
        readiness key import my-firm --certificate answer.pem   its answer
        readiness key rotate my-firm --out new-key.cms          a new key
      """,
    subcommands: [
      Create.self, Show.self, KeyRequestCommand.self, KeyImportCommand.self, KeyRotateCommand.self,
    ]
  )

  struct Create: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make a signing key and its certificate.",
      discussion: """
        Examples:
          readiness key create my-firm
          readiness key create my-signing --organisation "Example Assurance Ltd"

        The second is for those who only counter-sign (advisers, assessors, an IT
        lead): the key stands in a folder of its own, and no questions are asked.

        The key is kept in my-firm/key, encrypted under a pass phrase that you choose.
        Nobody can recover the pass phrase. If it is lost, --replace makes a new key;
        then:
          files that you sent stay valid;
          answers that they seal can no longer be shown under the new key;
          tell each buyer the new fingerprint, by telephone.
        """
    )

    @Argument(help: "The firm's folder.")
    var folder: String

    @Option(help: "Make a key for this organisation or person, without a firm's answers.")
    var organisation: String?

    @Option(help: "With --organisation: its entry in a register, as \"GB-COH 01234567\".")
    var register: String?

    @Flag(help: "Replace the key that is there; the old one is kept aside.")
    var replace = false

    @Option(help: "Read the pass phrase from this file descriptor.")
    var passphraseFd: Int32?

    func run() throws {
      let now = try Clock.now()
      let store: KeyStore
      let subject: Statement.Subject
      var workspace: Workspace?
      if let organisation {
        guard !Files.exists(folder + "/answers.json") else {
          throw Failure(
            "\(folder) is a firm's folder, whose key carries the firm's own name",
            status: .usage,
            hint: "leave --organisation out, or name another folder"
          )
        }
        try Files.makeFolder(folder)
        store = KeyStore(folder: folder)
        subject = try Self.outsider(organisation, register)
      } else {
        let assessor = try Packs.assessor()
        let locked = try Workspace.locked(folder)
        store = KeyStore(workspace: locked)
        subject = try Self.subject(locked, assessor, now)
        workspace = locked
      }
      defer { withExtendedLifetime(workspace) {} }
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
      if organisation == nil {
        for line in Self.readBack(subject) { Console.print(line) }
        Console.print()
      }
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
      try Files.makeFolder(store.folder)
      try store.putAside(at: now)
      try Files.write(sealed, to: store.keyFile)
      try Files.write(certificate.pem, to: store.certificateFile)
      Console.print("Made \(store.keyFile) and \(store.certificateFile).")
      Show.show(certificate)
      Console.print()
      Console.print(
        "Read the fingerprint out to each buyer by telephone. Keep the pass phrase safe:"
      )
      let owner = organisation == nil ? "the firm, never with an adviser" : "you"
      Console.print("it cannot be recovered. The key stays with \(owner).")
    }

    /// Somebody who only counter-signs.
    private static func outsider(
      _ organisation: String,
      _ register: String?
    ) throws(Failure) -> Statement.Subject {
      let name = StatementText.line(organisation, limit: 64)
      guard !name.isEmpty else {
        throw Failure("--organisation is empty", status: .usage, hint: "give a name")
      }
      var identifiers: [Identifier] = []
      if let register {
        let parts = register.split(separator: " ").map(String.init)
        guard parts.count == 2,
          let reading = IdentifierRules.read(scheme: parts[0], parts[1])
        else {
          throw Failure(
            "--register \"\(TextLayout.harmless(register))\" is no entry of a register",
            status: .usage,
            hint: "write it as \"GB-COH 01234567\""
          )
        }
        identifiers.append(reading.identifier)
      }
      return Statement.Subject(legalName: name, identifiers: identifiers, size: .micro)
    }

    static func subject(
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
      Self.show(try KeyStore(folder: folder).certificate())
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
