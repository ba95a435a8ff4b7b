import CCryptoSupport
import COpenSSL
import ReadinessCore

/// Serial numbers as keys: the bytes of the number, a minus sign in front of a negative one.
enum SerialNumber {
  static func bytes(_ number: UnsafePointer<ASN1_INTEGER>?) -> [UInt8] {
    guard let number, let start = ASN1_STRING_get0_data(number) else { return [] }
    let count = Int(max(0, ASN1_STRING_length(number)))
    let digits = Array(UnsafeBufferPointer(start: start, count: count))
    return ASN1_STRING_type(number) == V_ASN1_NEG_INTEGER ? [0x2D] + digits : digits
  }
}

extension RevocationList {
  /// The number in an extension, where there is one.
  static func integer(_ kind: Int32, of list: OpaquePointer) -> [UInt8]? {
    guard let raw = X509_CRL_get_ext_d2i(list, kind, nil, nil) else { return nil }
    let number = raw.assumingMemoryBound(to: ASN1_INTEGER.self)
    defer { ASN1_INTEGER_free(number) }
    return Array(SerialNumber.bytes(number).drop { $0 == 0 })
  }

  /// The content of an extension as it is written; empty where there is none.
  static func extensionBytes(_ kind: Int32, of list: OpaquePointer) -> [UInt8] {
    let place = X509_CRL_get_ext_by_NID(list, kind, -1)
    guard place >= 0, let found = X509_CRL_get_ext(list, place),
      let content = X509_EXTENSION_get_data(found)
    else { return [] }
    return SerialNumber.bytes(content)
  }

  /// Why a list cannot be used.
  ///
  /// What is marked critical and not understood changes the meaning of the whole list (RFC 5280).
  static func flaw(of list: OpaquePointer) -> String? {
    let understood = [
      NID_issuing_distribution_point, NID_delta_crl, NID_crl_number, NID_authority_key_identifier,
    ]
    for index in 0..<max(0, X509_CRL_get_ext_count(list)) {
      let found = X509_CRL_get_ext(list, index)
      let kind = OBJ_obj2nid(X509_EXTENSION_get_object(found))
      if X509_EXTENSION_get_critical(found) == 1, !understood.contains(kind) {
        return "it has a critical extension that is not known here"
      }
    }
    // A number that stands there twice, or that is none, is not passed over.
    for kind in understood {
      let first = X509_CRL_get_ext_by_NID(list, kind, -1)
      guard first >= 0 else { continue }
      if X509_CRL_get_ext_by_NID(list, kind, first) >= 0 {
        return "an extension stands there twice"
      }
    }
    for kind in [NID_delta_crl, NID_crl_number]
    where X509_CRL_get_ext_by_NID(list, kind, -1) >= 0 && integer(kind, of: list) == nil {
      return "its number cannot be read"
    }
    if ccrypto_list_is_partial(list) == 1 {
      return "it is for some reasons only, for others' certificates, or of unknown scope"
    }
    return nil
  }

  /// The entries by serial number, or `nil` where one of them cannot be read.
  static func entries(of list: OpaquePointer) -> [[UInt8]: RevokedEntry]? {
    var entries: [[UInt8]: RevokedEntry] = [:]
    for index in 0..<max(0, ccrypto_list_entries_count(list)) {
      guard let lent = ccrypto_list_entry_at(list, index), let entry = entry(lent) else {
        return nil
      }
      let serial = SerialNumber.bytes(X509_REVOKED_get0_serialNumber(lent))
      // Of two entries for one certificate, the earlier one counts.
      if let other = entries[serial], other.revokedAt <= entry.revokedAt { continue }
      entries[serial] = entry
    }
    return entries
  }

  private static func entry(_ lent: OpaquePointer) -> RevokedEntry? {
    guard let revokedAt = ASN1Time.instant(X509_REVOKED_get0_revocationDate(lent)) else {
      return nil
    }
    var reason = RevocationReason.unspecified
    var invalidFrom: Instant?
    for index in 0..<max(0, X509_REVOKED_get_ext_count(lent)) {
      let found = X509_REVOKED_get_ext(lent, index)
      switch OBJ_obj2nid(X509_EXTENSION_get_object(found)) {
      case NID_crl_reason:
        guard let number = reasonNumber(lent), let known = RevocationReason(rawValue: number)
        else { return nil }
        reason = known
      case NID_invalidity_date:
        guard let moment = invalidityDate(lent) else { return nil }
        invalidFrom = moment
      default:
        // Such as the issuer of somebody else's certificate.
        guard X509_EXTENSION_get_critical(found) != 1 else { return nil }
      }
    }
    return RevokedEntry(revokedAt: revokedAt, reason: reason, invalidFrom: invalidFrom)
  }

  private static func reasonNumber(_ lent: OpaquePointer) -> Int? {
    guard let raw = X509_REVOKED_get_ext_d2i(lent, NID_crl_reason, nil, nil) else { return nil }
    let number = raw.assumingMemoryBound(to: ASN1_ENUMERATED.self)
    defer { ASN1_ENUMERATED_free(number) }
    let value = ASN1_ENUMERATED_get(number)
    return (0...10).contains(value) ? value : nil
  }

  private static func invalidityDate(_ lent: OpaquePointer) -> Instant? {
    guard let raw = X509_REVOKED_get_ext_d2i(lent, NID_invalidity_date, nil, nil) else {
      return nil
    }
    let time = raw.assumingMemoryBound(to: ASN1_TIME.self)
    defer { ASN1_GENERALIZEDTIME_free(time) }
    return ASN1Time.instant(time)
  }
}
