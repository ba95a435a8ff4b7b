import ReadinessCore
import Testing

@testable import ReadinessAttestation

/// One good signature, its bytes changed.
struct SignatureEncodingTests {
  private let firm: Firm
  private let file: [UInt8]
  private let signature: [UInt8]

  init() throws {
    firm = try Firm()
    file = try firm.sealed()
    signature = try #require(try ContainerReader.read(file)[EntryName.signature(1)])
  }

  @Test func `trailing bytes are refused`() throws {
    #expect(try code { $0 += [0] } == .trailingBytes)
    #expect(try code { $0 += $0 } == .trailingBytes)
  }

  @Test func `lengths that are not definite or not the shortest are refused`() throws {
    // The file begins with a two-byte length; the same content, twice not in DER.
    let content = Array(signature.dropFirst(4))
    #expect(try code { $0 = [0x30, 0x80] + content + [0, 0] } == .encoding)
    #expect(
      try code { $0 = [0x30, 0x83, 0x00] + $0[2...3] + content } == .encoding
    )
  }

  @Test func `a PEM file, an empty file and a cut file are refused`() throws {
    #expect(try code { $0 = PEM.text(.init(label: "CMS", content: $0)) } == .encoding)
    #expect(try code { $0 = [] } == .encoding)
    #expect(try code { $0.removeLast() } == .encoding)
    #expect(try code { $0 = Array($0.prefix(4)) } == .encoding)
  }

  @Test func `version numbers other than 1 are refused`() throws {
    let places = signature.indices.dropLast(3).filter {
      Array(signature[$0..<$0 + 3]) == [0x02, 0x01, 0x01]
    }
    let signedData = try #require(places.first)
    let signerInfo = try #require(places.last)
    #expect(places.count == 2)
    for place in [signedData, signerInfo] {
      for version: UInt8 in [0, 2, 3, 4, 5] {
        #expect(try code { $0[place + 2] = version } == .version)
      }
    }
  }

  @Test func `a signed content type that is not the content's is refused`() throws {
    let attribute =
      [0x06, 0x09] + ObjectIdentifiers.contentType + [0x31, 0x0B, 0x06, 0x09]
      + ObjectIdentifiers.data
    let other = Array(attribute.dropLast()) + [0x02]
    #expect(
      try code { $0 = Bytes.replacing(attribute, with: other, in: $0) } == .contentTypeAttribute
    )
  }

  @Test func `an unsigned attribute that the profile does not know is refused`() throws {
    let attribute = DERWriter.element(
      DERTag.sequence,
      DERWriter.element(DERTag.object, [0x2A, 0x03])
        + DERWriter.element(DERTag.set, [DERTag.null, 0])
    )
    #expect(try code { $0 = withUnsigned([attribute], in: $0) } == .attributeNotAllowed)
    #expect(try code { $0 = withUnsigned([attribute, attribute], in: $0) } == .attributeNotAllowed)
  }

  @Test func `what stands in the place of a time-stamp and is none is refused`() throws {
    let attribute = DERWriter.element(
      DERTag.sequence,
      DERWriter.element(DERTag.object, ObjectIdentifiers.timeStamp)
        + DERWriter.element(DERTag.set, DERWriter.element(DERTag.sequence, []))
    )
    let result = try verdict { $0 = withUnsigned([attribute], in: $0) }
    #expect(result.decision == .rejected)
    #expect(result.codes == ["timestamp-malformed"])
  }

  @Test func `the signed attributes of another signature as content are refused`() throws {
    // Signed was the encoding of the attributes; without them in place it would be "the content".
    let parts = try SignerParts(signature)
    let stripped = parts.rebuilt(signedAttributes: false)
    #expect(throws: SignatureError(.noSignedAttributes)) { try SignatureMessage(stripped) }
    let container = try Forgery.changing(EntryName.manifest(1), of: file) {
      $0 = [DERTag.set] + parts.signedAttributes.dropFirst()
    }
    let forged = try Forgery.changing(EntryName.signature(1), of: container) { $0 = stripped }
    let result = Verifier(trust: try firm.pinned(), now: Firm.instant).verify(forged)
    #expect(result.codes == [ManifestError.Code.form.rawValue])
  }

  @Test func `attributes in another order than DER's are refused`() throws {
    let parts = try SignerParts(signature)
    #expect(try code { $0 = parts.rebuilt(reversingAttributes: true) } == .encoding)
    #expect(parts.rebuilt() == signature)
  }

  @Test func `another certificate for the same key is refused`() throws {
    // Same subject and serial number, so that the signature names it too.
    var other = firm.certificate
    for seconds in 1... where other.der.count != firm.certificate.der.count || seconds == 1 {
      other = try firm.key.selfSignedCertificate(
        subject: SignerSubject(
          organization: "Pennard Precision Ltd",
          organizationIdentifier: "NTRGB-04336774"
        ),
        serial: Firm.serial,
        from: Firm.instant.adding(seconds: -seconds)
      )
      if other.der.count == firm.certificate.der.count { break }
    }
    let changed = try Forgery.changing(EntryName.signature(1), of: file) {
      $0 = Bytes.replacing(firm.certificate.der, with: other.der, in: $0)
    }
    let trust = try TrustStore(lines: [], certificates: [firm.certificate, other])
    let result = Verifier(trust: trust, now: Firm.instant).verify(changed)
    #expect(result.codes == [SignatureError.Code.certificateReference.rawValue])
  }

  @Test func `a signing time is read in both of its forms`() {
    func instant(_ tag: UInt8, _ text: String) -> String? {
      SignatureAttribute(type: [], value: DERWriter.element(tag, Array(text.utf8)))
        .instant?.description
    }
    #expect(instant(DERTag.utcTime, "261122093000Z") == "2026-11-22T09:30:00Z")
    #expect(instant(DERTag.utcTime, "500101000000Z") == "1950-01-01T00:00:00Z")
    #expect(instant(DERTag.generalizedTime, "20500101000000Z") == "2050-01-01T00:00:00Z")
    for (tag, text) in [
      (DERTag.generalizedTime, "20261122093000Z"), (DERTag.utcTime, "2611220930Z"),
      (DERTag.utcTime, "261122093000+0000"), (DERTag.utcTime, "261322093000Z"),
      (DERTag.utcTime, "26112209300aZ"), (DERTag.utcTime, ""), (DERTag.octets, "261122093000Z"),
      (DERTag.generalizedTime, "20500101000000.5Z"),
    ] {
      #expect(instant(tag, text) == nil, "\(text)")
    }
  }

  private func verdict(_ change: (inout [UInt8]) -> Void) throws -> Verification {
    let changed = try Forgery.changing(EntryName.signature(1), of: file, change)
    return Verifier(trust: try firm.pinned(), now: Firm.instant).verify(changed)
  }

  private func code(_ change: (inout [UInt8]) -> Void) throws -> SignatureError.Code? {
    let result = try verdict(change)
    #expect(result.decision == .rejected)
    return result.codes.first.flatMap(SignatureError.Code.init(rawValue:))
  }

  private func withUnsigned(_ attributes: [[UInt8]], in signature: [UInt8]) -> [UInt8] {
    guard let parts = try? SignerParts(signature) else { return [] }
    return parts.rebuilt(
      appending: DERWriter.element(DERTag.context1, attributes.flatMap { $0 })
    )
  }
}

