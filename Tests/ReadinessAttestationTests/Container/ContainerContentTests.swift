import Testing

@testable import ReadinessAttestation

/// What the reader does with contents: sizes, checksums, compression, limits.
struct ContainerContentTests {
  @Test func `another checksum is refused`() {
    #expect(ForgedZip.refusal { $0.entries[1].both { $0.checksum ^= 1 } } == .checksum)
    #expect(ForgedZip.refusal { $0.entries[1].content[0] ^= 1 } == .checksum)
  }

  @Test func `a deflated entry is read`() throws {
    let content = Array("<attestation>deflated</attestation>".utf8)
    var zip = ForgedZip.good
    zip.entries[1] = ForgedZip.deflated("attestation.xml", content)
    #expect(try ContainerReader.read(zip.bytes)["attestation.xml"] == content)
  }

  @Test func `a deflated entry of another size than declared is refused`() {
    let content = Array("<attestation>deflated</attestation>".utf8)
    for difference in [-1, 1, 1_000_000] {
      #expect(
        ForgedZip.refusal {
          $0.entries[1] = ForgedZip.deflated("attestation.xml", content)
          $0.entries[1].both { $0.size = UInt32(Int($0.size) + difference) }
        } == .contents
      )
    }
  }

  @Test func `broken, cut off and over-long deflate streams are refused`() {
    let content = Array("<attestation/>".utf8)
    #expect(
      ForgedZip.refusal {
        $0.entries[1] = ForgedZip.deflated("attestation.xml", content)
        $0.entries[1].content[0] = 0x07
      } == .contents
    )
    for change in [-1, 1] {
      #expect(
        ForgedZip.refusal {
          var entry = ForgedZip.deflated("attestation.xml", content)
          entry.content = change < 0 ? entry.content.dropLast() : entry.content + [0]
          let count = UInt32(entry.content.count)
          entry.both { $0.compressedSize = count }
          $0.entries[1] = entry
        } == .contents
      )
    }
  }

  @Test func `a stored entry of two sizes is refused`() {
    #expect(ForgedZip.refusal { $0.entries[1].both { $0.size += 1 } } == .contents)
  }

  @Test func `limits are kept before anything is unpacked`() {
    let tooLarge = UInt32(ContainerRules.entryLimit) + 1
    #expect(
      ForgedZip.refusal {
        $0.entries[1].both {
          $0.method = 8
          $0.versionNeeded = 20
          $0.size = tooLarge
        }
      } == .entryTooLarge
    )
    #expect(
      ForgedZip.refusal {
        $0.entries[1].both { $0.size = 0xFFFF_FFFF }
      } == .entryTooLarge
    )
    #expect(
      ForgedZip.refusal {
        for index in 1...3 {
          $0.entries[index].both {
            $0.method = 8
            $0.versionNeeded = 20
            $0.size = UInt32(ContainerRules.entryLimit)
          }
        }
      } == .contentsTooLarge
    )
    #expect(
      ForgedZip.refusal {
        $0.entries[4].both {
          $0.method = 8
          $0.versionNeeded = 20
          $0.size = UInt32(ContainerRules.signatureLimit) + 1
        }
      } == .signatureTooLarge
    )
    #expect(
      ForgedZip.refusal {
        for number in 0..<60 { $0.entries.append(.init("disclosure-\(number).json", [])) }
      } == .tooManyEntries
    )
    #expect(
      ForgedZip.refusal(Array(repeating: 0, count: ContainerRules.containerLimit + 1)) == .tooLarge
    )
  }

  @Test func `an error shows a hostile name in plain ASCII`() {
    let error = ContainerError(.name, [0x1B, 0x5B, 0x61, 0x5C, 0xFF])
    #expect(error.description == "\\x1b[a\\x5c\\xff: the name is not well-formed")
  }
}
