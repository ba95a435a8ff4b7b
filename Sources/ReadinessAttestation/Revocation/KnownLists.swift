import ReadinessCore

/// The lists of one authority that are about one certificate, their signatures checked.
struct KnownLists {
  private var complete: [(list: RevocationList, isGiven: Bool)] = []
  private var deltas: [RevocationList] = []

  /// How far the clocks of authority and verifier may differ, in seconds.
  private static let clockGrace = 10 * 60

  mutating func add(_ list: RevocationList, isGiven: Bool) {
    if list.baseNumber == nil {
      complete.append((list, isGiven))
    } else {
      deltas.append(list)
    }
  }

  /// Why nothing current is known.
  enum Lack: Equatable {
    /// There is no list; or only one that the signer enclosed, who chose which one.
    case missing(onlyEnclosed: Bool)
    /// The last one says that there is a newer one by now.
    case stale(since: Instant?)
    /// The last one is from after the moment of judgement.
    case ahead(from: Instant)
  }

  /// What the lists say of the certificate as of that moment.
  ///
  /// The newest complete list counts, with the newest delta list that adds to it. A list from later
  /// than that moment, of which nothing was known then, counts for what was revoked by then.
  func entry(for certificate: Certificate, at now: Instant) -> RevokedEntry? {
    for list in complete.map(\.list) + deltas where isAhead(list, at: now) {
      if let entry = list.entry(for: certificate), entry.reason != .removeFromList,
        entry.revokedAt <= now
      {
        return entry
      }
    }
    let newest = complete.map(\.list).filter { !isAhead($0, at: now) }
      .max { left, right in
        // Two lists of one second are told apart by their numbers.
        left.thisUpdate != right.thisUpdate
          ? left.thisUpdate < right.thisUpdate : Self.less(left.number ?? [], right.number ?? [])
      }
    let current = deltas.filter { delta in
      guard !isAhead(delta, at: now) else { return false }
      guard let newest else { return true }
      guard delta.scope == newest.scope, let number = newest.number, let own = delta.number,
        let base = delta.baseNumber
      else { return false }
      return !Self.less(number, base) && Self.less(number, own)
    }
    if let delta = current.max(by: { Self.less($0.number ?? [], $1.number ?? []) }),
      let entry = delta.entry(for: certificate)
    {
      return entry.reason == .removeFromList ? nil : entry
    }
    guard let entry = newest?.entry(for: certificate), entry.reason != .removeFromList else {
      return nil
    }
    return entry
  }

  /// What is missing, as of that moment; `nil` where a complete list that was given is current.
  func lack(at now: Instant) -> Lack? {
    let given = complete.filter(\.isGiven).map(\.list)
    let past = given.filter { !isAhead($0, at: now) }
    if past.contains(where: { $0.nextUpdate.map { now <= $0 } ?? false }) { return nil }
    if let last = past.max(by: { $0.thisUpdate < $1.thisUpdate }) {
      return .stale(since: last.nextUpdate)
    }
    if let next = given.min(by: { $0.thisUpdate < $1.thisUpdate }) {
      return .ahead(from: next.thisUpdate)
    }
    return .missing(onlyEnclosed: !complete.isEmpty)
  }

  private func isAhead(_ list: RevocationList, at now: Instant) -> Bool {
    list.thisUpdate.unixSeconds - now.unixSeconds > Self.clockGrace
  }

  /// Whether a number without leading zeros is smaller than another.
  private static func less(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.count != right.count ? left.count < right.count : left.lexicographicallyPrecedes(right)
  }
}
