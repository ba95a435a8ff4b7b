import CCryptoSupport
import COpenSSL

/// A list of certificates as OpenSSL hands them around; shares the certificates in it.
final class CertificateStack {
  let pointer: OpaquePointer
  /// The certificates that it was made of.
  private(set) var members: [Certificate] = []

  /// Takes over a list that OpenSSL made, certificates and all.
  init(takingOwnership pointer: OpaquePointer) { self.pointer = pointer }

  /// A list of these certificates, or `nil` where memory is exhausted.
  init?(_ certificates: [Certificate]) {
    guard let pointer = ccrypto_certificates_new() else { return nil }
    self.pointer = pointer
    members = certificates
    for certificate in certificates {
      guard ccrypto_certificates_add(pointer, certificate.pointer) == 1 else { return nil }
    }
  }

  deinit { ccrypto_certificates_free(pointer) }

  /// How many there are.
  var count: Int { Int(max(0, ccrypto_certificates_count(pointer))) }

  /// The certificate at that place as an object of its own.
  func certificate(at index: Int) throws(CryptoError) -> Certificate {
    guard index >= 0, index < count,
      let lent = ccrypto_certificates_at(pointer, Int32(index)), X509_up_ref(lent) == 1
    else { throw CryptoError(.failed, "take a certificate from a list") }
    return try Certificate(takingOwnership: lent)
  }

  /// Shares all certificates of another list, behind those that are here.
  func append(_ other: CertificateStack) -> Bool {
    (0..<Int32(other.count)).allSatisfy { index in
      ccrypto_certificates_add(pointer, ccrypto_certificates_at(other.pointer, index)) == 1
    }
  }
}
