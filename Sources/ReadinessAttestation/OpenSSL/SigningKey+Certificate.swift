import COpenSSL
public import ReadinessCore

extension SigningKey {
  /// Makes a self-signed certificate for this key, as profile 3.4 wants a signer's.
  ///
  /// Not an authority; for digital signatures and non-repudiation; for signing documents, and for
  /// e-mail protection because stock tools ask for that. Three years from the given moment.
  ///
  /// - Parameters:
  ///   - subject: whom it names.
  ///   - serial: 16 random bytes; see ``SecureRandom``.
  ///   - instant: the first moment at which it holds.
  /// - Returns: the certificate.
  /// - Throws: where a name is empty or cannot be written, or the serial number has another size.
  public func selfSignedCertificate(
    subject: SignerSubject,
    serial: [UInt8],
    from instant: Instant
  ) throws(CryptoError) -> Certificate {
    try CertificateDraft(
      subject: subject.parts,
      publicKey: pointer,
      issuer: nil,
      serial: serial,
      from: instant,
      until: instant.adding(years: 3),
      extensions: SignerExtensions.of(selfSigned: true)
    ).signed(by: self)
  }
}
