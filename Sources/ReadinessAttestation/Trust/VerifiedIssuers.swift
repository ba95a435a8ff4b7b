import CCryptoSupport
import COpenSSL
import ReadinessCore
import Synchronization

/// Authorities below a trusted one that were judged once, for the files that follow.
///
/// Under such an authority a signer's certificate needs one signature to be checked instead of the
/// whole chain. Authorities are known by the digest of their certificates. Where one above has
/// constraints of its own on names or policies nothing is kept, since they would not be seen then.
final class VerifiedIssuers: Sendable {
  private struct Known {
    /// The authority first; the trusted one last.
    let certificates: [Certificate]
    let store: AuthorityStore
    let window: ClosedRange<Instant>
  }

  private static let most = 256
  private let memory = Mutex<[[UInt8]: Known]>([:])

  /// The chain of a certificate whose issuer is enclosed and was judged before.
  ///
  /// - Returns: `nil` where that is not so, or where the certificate does not hold under it: the
  ///   whole chain then says why.
  func chain(
    for certificate: Certificate,
    enclosed: CertificateStack,
    at instant: Instant
  ) -> CertificateChain? {
    for issuer in enclosed.members {
      guard X509_check_issued(issuer.pointer, certificate.pointer) == X509_V_OK,
        let known = memory.withLock({ $0[issuer.sha256] }), known.window.contains(instant),
        let nothing = CertificateStack([]),
        let chain = try? ChainCheck.verify(
          certificate,
          enclosed: nothing,
          against: .authorities(known.store),
          at: instant
        ), chain.count == 2
      else { continue }
      return CertificateChain(certificate, above: known.certificates)
    }
    return nil
  }

  /// Keeps the authorities of a chain that holds.
  func remember(_ chain: CertificateChain) {
    let above = Array(chain.certificates.dropFirst())
    guard above.count > 1, let issuer = above.first, !above.dropFirst().contains(where: isLimiting),
      let start = above.compactMap(\.notBefore).max(), let end = above.compactMap(\.notAfter).min(),
      start <= end, above.allSatisfy({ $0.notBefore != nil && $0.notAfter != nil }),
      memory.withLock({ $0[issuer.sha256] }) == nil, let store = try? AuthorityStore([issuer])
    else { return }
    memory.withLock { memory in
      if memory.count >= Self.most { memory = [:] }
      memory[issuer.sha256] = Known(certificates: above, store: store, window: start...end)
    }
  }

  private func isLimiting(_ certificate: Certificate) -> Bool {
    [NID_name_constraints, NID_policy_constraints, NID_inhibit_any_policy].contains {
      X509_get_ext_by_NID(certificate.pointer, $0, -1) >= 0
    }
  }
}
