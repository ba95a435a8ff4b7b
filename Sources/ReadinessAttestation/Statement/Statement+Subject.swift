extension Statement {
  /// Whom a statement is for.
  public enum Audience: Hashable, Sendable {
    /// Whoever reads it.
    case any
    /// One procurement, by its reference (OCID, notice number or the buyer's own).
    case tender(String)
  }

  /// A legal entity by name and registers.
  public struct Entity: Hashable, Sendable {
    /// The name, letter by letter as in the register; 1 to 150 characters.
    public var legalName: String
    /// Entries in registers, the one that matters most first.
    public var identifiers: [Identifier]

    /// An entity of that name and those entries.
    public init(legalName: String, identifiers: [Identifier]) {
      self.legalName = legalName
      self.identifiers = identifiers
    }
  }

  /// The firm a statement is about.
  public struct Subject: Hashable, Sendable {
    /// The name as at Companies House; 1 to 150 characters.
    public var legalName: String
    /// Names it trades under, if others.
    public var tradingNames: [String]
    /// Entries in registers, `GB-COH` first unless a sole trader or partnership.
    public var identifiers: [Identifier]
    /// The size by headcount.
    public var size: Size
    /// The postcode, where the firm chose to give it.
    public var postcode: String?
    /// Other legal entities that the scope covers.
    public var otherEntities: [Entity]

    /// A firm of these particulars.
    public init(
      legalName: String,
      tradingNames: [String] = [],
      identifiers: [Identifier],
      size: Size,
      postcode: String? = nil,
      otherEntities: [Entity] = []
    ) {
      self.legalName = legalName
      self.tradingNames = tradingNames
      self.identifiers = identifiers
      self.size = size
      self.postcode = postcode
      self.otherEntities = otherEntities
    }
  }

  /// The size of a firm by headcount, in the price bands of the scheme.
  public enum Size: String, CaseIterable, Hashable, Sendable {
    /// 1 to 9 people.
    case micro
    /// 10 to 49 people.
    case small
    /// 50 to 249 people.
    case medium
    /// 250 people or more.
    case large

    /// Written as `10 to 49 people`.
    public var inWords: String {
      switch self {
      case .micro: "1 to 9 people"
      case .small: "10 to 49 people"
      case .medium: "50 to 249 people"
      case .large: "250 people or more"
      }
    }
  }

  /// What part of the firm a statement covers.
  public struct Scope: Hashable, Sendable {
    /// Whole or part.
    public var kind: ScopeKind
    /// The scope in the firm's words.
    public var description: String
    /// Whether the scope holds by the scheme's rules; where it does not, the firm is not ready.
    public var stands: Bool

    /// A scope of that kind, in these words.
    public init(kind: ScopeKind, description: String, stands: Bool = true) {
      self.kind = kind
      self.description = description
      self.stands = stands
    }
  }

  /// Whole organisation or a part of it.
  public enum ScopeKind: String, CaseIterable, Hashable, Sendable {
    /// The whole organisation.
    case whole
    /// A described part that is kept apart from the rest.
    case part
  }
}
