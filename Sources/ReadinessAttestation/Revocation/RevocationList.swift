import CCryptoSupport
import COpenSSL
public import ReadinessCore

/// An authority's list of the certificates that it has revoked (CRL), complete or delta.
///
/// It says what its maker put into it; ``RevocationRules`` check its signature and dates.
///
/// `@unchecked Sendable`: the pointer is this object's own and nothing changes the list after it was
/// read; the entries are read once, into Swift.
public final class RevocationList: Hashable, @unchecked Sendable, CustomStringConvertible {
  let pointer: OpaquePointer
  /// The list in DER.
  public let der: [UInt8]
  /// SHA-256 of the DER, 32 bytes.
  public let sha256: [UInt8]
  /// When it was made.
  public let thisUpdate: Instant
  /// Until when there will be another one, where it says so.
  public let nextUpdate: Instant?
  /// Its number among its issuer's lists, without leading zeros.
  public let number: [UInt8]?
  /// For a delta list, the number of the complete list that it adds to.
  public let baseNumber: [UInt8]?
  /// What certificates it is about, as the extension is written; empty for all of the issuer's.
  let scope: [UInt8]
  /// Its entries by the certificates' serial numbers.
  let entries: [[UInt8]: RevokedEntry]
  /// Why it cannot be used, whoever signed it; `nil` where it can.
  let flaw: String?

  /// Takes over a list that OpenSSL made.
  init(takingOwnership pointer: OpaquePointer) throws(CryptoError) {
    var isOwned = true
    defer { if isOwned { X509_CRL_free(pointer) } }
    guard let der = ObjectCoding.encode(pointer, by: i2d_X509_CRL) else {
      throw CryptoError.drained("write the revocation list")
    }
    guard let made = ASN1Time.instant(X509_CRL_get0_lastUpdate(pointer)) else {
      throw CryptoError(.malformed, "read when the revocation list was made")
    }
    self.der = der
    sha256 = Digest.sha256(der)
    thisUpdate = made
    nextUpdate = ASN1Time.instant(X509_CRL_get0_nextUpdate(pointer))
    number = Self.integer(NID_crl_number, of: pointer)
    baseNumber = Self.integer(NID_delta_crl, of: pointer)
    scope = Self.extensionBytes(NID_issuing_distribution_point, of: pointer)
    let read = Self.entries(of: pointer)
    entries = read ?? [:]
    flaw = read == nil ? "an entry of it cannot be read" : Self.flaw(of: pointer)
    ERR_clear_error()
    isOwned = false
    self.pointer = pointer
  }

  deinit { X509_CRL_free(pointer) }

  /// Reads one list in DER.
  public convenience init(der: [UInt8]) throws(CryptoError) {
    OpenSSLLibrary.prepare()
    guard let pointer = ObjectCoding.decode(der, by: d2i_X509_CRL, freeing: X509_CRL_free) else {
      throw CryptoError.drained("read the revocation list", .malformed)
    }
    try self.init(takingOwnership: pointer)
    guard self.der == der else { throw CryptoError(.malformed, "read the list as DER") }
  }

  /// Reads all lists of a file in PEM or the one in DER.
  ///
  /// - Throws: where there is none, or where a PEM block is something else than a list.
  public static func read(_ bytes: [UInt8]) throws(CryptoError) -> [RevocationList] {
    guard PEM.isPresent(in: bytes) else { return [try RevocationList(der: bytes)] }
    guard let blocks = PEM.blocks(in: bytes) else {
      throw CryptoError(.malformed, "read the revocation lists as PEM")
    }
    var lists: [RevocationList] = []
    for block in blocks {
      guard block.label == "X509 CRL" else {
        throw CryptoError(.malformed, "read a revocation list from a PEM block of another kind")
      }
      lists.append(try RevocationList(der: block.content))
    }
    return lists
  }

  /// The list in PEM.
  public var pem: [UInt8] { PEM.text(.init(label: "X509 CRL", content: der)) }

  /// Who issued it, as it says.
  public var issuer: DistinguishedName { DistinguishedName(X509_CRL_get_issuer(pointer)) }

  /// How many certificates it lists.
  public var count: Int { entries.count }

  /// What it says of a certificate of its issuer's.
  public func entry(for certificate: Certificate) -> RevokedEntry? {
    entries[SerialNumber.bytes(X509_get0_serialNumber(certificate.pointer))]
  }

  /// Whether it names that certificate's holder as its issuer.
  func names(_ issuer: Certificate) -> Bool {
    X509_NAME_cmp(X509_CRL_get_issuer(pointer), X509_get_subject_name(issuer.pointer)) == 0
  }

  /// Whether the certificate is one of those that the list is about.
  func covers(_ certificate: Certificate) -> Bool {
    defer { ERR_clear_error() }
    return scope.isEmpty || ccrypto_list_covers(pointer, certificate.pointer) == 1
  }

  /// Whether that certificate's key signed it, by an accepted algorithm, and was made for that.
  public func isSigned(by issuer: Certificate) -> Bool {
    OpenSSLLibrary.prepare()
    defer { ERR_clear_error() }
    let usage = X509_get_key_usage(issuer.pointer)
    guard usage & UInt32(KU_CRL_SIGN) != 0, issuer.keyKind.isAccepted,
      Self.signatures.contains(X509_CRL_get_signature_nid(pointer))
    else { return false }
    return X509_CRL_verify(pointer, X509_get0_pubkey(issuer.pointer)) == 1
  }

  private static let signatures: Set<Int32> = [
    NID_ecdsa_with_SHA256, NID_ecdsa_with_SHA384, NID_ecdsa_with_SHA512,
    NID_sha256WithRSAEncryption, NID_sha384WithRSAEncryption, NID_sha512WithRSAEncryption,
  ]

  /// Equal bytes make equal lists.
  public static func == (left: RevocationList, right: RevocationList) -> Bool {
    left.der == right.der
  }

  /// Hashes the digest.
  public func hash(into hasher: inout Hasher) { hasher.combine(sha256) }

  /// Issuer and date, safe to print.
  public var description: String {
    (baseNumber == nil ? "list" : "delta list") + " by \(issuer) of \(thisUpdate)"
  }
}
