import ReadinessCore

/// A container with one more signature over further files (profile 3.2).
///
/// Nothing that is there is touched: the new signature covers the document, the last manifest and
/// signature, and the new files.
enum FurtherSignature {
  /// The new container, which the strict verifier does not reject.
  ///
  /// - Parameters:
  ///   - files: the files to add, with names that are not there yet.
  ///   - file: the container.
  ///   - key: the signer's key.
  ///   - certificate: the certificate for that key.
  ///   - chain: where a programme vouches for it, the certificates above it.
  ///   - instant: the signing time.
  /// - Returns: the new container's bytes.
  /// - Throws: why none was made.
  static func add(
    _ files: [Container.Entry],
    to file: [UInt8],
    key: SigningKey,
    certificate: Certificate,
    chain: [Certificate] = [],
    at instant: Instant
  ) throws(AttestationSigner.Failure) -> [UInt8] {
    let bytes = try unjudged(
      files,
      to: file,
      key: key,
      certificate: certificate,
      chain: chain,
      at: instant
    )
    // Who vouches for whom is not the question here, only whether all of it holds.
    let result = Verifier(trust: .none, now: instant).verify(bytes)
    guard result.decision != .rejected else { throw .notAccepted(result.reasons) }
    return bytes
  }

  /// The new container, not yet judged.
  static func unjudged(
    _ files: [Container.Entry],
    to file: [UInt8],
    key: SigningKey,
    certificate: Certificate,
    chain: [Certificate] = [],
    at instant: Instant
  ) throws(AttestationSigner.Failure) -> [UInt8] {
    let container: Container
    do throws(ContainerError) {
      container = try ContainerReader.read(file)
    } catch {
      throw .container(error)
    }
    let number = container.signatureCount + 1
    let before = [
      container.documentName, EntryName.manifest(number - 1), EntryName.signature(number - 1),
    ]
    let covered = before.compactMap { name in container.entries.first { $0.name == name } } + files
    let manifest = Manifest(number: number, covering: covered).bytes
    let signature: [UInt8]
    do throws(CryptoError) {
      signature = try SignatureWriter.sign(
        manifest,
        key: key,
        certificate: certificate,
        at: instant
      )
    } catch {
      throw .crypto(error)
    }
    let added =
      files + [
        Container.Entry(name: EntryName.manifest(number), content: manifest),
        Container.Entry(name: EntryName.signature(number), content: signature),
      ]
    do throws(ContainerError) {
      return try ContainerWriter.bytes(of: Container(entries: container.entries + added))
    } catch {
      throw .container(error)
    }
  }
}
