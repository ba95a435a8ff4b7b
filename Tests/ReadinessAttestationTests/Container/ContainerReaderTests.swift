import Testing

@testable import ReadinessAttestation

/// Each test spoils one thing of a good container; the reader must say which.
struct ContainerReaderTests {
  @Test func `the unspoiled container is read`() throws {
    let container = try ContainerReader.read(ForgedZip.good.bytes)
    #expect(container.entries.map(\.name).first == "attestation.xml")
    #expect(container.signatureCount == 1)
    #expect(container["attestation.html"] == Array("<html></html>".utf8))
    #expect(container["mimetype"] == nil)
  }

  @Test func `bytes that are no ZIP file are refused`() {
    #expect(ForgedZip.refusal([]) == .notAContainer)
    #expect(ForgedZip.refusal([0x50, 0x4B, 0x05, 0x06]) == .notAContainer)
    #expect(ForgedZip.refusal(Array(repeating: 0x41, count: 5_000)) == .notAContainer)
  }

  @Test func `every truncation is refused`() {
    let bytes = ForgedZip.good.bytes
    for count in 0..<bytes.count {
      #expect(ForgedZip.refusal(Array(bytes[..<count])) != nil, "cut after \(count) bytes")
    }
  }

  @Test func `a prefix is refused, whether or not the offsets know of it`() {
    #expect(ForgedZip.refusal { $0.prefix = [0x4D, 0x5A] } == .notContiguous)
    #expect(ForgedZip.refusal([0x4D, 0x5A] + ForgedZip.good.bytes) == .directory)
  }

  @Test func `bytes after the end are refused`() {
    #expect(ForgedZip.refusal { $0.suffix = [0] } == .notAContainer)
    #expect(ForgedZip.refusal(ForgedZip.good.bytes + ForgedZip.good.bytes) == .directory)
  }

  @Test func `an archive comment is refused`() {
    #expect(ForgedZip.refusal { $0.comment = [0x41] } == .notAContainer)
    #expect(ForgedZip.refusal { $0.declaredComment = 1 } == .directoryField)
  }

  @Test func `a second end record is refused`() {
    let end = Array(ForgedZip.good.bytes.suffix(22))
    #expect(ForgedZip.refusal { $0.afterDirectory = end } == .directory)
    #expect(ForgedZip.refusal { $0.suffix = end } == .directory)
    #expect(ForgedZip.refusal { $0.comment = end } == .directory)
  }

  @Test func `disk numbers are refused`() {
    #expect(ForgedZip.refusal { $0.diskNumbers = 1 } == .directoryField)
    #expect(ForgedZip.refusal { $0.diskNumbers = 1 << 16 } == .directoryField)
    #expect(ForgedZip.refusal { $0.entries[1].disk = 1 } == .directoryField)
  }

  @Test func `two counts of entries that differ are refused`() {
    #expect(ForgedZip.refusal { $0.entriesHere = 4 } == .directoryField)
    #expect(ForgedZip.refusal { $0.entriesInAll = 6 } == .directoryField)
  }

