import ArgumentParser
import ReadinessAttestation
import ReadinessCore
import ReadinessPolicy

/// A buyer's policy, tried on the firm's own folder.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Would my firm meet a buyer's policy? Clause by clause, before anything is signed.",
    discussion: """
      Examples:
        readiness check my-firm --policy Support/Policies/first-contact.xml
        readiness check my-firm --policy Support/Policies/ppn-014-ce.xml \\
          --award 2026-12-20 --contract-start 2027-01-15 --ce meets-by-award

      It also says the fewest answers that you would have to show, as the command
      that makes the file. The other options are those of readiness attest.
      What only the buyer can do, as looking a certificate up, is said apart and
      counts neither way. Nothing is signed, sent or changed.

      Exit codes: 0 you would meet it, as far as it lies with you; 2 you would not;
      3 undecided; 1 could not; 64 wrong use.
      """
  )

  @Argument(help: "The firm's folder.")
  var folder: String

  @OptionGroup(title: "By a policy")
  var demands: PolicyOptions

  @OptionGroup(title: "For one bid")
  var bid: BidOptions

  @Option(help: "How much you would show: verdict, themes or requirements.", transform: Self.detail)
  var detail = Statement.Detail.themes

  @Option(help: "A further register entry, as \"VAT 337440071\" (repeatable).")
  var identifier: [String] = []

  func validate() throws {
    guard demands.policy != nil else { throw ValidationError("name the buyer's policy: --policy") }
  }

  private static func detail(_ text: String) throws -> Statement.Detail {
    guard let detail = Statement.Detail(rawValue: text) else {
      throw ValidationError("\"\(text)\" is not verdict, themes or requirements")
    }
    return detail
  }

  func run() throws {
    let now = try Clock.now()
    guard let desk = try demands.desk(notice: nil, challenge: nil, at: now) else { return }
    let workspace = try Workspace.existing(folder)
    let own = try Packs.assessor(folder: folder)
    let (statement, disclosures, hasTargets) = try prospect(workspace, own, now)
    let forecast = PolicyForecaster(
      policy: desk.policy,
      statement: statement,
      disclosures: disclosures,
      // The buyer judges by what comes with the program, not by what lies in the firm's folder.
      assessor: try Packs.assessor()
    ).forecast(in: desk.circumstances)
    tell(forecast, desk.policy, statement.judgedOn, hasTargets)
    switch forecast.judgement.decision {
    case .meetsPolicy, .valid: return
    case .doesNotMeetPolicy: throw ExitStatus.no
    case .undecided, .rejected, .unreadable: throw ExitStatus.open
    }
  }

  /// What `attest` would sign; the key it is made with here is thrown away.
  private func prospect(
    _ workspace: Workspace,
    _ assessor: Assessor,
    _ now: Instant
  ) throws -> (Statement, [Disclosure], hasTargets: Bool) {
    let sheet = try workspace.answers(assessor.questionnaire)
    let assessment = try FirmJudge(workspace, assessor).assess(sheet, asOf: now.day)
    let profile = try workspace.profile()
    var builder: StatementBuilder
    do {
      builder = try StatementBuilder(assessment)
      try builder.add(profile)
      try builder.add(identifiers: identifier)
    } catch {
      throw Failure(
        "\(error.question): \(error.what)",
        hint: "answer it with: readiness assess \(folder) --section A1"
      )
    }
    let key = try SigningKey.create()
    let certificate = try key.selfSignedCertificate(
      subject: SignerSubject(
        organization: String(builder.subject.legalName.prefix(64)),
        organizationIdentifier: nil
      ),
      serial: try RandomSource.serial(),
      from: now
    )
    var choices = StatementBuilder.Choices()
    choices.take(profile)
    choices.detail = detail
    choices.includesPlan = builder.hasTargets
    choices.evidence = try AttestedEvidence.digests(workspace, assessor.questionnaire, now.day)
    try bid.add(
      to: &choices,
      hasTargets: builder.hasTargets,
      today: now.day,
      answerable: "-"
    )
    var salts = try RandomSource.salts(4 * assessor.questionnaire.questions.count + 400)
    let (statement, disclosures) = try builder.build(
      id: try RandomSource.uuid(),
      sequence: now.unixSeconds,
      issued: now,
      signer: certificate,
      declaration: .init(name: "-", role: "-", authority: .board, words: "-"),
      program: "readiness \(Product.version)",
      choices: choices,
      salt: { salts.removeLast() }
    )
    return (statement, disclosures, builder.hasTargets)
  }

  // MARK: The answer

  private func tell(
    _ forecast: PolicyForecast,
    _ policy: Policy,
    _ judgedOn: CalendarDate,
    _ hasTargets: Bool
  ) {
    let judgement = forecast.judgement
    let head: String
    switch judgement.decision {
    case .meetsPolicy: head = "would meet the policy, as far as it lies with you"
    case .doesNotMeetPolicy: head = "would not meet the policy"
    default: head = "undecided: something is not known yet"
    }
    say("\(TextLayout.harmless(folder)): \(head)")
    say("Policy: \(TextLayout.harmless(policy.title)) (\(policy.id) \(policy.version))")
    say("A self-assessment by you, judged on \(judgedOn.inWords); nothing was signed.")
    Console.print()
    for reason in judgement.reasons where reason.clause == nil { say(reason.text, 2) }
    for finding in judgement.clauses {
      guard let clause = policy.clause(finding.clause), finding.result != .notForTier else {
        continue
      }
      let isBuyers = forecast.forTheBuyer.contains { $0.clause == clause.id }
      let result = finding.result == .met && isBuyers ? "the buyer's part" : finding.result.inWords
      say("\(clause.id): \(result). \(TextLayout.harmless(clause.demand.inWords))", 2)
      for reason in judgement.reasons where reason.clause == clause.id {
        say("because: \(reason.text)", 4)
      }
      for remark in judgement.remarks where remark.clause == clause.id {
        say("\(remark.code == .forTheBuyer ? "" : "note: ")\(remark.text)", 4)
      }
    }
    Console.print()
    commands(forecast, hasTargets)
  }

  private func commands(_ forecast: PolicyForecast, _ hasTargets: Bool) {
    let attest = attestOptions(hasTargets)
    let name = TextLayout.harmless(folder)
    if forecast.judgement.decision == .doesNotMeetPolicy {
      say("First put right what is not met; readiness plan \(name) says in which order. Then:")
    }
    if forecast.disclosing.isEmpty, !forecast.isBound {
      say("Nothing need be disclosed. The file:")
    } else if forecast.disclosing.isEmpty {
      say("Nothing need be disclosed, but the file must be made for the notice:")
    } else {
      say(
        "The fewest disclosures that show what is demanded: \(forecast.disclosing.count). The file:"
      )
    }
    Console.print("  readiness attest \(name) --out my-firm.asice\(attest)")
    guard !forecast.disclosing.isEmpty || forecast.isBound else { return }
    let shown =
      forecast.disclosing.isEmpty
      ? "" : " --disclose \(forecast.disclosing.joined(separator: ","))"
    Console.print(
      "  readiness present my-firm.asice --buyer \"BUYER\" --notice NOTICE\(shown) --out bid.asice"
    )
  }

  /// What must be said to `attest` so that it signs what was judged here.
  private func attestOptions(_ hasTargets: Bool) -> String {
    var options = detail == .themes ? "" : " --detail \(detail.rawValue)"
    if hasTargets { options += " --with-plan" }
    for (name, value) in [
      ("tender", bid.tender), ("basis", bid.basis), ("level", bid.level),
      ("risk-assessment", bid.riskAssessment), ("ce", bid.ce), ("ce-plus", bid.cePlus),
    ] {
      if let value { options += " --\(name) \(TextLayout.harmless(value))" }
    }
    for text in identifier { options += " --identifier \"\(TextLayout.harmless(text))\"" }
    return options
  }

  private func say(_ text: String, _ indent: Int = 0) {
    let gap = String(repeating: " ", count: indent)
    for line in TextLayout.wrap(text, width: Console.width, first: gap, rest: gap + "  ") {
      Console.print(line)
    }
  }
}

extension PolicyJudgement.Result {
  /// Written as `not met`.
  var inWords: String {
    switch self {
    case .met: "met"
    case .notMet: "not met"
    case .undecided: "undecided"
    case .exempt: "exempt"
    case .notForTier: "not for this tier"
    }
  }
}
