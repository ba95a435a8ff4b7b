import ReadinessCore
import Synchronization

/// Certificates of authorities that were decoded before.
///
/// Thousands of files enclose the same few; decoding one takes as long as checking a signature. To
/// be remembered says nothing about trust: equal bytes give the same certificate, and that is all.
final class CertificateMemory: Sendable {
  static let shared = CertificateMemory()

  private static let most = 256
  private let known = Mutex<[[UInt8]: Certificate]>([:])

  /// The certificate with exactly these bytes, or `nil` where they are none in DER.
  func certificate(_ der: [UInt8]) -> Certificate? {
    if let found = known.withLock({ $0[der] }) { return found }
    guard let certificate = try? Certificate(der: der) else { return nil }
    if certificate.isAuthority {
      known.withLock { known in
        if known.count >= Self.most { known = [:] }
        known[der] = certificate
      }
    }
    return certificate
  }
}
