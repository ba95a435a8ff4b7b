/// A signer's certificate with those above it, up to the one that is trusted.
struct CertificateChain {
  /// How the signer's certificate is known.
  let trust: Trust
  /// The signer's certificate first; the trusted one last.
  let certificates: [Certificate]

  /// The signer's certificate.
  let signer: Certificate

  /// A signer's certificate that is judged alone.
  init(alone certificate: Certificate, trust: Trust) {
    self.trust = trust
    certificates = [certificate]
    signer = certificate
  }

  /// A chain that ends at an authority.
  ///
  /// - Parameters:
  ///   - certificate: the signer's.
  ///   - above: the certificates above it; the trusted one last.
  init(_ certificate: Certificate, above: [Certificate]) {
    trust = above.last.map { .authority($0) } ?? .unknown
    certificates = [certificate] + above
    signer = certificate
  }

  /// The certificates as OpenSSL hands them around, or `nil` where memory is exhausted.
  var stack: CertificateStack? { CertificateStack(certificates) }
}
