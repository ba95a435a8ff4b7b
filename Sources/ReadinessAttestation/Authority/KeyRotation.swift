public import ReadinessCore

/// A firm's word that it has a new key, signed with the old one.
///
/// Buyers who trust the old key can follow without a telephone call; `openssl cms -verify` checks it.
/// It must not be used where somebody else may have the old key.
public enum KeyRotation {
  /// The file: a CMS signature in PEM that carries a short text.
  ///
  /// - Parameters:
  ///   - key: the old key.
  ///   - old: the old certificate.
  ///   - new: the new certificate.
  ///   - instant: when it is signed.
  public static func file(
    key: SigningKey,
    old: Certificate,
    new: Certificate,
    at instant: Instant
  ) throws(CryptoError) -> [UInt8] {
    let signature = try SignatureWriter.sign(
      Array(text(old: old, new: new, at: instant).utf8),
      key: key,
      certificate: old,
      attached: true,
      at: instant
    )
    return PEM.text(.init(label: "CMS", content: signature))
  }

  /// What is signed, in words.
  public static func text(old: Certificate, new: Certificate, at instant: Instant) -> String {
    """
    Change of signing key

    Firm: \(VisibleText.of(new.subject.organization ?? ""))
    Register: \(VisibleText.of(new.organizationIdentifier ?? "none"))
    Old certificate, SHA-256: \(old.fingerprint)
    New certificate, SHA-256: \(new.fingerprint)
    Signed with the old key at: \(instant)

    From now on the firm signs with the new key.
    Files signed with the old key stay as they are.

    """
  }
}
