public import ReadinessAttestation
public import ReadinessCore

/// One thing that a policy demands.
public struct Clause: Hashable, Sendable {
  /// Its id, which every reason names.
  public let id: String
  /// The tiers it is for; `nil` for all.
  public let tiers: [String]?
  /// Why it is demanded, in the policy's words.
  public let why: String?
  /// The ids of the sources it rests on.
  public let sources: [String]
  /// What is demanded.
  public let demand: Demand

  /// What can be demanded.
  public enum Demand: Hashable, Sendable {
    /// The answers are to one of these question sets.
    case questionnaire([AcceptedQuestionnaire])
    /// The firm's verdict on itself.
    case verdict(NotReady)
    /// These requirements or themes are met.
    case outcomes([Statement.SealedOutcome.Kind: [String]])
    /// These answers are shown; where `areMet`, each must be good when it is judged again.
    case answers([String], areMet: Bool)
    /// Evidence of at least that strength stands behind each of these questions.
    case evidence([String], Statement.Strength, withinDays: Int?)
    /// So many days at most have gone by since the day of judgement in the file.
    case age(days: Int)
    /// The whole organisation, or a part that the buyer takes.
    case scope(Parts)
    /// Entries in these registers; all of them, or any one.
    case identifiers([String], all: Bool, areConfirmed: Bool)
    /// The firm is the supplier that the buyer means.
    case supplier
    /// How the firm's key is known.
    case signer(SignerDemand)
    /// Somebody known counter-signs in these roles; in all of them, or any one.
    case countersigned([Countersignature.Role], all: Bool)
    /// Who declares for the firm.
    case declared([Statement.Declaration.Authority])
    /// A certificate of a scheme.
    case certificate(CertificateDemand)
    /// The file is bound to the buyer's notice.
    case binding(challenge: Bool)
  }

  /// What is to be made of a firm that says of itself that it is not ready.
  ///
  /// One whose answers are incomplete never meets a policy.
  public enum NotReady: String, CaseIterable, Hashable, Sendable {
    /// It does not meet the clause.
    case refused
    /// It does where its plan ends by contract award and nothing is an automatic fail.
    case withPlan = "with-plan"
    /// It does.
    case accepted
  }

  /// What is to be made of a file that covers a part of the organisation.
  public enum Parts: Hashable, Sendable {
    /// It does not meet the clause.
    case refused
    /// A person decides.
    case asked
    /// It does where the part is described in one of these ways, letter by letter.
    case named([String])
  }

  /// A question set that is accepted.
  public struct AcceptedQuestionnaire: Hashable, Sendable {
    /// Its id.
    public let id: String
    /// The edition; `nil` for any.
    public let edition: String?
    /// The version; `nil` for any.
    public let version: String?
    /// SHA-256 of its file; `nil` for any.
    public let sha256: String?
    /// The last day of judgement that is accepted.
    public let until: CalendarDate?
  }

  /// How the firm's key must be known.
  public struct SignerDemand: Hashable, Sendable {
    /// How somebody vouches for a key.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
      /// The buyer has confirmed this very key.
      case pinned
      /// A programme that the buyer trusts vouches for it.
      case programme
    }

    /// Any one of these.
    public let kinds: [Kind]
    /// The SHA-256 of the programmes' root certificates; empty for any programme that is trusted.
    public let programmes: [String]
    /// Whether a trusted time-stamp must say when it was signed.
    public let isStamped: Bool
  }

  /// Which certificate must be held, and on which days.
  public struct CertificateDemand: Hashable, Sendable {
    /// A day on which the certificate must hold.
    public enum Day: String, CaseIterable, Hashable, Sendable {
      /// The day of contract award.
      case award
      /// The day on which the contract starts.
      case contractStart = "contract-start"

      /// Written as `contract award`.
      public var inWords: String {
        switch self {
        case .award: "contract award"
        case .contractStart: "contract start"
        }
      }
    }

    /// Any one of these schemes.
    public let schemes: [Statement.CertificateScheme]
    /// The lowest level, where the scheme has levels by number.
    public let level: Int?
    /// The days on which it must hold beside today.
    public let days: [Day]
    /// How many days it must have left today.
    public let spareDays: Int
    /// What part of the organisation it must cover; `nil` where that does not matter.
    public let scope: Parts?
    /// The versions of the scheme's requirements that are accepted; empty for any.
    public let requirementsVersions: [String]
    /// For how many days a look-up in the public search counts; `nil` where none is demanded.
    public let lookUpDays: Int?
    /// Whether "will meet by contract award" is enough, with a plan.
    public let byAward: Bool
    /// Whether "equivalent controls" are put to a person rather than refused.
    public let asksForEquivalent: Bool
  }
}