  @Test func `a directory of another length than its records is refused`() {
    #expect(
      ForgedZip.refusal {
        $0.entriesHere = 4
        $0.entriesInAll = 4
      } == .directory
    )
    #expect(
      ForgedZip.refusal {
        $0.entriesHere = 6
        $0.entriesInAll = 6
      } == .directory
    )
    #expect(ForgedZip.refusal { $0.directorySize = 20 } == .directory)
    #expect(ForgedZip.refusal { $0.directoryStart = 0 } == .directory)
    #expect(ForgedZip.refusal { $0.directoryStart = 0xFFFF_FFFF } == .directory)
    #expect(ForgedZip.refusal { $0.afterDirectory = [0] } == .directory)
  }

  @Test func `a gap before the directory is refused`() {
    #expect(ForgedZip.refusal { $0.beforeDirectory = [0] } == .notContiguous)
  }

  @Test func `a gap between entries is refused`() {
    #expect(ForgedZip.refusal { $0.entries[1].gap = [0] } == .notContiguous)
  }

  @Test func `an entry that the directory does not list is refused`() {
    #expect(ForgedZip.refusal { $0.entries[1].isHidden = true } == .notContiguous)
    #expect(
      ForgedZip.refusal {
        var hidden = ForgedZip.Entry("hidden.xml", [1, 2, 3])
        hidden.isHidden = true
        $0.entries.append(hidden)
      } == .notContiguous
    )
  }

  @Test func `overlapping entries are refused`() {
    #expect(ForgedZip.refusal { $0.entries[2].offset = 0 } == .notContiguous)
    #expect(ForgedZip.refusal { $0.entries[2].offset = 0xFFFF_FFFF } == .notContiguous)
  }

  @Test func `entries in another order than the directory's are refused`() {
    var zip = ForgedZip.good
    let first = zip.entries[1].content.count + 30 + "attestation.xml".utf8.count
    let start = 30 + 8 + 31
    zip.entries[1].offset = start + 30 + "attestation.html".utf8.count + 13
    zip.entries[2].offset = start
    #expect(first > 0)
    #expect(ForgedZip.refusal(zip.bytes) == .notContiguous)
  }

  @Test func `an entry that reaches into the directory is refused`() {
    #expect(
      ForgedZip.refusal {
        $0.entries[4].both { fields in
          fields.size += 1
          fields.compressedSize += 1
        }
      } == .notContiguous
    )
  }

  @Test func `a header that differs from the directory is refused, field by field`() {
    let changes: [(inout ZipEntryFields) -> Void] = [
      { $0.versionNeeded = 20 }, { $0.flags = 0x0800 }, { $0.method = 8 }, { $0.time = 1 },
      { $0.date = 0x5C21 }, { $0.checksum ^= 1 }, { $0.compressedSize += 1 }, { $0.size += 1 },
      { $0.nameLength += 1 }, { $0.extraLength = 4 },
    ]
    for change in changes {
      #expect(ForgedZip.refusal { change(&$0.entries[1].local) } == .headersDiffer)
    }
    #expect(
      ForgedZip.refusal { $0.entries[1].localName = Array("attestation.xmL".utf8) }
        == .headersDiffer
    )
  }

  @Test func `a date that both headers agree on is read`() {
    #expect(ForgedZip.refusal { $0.entries[1].both { $0.date = 0x5C21 } } == nil)
  }

  @Test func `fields that stand in the directory only are fixed`() {
    #expect(ForgedZip.refusal { $0.entries[1].madeBy = 0x031E } == .directoryField)
    #expect(ForgedZip.refusal { $0.entries[1].internalAttributes = 1 } == .directoryField)
    #expect(ForgedZip.refusal { $0.entries[1].comment = [0x41] } == .directoryField)
    #expect(ForgedZip.refusal { $0.entries[1].attributes = 0o100600 << 16 } == .directoryField)
  }

  @Test func `links, directories and devices are refused`() {
    for mode: UInt32 in [0o120777, 0o040755, 0o020644, 0o060644, 0o010644] {
      #expect(ForgedZip.refusal { $0.entries[1].attributes = mode << 16 } == .directoryField)
    }
    #expect(ForgedZip.refusal { $0.entries[1].rename(Array("folder/".utf8)) } == .name)
  }

  @Test func `extra fields are refused, also ZIP64 and the Unicode path`() {
    let unicodePath: [UInt8] = [0x75, 0x70, 0x05, 0x00, 1, 0, 0, 0, 0]
    let zip64: [UInt8] = [0x01, 0x00, 0x08, 0x00, 0, 0, 0, 0, 0, 0, 0, 0]
    for extra in [unicodePath, zip64] {
      #expect(
        ForgedZip.refusal {
          $0.entries[1].localExtra = extra
          $0.entries[1].directoryExtra = extra
          $0.entries[1].both { $0.extraLength = UInt16(extra.count) }
        } == .unsupportedFeature
      )
      #expect(
        ForgedZip.refusal {
          $0.entries[0].localExtra = extra
          $0.entries[0].local.extraLength = UInt16(extra.count)
        } == .headersDiffer
      )
    }
    #expect(
      ForgedZip.refusal { $0.entries[1].both { $0.versionNeeded = 45 } } == .unsupportedFeature
    )
  }

  @Test func `encryption, data descriptors and the UTF-8 flag are refused`() {
    for flag: UInt16 in [0x0001, 0x0002, 0x0004, 0x0008, 0x0040, 0x0800, 0x2000] {
      #expect(ForgedZip.refusal { $0.entries[1].both { $0.flags = flag } } == .unsupportedFeature)
    }
  }

  @Test func `other methods than stored and deflated are refused`() {
    for method: UInt16 in [1, 6, 9, 12, 14, 93, 95, 99] {
      #expect(ForgedZip.refusal { $0.entries[1].both { $0.method = method } } == .method)
    }
  }
}
