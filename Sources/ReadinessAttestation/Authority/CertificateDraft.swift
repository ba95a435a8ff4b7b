import CCryptoSupport
import COpenSSL
import ReadinessCore

/// A certificate before it is signed.
struct CertificateDraft {
  /// An extension by OpenSSL's number and in OpenSSL's words.
  typealias Extension = (kind: Int32, value: String)

  /// The parts of the subject's name, by object identifier.
  let subject: [(type: String, value: String)]
  /// Whose key it is for; lent for the time of ``signed(by:)``.
  let publicKey: OpaquePointer?
  /// Who issues it; `nil` for one that signs itself.
  let issuer: Certificate?
  /// 16 random bytes.
  let serial: [UInt8]
  let from: Instant
  /// The last moment at which it holds.
  let until: Instant
  let extensions: [Extension]

  /// The certificate.
  ///
  /// - Throws: where a name is empty or cannot be written, or the serial number has another size.
  func signed(by key: SigningKey) throws(CryptoError) -> Certificate {
    OpenSSLLibrary.prepare()
    let operation = "make a certificate"
    guard serial.count == 16, serial.contains(where: { $0 != 0 }) else {
      throw CryptoError(.malformed, "make a certificate without 128 random bits of serial number")
    }
    guard let draft = X509_new() else { throw CryptoError.drained(operation) }
    var isOwned = true
    defer { if isOwned { X509_free(draft) } }
    let name = try NameWriter.make(subject)
    defer { X509_NAME_free(name) }
    let issuerName = issuer.map { X509_get_subject_name($0.pointer) } ?? name
    guard X509_set_version(draft, Int(X509_VERSION_3)) == 1,
      SerialNumber.with(serial, { X509_set_serialNumber(draft, $0) }) == 1,
      X509_set_subject_name(draft, name) == 1, X509_set_issuer_name(draft, issuerName) == 1,
      ASN1Time.with(from, { X509_set1_notBefore(draft, $0) }) == 1,
      ASN1Time.with(until, { X509_set1_notAfter(draft, $0) }) == 1,
      X509_set_pubkey(draft, publicKey) == 1, addExtensions(to: draft),
      X509_sign(draft, key.pointer, key.digest) > 0
    else { throw CryptoError.drained(operation) }
    isOwned = false
    return try Certificate(takingOwnership: draft)
  }

  private func addExtensions(to draft: OpaquePointer?) -> Bool {
    var context = X509V3_CTX()
    X509V3_set_ctx(&context, issuer?.pointer ?? draft, draft, nil, nil, 0)
    for (kind, value) in extensions {
      guard let made = X509V3_EXT_nconf_nid(nil, &context, kind, value) else { return false }
      defer { X509_EXTENSION_free(made) }
      guard X509_add_ext(draft, made, -1) == 1 else { return false }
    }
    return true
  }
}

/// Names of certificates, in OpenSSL's form.
enum NameWriter {
  /// The name, owned by the caller.
  ///
  /// - Throws: where a part is empty or cannot be written.
  static func make(
    _ parts: [(type: String, value: String)]
  ) throws(CryptoError) -> OpaquePointer {
    guard let name = X509_NAME_new() else { throw CryptoError.drained("write a name") }
    for part in parts {
      let bytes = Array(part.value.utf8)
      let status =
        bytes.isEmpty
        ? 0
        : bytes.withUnsafeBufferPointer { buffer in
          X509_NAME_add_entry_by_txt(
            name,
            part.type,
            MBSTRING_UTF8,
            buffer.baseAddress,
            Int32(buffer.count),
            -1,
            0
          )
        }
      guard status == 1 else {
        X509_NAME_free(name)
        throw CryptoError.drained("write the certificate's subject", .malformed)
      }
    }
    return name
  }
}

extension SerialNumber {
  /// Lends the number to the body; `nil` where memory is exhausted.
  ///
  /// A serial number is never negative: where the first bit is set, DER puts a zero byte before it.
  static func with<Result>(
    _ bytes: [UInt8],
    _ body: (UnsafeMutablePointer<ASN1_INTEGER>) -> Result
  ) -> Result? {
    guard let number = BN_bin2bn(bytes, Int32(bytes.count), nil) else { return nil }
    defer { BN_free(number) }
    guard let integer = BN_to_ASN1_INTEGER(number, nil) else { return nil }
    defer { ASN1_INTEGER_free(integer) }
    return body(integer)
  }
}

extension SigningKey {
  /// The digest by which the key signs certificates and lists.
  var digest: OpaquePointer? { kind == .p384 ? EVP_sha384() : EVP_sha256() }
}
