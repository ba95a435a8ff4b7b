import CCryptoSupport
import COpenSSL
import ReadinessCore

/// Why the certificates above a signature do not hold.
public struct ChainError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kind of reason.
  public enum Code: String, CaseIterable, Hashable, Sendable {
    /// A certificate is past its last moment.
    case expired = "certificate-expired"
    /// A certificate's first moment is still to come.
    case notYetValid = "certificate-not-yet-valid"
    /// The certificates break a rule of RFC 5280, or use something that is too weak.
    case invalid = "chain-invalid"
  }

  /// The kind of reason.
  public let code: Code
  /// The reason in words.
  public let text: String

  init(_ code: Code, _ text: String) {
    self.code = code
    self.text = text
  }

  /// The reason in words.
  public var description: String { text }
}

/// Builds and judges chains of certificates.
enum ChainCheck {
  /// Where a chain may end.
  enum Anchors {
    /// At one of these authorities.
    case authorities(AuthorityStore)
    /// At the signer's certificate, which is judged alone.
    case itself
  }

  /// The chain as of that moment, or `nil` where none leads to an anchor.
  ///
  /// - Throws: where a chain leads there and does not hold.
  static func verify(
    _ certificate: Certificate,
    enclosed: CertificateStack,
    against anchors: Anchors,
    at instant: Instant
  ) throws(ChainError) -> CertificateStack? {
    OpenSSLLibrary.prepare()
    defer { ERR_clear_error() }
    let failure = ChainError(.invalid, "the certificates cannot be judged")
    guard let context = X509_STORE_CTX_new() else { throw failure }
    defer { X509_STORE_CTX_free(context) }
    var store: OpaquePointer?
    var alone: CertificateStack?
    switch anchors {
    case .authorities(let authorities): store = authorities.pointer
    case .itself: alone = CertificateStack([certificate])
    }
    guard X509_STORE_CTX_init(context, store, certificate.pointer, enclosed.pointer) == 1 else {
      throw failure
    }
    // The context borrows the list; both live until the end of this function.
    if let alone { X509_STORE_CTX_set0_trusted_stack(context, alone.pointer) }
    setRules(X509_STORE_CTX_get0_param(context), at: instant)
    let status = withExtendedLifetime((alone, enclosed, certificate)) { X509_verify_cert(context) }
    guard status == 1 else {
      if let error = Self.error(X509_STORE_CTX_get_error(context)) { throw error }
      return nil
    }
    guard let chain = X509_STORE_CTX_get1_chain(context) else { throw failure }
    return CertificateStack(takingOwnership: chain)
  }

  /// Security level 2 (112 bits), RFC 5280 to the letter, the purpose left to the profile's own
  /// rules, which know purposes that OpenSSL does not.
  private static func setRules(_ rules: OpaquePointer?, at instant: Instant) {
    X509_VERIFY_PARAM_set_purpose(rules, X509_PURPOSE_ANY)
    X509_VERIFY_PARAM_set_auth_level(rules, 2)
    X509_VERIFY_PARAM_set_depth(rules, 5)
    X509_VERIFY_PARAM_set_flags(rules, UInt(X509_V_FLAG_X509_STRICT | X509_V_FLAG_PARTIAL_CHAIN))
    X509_VERIFY_PARAM_set_time(rules, time_t(instant.unixSeconds))
  }

  /// What OpenSSL's answer means; `nil` where it only says that nobody is known to vouch.
  private static func error(_ code: Int32) -> ChainError? {
    switch code {
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT, X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY,
      X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE, X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT,
      X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
      return nil
    case X509_V_ERR_CERT_HAS_EXPIRED:
      return ChainError(.expired, "a certificate has expired")
    case X509_V_ERR_CERT_NOT_YET_VALID:
      return ChainError(.notYetValid, "a certificate is not valid yet")
    default:
      let words = X509_verify_cert_error_string(Int(code)).map { String(cString: $0) } ?? "unknown"
      return ChainError(.invalid, "the certificates do not hold: " + words)
    }
  }
}

extension CertificateStack {
  /// The certificates from that place to the end, where the trusted one stands.
  func certificates(from start: Int) throws(ChainError) -> [Certificate] {
    do throws(CryptoError) {
      var certificates: [Certificate] = []
      for index in start..<max(start, count) { certificates.append(try certificate(at: index)) }
      return certificates
    } catch {
      throw ChainError(.invalid, "the certificates cannot be read")
    }
  }
}
