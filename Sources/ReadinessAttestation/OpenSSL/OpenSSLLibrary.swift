import COpenSSL

/// The one door to OpenSSL: it is set up before its first use, without any configuration file.
///
/// An attacker's `OPENSSL_CONF` or certificate folder must not decide anything (profile section 7).
enum OpenSSLLibrary {
  private static let isReady =
    OPENSSL_init_crypto(UInt64(OPENSSL_INIT_NO_LOAD_CONFIG), nil) == 1

  /// Sets the library up, once, and leaves this thread's error queue empty.
  ///
  /// Called at the entry of every operation, so that reasons drained after a failure are its own.
  static func prepare() {
    _ = isReady
    ERR_clear_error()
  }
}
