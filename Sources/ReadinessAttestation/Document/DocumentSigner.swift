public import ReadinessCore

/// Signs documents that are no attestations.
public enum DocumentSigner {
  /// The container of a document with one signature.
  ///
  /// What was made is judged by the strict verifier before it is handed out. Whether the document
  /// makes sense is for the caller to check first.
  ///
  /// - Parameters:
  ///   - document: the document's bytes, as they are to be read later.
  ///   - kind: what it is; not an attestation, which ``AttestationSigner`` signs.
  ///   - key: the signer's key.
  ///   - certificate: the certificate for that key.
  ///   - chain: where a programme vouches for it, the certificates above it.
  ///   - instant: the signing time.
  /// - Returns: the file's bytes.
  /// - Throws: why no file was made.
  public static func seal(
    _ document: [UInt8],
    kind: DocumentKind,
    key: SigningKey,
    certificate: Certificate,
    chain: [Certificate] = [],
    at instant: Instant
  ) throws(AttestationSigner.Failure) -> [UInt8] {
    let bytes = try AttestationSigner.file(
      [Container.Entry(name: kind.fileName, content: document)],
      key: key,
      certificate: certificate,
      chain: chain,
      at: instant
    )
    let trust: TrustStore
    do throws(CryptoError) {
      trust = try TrustStore(lines: [], certificates: [certificate])
    } catch {
      throw .crypto(error)
    }
    let result = Verifier(trust: trust, now: instant).verifyDocument(bytes, kind: kind)
    guard result.decision == .valid else { throw .notAccepted(result.reasons) }
    return bytes
  }
}
