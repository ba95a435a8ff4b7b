import ArgumentParser
import ReadinessAttestation
import ReadinessCore
import ReadinessInterview

/// The declaration and the signature.
struct AttestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attest",
    abstract: "Sign a statement of your readiness that goes with a bid.",
    discussion: """
      Examples:
        readiness attest my-firm --out my-firm.asice
        readiness attest my-firm --out my-firm.asice --declare "Example Director" \\
          --role "Managing director" --passphrase-fd 3 3<FILE

        readiness attest my-firm --withdraw ID --reason "The backups turned out not to run" \\
          --out withdrawn.asice

      Writes my-firm.asice (the signed file), my-firm.html (the same page as inside) and
      my-firm.txt (a short message to the buyer). A firm that is not ready may send them too: they
      say so. The sealed answers stay in my-firm/issued.

      Exit codes: 0 signed; 1 could not; 64 wrong use.
      """
  )

  @Argument(help: "The firm's folder.")
  var folder: String

  @Option(help: "The file to write; its name ends in .asice.")
  var out: String

  @Option(help: "How much to show: verdict, themes or requirements.", transform: Self.detail)
  var detail = Statement.Detail.themes

  @Option(help: "For how many days it holds (at most 365).")
  var validDays = 90

  @Option(help: "The tender it is for; without it, it is for anybody.")
  var tender: String?

  @Option(help: "A further register entry, as \"VAT 337440071\" or \"GB-PPON PMZV-7732-XXTT\".")
  var identifier: [String] = []

  @Option(help: "Who prepared the answers: firm, it-provider, adviser or student (repeatable).")
  var preparedBy: [String] = []

  @Option(help: "Name of the senior person who declares; without it you are asked.")
  var declare: String?

  @Option(help: "The role of the senior person.")
  var role: String?

  @Flag(help: "Sign although questions are open; the statement says so.")
  var incomplete = false

  @Flag(help: "Include the targets that you set with readiness plan --set.")
  var withPlan = false

  @Option(help: "Write a request to a time-stamp authority too; its name ends in .tsq.")
  var timestampRequest: String?

  @Option(help: "Instead, take the statement with this id back.")
  var withdraw: String?

  @Option(help: "With --withdraw: why.")
  var reason: String?

  @Option(help: "Read the pass phrase from this file descriptor.")
  var passphraseFd: Int32?

  func validate() throws {
    guard out.hasSuffix(".asice"), out.count > 6 else {
      throw ValidationError("--out must name a file that ends in .asice")
    }
    guard (1...365).contains(validDays) else {
      throw ValidationError("--valid-days must be 1 to 365")
    }
    guard (withdraw == nil) == (reason == nil) else {
      throw ValidationError("--withdraw and --reason go together")
    }
    try check("--declare", declare, limit: 150)
    try check("--role", role, limit: 150)
    try check("--tender", tender, limit: 64)
    guard (declare == nil) == (role == nil) else {
      throw ValidationError("--declare and --role are given together")
    }
    if let tender, tender.lowercased() == "any" {
      throw ValidationError("a tender cannot be called \"any\"; leave --tender out")
    }
    for text in preparedBy where Statement.Preparer(rawValue: text) == nil {
      throw ValidationError("--prepared-by is firm, it-provider, adviser or student")
    }
  }

  private func check(_ name: String, _ text: String?, limit: Int) throws {
    if let text, let problem = StatementLine.problem(text, limit: limit) {
      throw ValidationError("\(name) \(problem)")
    }
  }

  private static func detail(_ text: String) throws -> Statement.Detail {
    guard let detail = Statement.Detail(rawValue: text) else {
      throw ValidationError("\"\(text)\" is not verdict, themes or requirements")
    }
    return detail
  }

  func run() throws {
    try Files.checkWritable(Files.parent(of: out))
    if let withdraw, let reason {
      return try Withdrawing(
        folder: folder,
        id: withdraw,
        reason: reason,
        out: out,
        declare: declare,
        role: role,
        passphraseFd: passphraseFd
      ).run()
    }
    let assessor = try Packs.assessor(folder: folder)
    let workspace = try Workspace.locked(folder)
    let now = try Clock.now()
    let sheet = try workspace.answers(assessor.questionnaire)
    let assessment = try FirmJudge(workspace, assessor).assess(sheet, asOf: now.day)
    try checkComplete(assessment)
    var builder = try self.builder(assessment)
    do {
      try builder.add(identifiers: identifier)
    } catch {
      throw Failure(error.what, status: .usage, hint: "write it as \"VAT 337440071\"")
    }
    let store = KeyStore(workspace: workspace)
    let certificate = try store.certificate(at: now)
    let declaration = try self.declaration(builder, assessment)
    let key = try store.key(passphraseFd)

    let issued = IssuedStore(workspace: workspace)
    var salts = try RandomSource.salts(4 * assessor.questionnaire.questions.count + 400)
    let (statement, disclosures) = try builder.build(
      id: try RandomSource.uuid(),
      sequence: try issued.nextSequence(now),
      issued: now,
      signer: certificate,
      declaration: declaration,
      program: "readiness \(Product.version)",
      choices: choices(),
      salt: { salts.removeLast() }
    )
    let page = StatementPage.html(statement)
    let container = try AttestationSigner.seal(
      xml: StatementWriter.xml(statement),
      html: page,
      key: key,
      certificate: certificate,
      chain: try store.chain(),
      at: now
    )

    let kept = try issued.keep(container, statement, disclosures)
    let base = String(out.dropLast(".asice".count))
    try Files.write(container, to: out, mode: 0o644)
    try Files.write(page, to: base + ".html", mode: 0o644)
    let message = StatementMessage.text(
      statement,
      containerName: Files.name(of: out),
      fingerprint: certificate.fingerprint
    )
    try Files.write(message.utf8, to: base + ".txt", mode: 0o644)
    report(statement, certificate, base, kept)
    if let timestampRequest {
      Console.print()
      try TimestampCommand.writeRequest(for: container, to: timestampRequest, of: out)
    }
  }

  private func checkComplete(_ assessment: Assessment) throws(Failure) {
    guard assessment.verdict == .incomplete, !incomplete else { return }
    let open =
      assessment.results.filter { $0.outcome == .unanswered || $0.outcome == .cannotDetermine }
      .map(\.question.id) + assessment.waiting
    throw Failure(
      "the assessment is incomplete: \(open.count) "
        + (open.count == 1 ? "question is open, " : "questions are open, the first is ")
        + (open.first ?? ""),
      hints: [
        "answer them with: readiness assess \(folder) --only-open",
        "or sign as it is with --incomplete; the statement then says so",
      ]
    )
  }

  private func builder(_ assessment: Assessment) throws(Failure) -> StatementBuilder {
    do {
      return try StatementBuilder(assessment)
    } catch {
      throw Failure(
        "\(error.question): \(error.what)",
        hint: "answer it with: readiness assess \(folder) --section A1"
      )
    }
  }

  private func choices() -> StatementBuilder.Choices {
    var choices = StatementBuilder.Choices()
    choices.detail = detail
    choices.validDays = validDays
    choices.includesPlan = withPlan
    if let tender { choices.audience = .tender(tender) }
    if !preparedBy.isEmpty {
      choices.preparedBy = preparedBy.compactMap { Statement.Preparer(rawValue: $0) }
    }
    return choices
  }

  // MARK: The declaration

  private func declaration(
    _ builder: StatementBuilder,
    _ assessment: Assessment
  ) throws -> Statement.Declaration {
    let words = StatementBuilder.declarationWords(assessment.verdict)
    for line in KeyCommand.Create.readBack(builder.subject) { Console.print(line) }
    for remark in builder.remarks { Console.print("Note:       " + remark) }
    Console.print("Judged on:  \(assessment.asOf.inWords)")
    Console.print("Verdict:    \(assessment.verdict.rawValue)")
    Console.print("This is a readiness self-assessment, not a certificate.")
    Console.print()
    Console.print("A senior person declares:")
    for line in TextLayout.wrap(words, width: Console.width, first: "  ", rest: "  ") {
      Console.print(line)
    }
    Console.print()
    if let declare, let role {
      return Statement.Declaration(name: declare, role: role, authority: .board, words: words)
    }
    guard Console.isInteractive else {
      throw Failure(
        "there is no terminal to declare at",
        status: .usage,
        hint: "give --declare \"NAME\" --role \"ROLE\""
      )
    }
    let terminal = StandardTerminal()
    func asked(_ prompt: String) throws -> String {
      while true {
        guard let line = terminal.ask(prompt) else { throw Failure("nothing was signed") }
        let typed = AnswerParser.trimmed(line)
        guard let problem = StatementLine.problem(typed, limit: 150) else { return typed }
        Console.note("it \(problem): type it again")
      }
    }
    let name = try asked("Name of the senior person: ")
    let position = try asked("Role, as Managing director: ")
    let consent = try asked("Do you, \(name), declare this? Type yes: ")
    guard consent.lowercased() == "yes" else { throw Failure("nothing was declared or signed") }
    return Statement.Declaration(name: name, role: position, authority: .board, words: words)
  }

  private func report(
    _ statement: Statement,
    _ certificate: Certificate,
    _ base: String,
    _ kept: String
  ) {
    Console.print("Signed \(out): verdict \(statement.verdict.inWords).")
    Console.print("  valid until \(statement.validUntil.day.inWords)")
    Console.print("  \(base).html  the same page, to read or print")
    Console.print("  \(base).txt   a short message to the buyer")
    Console.print("  \(kept)")
    Console.print("    the sealed answers; keep them, and show them one by one if you choose")
    Console.print("Fingerprint of the key, to be read out by telephone:")
    for line in Fingerprint.grouped(certificate.fingerprint).split(separator: "\n") {
      Console.print("  " + line)
    }
  }
}
