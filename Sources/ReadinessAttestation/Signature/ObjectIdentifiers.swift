/// The object identifiers of the profile, as the content of their DER (profile 3.3).
enum ObjectIdentifiers {
  /// id-data, 1.2.840.113549.1.7.1.
  static let data: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x01]
  /// id-signedData, 1.2.840.113549.1.7.2.
  static let signedData: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02]
  /// content-type, 1.2.840.113549.1.9.3.
  static let contentType: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x03]
  /// message-digest, 1.2.840.113549.1.9.4.
  static let messageDigest: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x04]
  /// signing-time, 1.2.840.113549.1.9.5.
  static let signingTime: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x05]
  /// signing-certificate-v2, 1.2.840.113549.1.9.16.2.47.
  static let signingCertificate: [UInt8] =
    [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x10, 0x02, 0x2F]
  /// signature-time-stamp, 1.2.840.113549.1.9.16.2.14.
  static let timeStamp: [UInt8] =
    [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x10, 0x02, 0x0E]

  static let sha256: [UInt8] = [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01]
  static let sha384: [UInt8] = [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x02]
  static let sha512: [UInt8] = [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x03]

  /// ecdsa-with-SHA2, 1.2.840.10045.4.3, whose last number is the digest's.
  static let ecdsaWithSHA2: [UInt8] = [0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03]
  /// PKCS #1, 1.2.840.113549.1.1, whose last number is the algorithm's.
  static let pkcs1: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01]
}

extension DigestAlgorithm {
  /// The object identifier.
  var objectIdentifier: [UInt8] {
    switch self {
    case .sha256: ObjectIdentifiers.sha256
    case .sha384: ObjectIdentifiers.sha384
    case .sha512: ObjectIdentifiers.sha512
    }
  }

  /// The two ways in which RFC 5754 lets it be written: without parameters, and with NULL.
  var identifiers: [[UInt8]] {
    let object = DERWriter.element(DERTag.object, objectIdentifier)
    return [[], [DERTag.null, 0]].map { DERWriter.element(DERTag.sequence, object + $0) }
  }
}
