import ReadinessCore

extension StatementPage {
  /// Who says it, of what, judged how and when.
  static func who(_ statement: Statement, _ page: inout PageBuilder) {
    let subject = statement.subject
    facts("Who and what", class: "facts two", &page) { page in
      page.row("Legal name", lines: [subject.legalName])
      page.row("Trading as", lines: subject.tradingNames)
      for identifier in subject.identifiers {
        page.row(PageWords.register(identifier.scheme), lines: [identifier.id])
      }
      page.row("Size", lines: [subject.size.inWords])
      page.row("Postcode", lines: subject.postcode.map { [$0] } ?? [])
      page.row("Also covers", lines: subject.otherEntities.map(entity))
      page.row(
        "Scope",
        lines: PageWords.scope(statement.scope)
          + (statement.scope.stands
            ? [] : ["By the scheme's rules a scope drawn like this does not hold."])
      )
      page.row("Questions", lines: [questionnaire(statement.questionnaire)])
      page.row("Judged on", lines: [statement.judgedOn.inWords])
      page.row("Issued", lines: [PageWords.moment(statement.issued)])
      page.row("Valid until", lines: [PageWords.moment(statement.validUntil)])
      if case .tender(let reference) = statement.audience {
        page.row("Only for the tender", lines: [reference])
      }
      page.row("Evidence", lines: evidence(statement.evidence))
      page.row("Counting", lines: counting(statement))
    }
  }

  /// Certificates, the answers for Find a Tender, and the demand answered to.
  static func procurement(_ statement: Statement, _ page: inout PageBuilder) {
    let declarations = [
      ("Cyber Essentials", statement.cyberEssentials),
      ("Cyber Essentials Plus", statement.cyberEssentialsPlus),
    ]
    guard
      !statement.certificatesHeld.isEmpty || statement.demand != nil
        || declarations.contains(where: { $0.1 != nil })
    else { return }
    facts("Certificates and demands, as the firm states them", class: "facts", &page) { page in
      if let demand = statement.demand {
        page.row("Answers to", lines: [demandLine(demand)])
      }
      for (level, declaration) in declarations {
        if let declaration { page.row(level, lines: [declarationLine(declaration)]) }
      }
      for certificate in statement.certificatesHeld {
        page.row("Certificate held", lines: certificateLines(certificate))
      }
    }
    if !statement.certificatesHeld.isEmpty {
      page.element(
        "p",
        "A certificate listed here proves nothing: look the number up in the public certificate"
          + " search.",
        class: "small"
      )
    }
  }

  /// What the firm means to put right.
  static func plan(_ statement: Statement, _ page: inout PageBuilder) {
    guard !statement.improvementPlan.isEmpty else { return }
    let titles = Dictionary(
      statement.themes.map { ($0.theme, $0.title) }
        + statement.requirements.map { ($0.requirement, "\($0.requirement): \($0.title)") },
      uniquingKeysWith: { first, _ in first }
    )
    page.markup("<table>\n")
    page.element("caption", "What the firm means to put right")
    page.head(["What", "By", "Who answers for it"])
    page.markup("<tbody>\n")
    for item in statement.improvementPlan {
      let what = item.about.map { titles[$0] ?? $0 } ?? "Improvement"
      page.row(what, [item.targetDate.inWords, item.role])
    }
    page.markup("</tbody>\n</table>\n")
  }

  private static func facts(
    _ title: String,
    class name: String,
    _ page: inout PageBuilder,
    rows: (inout PageBuilder) -> Void
  ) {
    page.markup("<section>\n")
    page.element("h2", title)
    page.open("table", class: name)
    page.markup("\n<tbody>\n")
    rows(&page)
    page.markup("</tbody>\n</table>\n</section>\n")
  }

  private static func entity(_ entity: Statement.Entity) -> String {
    ([entity.legalName]
      + entity.identifiers.map { "\(PageWords.register($0.scheme)) \($0.id)" })
      .joined(separator: ", ")
  }

  private static func questionnaire(_ pack: Statement.QuestionnaireReference) -> String {
    "\(pack.scheme), edition \(pack.edition), version \(pack.version)"
  }

  /// Written as `3 files, by digest: 1 scanned, 2 documented`.
  private static func evidence(_ items: [Statement.EvidenceDigest]) -> [String] {
    guard !items.isEmpty else { return [] }
    let kinds = Statement.Strength.allCases.reversed().compactMap { strength -> String? in
      let count = items.count { $0.strength == strength }
      return count == 0 ? nil : "\(count) \(strength.inWords)"
    }
    let files = items.count == 1 ? "1 file" : "\(items.count) files"
    return ["\(files) kept by the firm, named by digest: \(PageWords.list(kinds))"]
  }

  private static func counting(_ statement: Statement) -> [String] {
    var lines: [String] = []
    if let county = statement.county { lines.append("County code \(county)") }
    if statement.consentsToBeCounted {
      lines.append("The firm lets programmes count it in anonymous totals")
    }
    return lines
  }

  private static func demandLine(_ demand: Statement.Demand) -> String {
    var line = demand.basis.inWords
    if let level = demand.level { line += ", level \(level.inWords)" }
    if let reference = demand.riskAssessmentReference {
      line += ", risk assessment \(reference)"
    }
    return line
  }

  private static func declarationLine(_ declaration: Statement.TenderDeclaration) -> String {
    var line = PageWords.capitalised(declaration.status.inWords)
    if declaration.equivalent { line += ", by equivalent controls" }
    if let number = declaration.certificate { line += ", certificate \(number)" }
    if let expires = declaration.expires { line += ", expires \(expires.inWords)" }
    return line
  }

  private static func certificateLines(_ certificate: Statement.CertificateHeld) -> [String] {
    var title = PageWords.capitalised(certificate.scheme.inWords)
    if let level = certificate.level { title += ", level \(level)" }
    if let version = certificate.requirementsVersion { title += ", requirements \(version)" }
    let scope = certificate.scopeKind == .whole ? "whole organisation" : "part of the organisation"
    let scopeLine =
      certificate.scopeDescription.map { "Scope: \(scope), \($0)" } ?? "Scope: \(scope)"
    return [
      "\(title), number \(certificate.number)",
      "Holder: \(certificate.holder). Issued by \(certificate.body)",
      "From \(certificate.issued.inWords), expires \(certificate.expires.inWords)", scopeLine,
    ]
      + certificate.registerChecks.map { check in
        "Looked up by \(check.by) on \(check.on.inWords): \(check.result)"
          + (check.url.map { " (\($0))" } ?? "")
      }
  }
}
