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
        readiness attest my-firm --out bid.asice --tender ocds-h6vhtk-06d396 \\
          --basis ppn-014 --level ce --ce meets-by-award=2027-01-31
        readiness attest my-firm --out my-firm.asice --declare "Example Director" \\
          --role "Managing director" --passphrase-fd 3 3<FILE
        readiness attest my-firm --withdraw ID --out withdrawn.asice \\
          --reason "The backups turned out not to run"

      Writes my-firm.asice (the signed file), my-firm.html (the same page as inside)
      and my-firm.txt (a short message to the buyer). A firm that is not ready may
      send them too: they say so. The sealed answers stay in my-firm/issued.

      The certificates you hold, your county and who prepared the answers are typed
      once, with readiness profile. The scope comes from your answers (A2.1, A2.2),
      your size from A1.3, other companies in scope from A1.6.1. Every statement has
      a higher number than the last.

      --ce and --ce-plus take the answer that you type into Find a Tender:
        meets-now              needs a certificate in your profile that holds today
        meets-now=NUMBER       relies on that one, or on it as an equivalent
        meets-by-award         needs targets set with readiness plan; they are shown
        meets-by-award=DATE    the day by which you mean to hold the certificate
        does-not-meet

      Exit codes: 0 signed; 1 could not; 64 wrong use.
      """
  )

  @Argument(help: "The firm's folder.")
  var folder: String

  @Option(help: "The file to write; its name ends in .asice.")
  var out: String

  @Option(
    help: "How much to show: verdict, themes (unless given) or requirements.",
    transform: Self.detail
  )
  var detail = Statement.Detail.themes

  @Option(help: "For how many days it holds (at most 365).")
  var validDays = 90

  @OptionGroup(title: "For one bid")
  var bid: BidOptions

  @Option(help: "A further register entry, as \"VAT 337440071\" (repeatable).")
  var identifier: [String] = []

  @Option(help: "Who prepared the answers: firm, it-provider, adviser, student (repeatable).")
  var preparedBy: [String] = []

  @Option(help: "Name of the senior person who declares; without it you are asked.")
  var declare: String?

  @Option(help: "The role of the senior person.")
  var role: String?

  @Flag(help: "The board has charged that person with it; else it is a board member or owner.")
  var delegated = false

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
    guard (declare == nil) == (role == nil) else {
      throw ValidationError("--declare and --role are given together")
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
    let profile = try workspace.profile()
    let builder = try self.builder(assessment, profile)
    let store = KeyStore(workspace: workspace)
    let certificate = try store.certificate(at: now)
    // Before anybody is asked anything, so that nobody types in vain.
    try store.check(certificate, isFor: builder.subject.identifiers)
    let foreseen = try choices(builder, profile, now.day, answerable: role ?? "whoever declares")
    let declaration = try self.declaration(builder, assessment, foreseen)
    var choices = try choices(builder, profile, now.day, answerable: declaration.role)
    choices.evidence = try AttestedEvidence.digests(workspace, assessor.questionnaire, now.day)
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
      choices: choices,
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

  private func builder(
    _ assessment: Assessment,
    _ profile: Profile
  ) throws(Failure) -> StatementBuilder {
    var builder: StatementBuilder
    do {
      builder = try StatementBuilder(assessment)
    } catch {
      throw Failure(
        "\(error.question): \(error.what)",
        hint: "answer it with: readiness assess \(folder) --section A1"
      )
    }
    do {
      try builder.add(profile)
    } catch {
      throw Failure(error.what, hint: "correct it with: readiness profile set \(folder)")
    }
    do {
      try builder.add(identifiers: identifier)
    } catch {
      throw Failure(error.what, status: .usage, hint: "write it as \"VAT 337440071\"")
    }
    return builder
  }

  private func choices(
    _ builder: StatementBuilder,
    _ profile: Profile,
    _ today: CalendarDate,
    answerable: String
  ) throws -> StatementBuilder.Choices {
    var choices = StatementBuilder.Choices()
    choices.take(profile)
    choices.detail = detail
    choices.validDays = validDays
    choices.includesPlan = withPlan && builder.hasTargets
    if !preparedBy.isEmpty {
      choices.preparedBy = preparedBy.compactMap { Statement.Preparer(rawValue: $0) }
    }
    try bid.add(
      to: &choices,
      hasTargets: builder.hasTargets,
      today: today,
      answerable: answerable
    )
    return choices
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
