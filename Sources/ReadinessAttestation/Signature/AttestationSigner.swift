public import ReadinessCore

/// Makes attestation files.
public enum AttestationSigner {
  /// Why no file was made.
  public enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
    /// A file is too large, or its name is not allowed.
    case container(ContainerError)
    /// Signing failed.
    case crypto(CryptoError)
    /// The verifier does not accept the result.
    case notAccepted([Reason])

    /// The reason in words.
    public var description: String {
      switch self {
      case .container(let error): error.description
      case .crypto(let error): error.description
      case .notAccepted(let reasons):
        reasons.map(\.description).joined(separator: "\n")
      }
    }
  }

  /// The container of a statement, its page and the firm's signature.
  ///
  /// What was made is judged by the strict verifier before it is handed out, as of the same moment,
  /// as somebody would who has pinned the certificate (profile section 9).
  ///
  /// - Parameters:
  ///   - xml: the statement, by ``StatementWriter``.
  ///   - html: its page, by ``StatementPage``.
  ///   - key: the firm's key.
  ///   - certificate: the certificate for that key, which the statement names.
  ///   - chain: where a programme vouches for it, the certificates above it; the root is not needed.
  ///   - instant: the signing time.
  /// - Returns: the file's bytes.
  /// - Throws: why no file was made.
  public static func seal(
    xml: [UInt8],
    html: [UInt8],
    key: SigningKey,
    certificate: Certificate,
    chain: [Certificate] = [],
    at instant: Instant
  ) throws(Failure) -> [UInt8] {
    let bytes = try file(
      xml: xml,
      html: html,
      key: key,
      certificate: certificate,
      chain: chain,
      at: instant
    )
    try check(bytes, certificate: certificate, at: instant)
    return bytes
  }

  /// The container, not yet judged.
  static func file(
    xml: [UInt8],
    html: [UInt8],
    key: SigningKey,
    certificate: Certificate,
    chain: [Certificate] = [],
    lists: [RevocationList] = [],
    at instant: Instant
  ) throws(Failure) -> [UInt8] {
    try file(
      [
        Container.Entry(name: EntryName.document, content: xml),
        Container.Entry(name: EntryName.rendering, content: html),
      ],
      key: key,
      certificate: certificate,
      chain: chain,
      lists: lists,
      at: instant
    )
  }

  /// The container of those files under one signature, not yet judged.
  static func file(
    _ files: [Container.Entry],
    key: SigningKey,
    certificate: Certificate,
    chain: [Certificate] = [],
    lists: [RevocationList] = [],
    at instant: Instant
  ) throws(Failure) -> [UInt8] {
    let manifest = Manifest(number: 1, covering: files).bytes
    let signature: [UInt8]
    do throws(CryptoError) {
      signature = try SignatureWriter.sign(
        manifest,
        key: key,
        certificate: certificate,
        chain: chain,
        lists: lists,
        at: instant
      )
    } catch {
      throw .crypto(error)
    }
    do throws(ContainerError) {
      let container = try Container(
        entries: files + [
          Container.Entry(name: EntryName.manifest(1), content: manifest),
          Container.Entry(name: EntryName.signature(1), content: signature),
        ]
      )
      return try ContainerWriter.bytes(of: container)
    } catch {
      throw .container(error)
    }
  }

  /// Judges what was made, as somebody would who has pinned the certificate.
  static func check(
    _ bytes: [UInt8],
    certificate: Certificate,
    at instant: Instant
  ) throws(Failure) {
    let trust: TrustStore
    do throws(CryptoError) {
      trust = try TrustStore(lines: [], certificates: [certificate])
    } catch {
      throw .crypto(error)
    }
    let result = Verifier(trust: trust, now: instant).verify(bytes)
    // A sole trader's certificate names no register; who trusts it writes that down beside the key.
    let isOpen = result.reasons.allSatisfy { $0.code == Reason.Code.signerNotIdentified.rawValue }
    guard result.decision == .valid || result.decision == .undecided && isOpen else {
      throw .notAccepted(result.reasons)
    }
  }
}
