import COpenSSL
import ReadinessCore

/// Makes CAdES baseline B-B signatures: detached, one signer, four signed attributes (profile 3.3).
enum SignatureWriter {
  /// The signature file over the manifest.
  ///
  /// - Parameters:
  ///   - manifest: the bytes to sign.
  ///   - key: the signer's key.
  ///   - certificate: the certificate for that key; enclosed.
  ///   - chain: certificates above it, enclosed too; the root is not needed.
  ///   - lists: revocation lists to enclose.
  ///   - instant: the signing time that is claimed.
  /// - Returns: the file's bytes.
  /// - Throws: where the certificate is for another key, or OpenSSL fails.
  static func sign(
    _ manifest: [UInt8],
    key: SigningKey,
    certificate: Certificate,
    chain: [Certificate] = [],
    lists: [RevocationList] = [],
    at instant: Instant
  ) throws(CryptoError) -> [UInt8] {
    let operation = "sign the manifest"
    guard key.belongs(to: certificate) else {
      throw CryptoError(.malformed, "sign with a key that is not the certificate's")
    }
    OpenSSLLibrary.prepare()
    let flags = UInt32(
      CMS_PARTIAL | CMS_BINARY | CMS_DETACHED | CMS_CADES | CMS_NOSMIMECAP
    )
    guard let message = CMS_sign(nil, nil, nil, nil, flags) else {
      throw CryptoError.drained(operation)
    }
    defer { CMS_ContentInfo_free(message) }
    // The digest is named, since without one OpenSSL falls back to SHA-1 for the certificate.
    let digest = key.kind == .p384 ? EVP_sha384() : EVP_sha256()
    guard
      let signer = CMS_add1_signer(message, certificate.pointer, key.pointer, digest, flags),
      add(instant, to: signer),
      chain.allSatisfy({ CMS_add1_cert(message, $0.pointer) == 1 }),
      lists.allSatisfy({ CMS_add1_crl(message, $0.pointer) == 1 }),
      InputBuffer.with(manifest, { CMS_final(message, $0, nil, flags) }) == 1,
      let der = ObjectCoding.encode(message, by: i2d_CMS_ContentInfo)
    else { throw CryptoError.drained(operation) }
    return der
  }

  /// Sets the signing time, for which OpenSSL would otherwise take the clock's.
  private static func add(_ instant: Instant, to signer: OpaquePointer) -> Bool {
    ASN1Time.with(instant) { time in
      CMS_signed_add1_attr_by_NID(
        signer,
        NID_pkcs9_signingTime,
        ASN1_STRING_type(time),
        time,
        -1
      )
    } == 1
  }
}
