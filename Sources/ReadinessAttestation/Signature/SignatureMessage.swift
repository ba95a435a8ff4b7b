import CCryptoSupport
import COpenSSL
import ReadinessCore

/// One signature file under judgement (profile 3.3).
///
/// The steps are called in the order in which they stand; the chain of certificates is judged by the
/// ``TrustStore`` between the fourth and the last.
final class SignatureMessage {
  /// The message without its certificates.
  private let pointer: OpaquePointer
  private let shape: SignatureShape
  /// All enclosed certificates; none of them is trusted for being here.
  let certificates: CertificateStack

  /// Step 1: the file is one detached signature by one signer in DER, and nothing else.
  ///
  /// OpenSSL must give back the very same bytes, so nothing in it can be changed unnoticed.
  init(_ file: [UInt8]) throws(SignatureError) {
    OpenSSLLibrary.prepare()
    shape = try SignatureShape(file)
    var enclosed: [Certificate] = []
    for der in shape.certificates {
      guard let certificate = CertificateMemory.shared.certificate(der) else {
        throw Self.failure(.encoding)
      }
      enclosed.append(certificate)
    }
    guard let certificates = CertificateStack(enclosed),
      let pointer = Self.decode(shape.bare)
    else { throw Self.failure(.encoding) }
    self.certificates = certificates
    self.pointer = pointer
    guard ObjectCoding.encode(pointer, by: i2d_CMS_ContentInfo) == shape.bare else {
      throw Self.failure(.encoding)
    }
  }

  private static func decode(_ file: [UInt8]) -> OpaquePointer? {
    ObjectCoding.decode(file, by: d2i_CMS_ContentInfo, freeing: CMS_ContentInfo_free)
  }

  deinit { CMS_ContentInfo_free(pointer) }

  /// Step 2: exactly the four signed attributes of the profile are there, each with one value.
  ///
  /// Without signed attributes, or with those of another signature for content, `CMS_verify` says
  /// yes to what nobody signed.
  ///
  /// - Returns: the signing time, which is a claim.
  /// - Throws: the first rule that is broken.
  func checkSignedAttributes() throws(SignatureError) -> Instant {
    var values: [[UInt8]: SignatureAttribute] = [:]
    let known = [
      ObjectIdentifiers.contentType, ObjectIdentifiers.messageDigest,
      ObjectIdentifiers.signingTime, ObjectIdentifiers.signingCertificate,
    ]
    for attribute in shape.signedAttributes {
      guard known.contains(attribute.type) else { throw SignatureError(.attributeNotAllowed) }
      guard values.updateValue(attribute, forKey: attribute.type) == nil else {
        throw SignatureError(.attributeMissing)
      }
    }
    guard let contentType = values[ObjectIdentifiers.contentType],
      values[ObjectIdentifiers.messageDigest] != nil,
      let time = values[ObjectIdentifiers.signingTime],
      values[ObjectIdentifiers.signingCertificate] != nil
    else { throw SignatureError(.attributeMissing) }
    guard contentType.value == DERWriter.element(DERTag.object, ObjectIdentifiers.data) else {
      throw SignatureError(.contentTypeAttribute)
    }
    guard let instant = time.instant else { throw SignatureError(.signingTime) }
    return instant
  }

  /// Step 3: the signature is over this manifest, made with the key of an enclosed certificate.
  ///
  /// - Returns: that certificate, which nobody has vouched for yet.
  /// - Throws: where the signature does not fit, or names its certificate otherwise than it is named.
  func checkSignature(over manifest: [UInt8]) throws(SignatureError) -> Certificate {
    OpenSSLLibrary.prepare()
    let flags = UInt32(CMS_BINARY | CMS_DETACHED | CMS_NO_SIGNER_CERT_VERIFY)
    let status = InputBuffer.with(manifest) {
      CMS_verify(pointer, certificates.pointer, nil, $0, nil, flags)
    }
    guard status == 1 else {
      let reasons = CryptoError.drainedReasons()
      let isMissing = reasons.contains {
        $0.library == ERR_LIB_CMS && $0.code == CMS_R_SIGNER_CERTIFICATE_NOT_FOUND
      }
      throw SignatureError(isMissing ? .signerCertificate : .signature)
    }
    guard let list = CMS_get0_signers(pointer) else { throw Self.failure(.signerCertificate) }
    // The list is ours, the certificates in it are lent.
    defer { ccrypto_certificates_free_stack(list) }
    // It is one of those that were handed over, and was taken apart before.
    guard ccrypto_certificates_count(list) == 1,
      let lent = ccrypto_certificates_at(list, 0),
      let certificate = certificates.members.first(where: { $0.pointer == lent })
    else { throw Self.failure(.signerCertificate) }
    guard certificate.issuerAndSerial == shape.signerIdentifier else {
      throw SignatureError(.signerCertificate)
    }
    return certificate
  }

