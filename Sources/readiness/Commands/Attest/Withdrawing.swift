import ReadinessAttestation
import ReadinessCore

/// `attest --withdraw`: takes a statement back.
struct Withdrawing {
  let folder: String
  let id: String
  let reason: String
  let out: String
  let declare: String?
  let role: String?
  let passphraseFd: Int32?

  func run() throws {
    let workspace = try Workspace.locked(folder)
    let now = try Clock.now()
    let issued = IssuedStore(workspace: workspace)
    guard let kept = try issued.folder(of: id) else {
      throw Failure(
        "\(folder) did not issue the attestation \(TextLayout.harmless(id))",
        hint: "readiness show FILE.asice prints the id of a file"
      )
    }
    let statement: Statement
    do {
      statement = try UnverifiedAttestation.read(Files.read(kept + "/attestation.asice")).statement
    } catch let error as Rejection {
      throw Failure("\(kept) was changed: \(error)", hint: "restore it from a copy")
    }
    let store = KeyStore(workspace: workspace)
    let certificate = try store.certificate()
    let person = try declared(statement)
    let withdrawal = Withdrawal(
      attestation: statement.id,
      sequence: try issued.nextSequence(now),
      issued: now,
      legalName: statement.subject.legalName,
      identifiers: statement.subject.identifiers,
      reason: try line(reason, "--reason", 2_000),
      declaredBy: try line(person.name, "the name", 150),
      role: try line(person.role, "the role", 150),
      signerCertificateSHA256: certificate.fingerprint
    )
    let sealed = try WithdrawalSigner.seal(
      withdrawal,
      key: try store.key(passphraseFd),
      certificate: certificate
    )
    try issued.keep(withdrawal: sealed, withdrawal.sequence, of: statement.id)
    try Files.write(sealed, to: out, mode: 0o644)
    let message = String(out.dropLast(".asice".count)) + ".txt"
    try Files.write(Self.message(withdrawal, Files.name(of: out)).utf8, to: message, mode: 0o644)
    Console.print("Signed \(out): the statement \(statement.id) is withdrawn.")
    Console.print("  \(message)  a short message")
    Console.print("Send both to everybody who has the statement: a copy that is checked without")
    Console.print("the withdrawal cannot know of it.")
  }

  private func line(_ text: String, _ what: String, _ limit: Int) throws(Failure) -> String {
    let line = StatementText.line(text, limit: limit + 1)
    guard (1...limit).contains(line.unicodeScalars.count) else {
      throw Failure(
        line.isEmpty ? "\(what) is empty" : "\(what) is longer than \(limit) characters",
        status: .usage,
        hint: "say it in one sentence"
      )
    }
    return line
  }

  private func declared(_ statement: Statement) throws -> (name: String, role: String) {
    Console.print("You withdraw the statement that \(statement.declaration.name) declared on")
    Console.print("\(statement.issued.day.inWords), verdict \(statement.verdict.inWords).")
    if let declare {
      guard let role else {
        throw Failure("--declare needs --role too", status: .usage, hint: "add --role \"…\"")
      }
      return (declare, role)
    }
    guard Console.isInteractive else {
      throw Failure(
        "there is no terminal to declare at",
        status: .usage,
        hint: "give --declare \"NAME\" --role \"ROLE\""
      )
    }
    let terminal = StandardTerminal()
    guard let name = terminal.ask("Name of the senior person: "),
      let role = terminal.ask("Role, as Managing director: "),
      terminal.ask("Withdraw it? Type yes: ").map(AnswerParser.trimmed)?.lowercased() == "yes"
    else { throw Failure("nothing was withdrawn or signed") }
    return (name, role)
  }

  private static func message(_ withdrawal: Withdrawal, _ file: String) -> String {
    var lines = ["We withdraw our cyber readiness self-assessment \(withdrawal.attestation).", ""]
    for (name, value) in WithdrawalFacts.lines(withdrawal) {
      lines += TextLayout.wrap(
        value,
        width: 72,
        first: "  " + TextLayout.pad(name, to: 12),
        rest: String(repeating: " ", count: 14)
      )
    }
    lines += [
      "", "Please do not rely on it any more. To check this message:",
      "  readiness verify STATEMENT.asice \(TextLayout.harmless(file)) --trust TRUST", "",
      TextLayout.harmless("\(withdrawal.declaredBy), \(withdrawal.role)"),
      TextLayout.harmless(withdrawal.legalName),
    ]
    return lines.joined(separator: "\n") + "\n"
  }
}

/// What a withdrawal says, in short.
enum WithdrawalFacts {
  /// Names and values in words, safe to print.
  static func lines(_ withdrawal: Withdrawal) -> [(name: String, value: String)] {
    var lines = [("firm", withdrawal.legalName)]
    for identifier in withdrawal.identifiers {
      lines.append(("register", "\(identifier.scheme) \(identifier.id)"))
    }
    lines += [
      ("withdraws", withdrawal.attestation), ("reason", withdrawal.reason),
      ("made on", withdrawal.issued.description),
      ("declared by", "\(withdrawal.declaredBy), \(withdrawal.role)"),
      ("sequence", String(withdrawal.sequence)),
    ]
    return lines.map { ($0.0, TextLayout.harmless($0.1)) }
  }

  /// The fields that others build on.
  static func json(_ withdrawal: Withdrawal) -> JSONValue {
    .object([
      .init("attestation", .string(withdrawal.attestation)),
      .init("sequence", .integer(withdrawal.sequence)),
      .init("issued", .string(withdrawal.issued.description)),
      .init("legalName", .string(withdrawal.legalName)),
      .init(
        "identifiers",
        .array(
          withdrawal.identifiers.map {
            .object([.init("scheme", .string($0.scheme)), .init("id", .string($0.id))])
          }
        )
      ),
      .init("reason", .string(withdrawal.reason)),
    ])
  }
}
