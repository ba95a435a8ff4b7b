extension StatementBuilder {
  /// What the firm chooses when it attests.
  public struct Choices: Sendable {
    /// How much of the outcomes is shown.
    public var detail = Statement.Detail.themes
    /// For how many days the statement may be relied on.
    public var validDays = 90
    /// Whom it is for.
    public var audience = Statement.Audience.any
    /// Who prepared the answers.
    public var preparedBy: [Statement.Preparer] = [.firm]
    /// Certificates that the firm says it holds.
    public var certificatesHeld: [Statement.CertificateHeld] = []
    /// The answer for Find a Tender on Cyber Essentials.
    public var cyberEssentials: Statement.TenderDeclaration?
    /// The answer for Find a Tender on Cyber Essentials Plus.
    public var cyberEssentialsPlus: Statement.TenderDeclaration?
    /// The files that stand behind answers, by digest.
    public var evidence: [Statement.EvidenceDigest] = []
    /// Whether the targets that the firm set are included.
    public var includesPlan = false
    /// What the firm means to do besides its targets, as to hold a certificate by a day.
    public var furtherPlan: [Statement.PlanItem] = []
    /// The demand that the firm answers to, where it names one.
    public var demand: Statement.Demand?
    /// The county's code, where the firm chose to give it.
    public var county: String?
    /// Whether programmes may count the firm.
    public var consentsToBeCounted = false

    /// The defaults: themes shown, valid for 90 days, for anybody.
    public init() {}

    /// Takes over what the firm's profile says.
    public mutating func take(_ profile: Profile) {
      certificatesHeld = profile.certificates
      county = profile.county
      consentsToBeCounted = profile.consentsToBeCounted
      if !profile.preparedBy.isEmpty { preparedBy = profile.preparedBy }
    }
  }
}