  /// Step 4: the certificate is a signer's, with a key that is strong enough.
  ///
  /// - Throws: the first rule of profile 3.3 and 3.4 that is broken.
  func checkSigner(_ certificate: Certificate) throws(SignatureError) {
    let kind = certificate.keyKind
    guard kind.isAccepted else { throw SignatureError(.key, kind.description) }
    guard shape.signatureAlgorithm.fits(kind) else {
      throw SignatureError(.signatureAlgorithm, kind.description)
    }
    guard !certificate.isAuthority else { throw SignatureError(.authority) }
    guard certificate.mayBeUsedToSign else { throw SignatureError(.keyUsage) }
    guard certificate.isForSigningDocuments else { throw SignatureError(.extendedKeyUsage) }
  }

  /// Step 6: the signed attributes name the certificate by its digest, so that another certificate
  /// for the same key cannot be put in its place.
  ///
  /// - Parameters:
  ///   - certificate: the signer's.
  ///   - chain: the signer's certificate first, then those above it.
  /// - Throws: where it names another one, or by a digest that is not accepted.
  func checkCertificateReference(
    to certificate: Certificate,
    chain: CertificateStack
  ) throws(SignatureError) {
    OpenSSLLibrary.prepare()
    let type = ObjectIdentifiers.signingCertificate
    guard let value = shape.signedAttributes.first(where: { $0.type == type })?.value,
      CertificateReference.names(certificate, in: value)
    else { throw SignatureError(.certificateReference) }
    guard
      let reference = ObjectCoding.decode(
        value,
        by: d2i_ESS_SIGNING_CERT_V2,
        freeing: ESS_SIGNING_CERT_V2_free
      )
    else { throw Self.failure(.certificateReference) }
    defer { ESS_SIGNING_CERT_V2_free(reference) }
    guard OSSL_ESS_check_signing_certs(nil, reference, chain.pointer, 1) == 1 else {
      throw Self.failure(.certificateReference)
    }
  }

  /// The signature itself, over which time-stamps are made.
  var value: [UInt8] { shape.value }

  /// The enclosed time-stamp in DER, not judged.
  var timeStamp: [UInt8]? { shape.timeStamp }

  /// The signature file with a time-stamp among the unsigned attributes; `nil` where OpenSSL fails.
  ///
  func adding(timeStamp: [UInt8]) -> [UInt8]? {
    OpenSSLLibrary.prepare()
    defer { ERR_clear_error() }
    let type = "1.2.840.113549.1.9.16.2.14"
    guard let whole = Self.decode(shape.bytes) else { return nil }
    defer { CMS_ContentInfo_free(whole) }
    guard let signer = ccrypto_signers_at(CMS_get0_SignerInfos(whole), 0),
      CMS_unsigned_add1_attr_by_txt(
        signer,
        type,
        V_ASN1_SEQUENCE,
        timeStamp,
        Int32(timeStamp.count)
      ) == 1
    else { return nil }
    return ObjectCoding.encode(whole, by: i2d_CMS_ContentInfo)
  }

  /// The enclosed revocation lists in DER; no proof of how matters stand, since the signer chose them.
  var revocationLists: [[UInt8]] {
    guard shape.hasRevocationLists, let lists = CMS_get1_crls(pointer) else { return [] }
    defer { ccrypto_lists_free(lists) }
    return (0..<max(0, ccrypto_lists_count(lists))).compactMap { index in
      ObjectCoding.encode(ccrypto_lists_at(lists, index), by: i2d_X509_CRL)
    }
  }

  /// Leaves nothing of the failure in the thread's error queue.
  private static func failure(_ code: SignatureError.Code) -> SignatureError {
    ERR_clear_error()
    return SignatureError(code)
  }
}
