import ReadinessAttestation
import ReadinessCore

/// What a statement says, in short.
enum StatementFacts {
  /// Names and values in words, safe to print.
  static func lines(_ statement: Statement) -> [(name: String, value: String)] {
    var lines: [(String, String)] = [("firm", statement.subject.legalName)]
    for identifier in statement.subject.identifiers {
      lines.append(("register", "\(identifier.scheme) \(identifier.id)"))
    }
    lines += [
      ("verdict", statement.verdict.inWords),
      (
        "questions",
        "\(statement.questionnaire.scheme) \(statement.questionnaire.edition) "
          + statement.questionnaire.version
      ),
      ("judged on", statement.judgedOn.inWords),
      ("valid until", statement.validUntil.day.inWords),
      ("scope", "\(statement.scope.kind.rawValue): \(statement.scope.description)"),
      (
        "counts",
        "\(statement.counts.met) met, \(statement.counts.notMet) not met, "
          + "\(statement.counts.automaticFail) fail outright, "
          + "\(statement.counts.cannotDetermine + statement.counts.unanswered) open"
      ),
    ]
    for theme in statement.themes {
      lines.append(("theme", "\(theme.title): \(theme.outcome.inWords)"))
    }
    lines += procurement(statement)
    lines += [
      ("declared by", "\(statement.declaration.name), \(statement.declaration.role)"),
      (
        "for",
        {
          if case .tender(let reference) = statement.audience {
            "the tender \(reference)"
          } else {
            "anybody"
          }
        }()
      ),
      ("prepared by", statement.preparedBy.map(\.inWords).joined(separator: ", ")),
      ("id", "\(statement.id), sequence \(statement.sequence)"),
    ]
    return lines.map { ($0.0, TextLayout.harmless($0.1)) }
  }

  /// What it answers to, what it would tell Find a Tender, the certificates it lists, and its plan.
  private static func procurement(_ statement: Statement) -> [(String, String)] {
    let titles = Dictionary(
      statement.themes.map { ($0.theme, $0.title) }
        + statement.requirements.map { ($0.requirement, $0.title) },
      uniquingKeysWith: { first, _ in first }
    )
    return procurement(
      demand: statement.demand,
      declarations: declarations(statement.cyberEssentials, statement.cyberEssentialsPlus),
      certificates: statement.certificatesHeld
    )
      + statement.improvementPlan.map { item in
        let what = item.about.map { (titles[$0] ?? $0) + ", " } ?? ""
        return ("plan", "\(what)by \(item.targetDate.inWords) (\(item.role))")
      }
  }

  /// What a statement that is about to be declared will say besides its answers.
  static func lines(_ choices: StatementBuilder.Choices) -> [(name: String, value: String)] {
    var lines = procurement(
      demand: choices.demand,
      declarations: declarations(choices.cyberEssentials, choices.cyberEssentialsPlus),
      certificates: choices.certificatesHeld
    )
    if choices.includesPlan { lines.append(("plan", "the targets that you set are shown")) }
    lines += choices.furtherPlan.map { ("plan", "by \($0.targetDate.inWords) (\($0.role))") }
    if case .tender(let reference) = choices.audience { lines.append(("for", reference)) }
    return lines.map { ($0.0, TextLayout.harmless($0.1)) }
  }

  private static func procurement(
    demand: Statement.Demand?,
    declarations: [(Statement.CertificateScheme, Statement.TenderDeclaration)],
    certificates: [Statement.CertificateHeld]
  ) -> [(String, String)] {
    var lines: [(String, String)] = []
    if let demand {
      let level = demand.level.map { ", level \($0.inWords)" } ?? ""
      let reference = demand.riskAssessmentReference.map { ", risk assessment \($0)" } ?? ""
      lines.append(("answers to", demand.basis.inWords + level + reference))
    }
    for (level, declaration) in declarations {
      var words = "\(level.inWords): \(declaration.status.inWords)"
      if declaration.equivalent { words += ", by an equivalent" }
      if let number = declaration.certificate { words += ", certificate \(number)" }
      lines.append(("declares", words))
    }
    for certificate in certificates {
      lines += CertificateFacts.lines(certificate)
    }
    return lines
  }

  private static func declarations(
    _ cyberEssentials: Statement.TenderDeclaration?,
    _ plus: Statement.TenderDeclaration?
  ) -> [(Statement.CertificateScheme, Statement.TenderDeclaration)] {
    [(.cyberEssentials, cyberEssentials), (.cyberEssentialsPlus, plus)]
      .compactMap { level, declaration in declaration.map { (level, $0) } }
  }

  private static func procurementJSON(_ statement: Statement) -> [JSONValue.Member] {
    func texts(_ pairs: [(String, String?)]) -> [JSONValue.Member] {
      pairs.compactMap { name, text in text.map { .init(name, .string($0)) } }
    }
    let declares = declarations(
      statement.cyberEssentials,
      statement.cyberEssentialsPlus
    ).map { level, declaration in
      JSONValue.object(
        texts([
          ("level", level.rawValue), ("status", declaration.status.rawValue),
          ("certificate", declaration.certificate),
          ("expires", declaration.expires?.description),
        ]) + [.init("equivalent", .bool(declaration.equivalent))]
      )
    }
    let demand = statement.demand.map { demand in
      JSONValue.object(
        texts([
          ("basis", demand.basis.rawValue), ("level", demand.level?.rawValue),
          ("riskAssessment", demand.riskAssessmentReference),
        ])
      )
    }
    let plan = statement.improvementPlan.map { item in
      JSONValue.object(
        texts([
          ("about", item.about), ("target", item.targetDate.description), ("role", item.role),
        ])
      )
    }
    return [
      .init("certificates", .array(statement.certificatesHeld.map(ProfileFile.json))),
      .init("declares", .array(declares)), .init("demand", demand ?? .null),
      .init("plan", .array(plan)),
    ]
  }

  /// The fields that others build on.
  static func json(_ statement: Statement, isVerified: Bool) -> JSONValue {
    let counts = Statement.Outcome.allCases.map {
      JSONValue.Member($0.inWords, .integer(statement.counts[$0]))
    }
    var members: [JSONValue.Member] = [
      .init("verified", .bool(isVerified)),
      .init("id", .string(statement.id)),
      .init("sequence", .integer(statement.sequence)),
      .init("legalName", .string(statement.subject.legalName)),
      .init(
        "identifiers",
        .array(
          statement.subject.identifiers.map {
            .object([.init("scheme", .string($0.scheme)), .init("id", .string($0.id))])
          }
        )
      ),
      .init("verdict", .string(statement.verdict.inWords)),
      .init("judgedOn", .string(statement.judgedOn.description)),
      .init("issued", .string(statement.issued.description)),
      .init("validUntil", .string(statement.validUntil.description)),
      .init("scope", .string(statement.scope.kind.rawValue)),
      .init(
        "questionnaire",
        .object([
          .init("id", .string(statement.questionnaire.id)),
          .init("edition", .string(statement.questionnaire.edition)),
          .init("version", .string(statement.questionnaire.version)),
          .init("sha256", .string(statement.questionnaire.sha256)),
        ])
      ),
      .init("counts", .object(counts)),
      .init(
        "themes",
        .array(
          statement.themes.map {
            .object([
              .init("id", .string($0.theme)), .init("outcome", .string($0.outcome.inWords)),
            ])
          }
        )
      ),
    ]
    members += procurementJSON(statement)
    members.append(.init("isCertificate", .bool(false)))
    return .object(members)
  }
}
