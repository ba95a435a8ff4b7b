import Testing

@testable import ReadinessAttestation

struct ContainerWriterTests {
  @Test func `what is written is read again`() throws {
    let container = try sample(document: Array(0...255))
    let bytes = try ContainerWriter.bytes(of: container)
    #expect(try ContainerReader.read(bytes) == container)
  }

  @Test func `the same files give the same bytes, field by field as specified`() throws {
    // The digest is that of the file which another ZIP library wrote from the same values.
    let bytes = try ContainerWriter.bytes(of: sample(document: [0x41]))
    let again = try ContainerWriter.bytes(of: sample(document: [0x41]))
    #expect(bytes == again)
    // "PK", version 1.0, no flags, stored, 00:00:00 on 1 January 1980.
    #expect(
      Array(bytes[..<14]) == [0x50, 0x4B, 3, 4, 10, 0, 0, 0, 0, 0, 0, 0, 0x21, 0]
    )
    #expect(Array(bytes[30..<38]) == Array("mimetype".utf8))
    #expect(Array(bytes[38..<69]) == Array("application/vnd.etsi.asic-e+zip".utf8))
    #expect(
      Digest.sha256Hex(bytes) == "c592e1429e5cefa39c0b3c9e2922869fb7a2ba165bb0364acaff45da25d2635d"
    )
  }

  @Test func `a changed byte anywhere in a container is refused or changes a file`() throws {
    let container = try sample(document: Array("<attestation/>".utf8))
    let good = try ContainerWriter.bytes(of: container)
    for index in good.indices {
      for mask: UInt8 in [0x01, 0x20, 0x80, 0xFF] {
        var bytes = good
        bytes[index] ^= mask
        #expect(ForgedZip.refusal(bytes) != nil, "byte \(index)")
      }
    }
  }

  @Test func `files that break a rule make no container`() {
    func refusal(_ names: [String]) -> ContainerError.Code? {
      do throws(ContainerError) {
        _ = try Container(entries: names.map { Container.Entry(name: $0, content: []) })
        return nil
      } catch {
        return error.code
      }
    }
    let needed = [
      "attestation.xml", "attestation.html", "META-INF/ASiCManifest001.xml",
      "META-INF/signature001.p7s",
    ]
    #expect(refusal(needed) == nil)
    #expect(refusal(needed + ["mimetype"]) == .duplicateName)
    #expect(refusal(needed + ["../x"]) == .name)
    #expect(refusal(needed + ["x.xml"]) == .nameNotAllowed)
    #expect(refusal(needed.dropLast()) == .missingEntry)
  }

  @Test func `what the reader would refuse for its size is not written`() throws {
    func refusal(_ name: String, count: Int) throws -> ContainerError.Code? {
      let entries = try sample(document: []).entries.map {
        $0.name == name
          ? Container.Entry(name: name, content: Array(repeating: 0, count: count)) : $0
      }
      do {
        _ = try ContainerWriter.bytes(of: Container(entries: entries))
        return nil
      } catch {
        return error.code
      }
    }
    #expect(try refusal("attestation.xml", count: (16 << 20) + 1) == .entryTooLarge)
    #expect(try refusal("attestation.xml", count: 16 << 20) == .tooLarge)
    #expect(try refusal("META-INF/signature001.p7s", count: (64 << 10) + 1) == .signatureTooLarge)
    #expect(try refusal("META-INF/signature001.p7s", count: 64 << 10) == nil)
  }

  private func sample(document: [UInt8]) throws -> Container {
    try Container(entries: [
      .init(name: "attestation.xml", content: document),
      .init(name: "attestation.html", content: Array("<html></html>".utf8)),
      .init(name: "META-INF/ASiCManifest001.xml", content: [0x4D]),
      .init(name: "META-INF/signature001.p7s", content: [0x30, 0x00]),
    ])
  }
}
