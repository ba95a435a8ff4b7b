import ReadinessAttestation
public import ReadinessCore

/// What a run asked for beside policy and trust, as far as it changes what files come to.
///
/// Words are kept as digests, so that whoever has the seal does not learn which bid it was; whoever
/// knows the words can see that they are the ones.
public struct SealAsked: Hashable, Sendable {
  /// The day of contract award.
  public var award: CalendarDate?
  /// The day on which the contract starts.
  public var contractStart: CalendarDate?
  /// SHA-256 of the notice's reference, 64 hexadecimal digits as all of these.
  public var noticeSHA256: String?
  /// SHA-256 of the challenge.
  public var challengeSHA256: String?
  /// SHA-256 of the file with the list of suppliers.
  public var suppliersSHA256: String?
  /// SHA-256 of the lines about tier, suppliers meant and look-ups.
  public var detailsSHA256: String?

  /// Nothing but what is given.
  ///
  /// - Parameters:
  ///   - notice: the reference, as it was asked for.
  ///   - challenge: the words, as they were asked for.
  ///   - suppliersSHA256: the digest of the list of suppliers.
  ///   - details: lines without line ends, in any order.
  public init(
    award: CalendarDate? = nil,
    contractStart: CalendarDate? = nil,
    notice: String? = nil,
    challenge: String? = nil,
    suppliersSHA256: String? = nil,
    details: [String] = []
  ) {
    self.award = award
    self.contractStart = contractStart
    noticeSHA256 = notice.map { Digest.sha256Hex(Array($0.utf8)) }
    challengeSHA256 = challenge.map { Digest.sha256Hex(Array($0.utf8)) }
    self.suppliersSHA256 = suppliersSHA256
    let lines = details.map { Array("\($0)\n".utf8) }.sorted { $0.lexicographicallyPrecedes($1) }
    detailsSHA256 = lines.isEmpty ? nil : Digest.sha256Hex(lines.flatMap(\.self))
  }

  /// The element in `seal.xml`; empty where nothing was asked for.
  var xml: String {
    let attributes = [
      ("award", award?.description), ("contract-start", contractStart?.description),
      ("notice-sha256", noticeSHA256), ("challenge-sha256", challengeSHA256),
      ("suppliers-sha256", suppliersSHA256), ("details-sha256", detailsSHA256),
    ].map { name, value in value.map { " \(name)=\"\($0)\"" } ?? "" }.joined()
    return attributes.isEmpty ? "" : "<asked\(attributes)/>\n"
  }
}
