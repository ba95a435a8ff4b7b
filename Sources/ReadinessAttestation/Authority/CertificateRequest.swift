import CCryptoSupport
import COpenSSL

/// A firm's request for a certificate (PKCS#10).
///
/// Its signature shows that the sender has the key, and nothing of who the sender is: that is
/// confirmed by telephone, with the key's fingerprint.
///
/// `@unchecked Sendable`: the pointer is this object's own and nothing changes the request after it
/// was read.
public final class CertificateRequest: @unchecked Sendable {
  let pointer: OpaquePointer
  /// The request in DER.
  public let der: [UInt8]

  private init(takingOwnership pointer: OpaquePointer, _ der: [UInt8]) {
    self.pointer = pointer
    self.der = der
  }

  deinit { X509_REQ_free(pointer) }

  /// Reads the one request of a file, in PEM or DER.
  ///
  /// - Throws: where there is none, where its signature does not fit its key, or where the profile
  ///   does not accept the kind of key.
  public static func read(_ bytes: [UInt8]) throws(CryptoError) -> CertificateRequest {
    var der = bytes
    if PEM.isPresent(in: bytes) {
      guard let blocks = PEM.blocks(in: bytes), blocks.count == 1, let block = blocks.first,
        ["CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST"].contains(block.label)
      else { throw CryptoError(.malformed, "find exactly one certificate request") }
      der = block.content
    }
    OpenSSLLibrary.prepare()
    guard der.count <= 1 << 16,
      let pointer = ObjectCoding.decode(der, by: d2i_X509_REQ, freeing: X509_REQ_free)
    else { throw CryptoError.drained("read the certificate request", .malformed) }
    let request = CertificateRequest(takingOwnership: pointer, der)
    guard request.keyKind.isAccepted else {
      throw CryptoError(.unsupported, "accept a key of the kind \(request.keyKind)")
    }
    guard X509_REQ_verify(pointer, request.publicKey) == 1 else {
      throw CryptoError.drained("check the request's signature by its own key", .malformed)
    }
    return request
  }

  /// The request in PEM.
  public var pem: [UInt8] { PEM.text(.init(label: "CERTIFICATE REQUEST", content: der)) }

  /// Whom the sender wants it to name.
  public var subject: DistinguishedName { DistinguishedName(X509_REQ_get_subject_name(pointer)) }

  /// The kind of key.
  public var keyKind: KeyKind { KeyKind(publicKey) }

  /// SHA-256 of the public key (SubjectPublicKeyInfo) as hexadecimal digits, to be compared by
  /// telephone with what the firm sees.
  public var publicKeyFingerprint: String {
    Digest.sha256Hex(ObjectCoding.encode(publicKey, by: i2d_PUBKEY) ?? [])
  }

  var publicKey: OpaquePointer? { X509_REQ_get0_pubkey(pointer) }
}

extension CertificateRequest {
  /// Why no certificate is made for a request.
  public struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
    /// The reason in words.
    public let description: String
  }

  /// The subject as a certificate will carry it: country, organisation, its entry in a register, and
  /// the name of the key.
  ///
  /// - Throws: where a part is missing or stands there twice, has characters that do not show, or
  ///   where the entry in a register cannot exist.
  public func signerSubject() throws(Problem) -> SignerSubject {
    let name = subject
    let known = ["2.5.4.6", "2.5.4.10", "2.5.4.97", "2.5.4.3"]
    for attribute in name.attributes {
      guard known.contains(attribute.type), name.value(of: attribute.type) != nil else {
        throw Problem(description: "the subject has a part that is not expected, or one twice")
      }
      guard !HiddenCharacters.occur(in: attribute.value),
        TextRules.isLine(attribute.value, limit: 64)
      else { throw Problem(description: "the subject has characters that do not show") }
    }
    guard let organization = name.organization else {
      throw Problem(description: "the subject names no organisation")
    }
    guard let country = name.country, country.utf8.count == 2,
      country.utf8.allSatisfy({ (0x41...0x5A).contains($0) })
    else { throw Problem(description: "the subject names no country such as GB") }
    guard let identifier = name.organizationIdentifier else {
      throw Problem(description: "the subject names no entry in a register, as NTRGB-04336774")
    }
    guard Self.canExist(identifier) else {
      throw Problem(description: "\(identifier) is no entry that can exist, as NTRGB-04336774")
    }
    return SignerSubject(
      country: country,
      organization: organization,
      organizationIdentifier: identifier,
      commonName: name.commonName
    )
  }

  /// Entries in registers known here are checked; others have the form of EN 319 412-1.
  private static func canExist(_ text: String) -> Bool {
    if let known = Identifier(organizationIdentifier: text) {
      return known.organizationIdentifier.map { $0.utf8.elementsEqual(text.utf8) } ?? false
    }
    let bytes = Array(text.utf8)
    let isKnown = ["NTRGB", "VATGB", "LEI"].contains { text.hasPrefix($0) }
    return !isKnown && bytes.count > 6 && bytes[5] == 0x2D
      && ["NTR", "VAT"].contains { text.hasPrefix($0) }
      && bytes[3...4].allSatisfy { (0x41...0x5A).contains($0) }
      && bytes.allSatisfy { (0x21...0x7E).contains($0) }
  }
}

extension SigningKey {
  /// A request for a certificate for this key.
  ///
  /// - Parameter subject: whom it shall name.
  /// - Throws: where a name is empty or cannot be written.
  public func certificateRequest(subject: SignerSubject) throws(CryptoError) -> CertificateRequest {
    OpenSSLLibrary.prepare()
    let operation = "make a certificate request"
    guard let draft = X509_REQ_new() else { throw CryptoError.drained(operation) }
    defer { X509_REQ_free(draft) }
    let name = try NameWriter.make(subject.parts)
    defer { X509_NAME_free(name) }
    var context = X509V3_CTX()
    X509V3_set_ctx(&context, nil, nil, nil, nil, 0)
    let wanted: [OpaquePointer?] = SignerExtensions.usage.map { kind, value in
      X509V3_EXT_nconf_nid(nil, &context, kind, value)
    }
    defer { for made in wanted { X509_EXTENSION_free(made) } }
    guard wanted.allSatisfy({ $0 != nil }), X509_REQ_set_version(draft, 0) == 1,
      X509_REQ_set_subject_name(draft, name) == 1, X509_REQ_set_pubkey(draft, pointer) == 1,
      ccrypto_request_extensions(draft, wanted, Int32(wanted.count)) == 1,
      X509_REQ_sign(draft, pointer, digest) > 0,
      let der = ObjectCoding.encode(draft, by: i2d_X509_REQ)
    else { throw CryptoError.drained(operation) }
    return try CertificateRequest.read(der)
  }
}
