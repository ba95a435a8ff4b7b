extension Statement {
  /// Who prepared the answers.
  public enum Preparer: String, CaseIterable, Hashable, Sendable {
    /// The firm itself.
    case firm
    /// Its IT provider.
    case itProvider = "it-provider"
    /// An adviser.
    case adviser
    /// A student under guidance.
    case student

    /// Written as `the firm's IT provider`.
    public var inWords: String {
      switch self {
      case .firm: "the firm itself"
      case .itProvider: "the firm's IT provider"
      case .adviser: "an adviser"
      case .student: "a student"
      }
    }
  }

  /// Who declares, and what.
  public struct Declaration: Hashable, Sendable {
    /// The person's name.
    public var name: String
    /// The person's role in the firm.
    public var role: String
    /// By what authority the person speaks for the firm.
    public var authority: Authority
    /// The words declared, as they were shown to the person.
    public var words: String

    /// By what authority a person speaks for a firm.
    public enum Authority: String, CaseIterable, Hashable, Sendable {
      /// A member of the board, or the owner, a partner or a trustee.
      case board
      /// Somebody whom the board has charged with it.
      case delegated

      /// Written as `board member or equivalent`.
      public var inWords: String {
        switch self {
        case .board: "board member or equivalent"
        case .delegated: "charged with it by the board"
        }
      }
    }

    /// A declaration by that person.
    public init(name: String, role: String, authority: Authority, words: String) {
      self.name = name
      self.role = role
      self.authority = authority
      self.words = words
    }
  }
}
