import ReadinessCore

/// Whom the verifier believes, given and never assumed (profile section 9).
///
/// Nothing of the system's is ever taken. May be shared between threads.
public struct TrustStore: Sendable {
  private let lines: [[UInt8]: TrustLine]
  private let pinned: Set<[UInt8]>
  private let authorities: AuthorityStore?

  /// A store that trusts nobody: every intact attestation is undecided.
  public static let none = TrustStore(lines: [:], pinned: [], authorities: nil)

  private init(lines: [[UInt8]: TrustLine], pinned: Set<[UInt8]>, authorities: AuthorityStore?) {
    self.lines = lines
    self.pinned = pinned
    self.authorities = authorities
  }

  /// A store of confirmed keys, pinned signers' certificates and authorities.
  ///
  /// - Parameters:
  ///   - lines: where a fingerprint stands in two lines, the last one counts.
  ///   - certificates: an authority's vouches for those it issued, another one for itself alone.
  /// - Throws: where OpenSSL cannot take an authority's certificate.
  public init(lines: [TrustLine], certificates: [Certificate] = []) throws(CryptoError) {
    let issuers = certificates.filter(\.isAuthority)
    self.init(
      lines: Dictionary(lines.map { ($0.sha256, $0) }) { _, last in last },
      pinned: Set(certificates.filter { !$0.isAuthority }.map(\.sha256)),
      authorities: issuers.isEmpty ? nil : try AuthorityStore(issuers)
    )
  }

  /// How many keys, certificates and authorities there are.
  public var count: Int { lines.count + pinned.count + (authorities?.count ?? 0) }

  /// How the store knows that very certificate, without looking at who issued it.
  func pin(of certificate: Certificate) -> Trust? {
    let line = lines[certificate.sha256]
    if let line, !line.identifiers.isEmpty { return .confirmedKey(line) }
    if pinned.contains(certificate.sha256) { return .pinnedCertificate }
    return line.map { .bareFingerprint($0) }
  }

  /// Step 5 of a signature's judgement: from the signer's certificate to somebody who is trusted, as
  /// of that moment.
  ///
  /// A certificate that nobody vouches for is judged alone all the same, so that an expired or
  /// broken one is rejected before anybody is asked to trust it.
  ///
  /// - Parameters:
  ///   - certificate: the signer's.
  ///   - enclosed: what came with the signature; helps to build the chain and is not trusted.
  ///   - instant: as of when it is judged.
  /// - Returns: the chain, and who vouches.
  /// - Throws: why no such chain can hold.
  func chain(
    for certificate: Certificate,
    enclosed: CertificateStack,
    at instant: Instant
  ) throws(ChainError) -> CertificateChain {
    let pin = pin(of: certificate)
    if pin == nil, let authorities {
      if let chain = authorities.issuers.chain(for: certificate, enclosed: enclosed, at: instant) {
        return chain
      }
      if let found = try ChainCheck.verify(
        certificate,
        enclosed: enclosed,
        against: .authorities(authorities),
        at: instant
      ) {
        let chain = CertificateChain(certificate, above: try found.certificates(from: 1))
        authorities.issuers.remember(chain)
        return chain
      }
    }
    guard
      try ChainCheck.verify(certificate, enclosed: enclosed, against: .itself, at: instant) != nil
    else { throw ChainError(.invalid, "the certificate cannot be judged") }
    return CertificateChain(alone: certificate, trust: pin ?? .unknown)
  }
}

/// How a signer's certificate is known.
public enum Trust: Hashable, Sendable {
  /// Its fingerprint was confirmed together with the organisation's identifiers.
  case confirmedKey(TrustLine)
  /// The certificate itself is in the trust store.
  case pinnedCertificate
  /// Its fingerprint is in the trust store without identifiers, which proves the key only.
  case bareFingerprint(TrustLine)
  /// An authority in the trust store vouches for it.
  case authority(Certificate)
  /// Nobody vouches for it.
  case unknown

  /// Short words such as `pinned certificate`.
  public var inWords: String {
    switch self {
    case .confirmedKey(let line):
      "key confirmed" + (line.confirmedBy.map { " by " + VisibleText.of($0) } ?? "")
        + (line.confirmedOn.map { " on \($0)" } ?? "")
    case .pinnedCertificate: "pinned certificate"
    case .bareFingerprint: "pinned fingerprint, organisation not confirmed"
    case .authority(let root): "vouched for by \(root.subject)"
    case .unknown: "unknown"
    }
  }
}
