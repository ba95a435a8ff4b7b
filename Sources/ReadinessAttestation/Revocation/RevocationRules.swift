/// How much a verifier asks of revocation lists.
public enum RevocationMode: String, CaseIterable, Hashable, Sendable {
  /// A current list must be there for every certificate below the one that is trusted.
  case require
  /// What the lists at hand say counts; where there is none, a remark says so.
  case ifPresent = "if-present"
  /// Lists are not looked at, and a remark says so.
  case off
}

/// The revocation lists that a verifier was given, and what it asks of them.
///
/// Each list is checked once against each authority, however many files there are. May be shared
/// between threads.
public struct RevocationRules: Sendable {
  /// What is asked; `nil` for what goes with the kind of trust: `require` under an authority, and
  /// nothing where the signer's own certificate is trusted.
  public let mode: RevocationMode?
  /// The lists that were given.
  public let lists: [RevocationList]
  let checked: CheckedLists

  /// Rules with those lists.
  public init(mode: RevocationMode? = nil, lists: [RevocationList] = []) {
    self.mode = mode
    self.lists = lists
    checked = CheckedLists()
  }

  /// The lists that were given and those that came with a signature, as far as they are by that
  /// authority and about that certificate, and what is wrong with the others that claim to be.
  func lists(
    for certificate: Certificate,
    by issuer: Certificate,
    enclosed: [RevocationList]
  ) -> (known: KnownLists, flaws: [String]) {
    var known = KnownLists()
    var flaws: [String] = []
    for (list, isGiven) in lists.map({ ($0, true) }) + enclosed.map({ ($0, false) })
    where list.names(issuer) && list.covers(certificate) {
      if let flaw = list.flaw {
        flaws.append("the \(list) was left aside: \(flaw)")
      } else if checked.isSigned(list, by: issuer) {
        known.add(list, isGiven: isGiven)
      } else {
        flaws.append("the \(list) was left aside: the authority named did not sign it")
      }
    }
    return (known, flaws)
  }
}
