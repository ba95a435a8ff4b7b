import CCryptoSupport
import COpenSSL
import ReadinessCore

/// A time-stamp token (RFC 3161): an authority's word that some bytes were there at a moment.
///
/// What it says is a claim until ``TimeStampTrust`` has judged it.
final class TimeStampToken {
  private let pointer: UnsafeMutablePointer<PKCS7>
  /// The token in DER.
  let der: [UInt8]
  /// The moment that it tells; a fraction of a second is left out.
  let time: Instant
  /// The digest of the bytes that it is about.
  let imprint: [UInt8]
  /// How that digest was made.
  let algorithm: DigestAlgorithm
  /// The number that the request asked to be repeated, if it did, without leading zeros.
  let nonce: [UInt8]?
  /// Whether it says something critical that is not known here.
  let hasUnknownConditions: Bool

  /// Reads a token.
  ///
  /// - Returns: `nil` where it is none in DER, or its digest is by an algorithm not on the list.
  init?(_ der: [UInt8]) {
    OpenSSLLibrary.prepare()
    defer { ERR_clear_error() }
    guard let pointer = Self.decode(der) else { return nil }
    var isOwned = true
    defer { if isOwned { PKCS7_free(pointer) } }
    guard Self.encode(pointer) == der, let info = PKCS7_to_TS_TST_INFO(pointer) else { return nil }
    defer { TS_TST_INFO_free(info) }
    guard TS_TST_INFO_get_version(info) == 1,
      let time = ASN1Time.instant(TS_TST_INFO_get_time(info)),
      let imprint = TS_TST_INFO_get_msg_imprint(info),
      let algorithm = Self.algorithm(TS_MSG_IMPRINT_get_algo(imprint))
    else { return nil }
    self.der = der
    self.time = time
    self.algorithm = algorithm
    self.imprint = SerialNumber.bytes(TS_MSG_IMPRINT_get_msg(imprint))
    nonce = TS_TST_INFO_get_nonce(info).map { Array(SerialNumber.bytes($0).drop { $0 == 0 }) }
    hasUnknownConditions = TS_TST_INFO_get_ext_by_critical(info, 1, -1) >= 0
    isOwned = false
    self.pointer = pointer
  }

  deinit { PKCS7_free(pointer) }

  /// The token of a time-stamp authority's answer, or the token itself.
  ///
  /// - Returns: `nil` where the authority refused, or where the file is something else.
  static func read(answer file: [UInt8]) -> TimeStampToken? {
    OpenSSLLibrary.prepare()
    defer { ERR_clear_error() }
    guard file.count <= 1 << 16 else { return nil }
    guard let answer = ObjectCoding.decode(file, by: d2i_TS_RESP, freeing: TS_RESP_free) else {
      return TimeStampToken(file)
    }
    defer { TS_RESP_free(answer) }
    let status = ASN1_INTEGER_get(TS_STATUS_INFO_get0_status(TS_RESP_get_status_info(answer)))
    // Granted, or granted with changes.
    guard status == 0 || status == 1, let token = TS_RESP_get_token(answer),
      let der = encode(token)
    else { return nil }
    return TimeStampToken(der)
  }

  /// Whether it is about these bytes.
  func isOver(_ bytes: [UInt8]) -> Bool { algorithm.digest(of: bytes) == imprint }

  /// Whether its signature is by an accepted digest.
  var isStronglySigned: Bool {
    [NID_sha256, NID_sha384, NID_sha512].contains(ccrypto_token_digest(pointer))
  }

  /// The certificates that it carries; none of them is trusted for being here.
  var certificates: [Certificate] {
    guard let lent = ccrypto_token_certificates(pointer) else { return [] }
    return (0..<max(0, ccrypto_certificates_count(lent))).compactMap { index in
      guard let certificate = ccrypto_certificates_at(lent, index), X509_up_ref(certificate) == 1
      else { return nil }
      return try? Certificate(takingOwnership: certificate)
    }
  }

  /// What a check of the signature comes to.
  enum Check {
    /// It holds, by that authority.
    case by(Certificate)
    /// Nobody trusted vouches for who signed it, or the certificate is not for time-stamps.
    case notTrusted(String)
    /// The token was changed since, or never fitted its signature.
    case broken
  }

  /// Checks the signature, the certificates up to a trusted one, and that the token names its signer.
  ///
  /// - Parameter store: OpenSSL's store of trusted certificates, with its rules and its time set.
  func check(against store: OpaquePointer) -> Check {
    OpenSSLLibrary.prepare()
    var signer: OpaquePointer?
    guard TS_RESP_verify_signature(pointer, nil, store, &signer) == 1, let signer else {
      let reasons = CryptoError.drainedReasons().filter { $0.library == ERR_LIB_TS }
      if reasons.contains(where: {
        $0.code == TS_R_SIGNATURE_FAILURE || $0.code == TS_R_ESS_SIGNING_CERTIFICATE_ERROR
          || $0.code == TS_R_ESS_ADD_SIGNING_CERT_ERROR
      }) {
        return .broken
      }
      return .notTrusted(reasons.first?.text ?? "its maker's certificate is not enclosed")
    }
    ERR_clear_error()
    guard let certificate = try? Certificate(takingOwnership: signer) else {
      return .notTrusted("its maker's certificate cannot be read")
    }
    return .by(certificate)
  }

  private static func decode(_ der: [UInt8]) -> UnsafeMutablePointer<PKCS7>? {
    der.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return nil }
      var position: UnsafePointer<UInt8>? = start
      guard let token = d2i_PKCS7(nil, &position, buffer.count) else { return nil }
      guard position == start + buffer.count else {
        PKCS7_free(token)
        return nil
      }
      return token
    }
  }

  private static func encode(_ token: UnsafeMutablePointer<PKCS7>) -> [UInt8]? {
    var start: UnsafeMutablePointer<UInt8>?
    let count = i2d_PKCS7(token, &start)
    guard count > 0, let start else { return nil }
    defer { ccrypto_free(start) }
    return Array(UnsafeBufferPointer(start: start, count: Int(count)))
  }

  private static func algorithm(_ written: UnsafeMutablePointer<X509_ALGOR>?) -> DigestAlgorithm? {
    var object: OpaquePointer?
    X509_ALGOR_get0(&object, nil, nil, written)
    switch OBJ_obj2nid(object) {
    case NID_sha256: return .sha256
    case NID_sha384: return .sha384
    case NID_sha512: return .sha512
    default: return nil
    }
  }
}
