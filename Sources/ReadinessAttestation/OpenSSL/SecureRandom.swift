import COpenSSL

/// Random numbers that cannot be guessed, for those who hand randomness to this library.
public enum SecureRandom {
  /// So many random bytes from OpenSSL's generator.
  public static func bytes(_ count: Int) throws(CryptoError) -> [UInt8] {
    OpenSSLLibrary.prepare()
    var bytes = [UInt8](repeating: 0, count: max(0, count))
    guard RAND_bytes(&bytes, Int32(clamping: bytes.count)) == 1 else {
      throw CryptoError.drained("draw random numbers")
    }
    return bytes
  }
}
