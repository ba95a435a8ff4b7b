/// Puts somebody's word beside the firm's.
public enum Countersigner {
  /// The attestation with a counter-signer's statement and signature; the firm's stays as it is.
  ///
  /// - Parameters:
  ///   - file: the attestation's container.
  ///   - countersignature: what is said; its `attestation` and its certificate must be the right ones.
  ///   - key: the counter-signer's key.
  ///   - certificate: the certificate for that key.
  ///   - chain: where a programme vouches for it, the certificates above it.
  /// - Returns: the new container's bytes, not rejected by the strict verifier.
  /// - Throws: why none was made.
  public static func sign(
    _ file: [UInt8],
    _ countersignature: Countersignature,
    key: SigningKey,
    certificate: Certificate,
    chain: [Certificate] = []
  ) throws(AttestationSigner.Failure) -> [UInt8] {
    let entry = Container.Entry(
      name: countersignature.fileName,
      content: CountersignatureDocument.xml(countersignature)
    )
    return try FurtherSignature.add(
      [entry],
      to: file,
      key: key,
      certificate: certificate,
      chain: chain,
      at: countersignature.made
    )
  }
}