/// The parts of a signature file, to be put together otherwise.
struct SignerParts {
  let beforeSigners: [UInt8]
  let beforeAttributes: [UInt8]
  let signedAttributes: [UInt8]
  let afterAttributes: [UInt8]
  let attributes: [[UInt8]]

  init(_ bytes: [UInt8]) throws {
    func element(_ reader: inout DERReader) throws -> DERReader.Element {
      let next = reader.next()
      return try #require(next)
    }
    var file = DERReader(bytes)
    var outer = DERReader(bytes, in: try element(&file))
    _ = outer.next()
    var wrapper = DERReader(bytes, in: try element(&outer))
    let data = try element(&wrapper)
    var reader = DERReader(bytes, in: data)
    var last = try element(&reader)
    while let next = reader.next() { last = next }
    beforeSigners = Array(bytes[data.content.lowerBound..<last.whole.lowerBound])
    var list = DERReader(bytes, in: last)
    let signer = try element(&list)
    var fields = DERReader(bytes, in: signer)
    for _ in 0..<3 { _ = fields.next() }
    let signed = try element(&fields)
    beforeAttributes = Array(bytes[signer.content.lowerBound..<signed.whole.lowerBound])
    signedAttributes = Array(bytes[signed.whole])
    afterAttributes = Array(bytes[signed.whole.upperBound..<signer.content.upperBound])
    var set = DERReader(bytes, in: signed)
    var attributes: [[UInt8]] = []
    while let attribute = set.next() { attributes.append(Array(bytes[attribute.whole])) }
    self.attributes = attributes
  }

  func rebuilt(
    signedAttributes isSigned: Bool = true,
    reversingAttributes isReversed: Bool = false,
    appending extra: [UInt8] = []
  ) -> [UInt8] {
    let list = isReversed ? attributes.reversed() : attributes
    let signed = isSigned ? DERWriter.element(DERTag.context0, list.flatMap { $0 }) : []
    let signer = DERWriter.element(
      DERTag.sequence,
      beforeAttributes + signed + afterAttributes + extra
    )
    let data = DERWriter.element(
      DERTag.sequence,
      beforeSigners + DERWriter.element(DERTag.set, signer)
    )
    return DERWriter.element(
      DERTag.sequence,
      DERWriter.element(DERTag.object, ObjectIdentifiers.signedData)
        + DERWriter.element(DERTag.context0, data)
    )
  }
}
