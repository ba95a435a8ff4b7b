public import ReadinessCore

extension Statement {
  /// A certificate that the firm says it holds.
  ///
  /// It proves nothing by standing here: only the public certificate search does.
  public struct CertificateHeld: Hashable, Sendable {
    /// What it certifies.
    public var scheme: CertificateScheme
    /// The level, where the scheme has levels, as `0` for Defence Cyber Certification.
    public var level: String?
    /// Its number.
    public var number: String
    /// The holder's name as written on it.
    public var holder: String
    /// The day it was issued.
    public var issued: CalendarDate
    /// The last day it holds.
    public var expires: CalendarDate
    /// Who issued it.
    public var body: String
    /// Whole organisation or part.
    public var scopeKind: ScopeKind
    /// The scope as written on it, where it covers a part.
    public var scopeDescription: String?
    /// The version of the requirements it was judged by.
    public var requirementsVersion: String?
    /// Look-ups in the public register, made by hand.
    public var registerChecks: [RegisterCheck]

    /// A certificate of these particulars.
    public init(
      scheme: CertificateScheme,
      level: String? = nil,
      number: String,
      holder: String,
      issued: CalendarDate,
      expires: CalendarDate,
      body: String,
      scopeKind: ScopeKind,
      scopeDescription: String? = nil,
      requirementsVersion: String? = nil,
      registerChecks: [RegisterCheck] = []
    ) {
      self.scheme = scheme
      self.level = level
      self.number = number
      self.holder = holder
      self.issued = issued
      self.expires = expires
      self.body = body
      self.scopeKind = scopeKind
      self.scopeDescription = scopeDescription
      self.requirementsVersion = requirementsVersion
      self.registerChecks = registerChecks
    }
  }

  /// What a certificate is for.
  public enum CertificateScheme: String, CaseIterable, Hashable, Sendable {
    /// Cyber Essentials.
    case cyberEssentials = "ce"
    /// Cyber Essentials Plus.
    case cyberEssentialsPlus = "ce-plus"
    /// Defence Cyber Certification.
    case defenceCyberCertification = "dcc"
    /// ISO/IEC 27001.
    case iso27001
    /// Another scheme.
    case other

    /// Written as `Cyber Essentials Plus`.
    public var inWords: String {
      switch self {
      case .cyberEssentials: "Cyber Essentials"
      case .cyberEssentialsPlus: "Cyber Essentials Plus"
      case .defenceCyberCertification: "Defence Cyber Certification"
      case .iso27001: "ISO/IEC 27001"
      case .other: "another scheme"
      }
    }
  }

  /// A look-up in a public register that a person made and wrote down.
  public struct RegisterCheck: Hashable, Sendable {
    /// Who looked.
    public var by: String
    /// When.
    public var on: CalendarDate
    /// What was there, in words.
    public var result: String
    /// Where, if a web address.
    public var url: String?

    /// A look-up.
    public init(by: String, on: CalendarDate, result: String, url: String? = nil) {
      self.by = by
      self.on = on
      self.result = result
      self.url = url
    }
  }

  /// One level's answers as Find a Tender asks for them.
  public struct TenderDeclaration: Hashable, Sendable {
    /// Now, by award, or not.
    public var status: Status
    /// The number of the certificate behind it, one of `certificatesHeld`; needed for `.meetsNow`.
    public var certificate: String?
    /// The expiry date as typed into Find a Tender.
    public var expires: CalendarDate?
    /// Whether the firm relies on equivalent controls in place of the certificate itself.
    public var equivalent: Bool

    /// Whether the firm meets a level.
    public enum Status: String, CaseIterable, Hashable, Sendable {
      /// It holds the certificate, or an equivalent.
      case meetsNow = "meets-now"
      /// It means to by contract award.
      case meetsByAward = "meets-by-award"
      /// It does not.
      case doesNotMeet = "does-not-meet"

      /// Written as `meets by award`.
      public var inWords: String {
        switch self {
        case .meetsNow: "meets now"
        case .meetsByAward: "will meet by contract award"
        case .doesNotMeet: "does not meet"
        }
      }
    }

    /// A declaration of that status.
    public init(
      status: Status,
      certificate: String? = nil,
      expires: CalendarDate? = nil,
      equivalent: Bool = false
    ) {
      self.status = status
      self.certificate = certificate
      self.expires = expires
      self.equivalent = equivalent
    }
  }

  /// What the firm means to put right.
  public struct PlanItem: Hashable, Sendable {
    /// The theme or requirement, as far as the chosen detail shows it; none at detail `.verdict`.
    public var about: String?
    /// The day set by the firm.
    public var targetDate: CalendarDate
    /// The role that answers for it.
    public var role: String

    /// An item with its day and role.
    public init(about: String?, targetDate: CalendarDate, role: String) {
      self.about = about
      self.targetDate = targetDate
      self.role = role
    }
  }

  /// The demand that a firm answers to.
  public struct Demand: Hashable, Sendable {
    /// Where the demand comes from.
    public var basis: Basis
    /// The level demanded, where there is one.
    public var level: Level?
    /// The reference of the buyer's risk assessment, where given.
    public var riskAssessmentReference: String?

    /// Where a demand comes from.
    public enum Basis: String, CaseIterable, Hashable, Sendable {
      /// Procurement policy note 014.
      case ppn014 = "ppn-014"
      /// The Cyber Security Model, version 4.
      case csmV4 = "csm-v4"
      /// DEFCON 658, passed down by a contractor.
      case defcon658FlowDown = "defcon-658-flowdown"
      /// The prime contractor's own rule.
      case primeOwn = "prime-own"

      /// Written as `Cyber Security Model, version 4`.
      public var inWords: String {
        switch self {
        case .ppn014: "PPN 014"
        case .csmV4: "Cyber Security Model, version 4"
        case .defcon658FlowDown: "DEFCON 658, passed down"
        case .primeOwn: "the prime contractor's own rule"
        }
      }
    }

    /// A level demanded.
    public enum Level: String, CaseIterable, Hashable, Sendable {
      /// Cyber Essentials.
      case cyberEssentials = "ce"
      /// Cyber Essentials Plus.
      case cyberEssentialsPlus = "ce-plus"
      /// Defence Cyber Certification, level 0.
      case dcc0 = "dcc-0"
      /// Defence Cyber Certification, level 1.
      case dcc1 = "dcc-1"
      /// Defence Cyber Certification, level 2.
      case dcc2 = "dcc-2"
      /// Defence Cyber Certification, level 3.
      case dcc3 = "dcc-3"

      /// Written as `Defence Cyber Certification 0`.
      public var inWords: String {
        switch self {
        case .cyberEssentials: "Cyber Essentials"
        case .cyberEssentialsPlus: "Cyber Essentials Plus"
        case .dcc0: "Defence Cyber Certification 0"
        case .dcc1: "Defence Cyber Certification 1"
        case .dcc2: "Defence Cyber Certification 2"
        case .dcc3: "Defence Cyber Certification 3"
        }
      }
    }

    /// A demand of that basis.
    public init(basis: Basis, level: Level? = nil, riskAssessmentReference: String? = nil) {
      self.basis = basis
      self.level = level
      self.riskAssessmentReference = riskAssessmentReference
    }
  }
}
