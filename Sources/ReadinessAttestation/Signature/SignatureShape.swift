import ReadinessCore

/// What stands where in a signature file, read strictly before OpenSSL sees it (profile 3.3).
///
/// `CMS_verify` accepts much that the profile refuses: BER, trailing bytes, attached content,
/// any version numbers, no signed attributes, several signers. All of that ends here, since there is
/// no place for it.
struct SignatureShape {
  let bytes: [UInt8]
  /// The algorithm by which the manifest is digested.
  let digestAlgorithm: DigestAlgorithm
  /// The algorithm of the signature itself.
  let signatureAlgorithm: SignatureAlgorithm
  /// Issuer and serial number by which the signer's certificate is named, in DER.
  let signerIdentifier: [UInt8]
  /// The signed attributes.
  let signedAttributes: [SignatureAttribute]
  /// The signature itself.
  let value: [UInt8]
  /// The time-stamp among the unsigned attributes, where there is one.
  let timeStamp: [UInt8]?
  /// Whether there are revocation lists.
  let hasRevocationLists: Bool

  /// Takes the file apart.
  ///
  /// - Throws: the first rule that is broken.
  init(_ bytes: [UInt8]) throws(SignatureError) {
    self.bytes = bytes
    let malformed = SignatureError(.encoding)

    // ContentInfo
    var file = DERReader(bytes)
    guard let contentInfo = file.next(DERTag.sequence) else { throw malformed }
    guard file.isAtEnd else { throw SignatureError(.trailingBytes) }
    var outer = DERReader(bytes, in: contentInfo)
    guard outer.next(DERTag.object, equalTo: ObjectIdentifiers.signedData) != nil,
      let wrapped = outer.next(DERTag.context0), outer.isAtEnd
    else { throw malformed }
    var wrapper = DERReader(bytes, in: wrapped)
    guard let signedData = wrapper.next(DERTag.sequence), wrapper.isAtEnd else { throw malformed }

    // SignedData
    var reader = DERReader(bytes, in: signedData)
    guard let version = reader.next(DERTag.integer) else { throw malformed }
    guard bytes[version.content] == [1] else { throw SignatureError(.version) }
    guard let digests = reader.next(DERTag.set), let content = reader.next(DERTag.sequence) else {
      throw malformed
    }
    try Self.checkContent(DERReader(bytes, in: content))
    if let certificates = reader.next(DERTag.context0) {
      try Self.checkCertificates(DERReader(bytes, in: certificates))
    }
    hasRevocationLists = reader.next(DERTag.context1) != nil
    guard let signers = reader.next(DERTag.set), reader.isAtEnd else { throw malformed }
    var signerList = DERReader(bytes, in: signers)
    guard let signer = signerList.next(DERTag.sequence), signerList.isAtEnd else {
      throw SignatureError(.signerCount)
    }

    // SignerInfo
    var info = DERReader(bytes, in: signer)
    guard let signerVersion = info.next(DERTag.integer) else { throw malformed }
    guard bytes[signerVersion.content] == [1] else { throw SignatureError(.version) }
    guard let identifier = info.next(DERTag.sequence), let digest = info.next(DERTag.sequence)
    else { throw malformed }
    signerIdentifier = Array(bytes[identifier.content])
    guard
      let algorithm = DigestAlgorithm.allCases.first(where: { candidate in
        candidate.identifiers.contains { bytes[digest.whole].elementsEqual($0) }
      }), bytes[digests.content].elementsEqual(bytes[digest.whole])
    else { throw SignatureError(.digestAlgorithm) }
    digestAlgorithm = algorithm
    guard let signed = info.next(DERTag.context0) else { throw SignatureError(.noSignedAttributes) }
    signedAttributes = try SignatureAttribute.list(DERReader(bytes, in: signed))
    guard let method = info.next(DERTag.sequence), let octets = info.next(DERTag.octets) else {
      throw malformed
    }
    value = Array(bytes[octets.content])
    guard
      let accepted = SignatureAlgorithm(identifier: bytes[method.whole], digest: algorithm)
    else { throw SignatureError(.signatureAlgorithm) }
    signatureAlgorithm = accepted
    timeStamp = try Self.timeStamp(&info)
    guard info.isAtEnd else { throw malformed }
  }

  private static func checkContent(_ content: DERReader) throws(SignatureError) {
    var reader = content
    guard reader.next(DERTag.object, equalTo: ObjectIdentifiers.data) != nil else {
      throw SignatureError(.contentType)
    }
    guard reader.isAtEnd else { throw SignatureError(.attached) }
  }

  private static func checkCertificates(_ certificates: DERReader) throws(SignatureError) {
    var reader = certificates
    var count = 0
    while !reader.isAtEnd {
      count += 1
      guard count <= 10, reader.next(DERTag.sequence) != nil else {
        throw SignatureError(.certificates)
      }
    }
  }

  /// The only unsigned attribute of the profile is one time-stamp.
  private static func timeStamp(_ info: inout DERReader) throws(SignatureError) -> [UInt8]? {
    guard let unsigned = info.next(DERTag.context1) else { return nil }
    let attributes = try SignatureAttribute.list(DERReader(info.bytes, in: unsigned))
    guard attributes.count == 1, attributes.first?.type == ObjectIdentifiers.timeStamp else {
      throw SignatureError(.attributeNotAllowed)
    }
    return attributes.first?.value
  }
}
