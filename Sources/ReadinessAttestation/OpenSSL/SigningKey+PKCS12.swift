import CCryptoSupport
import COpenSSL

extension SigningKey {
  /// How many rounds of hashing a file may ask for before it is refused.
  private static let mostRounds = 10_000_000

  /// Opens a PKCS#12 file (`.p12`, `.pfx`), as public authorities hand them out.
  ///
  /// Files encrypted in the old way (RC2 with 40 bits) are refused: a thief opens them in hours.
  ///
  /// - Parameters:
  ///   - file: the file's bytes.
  ///   - passphrase: wiped and emptied before this returns or throws; hand over the only copy.
  /// - Returns: the key, and its certificate first with those above it behind.
  /// - Throws: `.wrongPassphrase`; `.outdated` where the encryption is too old; `.keyDoesNotFit`
  ///   where no certificate in it is for its key; `.malformed`; `.unsupported` where the profile does
  ///   not accept the kind of key.
  public static func openPKCS12(
    _ file: [UInt8],
    passphrase: inout [UInt8]
  ) throws(CryptoError) -> (key: SigningKey, certificates: [Certificate]) {
    defer { wipe(&passphrase) }
    OpenSSLLibrary.prepare()
    let operation = "open the PKCS#12 file"
    guard let bundle = ObjectCoding.decode(file, by: d2i_PKCS12, freeing: PKCS12_free) else {
      throw CryptoError.drained(operation, .malformed)
    }
    defer { PKCS12_free(bundle) }
    var rounds: UnsafePointer<ASN1_INTEGER>?
    PKCS12_get0_mac(nil, nil, nil, &rounds, bundle)
    if let rounds, !(1...mostRounds).contains(ASN1_INTEGER_get(rounds)) {
      throw CryptoError(.malformed, "\(operation): it asks for too many rounds")
    }
    var key: OpaquePointer?
    var certificate: OpaquePointer?
    var above: OpaquePointer?
    // OpenSSL wants the pass phrase to end in a zero byte.
    passphrase.append(0)
    let status = passphrase.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) {
        PKCS12_parse(bundle, $0.baseAddress, &key, &certificate, &above)
      }
    }
    guard status == 1 else { throw bundleFailure(operation) }
    let others = above.map { CertificateStack(takingOwnership: $0) }
    guard let key else {
      if let certificate { X509_free(certificate) }
      throw CryptoError(.malformed, "find a private key in the PKCS#12 file")
    }
    guard let certificate else {
      EVP_PKEY_free(key)
      throw CryptoError(.keyDoesNotFit, "find a certificate for the key in the PKCS#12 file")
    }
    let first: Certificate
    do throws(CryptoError) {
      first = try Certificate(takingOwnership: certificate)
    } catch {
      EVP_PKEY_free(key)
      throw error
    }
    let signer = try SigningKey(takingOwnership: key)
    guard signer.belongs(to: first) else {
      throw CryptoError(.keyDoesNotFit, "find a certificate for the key in the PKCS#12 file")
    }
    var certificates = [first]
    for index in 0..<(others?.count ?? 0) {
      if let certificate = try others?.certificate(at: index) { certificates.append(certificate) }
    }
    return (signer, certificates)
  }

  private static func bundleFailure(_ operation: String) -> CryptoError {
    let reasons = CryptoError.drainedReasons()
    let code: CryptoError.Code =
      if reasons.contains(where: { $0.text.contains("unsupported") }) {
        .outdated
      } else if reasons.contains(where: {
        $0.library == ERR_LIB_PKCS12 && $0.code == PKCS12_R_MAC_VERIFY_FAILURE
      }) {
        .wrongPassphrase
      } else {
        .malformed
      }
    return CryptoError(code, operation, reasons: reasons.map(\.text))
  }
}
