import COpenSSL

/// The authorities of a trust store, as OpenSSL wants them.
///
/// `@unchecked Sendable`: filled once and only read afterwards; OpenSSL locks the store itself.
final class AuthorityStore: @unchecked Sendable {
  let pointer: OpaquePointer
  let count: Int
  /// Authorities that were found to be below these.
  let issuers = VerifiedIssuers()

  init(_ certificates: [Certificate]) throws(CryptoError) {
    OpenSSLLibrary.prepare()
    let operation = "take up an authority's certificate"
    guard let pointer = X509_STORE_new() else { throw CryptoError.drained(operation) }
    self.pointer = pointer
    count = certificates.count
    for certificate in certificates {
      guard X509_STORE_add_cert(pointer, certificate.pointer) == 1 else {
        throw CryptoError.drained(operation)
      }
    }
  }

  deinit { X509_STORE_free(pointer) }
}
