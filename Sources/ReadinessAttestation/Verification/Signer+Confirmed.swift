extension Signer {
  /// The entries in registers that somebody else than the signer has confirmed: those beside the
  /// pinned key, or the one in a certificate that is pinned or that a programme vouches for.
  ///
  /// What the signer writes of itself may name more; that is its word alone.
  public var confirmedIdentifiers: [Identifier] {
    switch trust {
    case .confirmedKey(let line): line.identifiers
    case .pinnedCertificate, .authority:
      certificate.organizationIdentifier
        .flatMap { Identifier(organizationIdentifier: $0) }.map { [$0] } ?? []
    case .bareFingerprint, .unknown: []
    }
  }
}

extension VerifiedAttestation {
  /// The firm's entries in registers that somebody else than the firm has confirmed.
  ///
  /// The statement may name more; those are the firm's word alone.
  public var confirmedIdentifiers: [Identifier] { signers.first?.confirmedIdentifiers ?? [] }
}
