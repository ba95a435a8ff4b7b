import CCryptoSupport
import COpenSSL
public import ReadinessCore

extension RevocationList {
  /// How long the root's lists hold (six months) and the issuing authority's, in days.
  public static let rootDays = 183
  /// How long the issuing authority's lists hold, in days; a new one is due every week.
  public static let issuingDays = 30

  /// Makes a list.
  ///
  /// - Parameters:
  ///   - entries: every revoked certificate by serial number (16 bytes, as in the certificate), or
  ///     for a delta list those that were revoked since the complete one.
  ///   - number: its number among the authority's lists, which rises.
  ///   - base: for a delta list, the number of the complete list that it adds to.
  ///   - issuer: the authority's certificate.
  ///   - key: the authority's key.
  ///   - instant: when it is made.
  ///   - until: when the next one will be there at the latest.
  public static func make(
    _ entries: [(serial: [UInt8], entry: RevokedEntry)],
    number: Int,
    base: Int? = nil,
    issuer: Certificate,
    key: SigningKey,
    from instant: Instant,
    until: Instant
  ) throws(CryptoError) -> RevocationList {
    OpenSSLLibrary.prepare()
    let operation = "make a revocation list"
    guard key.belongs(to: issuer) else {
      throw CryptoError(.malformed, "sign with a key that is not the authority's")
    }
    guard let draft = X509_CRL_new() else { throw CryptoError.drained(operation) }
    var isOwned = true
    defer { if isOwned { X509_CRL_free(draft) } }
    guard X509_CRL_set_version(draft, Int(X509_CRL_VERSION_2)) == 1,
      X509_CRL_set_issuer_name(draft, X509_get_subject_name(issuer.pointer)) == 1,
      ASN1Time.with(instant, { X509_CRL_set1_lastUpdate(draft, $0) }) == 1,
      ASN1Time.with(until, { X509_CRL_set1_nextUpdate(draft, $0) }) == 1,
      entries.allSatisfy({ add($0.serial, $0.entry, to: draft) }), X509_CRL_sort(draft) == 1,
      addIssuer(issuer, to: draft), add(number, as: NID_crl_number, isCritical: false, to: draft),
      base.map({ add($0, as: NID_delta_crl, isCritical: true, to: draft) }) ?? true,
      X509_CRL_sign(draft, key.pointer, key.digest) > 0
    else { throw CryptoError.drained(operation) }
    // Read again from its bytes, as everybody else will read it.
    guard let der = ObjectCoding.encode(draft, by: i2d_X509_CRL) else {
      throw CryptoError.drained(operation)
    }
    X509_CRL_free(draft)
    isOwned = false
    return try RevocationList(der: der)
  }

  private static func add(
    _ serial: [UInt8],
    _ entry: RevokedEntry,
    to draft: OpaquePointer
  ) -> Bool {
    guard let line = X509_REVOKED_new() else { return false }
    var isOwned = true
    defer { if isOwned { X509_REVOKED_free(line) } }
    guard SerialNumber.with(serial, { X509_REVOKED_set_serialNumber(line, $0) }) == 1,
      ASN1Time.with(entry.revokedAt, { X509_REVOKED_set_revocationDate(line, $0) }) == 1
    else { return false }
    if entry.reason != .unspecified {
      guard let reason = ASN1_ENUMERATED_new() else { return false }
      defer { ASN1_ENUMERATED_free(reason) }
      guard ASN1_ENUMERATED_set(reason, entry.reason.rawValue) == 1,
        X509_REVOKED_add1_ext_i2d(line, NID_crl_reason, reason, 0, 0) == 1
      else { return false }
    }
    if let moment = entry.invalidFrom {
      guard let time = ASN1_GENERALIZEDTIME_set(nil, time_t(moment.unixSeconds)) else {
        return false
      }
      defer { ASN1_GENERALIZEDTIME_free(time) }
      guard X509_REVOKED_add1_ext_i2d(line, NID_invalidity_date, time, 0, 0) == 1 else {
        return false
      }
    }
    guard X509_CRL_add0_revoked(draft, line) == 1 else { return false }
    isOwned = false
    return true
  }

  private static func addIssuer(_ issuer: Certificate, to draft: OpaquePointer) -> Bool {
    var context = X509V3_CTX()
    X509V3_set_ctx(&context, issuer.pointer, nil, nil, draft, 0)
    guard
      let made = X509V3_EXT_nconf_nid(nil, &context, NID_authority_key_identifier, "keyid:always")
    else { return false }
    defer { X509_EXTENSION_free(made) }
    return X509_CRL_add_ext(draft, made, -1) == 1
  }

  private static func add(
    _ number: Int,
    as kind: Int32,
    isCritical: Bool,
    to draft: OpaquePointer
  ) -> Bool {
    guard let integer = ASN1_INTEGER_new() else { return false }
    defer { ASN1_INTEGER_free(integer) }
    return ASN1_INTEGER_set_int64(integer, Int64(number)) == 1
      && X509_CRL_add1_ext_i2d(draft, kind, integer, isCritical ? 1 : 0, 0) == 1
  }
}
