import ArgumentParser
import ReadinessAttestation
import ReadinessCore

/// Somebody's word beside the firm's.
struct CountersignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "countersign",
    abstract: "Sign a firm's statement too, and say what you looked at.",
    discussion: """
      Examples:
        readiness key create my-signing --organisation "Example Assurance Ltd"
        readiness countersign firm.asice --role assessor --name "Example Assessor" \\
          --statement "Read A6 and A7; saw the patch report of 2 November." \\
          --tested A6.4 --key my-signing --out firm-assessed.asice

      Roles: senior-person, it-lead, adviser, assessor; each once in a file. The
      firm's signature is not touched. You sign with your own key, never with the
      firm's. You vouch for what you write here, not for the firm's answers.

      --key takes a folder with key.pem and certificate.pem, or a firm's folder.
      Exit codes: 0 signed; 1 could not; 4 the file does not hold; 64 wrong use.
      """
  )

  @Argument(help: "The firm's .asice file.")
  var file: String

  @Option(help: "senior-person, it-lead, adviser or assessor.", transform: Self.role)
  var role: Countersignature.Role

  @Option(help: "Your name.")
  var name: String

  @Option(help: "Your organisation, if any.")
  var organisation: String?

  @Option(help: "What you looked at, and what you found.")
  var statement: String?

  @Option(help: "The same, from a text file.")
  var statementFile: String?

  @Option(help: "As an assessor: the questions whose evidence you tested, as A6.4,A7.16.")
  var tested: String?

  @Option(help: "The folder of your own key.")
  var key: String

  @Option(help: "The file to write; its name ends in .asice.")
  var out: String

  @Option(help: "Read the pass phrase from this file descriptor.")
  var passphraseFd: Int32?

  func validate() throws {
    guard out.hasSuffix(".asice"), out.count > 6 else {
      throw ValidationError("--out must name a file that ends in .asice")
    }
    guard (statement == nil) != (statementFile == nil) else {
      throw ValidationError("give --statement or --statement-file")
    }
    guard tested == nil || role == .assessor else {
      throw ValidationError("--tested is for --role assessor")
    }
  }

  private static func role(_ text: String) throws -> Countersignature.Role {
    guard let role = Countersignature.Role(rawValue: text) else {
      throw ValidationError("\"\(text)\" is not senior-person, it-lead, adviser or assessor")
    }
    return role
  }

  func run() throws {
    try Files.checkWritable(Files.parent(of: out))
    let bytes = try Files.read(file, limit: 16 << 20)
    let now = try Clock.now()
    let attestation = try Self.intact(bytes, file, at: now)
    let name = EntryName.statement(of: role)
    guard try ContainerReader.read(bytes)[name] == nil else {
      throw Failure(
        "\(file) is counter-signed as \(role.inWords) already",
        hint: "sign the firm's original file, or in another role"
      )
    }
    let store = KeyStore(folder: key)
    let certificate = try store.certificate()
    guard certificate.fingerprint != attestation.signerCertificateSHA256 else {
      throw Failure(
        "this is the key that the firm signed with",
        hint: "counter-sign with a key of your own: readiness key create DIR --organisation NAME"
      )
    }
    let countersignature = Countersignature(
      attestation: attestation.id,
      role: role,
      made: now,
      name: StatementText.line(self.name, limit: 150),
      organisation: organisation.map { StatementText.line($0, limit: 150) },
      statement: try words(),
      testedQuestions: (tested ?? "").split(separator: ",").map {
        AnswerParser.trimmed(String($0))
      },
      signerCertificateSHA256: certificate.fingerprint
    )
    tell(attestation, countersignature)
    let signed = try Countersigner.sign(
      bytes,
      countersignature,
      key: try store.key(passphraseFd),
      certificate: certificate
    )
    try Files.write(signed, to: out, mode: 0o644)
    Console.print("Signed \(out) as \(role.inWords); the firm's signature is untouched.")
    Console.print("Fingerprint of your key, to be read out by telephone:")
    for line in Fingerprint.grouped(certificate.fingerprint).split(separator: "\n") {
      Console.print("  " + line)
    }
  }

  private func words() throws -> String {
    let text =
      if let statementFile {
        String(decoding: try Files.read(statementFile, limit: 64 << 10), as: UTF8.self)
      } else {
        statement ?? ""
      }
    let line = StatementText.line(text, limit: 2_001)
    guard (1...2_000).contains(line.unicodeScalars.count) else {
      throw Failure(
        line.isEmpty
          ? "the statement says nothing" : "the statement is longer than 2000 characters",
        status: .usage,
        hint: "say in a few sentences what you looked at"
      )
    }
    return line
  }

  /// What is about to be signed, for the person to read before the pass phrase is asked.
  private func tell(_ statement: Statement, _ countersignature: Countersignature) {
    Console.print("You counter-sign, as \(role.inWords), the self-assessment of:")
    for (name, value) in StatementFacts.lines(statement).prefix(4) {
      Console.print("  " + TextLayout.pad(name, to: 12) + value)
    }
    Console.print("You say:")
    let said = TextLayout.harmless(countersignature.statement)
    for line in TextLayout.wrap(said, width: Console.width, first: "  ", rest: "  ") {
      Console.print(line)
    }
  }

  /// The statement in a file that holds, whoever signed it.
  static func intact(_ bytes: [UInt8], _ file: String, at now: Instant) throws -> Statement {
    let result = Verifier(trust: .none, now: now).verify(bytes)
    if case .unverified(let attestation) = result.content, result.decision != .rejected {
      return attestation.statement
    }
    if result.decision == .undecided {
      throw Failure("\(file) is no attestation", status: .rejected, hint: "name an attestation")
    }
    throw Failure(
      "\(file) does not hold: " + result.reasons.map(\.text).joined(separator: "; "),
      status: .rejected,
      hint: "ask for the file again; readiness verify \(file) tells more"
    )
  }
}
