import ArgumentParser
import ReadinessAttestation
import ReadinessCore

/// What a statement says of the bid that it is made for.
struct BidOptions: ParsableArguments {
  @Option(help: "The tender it is for; without it, it is for anybody.")
  var tender: String?

  @Option(
    help: ArgumentHelp(
      "Cyber Essentials, as Find a Tender asks: meets-now, meets-by-award, does-not-meet.",
      valueName: "answer"
    )
  )
  var ce: String?

  @Option(help: ArgumentHelp("The same for Cyber Essentials Plus.", valueName: "answer"))
  var cePlus: String?

  @Option(
    help: ArgumentHelp(
      "The rule that asks: ppn-014, csm-v4, defcon-658-flowdown or prime-own.",
      valueName: "rule"
    )
  )
  var basis: String?

  @Option(help: "With --basis: the level asked for: ce, ce-plus, dcc-0 to dcc-3.")
  var level: String?

  @Option(
    help: ArgumentHelp(
      "With --basis: the buyer's risk assessment, as RAR-240911B7.",
      valueName: "reference"
    )
  )
  var riskAssessment: String?

  func validate() throws {
    if let tender {
      if let problem = StatementLine.problem(tender, limit: 64) {
        throw ValidationError("--tender \(problem)")
      }
      if tender.lowercased() == "any" {
        throw ValidationError("a tender cannot be called \"any\"; leave --tender out")
      }
    }
    if let basis, Statement.Demand.Basis(rawValue: basis) == nil {
      throw ValidationError("--basis is ppn-014, csm-v4, defcon-658-flowdown or prime-own")
    }
    if let level, Statement.Demand.Level(rawValue: level) == nil {
      throw ValidationError("--level is ce, ce-plus, dcc-0, dcc-1, dcc-2 or dcc-3")
    }
    guard basis != nil || level == nil && riskAssessment == nil else {
      throw ValidationError("--level and --risk-assessment need --basis too")
    }
    if let riskAssessment {
      let isPlain = riskAssessment.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
          || (0x61...0x7A).contains(byte) || byte == 0x2D
      }
      guard isPlain, (1...40).contains(riskAssessment.utf8.count) else {
        throw ValidationError("--risk-assessment is 1 to 40 letters, digits and hyphens")
      }
    }
    _ = try answers()
  }

  /// The answers for Find a Tender that were given.
  private func answers() throws(ValidationError) -> [(Statement.CertificateScheme, TenderAnswer)] {
    var answers: [(Statement.CertificateScheme, TenderAnswer)] = []
    for (option, scheme, text) in [
      ("--ce", Statement.CertificateScheme.cyberEssentials, ce),
      ("--ce-plus", .cyberEssentialsPlus, cePlus),
    ] {
      guard let text else { continue }
      do throws(TenderAnswer.Mistake) {
        answers.append((scheme, try TenderAnswer(text)))
      } catch {
        throw ValidationError("\(option): \(error.what); \(error.hint)")
      }
    }
    return answers
  }

  /// Puts what was given into the choices.
  ///
  /// - Parameters:
  ///   - hasTargets: whether the firm has set targets.
  ///   - answerable: the role that answers for a certificate promised by a day.
  func add(
    to choices: inout StatementBuilder.Choices,
    hasTargets: Bool,
    today: CalendarDate,
    answerable: String
  ) throws {
    if let tender { choices.audience = .tender(tender) }
    if let basis = basis.flatMap(Statement.Demand.Basis.init) {
      choices.demand = Statement.Demand(
        basis: basis,
        level: level.flatMap(Statement.Demand.Level.init),
        riskAssessmentReference: riskAssessment
      )
    }
    for (scheme, answer) in try answers() {
      let declaration: Statement.TenderDeclaration
      do throws(TenderAnswer.Mistake) {
        declaration = try answer.declaration(
          scheme,
          choices.certificatesHeld,
          today: today,
          hasTargets: hasTargets
        )
      } catch {
        throw Failure(error.what, status: .usage, hint: error.hint)
      }
      if scheme == .cyberEssentials {
        choices.cyberEssentials = declaration
      } else {
        choices.cyberEssentialsPlus = declaration
      }
      guard answer.status == .meetsByAward else { continue }
      // Without a day of its own the promise rests on the targets, which are shown then.
      if answer.day == nil { choices.includesPlan = true }
      if let day = answer.day {
        let role = "\(answerable): to hold \(scheme.inWords)"
        choices.furtherPlan.append(
          .init(about: nil, targetDate: day, role: StatementText.line(role, limit: 150))
        )
      }
    }
  }
}
