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
  /// The enclosed certificates in DER.
  let certificates: [[UInt8]]
  /// The file without its certificates, which OpenSSL would decode anew with every file.
  let bare: [UInt8]
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
    let head = signedData.content.lowerBound..<reader.position
    certificates =
      try reader.next(DERTag.context0)
      .map { (set) throws(SignatureError) in
        try Self.certificates(DERReader(bytes, in: set))
      } ?? []
    bare = Self.contentInfo(
      Array(bytes[head]) + bytes[reader.position..<signedData.content.upperBound]
    )
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

  private static func certificates(_ set: DERReader) throws(SignatureError) -> [[UInt8]] {
    var reader = set
    var found: [[UInt8]] = []
    while !reader.isAtEnd {
      guard found.count < 10, let certificate = reader.next(DERTag.sequence) else {
        throw SignatureError(.certificates)
      }
      found.append(Array(set.bytes[certificate.whole]))
    }
    // DER has an order for the members of a set.
    guard zip(found, found.dropFirst()).allSatisfy({ !$1.lexicographicallyPrecedes($0) }) else {
      throw SignatureError(.encoding)
    }
    return found
  }

  /// Signed data as a file.
  private static func contentInfo(_ signedData: [UInt8]) -> [UInt8] {
    let wrapped = DERWriter.element(
      DERTag.context0,
      DERWriter.element(DERTag.sequence, signedData)
    )
    return DERWriter.element(
      DERTag.sequence,
      DERWriter.element(DERTag.object, ObjectIdentifiers.signedData) + wrapped
    )
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
