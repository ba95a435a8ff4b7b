import COpenSSL

/// A SHA-256 digest of bytes that come piece by piece, in constant memory.
public final class RunningDigest {
  private let context: OpaquePointer?

  /// The digest of nothing yet.
  public init() {
    OpenSSLLibrary.prepare()
    context = EVP_MD_CTX_new()
    let status = EVP_DigestInit_ex2(context, DigestAlgorithm.sha256.fetched.pointer, nil)
    // Fails only where memory is exhausted, where Swift's own arrays stop the program too.
    precondition(status == 1, "no memory for a digest")
  }

  deinit { EVP_MD_CTX_free(context) }

  /// Adds the next bytes.
  public func add(_ bytes: some Collection<UInt8>) {
    let done: Void? = bytes.withContiguousStorageIfAvailable { buffer in
      precondition(EVP_DigestUpdate(context, buffer.baseAddress, buffer.count) == 1)
    }
    if done == nil { add(Array(bytes)) }
  }

  /// The digest as 64 lower-case hexadecimal digits; nothing may be added afterwards.
  public func sha256Hex() -> String {
    let digest = [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
      var written: UInt32 = 0
      let status = EVP_DigestFinal_ex(context, buffer.baseAddress, &written)
      precondition(status == 1 && written == 32)
      count = 32
    }
    return Hex.text(digest)
  }
}
