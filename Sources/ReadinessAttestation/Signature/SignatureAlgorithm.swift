/// The fixed list of signature algorithms; nothing is negotiated (profile 3.3).
enum SignatureAlgorithm: Hashable {
  case ecdsa(DigestAlgorithm)
  case rsa(DigestAlgorithm)
  case rsaPSS(DigestAlgorithm)

  /// The algorithm that is written so in DER, together with that digest, or `nil` where the pair is
  /// not on the list.
  init?(identifier: ArraySlice<UInt8>, digest: DigestAlgorithm) {
    guard let found = Self.written[digest]?.first(where: { identifier.elementsEqual($0.key) })
    else { return nil }
    self = found.value
  }

  /// Whether a key of that kind signs by this algorithm.
  ///
  /// P-256 goes with SHA-256; P-384 with SHA-384 and SHA-512; RSA with each of them.
  func fits(_ key: KeyKind) -> Bool {
    switch (self, key) {
    case (.ecdsa(.sha256), .p256), (.ecdsa(.sha384), .p384), (.ecdsa(.sha512), .p384): true
    case (.rsa, .rsa), (.rsaPSS, .rsa): true
    default: false
    }
  }

  /// Every accepted algorithm identifier, byte for byte.
  private static let written: [DigestAlgorithm: [[UInt8]: SignatureAlgorithm]] = {
    var all: [DigestAlgorithm: [[UInt8]: SignatureAlgorithm]] = [:]
    for (digest, ecdsaNumber, rsaNumber) in [
      (DigestAlgorithm.sha256, UInt8(2), UInt8(11)), (.sha384, 3, 12), (.sha512, 4, 13),
    ] {
      var list: [[UInt8]: SignatureAlgorithm] = [:]
      list[sequence(object(ObjectIdentifiers.ecdsaWithSHA2 + [ecdsaNumber]))] = .ecdsa(digest)
      // rsaEncryption, as OpenSSL writes it, and the identifier that names the digest too.
      for number in [1, rsaNumber] {
        list[sequence(object(ObjectIdentifiers.pkcs1 + [number]) + null)] = .rsa(digest)
      }
      for hash in digest.identifiers {
        for maskHash in digest.identifiers {
          list[pss(hash, maskHash, salt: UInt8(digest.byteCount))] = .rsaPSS(digest)
        }
      }
      all[digest] = list
    }
    return all
  }()

  private static let null: [UInt8] = [DERTag.null, 0]

  /// RSASSA-PSS with MGF1, the trailer field left at its default.
  private static func pss(_ hash: [UInt8], _ maskHash: [UInt8], salt: UInt8) -> [UInt8] {
    let mask = sequence(object(ObjectIdentifiers.pkcs1 + [8]) + maskHash)
    let length = DERWriter.element(DERTag.integer, [salt])
    let parameters =
      DERWriter.element(DERTag.context0, hash) + DERWriter.element(DERTag.context1, mask)
      + DERWriter.element(DERTag.context2, length)
    return sequence(object(ObjectIdentifiers.pkcs1 + [10]) + sequence(parameters))
  }

  private static func object(_ identifier: [UInt8]) -> [UInt8] {
    DERWriter.element(DERTag.object, identifier)
  }

  private static func sequence(_ content: [UInt8]) -> [UInt8] {
    DERWriter.element(DERTag.sequence, content)
  }
}
