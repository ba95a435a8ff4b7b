public import ReadinessAttestation
public import ReadinessCore

/// What a buyer knows beside the file when it applies a policy.
///
/// Whatever is not known is never taken to be good.
public struct Circumstances: Hashable, Sendable {
  /// The supplier's tier.
  public var tier: String?
  /// The supplier that the buyer means, by its entries in registers.
  public var supplier: [Identifier]
  /// The day of contract award.
  public var award: CalendarDate?
  /// The day on which the contract starts.
  public var contractStart: CalendarDate?
  /// The reference of the notice.
  public var notice: String?
  /// The challenge that was set.
  public var challenge: String?
  /// The buyer's own look-ups in public certificate searches.
  public var lookUps: [LookUp]
  /// As of when to judge.
  public var at: Instant

  /// A look-up of one certificate in a public search, by somebody on the buyer's side.
  public struct LookUp: Hashable, Sendable {
    /// What the search showed.
    public enum Result: String, CaseIterable, Hashable, Sendable {
      /// The certificate with the particulars that the file gives.
      case found
      /// The certificate with other particulars.
      case differs
      /// No such certificate.
      case notFound = "not-found"
    }

    /// The certificate's number.
    public var certificate: String
    /// The role of whoever looked.
    public var by: String
    /// When.
    public var on: CalendarDate
    /// What the search showed.
    public var result: Result

    /// A look-up.
    public init(certificate: String, by: String, on: CalendarDate, result: Result) {
      self.certificate = certificate
      self.by = by
      self.on = on
      self.result = result
    }
  }

  /// What is known; nothing but the moment unless given.
  public init(
    tier: String? = nil,
    supplier: [Identifier] = [],
    award: CalendarDate? = nil,
    contractStart: CalendarDate? = nil,
    notice: String? = nil,
    challenge: String? = nil,
    lookUps: [LookUp] = [],
    at: Instant
  ) {
    self.tier = tier
    self.supplier = supplier
    self.award = award
    self.contractStart = contractStart
    self.notice = notice
    self.challenge = challenge
    self.lookUps = lookUps
    self.at = at
  }
}
