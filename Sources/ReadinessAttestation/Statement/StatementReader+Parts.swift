import ReadinessCore

extension StatementReader {
  static func subject(
    _ element: ElementReader
  ) throws(StatementReadingError) -> Statement.Subject {
    Statement.Subject(
      legalName: try element.child("legal-name").content,
      tradingNames: element.children("trading-name").map(\.content),
      identifiers: try element.all("identifier", identifier),
      size: try element.choice("size"),
      postcode: element.optionalText("postcode"),
      otherEntities: try element.all("other-entity", entity)
    )
  }

  private static func entity(
    _ element: ElementReader
  ) throws(StatementReadingError) -> Statement.Entity {
    Statement.Entity(
      legalName: try element.child("legal-name").content,
      identifiers: try element.all("identifier", identifier)
    )
  }

  private static func identifier(
    _ element: ElementReader
  ) throws(StatementReadingError) -> Identifier {
    Identifier(scheme: try element.text("scheme"), id: try element.text("id"))
  }

  static func scope(_ element: ElementReader) throws(StatementReadingError) -> Statement.Scope {
    Statement.Scope(
      kind: try element.choice("kind"),
      description: element.content,
      stands: try element.flag("stands")
    )
  }

  static func questionnaire(
    _ element: ElementReader
  ) throws(StatementReadingError) -> Statement.QuestionnaireReference {
    Statement.QuestionnaireReference(
      id: try element.text("id"),
      scheme: element.content,
      edition: try element.text("edition"),
      version: try element.text("version"),
      sha256: try element.digest("sha256"),
      tolerance: try element.integer("tolerance")
    )
  }

  static func counts(_ element: ElementReader) throws(StatementReadingError) -> Statement.Counts {
    Statement.Counts(
      met: try element.integer("met"),
      notMet: try element.integer("not-met"),
      automaticFail: try element.integer("automatic-fail"),
      cannotDetermine: try element.integer("cannot-determine"),
      unanswered: try element.integer("unanswered"),
      notApplicable: try element.integer("not-applicable"),
      waiting: try element.integer("waiting")
    )
  }

  static func theme(
    _ element: ElementReader
  ) throws(StatementReadingError) -> Statement.ThemeOutcome {
    Statement.ThemeOutcome(
      theme: try element.text("id"),
      title: element.content,
      outcome: try element.choice("outcome")
    )
  }

  static func requirement(
    _ element: ElementReader
  ) throws(StatementReadingError) -> Statement.RequirementOutcome {
    Statement.RequirementOutcome(
      requirement: try element.text("id"),
      theme: try element.text("theme"),
      title: element.content,
      outcome: try element.choice("outcome")
    )
  }

  static func sealedOutcome(
    _ element: ElementReader
  ) throws(StatementReadingError) -> Statement.SealedOutcome {
    Statement.SealedOutcome(
      kind: try element.choice("of"),
      id: try element.text("id"),
      digest: try element.digest("digest")
    )
  }

  static func sealedAnswer(
    _ element: ElementReader
  ) throws(StatementReadingError) -> Statement.SealedAnswer {
    Statement.SealedAnswer(
      question: try element.text("question"),
      digest: try element.digest("digest"),
      noteDigest: try element.digest("note"),
      isPublic: element.optionalText("public") == "yes"
    )
  }

  static func certificate(
    _ element: ElementReader
  ) throws(StatementReadingError) -> Statement.CertificateHeld {
    Statement.CertificateHeld(
      scheme: try element.choice("scheme"),
      level: element.optionalText("level"),
      number: try element.text("number"),
      holder: try element.child("holder").content,
      issued: try element.date("issued"),
      expires: try element.date("expires"),
      body: try element.child("body").content,
      scopeKind: try element.choice("scope"),
      scopeDescription: element.optionalChild("scope-description")?.content,
      requirementsVersion: element.optionalText("requirements"),
      registerChecks: try element.all("register-check", registerCheck)
    )
  }

  private static func registerCheck(
    _ element: ElementReader
  ) throws(StatementReadingError) -> Statement.RegisterCheck {
    Statement.RegisterCheck(
      by: try element.child("by").content,
      on: try element.date("on"),
      result: try element.child("result").content,
      url: element.optionalChild("url")?.content
    )
  }

  static func tenderDeclaration(
    _ element: ElementReader
  ) throws(StatementReadingError) -> Statement.TenderDeclaration {
    Statement.TenderDeclaration(
      status: try element.choice("status"),
      certificate: element.optionalText("certificate"),
      expires: try element.optionalDate("expires"),
      equivalent: try element.flag("equivalent")
    )
  }

  static func evidence(
    _ element: ElementReader
  ) throws(StatementReadingError) -> Statement.EvidenceDigest {
    let questions = element.optionalText("questions") ?? ""
    return Statement.EvidenceDigest(
      sha256: try element.digest("sha256"),
      kind: try element.text("kind"),
      madeOn: try element.date("made-on"),
      strength: try element.choice("strength"),
      questions: questions.split(separator: " ").map(String.init)
    )
  }

  static func planItem(
    _ element: ElementReader
  ) throws(StatementReadingError) -> Statement.PlanItem {
    Statement.PlanItem(
      about: element.optionalText("about"),
      targetDate: try element.date("target"),
      role: element.content
    )
  }

  static func demand(_ element: ElementReader) throws(StatementReadingError) -> Statement.Demand {
    Statement.Demand(
      basis: try element.choice("basis"),
      level: try element.optionalChoice("level"),
      riskAssessmentReference: element.optionalText("risk-assessment")
    )
  }

  static func declaration(
    _ element: ElementReader
  ) throws(StatementReadingError) -> Statement.Declaration {
    Statement.Declaration(
      name: try element.child("name").content,
      role: try element.child("role").content,
      authority: try element.choice("authority"),
      words: try element.child("words").content
    )
  }
}
