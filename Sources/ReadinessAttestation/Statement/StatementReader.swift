import ReadinessCore
import ReadinessXML

/// Reads `attestation.xml`.
public enum StatementReader {
  /// The largest file read, in bytes; the one of 150 questions has about 30,000.
  public static let limit = 4 << 20

  /// The statement in these bytes.
  ///
  /// Refused is whatever the schema refuses, values that cannot be, and a file that
  /// `StatementWriter` would write otherwise: so no byte of it is free. That the statement
  /// makes sense is not checked here but by `StatementSense`.
  ///
  /// - Parameter bytes: exactly the bytes whose digest the signature covers.
  /// - Returns: what the file states.
  /// - Throws: the first kind of reason met, with every problem of that kind.
  public static func read(_ bytes: [UInt8]) throws(StatementReadingError) -> Statement {
    // The quick way, for nearly every file; whatever it does not take is told by the whole way.
    if bytes.count <= limit, let sealed = SealedLines(bytes), let rest = try? document(sealed.rest),
      let statement = sealed.filling(rest)
    {
      return statement
    }
    return try document(bytes)
  }

  /// The whole way.
  static func document(_ bytes: [UInt8]) throws(StatementReadingError) -> Statement {
    try CanonicalDocument.read(
      bytes,
      name: EntryName.document,
      schema: .attestation,
      limit: limit,
      value: statement,
      written: StatementWriter.xml
    )
  }

  private static func statement(
    _ root: ElementReader
  ) throws(StatementReadingError) -> Statement {
    let judgement = try root.child("judgement")
    let made = try root.child("made-by")
    let cohort = root.optionalChild("cohort")
    var declares: [String: Statement.TenderDeclaration] = [:]
    for element in root.children("declares") {
      declares[try element.text("level")] = try tenderDeclaration(element)
    }
    let audience = try root.child("audience").content
    return Statement(
      id: try root.text("id"),
      sequence: try root.integer("sequence"),
      issued: try root.instant("issued"),
      validUntil: try root.instant("valid-until"),
      audience: audience == "any" ? .any : .tender(audience),
      subject: try subject(try root.child("subject")),
      scope: try scope(try root.child("scope")),
      questionnaire: try questionnaire(try root.child("questionnaire")),
      judgedOn: try judgement.date("on"),
      supportDataVersion: try judgement.text("support-data"),
      verdict: try judgement.choice("verdict"),
      counts: try counts(try root.child("counts")),
      detail: try judgement.choice("detail"),
      themes: try root.all("theme", theme),
      requirements: try root.all("requirement", requirement),
      sealedOutcomes: try root.all("sealed-outcome", sealedOutcome),
      sealedAnswers: try root.all("answer", sealedAnswer),
      certificatesHeld: try root.all("certificate", certificate),
      cyberEssentials: declares["ce"],
      cyberEssentialsPlus: declares["ce-plus"],
      evidence: try root.all("evidence", evidence),
      improvementPlan: try root.all("improvement", planItem),
      demand: try root.all("demand", demand).first,
      county: cohort?.optionalText("county"),
      consentsToBeCounted: try cohort?.flag("count-me") ?? false,
      signerCertificateSHA256: try root.child("signer").digest("certificate-sha256"),
      preparedBy: try root.child("prepared-by").choices("who"),
      declaration: try declaration(try root.child("declaration")),
      disclaimer: try root.child("disclaimer").content,
      programVersion: try made.text("program"),
      rendererVersion: try made.text("renderer")
    )
  }
}
