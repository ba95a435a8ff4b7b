import CCryptoSupport
import COpenSSL

/// A private key that signs attestations.
///
/// Lives in memory only; ``encrypted(passphrase:)`` gives the file to keep.
///
/// `@unchecked Sendable`: the pointer is this object's own and nothing changes the key after it was
/// made; OpenSSL allows one key to sign on several threads.
public final class SigningKey: @unchecked Sendable {
  let pointer: OpaquePointer
  /// What kind of key it is.
  public let kind: KeyKind

  init(takingOwnership pointer: OpaquePointer) throws(CryptoError) {
    kind = KeyKind(pointer)
    guard kind.isAccepted else {
      EVP_PKEY_free(pointer)
      throw CryptoError(.unsupported, "use a key of the kind \(kind)")
    }
    self.pointer = pointer
  }

  deinit { EVP_PKEY_free(pointer) }

  /// Makes a new key on the curve P-256, with OpenSSL's random numbers.
  public static func create() throws(CryptoError) -> SigningKey {
    OpenSSLLibrary.prepare()
    guard let pointer = ccrypto_new_ec_key("P-256") else { throw CryptoError.drained("make a key") }
    return try SigningKey(takingOwnership: pointer)
  }

  /// SHA-256 of the public key (SubjectPublicKeyInfo) as hexadecimal digits, to read out over the
  /// telephone before there is a certificate.
  public var publicKeyFingerprint: String {
    Digest.sha256Hex(ObjectCoding.encode(pointer, by: i2d_PUBKEY) ?? [])
  }

  /// Whether the certificate is for this key.
  public func belongs(to certificate: Certificate) -> Bool {
    OpenSSLLibrary.prepare()
    defer { ERR_clear_error() }
    return EVP_PKEY_eq(pointer, X509_get0_pubkey(certificate.pointer)) == 1
  }
}

// MARK: - The key file

extension SigningKey {
  private static let label = "ENCRYPTED PRIVATE KEY"

  /// The file that keeps the key: PKCS#8 in PEM, encrypted with AES-256-CBC under scrypt.
  ///
  /// N = 2^14, r = 8, p = 5, about 0.3 s to open (profile section 9): OpenSSL 3.0 refuses a larger N,
  /// and what it does unasked is 2,048 rounds of PBKDF2, which a thief walks through.
  ///
  /// - Parameter passphrase: not empty. Wiped and emptied before this returns or throws; hand over
  ///   the only copy.
  /// - Returns: the file's bytes.
  /// - Throws: where the pass phrase is empty or OpenSSL fails.
  public func encrypted(passphrase: inout [UInt8]) throws(CryptoError) -> [UInt8] {
    defer { Self.wipe(&passphrase) }
    OpenSSLLibrary.prepare()
    let operation = "encrypt the key"
    guard !passphrase.isEmpty else {
      throw CryptoError(.wrongPassphrase, "protect a key by an empty pass phrase")
    }
    guard let plain = EVP_PKEY2PKCS8(pointer) else { throw CryptoError.drained(operation) }
    defer { PKCS8_PRIV_KEY_INFO_free(plain) }
    guard
      let scheme = PKCS5_pbe2_set_scrypt(EVP_aes_256_cbc(), nil, 16, nil, 1 << 14, 8, 5)
    else { throw CryptoError.drained(operation) }
    let sealed = Self.characters(of: passphrase) { PKCS8_set0_pbe($0, $1, plain, scheme) }
    guard let sealed else {
      X509_ALGOR_free(scheme)
      throw CryptoError.drained(operation)
    }
    defer { X509_SIG_free(sealed) }
    guard let der = ObjectCoding.encode(sealed, by: i2d_X509_SIG) else {
      throw CryptoError.drained(operation)
    }
    return PEM.text(.init(label: Self.label, content: der))
  }

  /// Opens a key file: encrypted PKCS#8, in PEM or DER.
  ///
  /// - Parameters:
  ///   - file: the file's bytes.
  ///   - passphrase: wiped and emptied before this returns or throws; hand over the only copy.
  /// - Returns: the key.
  /// - Throws: `.wrongPassphrase` where the pass phrase does not fit, `.notEncrypted` where the key
  ///   lies open, `.unsupported` where the profile does not accept its kind.
  public static func open(
    _ file: [UInt8],
    passphrase: inout [UInt8]
  ) throws(CryptoError) -> SigningKey {
    defer { wipe(&passphrase) }
    OpenSSLLibrary.prepare()
    let operation = "open the key"
    guard
      let sealed = ObjectCoding.decode(try der(of: file), by: d2i_X509_SIG, freeing: X509_SIG_free)
    else { throw CryptoError.drained(operation, .malformed) }
    defer { X509_SIG_free(sealed) }
    guard let plain = characters(of: passphrase, { PKCS8_decrypt(sealed, $0, $1) }) else {
      throw failure(operation)
    }
    defer { PKCS8_PRIV_KEY_INFO_free(plain) }
    guard let pointer = EVP_PKCS82PKEY(plain) else {
      throw CryptoError.drained(operation, .malformed)
    }
    return try SigningKey(takingOwnership: pointer)
  }

  private static func der(of file: [UInt8]) throws(CryptoError) -> [UInt8] {
    guard PEM.isPresent(in: file) else { return file }
    guard let blocks = PEM.blocks(in: file) else {
      throw CryptoError(.malformed, "read the key as PEM")
    }
    let keys = blocks.filter { $0.label.hasSuffix("PRIVATE KEY") }
    guard let key = keys.first, keys.count == 1 else {
      throw CryptoError(.malformed, "find exactly one private key in the file")
    }
    guard key.label == label else {
      throw CryptoError(.notEncrypted, "open a key that is not encrypted PKCS#8")
    }
    return key.content
  }

  /// Tells a wrong pass phrase from a broken or foreign file.
  ///
  /// A wrong one makes the padding come out wrong, or one time in 256 the key's own encoding.
  private static func failure(_ operation: String) -> CryptoError {
    let reasons = CryptoError.drainedReasons()
    let isWrong = reasons.contains { reason in
      switch (reason.library, reason.code) {
      case (ERR_LIB_PROV, PROV_R_BAD_DECRYPT), (ERR_LIB_EVP, EVP_R_BAD_DECRYPT),
        (ERR_LIB_PKCS12, PKCS12_R_PKCS12_CIPHERFINAL_ERROR),
        (ERR_LIB_PKCS12, PKCS12_R_DECODE_ERROR):
        true
      default: false
      }
    }
    return CryptoError(
      isWrong ? .wrongPassphrase : .failed,
      operation,
      reasons: reasons.map(\.text)
    )
  }

  private static func characters<Result>(
    of passphrase: [UInt8],
    _ body: (UnsafePointer<CChar>?, Int32) -> Result
  ) -> Result {
    passphrase.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { body($0.baseAddress, Int32($0.count)) }
    }
  }

  static func wipe(_ passphrase: inout [UInt8]) {
    passphrase.withUnsafeMutableBytes { OPENSSL_cleanse($0.baseAddress, $0.count) }
    passphrase = []
  }
}
