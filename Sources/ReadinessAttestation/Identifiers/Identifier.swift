/// A firm's entry in a register: the register's code by org-id.guide and the entry there.
///
/// Any two texts make one; `IdentifierRules` says whether the entry can exist.
public struct Identifier: Hashable, Sendable, CustomStringConvertible {
  /// The register, as `GB-COH` for Companies House.
  public var scheme: String
  /// The entry in its normal form, as `04336774`.
  public var id: String

  /// An entry of a register.
  public init(scheme: String, id: String) {
    self.scheme = scheme
    self.id = id
  }

  /// Written as `GB-COH-04336774`.
  public var description: String { "\(scheme)-\(id)" }
}
