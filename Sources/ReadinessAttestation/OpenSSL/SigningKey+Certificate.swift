import CCryptoSupport
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
    OpenSSLLibrary.prepare()
    let operation = "make a certificate"
    guard serial.count == 16, serial.contains(where: { $0 != 0 }) else {
      throw CryptoError(.malformed, "make a certificate without 128 random bits of serial number")
    }
    guard let draft = X509_new() else { throw CryptoError.drained(operation) }
    var isOwned = true
    defer { if isOwned { X509_free(draft) } }
    let name = X509_NAME_new()
    defer { X509_NAME_free(name) }
    for part in subject.parts {
      guard !part.value.isEmpty, Self.add(part.value, as: part.type, to: name) else {
        throw CryptoError.drained("write the certificate's subject", .malformed)
      }
    }
    let end = Instant(startOf: instant.day.adding(years: 3))
      .adding(seconds: instant.unixSeconds - Instant(startOf: instant.day).unixSeconds)
    guard X509_set_version(draft, Int(X509_VERSION_3)) == 1, Self.set(serial: serial, in: draft),
      X509_set_subject_name(draft, name) == 1, X509_set_issuer_name(draft, name) == 1,
      ASN1Time.with(instant, { X509_set1_notBefore(draft, $0) }) == 1,
      ASN1Time.with(end, { X509_set1_notAfter(draft, $0) }) == 1,
      X509_set_pubkey(draft, pointer) == 1, Self.addSignerExtensions(to: draft),
      X509_sign(draft, pointer, EVP_sha256()) > 0
    else { throw CryptoError.drained(operation) }
    isOwned = false
    return try Certificate(takingOwnership: draft)
  }

  private static func add(_ value: String, as type: String, to name: OpaquePointer?) -> Bool {
    let bytes = Array(value.utf8)
    return bytes.withUnsafeBufferPointer { buffer in
      X509_NAME_add_entry_by_txt(
        name,
        type,
        MBSTRING_UTF8,
        buffer.baseAddress,
        Int32(buffer.count),
        -1,
        0
      ) == 1
    }
  }

  /// A serial number is never negative: where the first bit is set, DER puts a zero byte before it.
  private static func set(serial: [UInt8], in draft: OpaquePointer?) -> Bool {
    guard let number = BN_bin2bn(serial, Int32(serial.count), nil) else { return false }
    defer { BN_free(number) }
    guard let integer = BN_to_ASN1_INTEGER(number, nil) else { return false }
    defer { ASN1_INTEGER_free(integer) }
    return X509_set_serialNumber(draft, integer) == 1
  }

  private static func addSignerExtensions(to draft: OpaquePointer?) -> Bool {
    let extensions: [(kind: Int32, value: String)] = [
      (NID_basic_constraints, "critical,CA:FALSE"),
      (NID_key_usage, "critical,digitalSignature,nonRepudiation"),
      (NID_ext_key_usage, "1.3.6.1.5.5.7.3.36,emailProtection"),
      (NID_subject_key_identifier, "hash"),
    ]
    var context = X509V3_CTX()
    X509V3_set_ctx(&context, draft, draft, nil, nil, 0)
    for (kind, value) in extensions {
      guard let made = X509V3_EXT_nconf_nid(nil, &context, kind, value) else { return false }
      defer { X509_EXTENSION_free(made) }
      guard X509_add_ext(draft, made, -1) == 1 else { return false }
    }
    return true
  }
}
