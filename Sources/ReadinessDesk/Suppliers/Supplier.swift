public import ReadinessAttestation
public import ReadinessCore

/// One supplier on a buyer's own list.
public struct Supplier: Hashable, Sendable {
  /// Its entries in registers; at least one.
  public let identifiers: [Identifier]
  /// The name that the buyer uses; empty where the list has none.
  public let name: String
  /// Its tier, by the id that the policy uses.
  public let tier: String?
  /// The buyer's own reference.
  public let reference: String?
  /// The day of contract award.
  public let award: CalendarDate?
  /// The day on which the contract starts.
  public let contractStart: CalendarDate?
  /// The line of the list that it stands in, from 1.
  public let line: Int

  /// A name to show: the buyer's, else the first entry in a register.
  public var title: String { name.isEmpty ? identifiers.first?.description ?? "" : name }
}
