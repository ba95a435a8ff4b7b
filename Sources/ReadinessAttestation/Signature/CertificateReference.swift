/// The attribute signing-certificate-v2, by which a signature names its certificate (RFC 5035).
enum CertificateReference {
  /// Whether the first certificate named is this one, and every one is named by an accepted digest.
  ///
  /// - Parameters:
  ///   - certificate: the signer's.
  ///   - value: the attribute's value in DER.
  /// - Returns: false also where the value cannot be read.
  static func names(_ certificate: Certificate, in value: [UInt8]) -> Bool {
    var outer = DERReader(value)
    guard let attribute = outer.next(DERTag.sequence), outer.isAtEnd else { return false }
    var parts = DERReader(value, in: attribute)
    guard let list = parts.next(DERTag.sequence) else { return false }
    var entries = DERReader(value, in: list)
    var isFirst = true
    while !entries.isAtEnd {
      guard let entry = entries.next(DERTag.sequence) else { return false }
      var fields = DERReader(value, in: entry)
      var algorithm = DigestAlgorithm.sha256
      if let identifier = fields.next(DERTag.sequence) {
        let named = DigestAlgorithm.allCases.first { candidate in
          candidate.identifiers.contains { value[identifier.whole].elementsEqual($0) }
        }
        guard let named else { return false }
        algorithm = named
      }
      guard let digest = fields.next(DERTag.octets) else { return false }
      if isFirst, !value[digest.content].elementsEqual(algorithm.digest(of: certificate.der)) {
        return false
      }
      isFirst = false
    }
    return !isFirst
  }
}

extension Certificate {
  /// Issuer and serial number as a signature names them, in DER, taken from the certificate's bytes.
  var issuerAndSerial: [UInt8]? {
    var file = DERReader(der)
    guard let whole = file.next(DERTag.sequence) else { return nil }
    var outer = DERReader(der, in: whole)
    guard let body = outer.next(DERTag.sequence) else { return nil }
    var fields = DERReader(der, in: body)
    _ = fields.next(DERTag.context0)
    guard let serial = fields.next(DERTag.integer), fields.next(DERTag.sequence) != nil,
      let issuer = fields.next(DERTag.sequence)
    else { return nil }
    return Array(der[issuer.whole]) + Array(der[serial.whole])
  }
}
