import Testing

@testable import ReadinessAttestation

struct EncodingTests {
  @Test func `digests are those of the standards`() {
    let abc = Array("abc".utf8)
    #expect(
      Digest.sha256Hex(abc) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    )
    #expect(
      Digest.sha256Hex([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    )
    #expect(
      Hex.text(DigestAlgorithm.sha384.digest(of: abc))
        == "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed"
        + "8086072ba1e7cc2358baeca134c825a7"
    )
    #expect(
      Hex.text(DigestAlgorithm.sha512.digest(of: abc))
        == "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
        + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"
    )
  }

  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func `Base64 is that of RFC 4648`(plain: String, coded: String) {
    #expect(Base64.text(Array(plain.utf8)) == coded)
    #expect(Base64.bytes(coded) == Array(plain.utf8))
  }

  @Test func `every byte survives Base64 and hexadecimal digits`() {
    for count in 0..<70 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 89 + count) }
      #expect(Base64.bytes(Base64.text(bytes)) == bytes)
      #expect(Hex.bytes(Hex.text(bytes)) == bytes)
    }
  }

  @Test(arguments: ["Zg", "Zg=", "Zh==", "Zm9=", "Z===", "====", "Zg==Zg==", "Zm9v\n", "Zm-v", " "])
  func `Base64 in any other form is refused`(text: String) {
    #expect(Base64.bytes(text) == nil)
  }

  @Test func `hexadecimal digits are read in both cases, other characters are not`() {
    #expect(Hex.bytes("00fFAb") == [0x00, 0xFF, 0xAB])
    for text in ["0", "0g", "0 ", "é0"] { #expect(Hex.bytes(text) == nil) }
  }

  @Test func `DER is read in its one form only`() {
    func whole(_ bytes: [UInt8]) -> Range<Int>? {
      var reader = DERReader(bytes)
      return reader.next()?.whole
    }
    #expect(whole([0x04, 0x01, 0xFF]) == 0..<3)
    #expect(whole([0x05, 0x00]) == 0..<2)
    #expect(whole([0x04, 0x81, 0x80] + [UInt8](repeating: 0, count: 128)) == 0..<131)
    for bytes: [UInt8] in [
      [], [0x04], [0x04, 0x02, 0x00], [0x04, 0x80, 0x00, 0x00], [0x04, 0x81, 0x01, 0x00],
      [0x04, 0x82, 0x00, 0x01, 0x00], [0x1F, 0x01, 0x00], [0x04, 0x84, 0xFF, 0xFF, 0xFF, 0xFF],
      [0x04, 0x85, 1, 0, 0, 0, 0], [0x04, 0x88, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF],
      [0x04, 0xFF], [0x04, 0x82, 0x01],
    ] {
      #expect(whole(bytes) == nil, "\(bytes)")
    }
  }

  @Test func `what is written as DER is read again`() {
    for count in [0, 1, 127, 128, 255, 256, 65_535, 65_536] {
      let content = [UInt8](repeating: 7, count: count)
      let bytes = DERWriter.element(DERTag.octets, content)
      var reader = DERReader(bytes)
      let element = reader.next(DERTag.octets)
      #expect(element.map { Array(bytes[$0.content]) } == content)
      #expect(reader.isAtEnd)
    }
  }

  @Test func `PEM is read with any line ends, and refused where it is broken`() {
    let block = PEM.Block(label: "CMS", content: Array(0...99))
    let text = PEM.text(block)
    #expect(PEM.blocks(in: text) == [block])
    #expect(PEM.blocks(in: Bytes.replacing([0x0A], with: [0x0D, 0x0A], in: text)) == [block])
    #expect(PEM.blocks(in: Array("no block".utf8)) == [])
    for (part, replacement) in [
      ("-----END CMS-----", ""), ("-----END CMS-----", "-----END X-----"), ("AAEC", "Proc-Type: 4"),
      ("AAEC", "AAE"), ("-----BEGIN CMS-----", "-----BEGIN CMS----"),
    ] {
      let broken = Bytes.replacing(Array(part.utf8), with: Array(replacement.utf8), in: text)
      #expect(PEM.blocks(in: broken) == nil, "\(part)")
    }
  }
}
