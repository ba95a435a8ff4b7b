import COpenSSL
import ReadinessCore

/// Whose time-stamps are believed; given and never assumed.
///
/// May be shared between threads.
public struct TimeStampTrust: Sendable {
  /// Root or issuing certificates of time-stamp authorities, or an authority's own.
  public let certificates: [Certificate]

  /// Nobody: the time of every stamp is ignored.
  public static let none = TimeStampTrust(certificates: [])

  /// Believes those certificates, and what they vouch for.
  public init(certificates: [Certificate]) { self.certificates = certificates }

  /// What a judgement of a token comes to.
  enum Judgement {
    /// The moment counts.
    case trusted
    /// The moment does not count, for that reason.
    case ignored(String)
    /// The token was changed since, or never fitted its signature.
    case broken
  }

  /// Judges a token as of the moment that it tells: the authority's certificates must have held then,
  /// be for nothing but time-stamps, and not have been revoked by then.
  func judge(_ token: TimeStampToken, _ rules: RevocationRules) -> Judgement {
    guard !certificates.isEmpty else { return .ignored("no time-stamp authority is trusted") }
    guard let store = X509_STORE_new() else { return .ignored("memory is exhausted") }
    defer { X509_STORE_free(store) }
    for certificate in certificates where X509_STORE_add_cert(store, certificate.pointer) != 1 {
      return .ignored("an authority's certificate cannot be taken up")
    }
    let parameters = X509_STORE_get0_param(store)
    X509_VERIFY_PARAM_set_auth_level(parameters, 2)
    X509_VERIFY_PARAM_set_depth(parameters, 5)
    X509_VERIFY_PARAM_set_flags(parameters, UInt(X509_V_FLAG_PARTIAL_CHAIN))
    X509_VERIFY_PARAM_set_time(parameters, time_t(token.time.unixSeconds))
    switch token.check(against: store) {
    case .broken: return .broken
    case .notTrusted(let reason): return .ignored(reason)
    case .by(let signer):
      guard token.isStronglySigned, signer.keyKind.isAccepted else {
        return .ignored("it is signed by too weak an algorithm")
      }
      guard !token.hasUnknownConditions else {
        return .ignored("it has a critical condition that is not known here")
      }
      guard !isRevoked(signer, token, rules) else {
        return .ignored("its maker's certificate was revoked")
      }
      return .trusted
    }
  }

  /// Whether a list at hand says that the maker's certificate was revoked by then.
  private func isRevoked(
    _ signer: Certificate,
    _ token: TimeStampToken,
    _ rules: RevocationRules
  ) -> Bool {
    guard rules.mode != .off, !rules.lists.isEmpty,
      let issuer = (certificates + token.certificates).first(where: { signer.isIssued(by: $0) })
    else { return false }
    return rules.lists.contains { list in
      guard list.names(issuer), list.flaw == nil, rules.checked.isSigned(list, by: issuer),
        let entry = list.entry(for: signer), entry.reason != .removeFromList
      else { return false }
      return !entry.spares(stampedAt: token.time)
    }
  }
}
