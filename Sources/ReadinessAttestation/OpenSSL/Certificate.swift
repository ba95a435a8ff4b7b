import CCryptoSupport
import COpenSSL
public import ReadinessCore

/// An X.509 certificate.
///
/// It says what its issuer put into it, which proves nothing until a ``TrustStore`` vouches for it.
///
/// `@unchecked Sendable`: the pointer is this object's own, nothing changes the certificate after it
/// was read, and OpenSSL guards what it caches inside.
public final class Certificate: Hashable, @unchecked Sendable, CustomStringConvertible {
  let pointer: OpaquePointer
  /// The certificate in DER.
  public let der: [UInt8]
  /// SHA-256 of the DER, 32 bytes: the fingerprint.
  public let sha256: [UInt8]
  /// Whether its key was seen to be a point on the named curve P-256 when it was decoded.
  private let isSeenP256: Bool

  /// Takes over a certificate that OpenSSL made.
  init(takingOwnership pointer: OpaquePointer, isSeenP256: Bool = false) throws(CryptoError) {
    guard let der = ObjectCoding.encode(pointer, by: i2d_X509) else {
      X509_free(pointer)
      throw CryptoError.drained("write the certificate")
    }
    // Lets OpenSSL read all extensions now, once; what it finds is asked for later.
    _ = X509_check_purpose(pointer, -1, 0)
    self.pointer = pointer
    self.der = der
    sha256 = Digest.sha256(der)
    self.isSeenP256 = isSeenP256
  }

  deinit { X509_free(pointer) }

  /// Reads one certificate in DER.
  public convenience init(der: [UInt8]) throws(CryptoError) {
    OpenSSLLibrary.prepare()
    var isP256: Int32 = 0
    let decoder: ObjectCoding.Decoder = { ccrypto_certificate($1, $2, &isP256) }
    guard let pointer = ObjectCoding.decode(der, by: decoder, freeing: X509_free) else {
      throw CryptoError.drained("read the certificate", .malformed)
    }
    try self.init(takingOwnership: pointer, isSeenP256: isP256 == 1)
    guard self.der == der else { throw CryptoError(.malformed, "read the certificate as DER") }
  }

  /// Reads all certificates of a file in PEM or the one in DER.
  ///
  /// - Throws: where there is none, or where a PEM block is something else than a certificate.
  public static func read(_ bytes: [UInt8]) throws(CryptoError) -> [Certificate] {
    guard PEM.isPresent(in: bytes) else { return [try Certificate(der: bytes)] }
    guard let blocks = PEM.blocks(in: bytes) else {
      throw CryptoError(.malformed, "read the certificates as PEM")
    }
    var certificates: [Certificate] = []
    for block in blocks {
      guard block.label == "CERTIFICATE" else {
        throw CryptoError(.malformed, "read a certificate from a PEM block of another kind")
      }
      certificates.append(try Certificate(der: block.content))
    }
    return certificates
  }

  /// The certificate in PEM.
  public var pem: [UInt8] { PEM.text(.init(label: "CERTIFICATE", content: der)) }

  /// The fingerprint as 64 lower-case hexadecimal digits.
  public var fingerprint: String { Hex.text(sha256) }

  /// SHA-256 of the public key's bits as 64 lower-case hexadecimal digits; empty where it cannot be
  /// told.
  ///
  /// A certificate that is renewed for the same key has another fingerprint and the same key.
  public var keyFingerprint: String {
    var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var length: UInt32 = 0
    guard X509_pubkey_digest(pointer, EVP_sha256(), &digest, &length) == 1 else { return "" }
    return Hex.text(digest.prefix(Int(length)))
  }

  /// Whom it is about.
  public var subject: DistinguishedName { DistinguishedName(X509_get_subject_name(pointer)) }

  /// Who issued it.
  public var issuer: DistinguishedName { DistinguishedName(X509_get_issuer_name(pointer)) }

  /// The serial number as hexadecimal digits.
  public var serial: String {
    guard let number = ASN1_INTEGER_to_BN(X509_get0_serialNumber(pointer), nil) else { return "" }
    defer { BN_free(number) }
    var bytes = [UInt8](repeating: 0, count: max(1, (Int(BN_num_bits(number)) + 7) / 8))
    _ = BN_bn2binpad(number, &bytes, Int32(bytes.count))
    return (BN_is_negative(number) == 1 ? "-" : "") + Hex.text(bytes)
  }

  /// The first moment at which it holds, or `nil` where that cannot be read.
  public var notBefore: Instant? { ASN1Time.instant(X509_get0_notBefore(pointer)) }

  /// The last moment at which it holds, or `nil` where that cannot be read.
  public var notAfter: Instant? { ASN1Time.instant(X509_get0_notAfter(pointer)) }

  /// The kind of its key.
  public var keyKind: KeyKind { isSeenP256 ? .p256 : KeyKind(X509_get0_pubkey(pointer)) }

  /// `organizationIdentifier` of the subject, where there is exactly one.
  public var organizationIdentifier: String? { subject.organizationIdentifier }

  /// Whether issuer and subject are the same and the key signed itself.
  public var isSelfSigned: Bool {
    OpenSSLLibrary.prepare()
    defer { ERR_clear_error() }
    return X509_self_signed(pointer, 1) == 1
  }

  /// Whether it may issue others, by any of the ways in which a certificate can say so.
  public var isAuthority: Bool { X509_check_ca(pointer) != 0 }

  /// Whether both certificates are for one key.
  public func hasKey(of other: Certificate) -> Bool {
    OpenSSLLibrary.prepare()
    defer { ERR_clear_error() }
    guard let key = X509_get0_pubkey(pointer) else { return false }
    return EVP_PKEY_eq(key, X509_get0_pubkey(other.pointer)) == 1
  }

  /// Whether that certificate's holder issued this one and signed it with that key.
  public func isIssued(by issuer: Certificate) -> Bool {
    OpenSSLLibrary.prepare()
    defer { ERR_clear_error() }
    return X509_check_issued(issuer.pointer, pointer) == X509_V_OK
      && X509_verify(pointer, X509_get0_pubkey(issuer.pointer)) == 1
  }

  /// Equal bytes make equal certificates.
  public static func == (left: Certificate, right: Certificate) -> Bool { left.der == right.der }

  /// Hashes the fingerprint.
  public func hash(into hasher: inout Hasher) { hasher.combine(sha256) }

  /// Subject and fingerprint.
  public var description: String { "\(subject), SHA-256 \(fingerprint)" }
}
