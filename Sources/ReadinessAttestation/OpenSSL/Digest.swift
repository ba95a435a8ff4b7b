import COpenSSL

/// A digest algorithm that the profile accepts (profile 3.2 and 3.3).
public enum DigestAlgorithm: String, CaseIterable, Hashable, Sendable {
  /// SHA-256, the one that is written.
  case sha256
  /// SHA-384
  case sha384
  /// SHA-512
  case sha512

  /// The number of bytes of a digest.
  public var byteCount: Int {
    switch self {
    case .sha256: 32
    case .sha384: 48
    case .sha512: 64
    }
  }

  /// The digest of the bytes.
  public func digest(of bytes: [UInt8]) -> [UInt8] {
    OpenSSLLibrary.prepare()
    return [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, count in
      var written: UInt32 = 0
      let status = bytes.withUnsafeBufferPointer { input in
        EVP_Digest(
          input.baseAddress,
          input.count,
          buffer.baseAddress,
          &written,
          fetched.pointer,
          nil
        )
      }
      // Fails only where memory is exhausted, where Swift's own arrays stop the program too.
      precondition(status == 1 && Int(written) == byteCount, "no memory for a digest")
      count = byteCount
    }
  }

  /// The algorithm, looked up once for the whole process.
  var fetched: FetchedDigest {
    switch self {
    case .sha256: FetchedDigest.sha256
    case .sha384: FetchedDigest.sha384
    case .sha512: FetchedDigest.sha512
    }
  }
}

/// SHA-256, the digest that the profile writes.
public enum Digest {
  /// The 32 bytes of the SHA-256 digest.
  public static func sha256(_ bytes: [UInt8]) -> [UInt8] {
    DigestAlgorithm.sha256.digest(of: bytes)
  }

  /// The SHA-256 digest as 64 lower-case hexadecimal digits, the form that `sha256sum` prints.
  public static func sha256Hex(_ bytes: [UInt8]) -> String { Hex.text(sha256(bytes)) }
}

/// OpenSSL's handle of an algorithm; never freed, since it lives as long as the process.
///
/// `@unchecked Sendable`: OpenSSL's method objects do not change after they were fetched.
struct FetchedDigest: @unchecked Sendable {
  let pointer: OpaquePointer?

  static let sha256 = FetchedDigest("SHA256")
  static let sha384 = FetchedDigest("SHA384")
  static let sha512 = FetchedDigest("SHA512")

  private init(_ name: String) {
    OpenSSLLibrary.prepare()
    pointer = EVP_MD_fetch(nil, name, nil)
  }
}
