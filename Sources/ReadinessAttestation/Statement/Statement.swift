public import ReadinessCore

/// What a firm says of its own readiness: everything that `attestation.xml` holds, as values.
///
/// A statement is a claim. Nothing in it is proven by being here, and nothing here was checked
/// against the outside: `StatementSense` tells whether it contradicts itself, the verifier who
/// signed it. Two statements are the same document when `StatementWriter` gives the same bytes;
/// `==` compares texts as Swift does, which takes some differently encoded letters as equal.
public struct Statement: Hashable, Sendable {
  /// A UUID in lower case, new for each statement.
  public var id: String
  /// Rises with every statement of the firm: `issued` in Unix seconds, or one above the last one.
  public var sequence: Int
  /// When the statement was made; a claim of the signer.
  public var issued: Instant
  /// The last moment at which the statement may be relied on, at most twelve months on.
  public var validUntil: Instant
  /// Whom it is for.
  public var audience: Audience
  /// Whom it is about.
  public var subject: Subject
  /// What part of the firm it covers.
  public var scope: Scope
  /// Which question set was answered.
  public var questionnaire: QuestionnaireReference
  /// The day as of which the answers were judged; a statement's age counts from here.
  public var judgedOn: CalendarDate
  /// The version of the end-of-support data used.
  public var supportDataVersion: String
  /// The firm's own verdict.
  public var verdict: Verdict
  /// How many questions had which outcome.
  public var counts: Counts
  /// How much of the outcomes is shown.
  public var detail: Detail
  /// The outcome of every theme; empty where the detail is `.verdict`.
  public var themes: [ThemeOutcome]
  /// The outcome of every requirement; empty unless the detail is `.requirements`.
  public var requirements: [RequirementOutcome]
  /// Digests of the outcomes that are not shown.
  public var sealedOutcomes: [SealedOutcome]
  /// Digests of the answer and the note of every question of the question set, asked or not.
  public var sealedAnswers: [SealedAnswer]
  /// Certificates the firm says it holds.
  public var certificatesHeld: [CertificateHeld]
  /// What the firm would tell Find a Tender of Cyber Essentials, where it says so.
  public var cyberEssentials: TenderDeclaration?
  /// What the firm would tell Find a Tender of Cyber Essentials Plus, where it says so.
  public var cyberEssentialsPlus: TenderDeclaration?
  /// What stands behind the answers, as digests, never as contents.
  public var evidence: [EvidenceDigest]
  /// What the firm means to put right, and by when.
  public var improvementPlan: [PlanItem]
  /// The demand that the firm answers to, where it names one.
  public var demand: Demand?
  /// The county's code, where the firm chose to give it.
  public var county: String?
  /// Whether the firm lets programmes count it in anonymous totals.
  public var consentsToBeCounted: Bool
  /// SHA-256 of the signer's certificate (DER), 64 hexadecimal digits in lower case.
  public var signerCertificateSHA256: String
  /// Who prepared the answers; at least one.
  public var preparedBy: [Preparer]
  /// Who declares, and the words declared.
  public var declaration: Declaration
  /// What this is not: one of `Disclaimer.known`.
  public var disclaimer: String
  /// The program that made it, as `readiness 1.0.0`.
  public var programVersion: String
  /// The version of the rendering enclosed beside it.
  public var rendererVersion: String

  /// A statement of these values; what most firms leave out has a default.
  public init(
    id: String,
    sequence: Int,
    issued: Instant,
    validUntil: Instant,
    audience: Audience = .any,
    subject: Subject,
    scope: Scope,
    questionnaire: QuestionnaireReference,
    judgedOn: CalendarDate,
    supportDataVersion: String,
    verdict: Verdict,
    counts: Counts,
    detail: Detail,
    themes: [ThemeOutcome] = [],
    requirements: [RequirementOutcome] = [],
    sealedOutcomes: [SealedOutcome] = [],
    sealedAnswers: [SealedAnswer],
    certificatesHeld: [CertificateHeld] = [],
    cyberEssentials: TenderDeclaration? = nil,
    cyberEssentialsPlus: TenderDeclaration? = nil,
    evidence: [EvidenceDigest] = [],
    improvementPlan: [PlanItem] = [],
    demand: Demand? = nil,
    county: String? = nil,
    consentsToBeCounted: Bool = false,
    signerCertificateSHA256: String,
    preparedBy: [Preparer],
    declaration: Declaration,
    disclaimer: String = Disclaimer.current,
    programVersion: String,
    rendererVersion: String = StatementPage.version
  ) {
    self.id = id
    self.sequence = sequence
    self.issued = issued
    self.validUntil = validUntil
    self.audience = audience
    self.subject = subject
    self.scope = scope
    self.questionnaire = questionnaire
    self.judgedOn = judgedOn
    self.supportDataVersion = supportDataVersion
    self.verdict = verdict
    self.counts = counts
    self.detail = detail
    self.themes = themes
    self.requirements = requirements
    self.sealedOutcomes = sealedOutcomes
    self.sealedAnswers = sealedAnswers
    self.certificatesHeld = certificatesHeld
    self.cyberEssentials = cyberEssentials
    self.cyberEssentialsPlus = cyberEssentialsPlus
    self.evidence = evidence
    self.improvementPlan = improvementPlan
    self.demand = demand
    self.county = county
    self.consentsToBeCounted = consentsToBeCounted
    self.signerCertificateSHA256 = signerCertificateSHA256
    self.preparedBy = preparedBy
    self.declaration = declaration
    self.disclaimer = disclaimer
    self.programVersion = programVersion
    self.rendererVersion = rendererVersion
  }
}
