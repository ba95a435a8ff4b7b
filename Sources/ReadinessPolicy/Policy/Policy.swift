public import ReadinessAttestation
public import ReadinessCore

/// What a buyer demands of its suppliers' files: read once, then applied to any number of them.
///
/// Only ``PolicyReader`` makes one, so a policy with a mistake in it is never applied. May be shared
/// between threads.
public struct Policy: Hashable, Sendable {
  /// The policy's id, as `csm-v4-level-0`.
  public let id: String
  /// Its version, as `1.0`.
  public let version: String
  /// Its title, in words.
  public let title: String
  /// What it is for, in words.
  public let about: String
  /// Who answers for it.
  public let owner: String
  /// The day it was written.
  public let issued: CalendarDate
  /// The last day on which it may be applied, where it has one.
  public let until: CalendarDate?
  /// SHA-256 of the file's bytes, in lower-case hexadecimal.
  public let sha256: String
  /// Where its rules come from.
  public let sources: [Source]
  /// The tiers of suppliers that it tells apart; none where all are alike.
  public let tiers: [Tier]
  /// What it demands, in the file's order; at least one.
  public let clauses: [Clause]
  /// Who need not meet which clause, and until when.
  public let exemptions: [Exemption]

  /// Where a rule comes from.
  public struct Source: Hashable, Sendable {
    /// The id by which clauses name it.
    public let id: String
    /// How sure we are of it.
    public let confidence: Confidence
    /// The day on which it was read.
    public let asOf: CalendarDate
    /// Its address, where it has one.
    public let url: String?
    /// What it is and says, in the policy's words.
    public let text: String
  }

  /// A tier of suppliers.
  public struct Tier: Hashable, Sendable {
    /// The id by which clauses and the list of suppliers name it.
    public let id: String
    /// What it is, in words.
    public let title: String
    /// Whether a supplier of whom no tier is known is taken to be in this one.
    public let isDefault: Bool
  }

  /// Somebody need not meet a clause for a while.
  public struct Exemption: Hashable, Sendable {
    /// Its id.
    public let id: String
    /// The clause that is lifted.
    public let clause: String
    /// The supplier's entries in registers, any one of which must be confirmed to be the firm's.
    public let suppliers: [Identifier]
    /// Who has decided it and answers for it.
    public let owner: String
    /// The last day of it.
    public let until: CalendarDate
    /// Why.
    public let reason: String
  }

  /// The clause of that id.
  public func clause(_ id: String) -> Clause? { clauses.first { $0.id == id } }
}
