import COpenSSL

/// A cryptographic operation that did not succeed.
///
/// Never holds keys, pass phrases or contents.
public struct CryptoError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What happened, for programs.
  public enum Code: String, Hashable, Sendable {
    /// The operation failed; the reasons are the library's.
    case failed
    /// The input is not what the operation reads.
    case malformed
    /// The pass phrase does not open the key.
    case wrongPassphrase = "wrong-passphrase"
    /// The key file is not protected by a pass phrase.
    case notEncrypted = "not-encrypted"
    /// The kind of key or algorithm is not one of the profile's.
    case unsupported
    /// The file is encrypted in an old way that is not opened here.
    case outdated
    /// The certificate is for another key.
    case keyDoesNotFit = "key-does-not-fit"
  }

  /// What happened, for programs.
  public let code: Code
  /// What was attempted, in words that follow "could not".
  public let operation: String
  /// OpenSSL's own words, first cause first; they change with its version.
  public let reasons: [String]

  init(_ code: Code = .failed, _ operation: String, reasons: [String] = []) {
    self.code = code
    self.operation = operation
    self.reasons = reasons
  }

  /// One line such as `could not read the certificate: asn1 encoding routines: wrong tag`.
  public var description: String {
    (["could not \(operation)"] + reasons).joined(separator: ": ")
  }

  /// The error of a call that has just failed on this thread; empties the error queue.
  ///
  /// Call it in the same synchronous function as the failing call: the queue belongs to the thread.
  static func drained(_ operation: String, _ code: Code = .failed) -> CryptoError {
    CryptoError(code, operation, reasons: drainedReasons().map(\.text))
  }

  /// One entry of OpenSSL's error queue.
  struct Reason {
    let library: Int32
    let code: Int32
    let text: String
  }

  /// Empties this thread's error queue.
  static func drainedReasons() -> [Reason] {
    var reasons: [Reason] = []
    while true {
      var data: UnsafePointer<CChar>?
      var flags: Int32 = 0
      let error = ERR_get_error_all(nil, nil, nil, &data, &flags)
      guard error != 0 else { return reasons }
      var text = ERR_lib_error_string(error).map { String(cString: $0) } ?? "openssl"
      text += ": " + (ERR_reason_error_string(error).map { String(cString: $0) } ?? "error")
      if let data, flags & ERR_TXT_STRING != 0 {
        let words = String(cString: data)
        if !words.isEmpty { text += " (\(words))" }
      }
      reasons.append(
        Reason(library: ERR_GET_LIB(error), code: ERR_GET_REASON(error), text: text)
      )
    }
  }
}
