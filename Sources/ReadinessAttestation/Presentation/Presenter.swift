/// Makes the file for one bid.
public enum Presenter {
  /// The attestation, bound to a bid, with the answers that the firm chose to show.
  ///
  /// What the firm signed before stays as it is, byte for byte.
  ///
  /// - Parameters:
  ///   - file: the attestation's container.
  ///   - presentation: whom it is for.
  ///   - disclosures: what is shown; each was sealed by that attestation.
  ///   - key: the firm's key, the one that signed the attestation.
  ///   - certificate: the certificate for that key.
  ///   - chain: where a programme vouches for it, the certificates above it.
  /// - Returns: the new container's bytes, not rejected by the strict verifier.
  /// - Throws: why none was made.
  public static func present(
    _ file: [UInt8],
    _ presentation: Presentation,
    disclosing disclosures: [Disclosure],
    key: SigningKey,
    certificate: Certificate,
    chain: [Certificate] = []
  ) throws(AttestationSigner.Failure) -> [UInt8] {
    let binding = Container.Entry(
      name: EntryName.presentation,
      content: PresentationDocument.xml(presentation)
    )
    return try FurtherSignature.add(
      [binding] + disclosures.map { Container.Entry(name: $0.fileName, content: $0.bytes) },
      to: file,
      key: key,
      certificate: certificate,
      chain: chain,
      at: presentation.made
    )
  }
}
