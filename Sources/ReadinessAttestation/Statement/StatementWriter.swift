import ReadinessCore

/// Writes a statement as `attestation.xml`.
public enum StatementWriter {
  /// The namespace of the format.
  public static let namespace = "urn:readiness:attestation:1"

  /// The bytes of `attestation.xml`: one element per line, attributes in a fixed order.
  ///
  /// The same statement always gives the same bytes, and `StatementReader` gives the statement
  /// back. Characters that XML cannot hold become U+FFFD: `StatementSense` refuses a statement
  /// that has any.
  public static func xml(_ statement: Statement) -> [UInt8] {
    var writer = XMLLines(
      reserving: 4_096 + 192 * statement.sealedAnswers.count + 128 * statement.requirements.count
    )
    writer.declaration()
    writer.open(
      "attestation",
      [
        ("xmlns", namespace), ("id", statement.id), ("sequence", String(statement.sequence)),
        ("issued", statement.issued.description),
        ("valid-until", statement.validUntil.description),
      ]
    )
    writer.line("disclaimer", text: statement.disclaimer)
    writer.line("audience", text: audience(statement.audience))
    write(statement.subject, into: &writer)
    writer.line(
      "scope",
      [("kind", statement.scope.kind.rawValue), ("stands", yesNo(statement.scope.stands))],
      text: statement.scope.description
    )
    writeJudgement(statement, into: &writer)
    for certificate in statement.certificatesHeld { write(certificate, into: &writer) }
    write(statement.cyberEssentials, level: "ce", into: &writer)
    write(statement.cyberEssentialsPlus, level: "ce-plus", into: &writer)
    writeCircumstances(statement, into: &writer)
    for answer in statement.sealedAnswers {
      writer.empty("answer") { line in
        line.attribute("question", answer.question)
        line.attribute("digest", answer.digest)
        line.attribute("note", answer.noteDigest)
        line.attribute("public", answer.isPublic ? "yes" : nil)
      }
    }
    writer.close("attestation")
    return writer.bytes
  }

  private static func audience(_ audience: Statement.Audience) -> String {
    switch audience {
    case .any: "any"
    case .tender(let reference): reference
    }
  }

  private static func yesNo(_ flag: Bool) -> String { flag ? "yes" : "no" }

  private static func write(_ subject: Statement.Subject, into writer: inout XMLLines) {
    writer.open("subject", [("size", subject.size.rawValue), ("postcode", subject.postcode)])
    writer.line("legal-name", text: subject.legalName)
    for name in subject.tradingNames { writer.line("trading-name", text: name) }
    write(subject.identifiers, into: &writer)
    for entity in subject.otherEntities {
      writer.open("other-entity", [])
      writer.line("legal-name", text: entity.legalName)
      write(entity.identifiers, into: &writer)
      writer.close("other-entity")
    }
    writer.close("subject")
  }

  private static func write(_ identifiers: [Identifier], into writer: inout XMLLines) {
    for identifier in identifiers {
      writer.line("identifier", [("scheme", identifier.scheme), ("id", identifier.id)])
    }
  }

  private static func writeJudgement(_ statement: Statement, into writer: inout XMLLines) {
    let pack = statement.questionnaire
    writer.line(
      "questionnaire",
      [
        ("id", pack.id), ("edition", pack.edition), ("version", pack.version),
        ("sha256", pack.sha256), ("tolerance", String(pack.tolerance)),
      ],
      text: pack.scheme
    )
    writer.line(
      "judgement",
      [
        ("on", statement.judgedOn.description), ("verdict", statement.verdict.rawValue),
        ("detail", statement.detail.rawValue), ("support-data", statement.supportDataVersion),
      ]
    )
    writer.line(
      "counts",
      Statement.Outcome.allCases.map { ($0.rawValue, String(statement.counts[$0])) }
        + [("waiting", String(statement.counts.waiting))]
    )
    for theme in statement.themes {
      writer.line(
        "theme",
        [("id", theme.theme), ("outcome", theme.outcome.rawValue)],
        text: theme.title
      )
    }
    for requirement in statement.requirements {
      writer.line(
        "requirement",
        [
          ("id", requirement.requirement), ("theme", requirement.theme),
          ("outcome", requirement.outcome.rawValue),
        ],
        text: requirement.title
      )
    }
    for outcome in statement.sealedOutcomes {
      writer.empty("sealed-outcome") { line in
        line.attribute("of", outcome.kind.rawValue)
        line.attribute("id", outcome.id)
        line.attribute("digest", outcome.digest)
      }
    }
  }

  private static func write(
    _ certificate: Statement.CertificateHeld,
    into writer: inout XMLLines
  ) {
    writer.open(
      "certificate",
      [
        ("scheme", certificate.scheme.rawValue), ("level", certificate.level),
        ("number", certificate.number), ("issued", certificate.issued.description),
        ("expires", certificate.expires.description), ("scope", certificate.scopeKind.rawValue),
        ("requirements", certificate.requirementsVersion),
      ]
    )
    writer.line("holder", text: certificate.holder)
    writer.line("body", text: certificate.body)
    if let description = certificate.scopeDescription {
      writer.line("scope-description", text: description)
    }
    for check in certificate.registerChecks {
      writer.open("register-check", [("on", check.on.description)])
      writer.line("by", text: check.by)
      writer.line("result", text: check.result)
      if let url = check.url { writer.line("url", text: url) }
      writer.close("register-check")
    }
    writer.close("certificate")
  }

  private static func write(
    _ declaration: Statement.TenderDeclaration?,
    level: String,
    into writer: inout XMLLines
  ) {
    guard let declaration else { return }
    writer.line(
      "declares",
      [
        ("level", level), ("status", declaration.status.rawValue),
        ("certificate", declaration.certificate),
        ("expires", declaration.expires?.description),
        ("equivalent", yesNo(declaration.equivalent)),
      ]
    )
  }

  private static func writeCircumstances(_ statement: Statement, into writer: inout XMLLines) {
    for item in statement.evidence {
      writer.line(
        "evidence",
        [
          ("sha256", item.sha256), ("kind", item.kind), ("made-on", item.madeOn.description),
          ("strength", item.strength.rawValue),
          ("questions", item.questions.isEmpty ? nil : item.questions.joined(separator: " ")),
        ]
      )
    }
    for item in statement.improvementPlan {
      writer.line(
        "improvement",
        [("about", item.about), ("target", item.targetDate.description)],
        text: item.role
      )
    }
    if let demand = statement.demand {
      writer.line(
        "demand",
        [
          ("basis", demand.basis.rawValue), ("level", demand.level?.rawValue),
          ("risk-assessment", demand.riskAssessmentReference),
        ]
      )
    }
    if statement.county != nil || statement.consentsToBeCounted {
      writer.line(
        "cohort",
        [("county", statement.county), ("count-me", yesNo(statement.consentsToBeCounted))]
      )
    }
    writer.line("signer", [("certificate-sha256", statement.signerCertificateSHA256)])
    writer.line(
      "prepared-by",
      [("who", statement.preparedBy.map(\.rawValue).joined(separator: " "))]
    )
    write(statement.declaration, into: &writer)
    writer.line(
      "made-by",
      [("program", statement.programVersion), ("renderer", statement.rendererVersion)]
    )
  }

  private static func write(_ declaration: Statement.Declaration, into writer: inout XMLLines) {
    writer.open("declaration", [("authority", declaration.authority.rawValue)])
    writer.line("name", text: declaration.name)
    writer.line("role", text: declaration.role)
    writer.line("words", text: declaration.words)
    writer.close("declaration")
  }
}
