import CCryptoSupport
import COpenSSL

extension Certificate {
  /// Object identifiers of purposes that a signer's certificate may be limited to (profile 3.4).
  static let signingPurposes: Set<String> = [
    "1.3.6.1.5.5.7.3.36",  // documentSigning, RFC 9336
    "1.3.6.1.5.5.7.3.4",  // emailProtection
    "1.3.6.1.4.1.311.10.3.12",  // Microsoft document signing
    "1.2.840.113583.1.1.5",  // Adobe authentic documents
  ]

  /// Whether it carries a key usage that lets it sign or bind its holder.
  public var mayBeUsedToSign: Bool {
    let usage = X509_get_key_usage(pointer)
    // All bits set is OpenSSL's way to say that the extension is missing.
    guard usage != UInt32.max else { return false }
    return usage & UInt32(KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION) != 0
  }

  /// The purposes that it is limited to, as dotted object identifiers; empty where it is to none,
  /// `nil` where the extension is broken or stands there twice.
  public var purposes: [String]? {
    var state: Int32 = 0
    guard let raw = X509_get_ext_d2i(pointer, NID_ext_key_usage, &state, nil) else {
      return state == -1 ? [] : nil
    }
    let usage = OpaquePointer(raw)
    defer { EXTENDED_KEY_USAGE_free(usage) }
    return (0..<max(0, ccrypto_purposes_count(usage))).map { index in
      ObjectIdentifierText.dotted(ccrypto_purposes_at(usage, index)) ?? "unreadable"
    }
  }

  /// Whether its purposes, if it is limited to any, include the signing of documents.
  public var isForSigningDocuments: Bool {
    guard let purposes else { return false }
    return purposes.isEmpty || purposes.contains(where: Self.signingPurposes.contains)
  }
}
