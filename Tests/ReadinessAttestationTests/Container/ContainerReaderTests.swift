import Testing

@testable import ReadinessAttestation

/// Each test spoils one thing of a good container; the reader must say which.
struct ContainerReaderTests {
  private typealias Code = ContainerError.Code

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

  @Test func `names that could leave a folder or fool a reader are refused`() {
    let names = [
      "", "/attestation.xml", "../attestation.xml", "a/../b", "a//b", "a/", "./a", ".hidden",
      "a\\b", "C:a", "a\u{0}b", "a b", "a\u{7F}", "a\nb", "é.xml", "a\u{202E}b", "a%2Fb", "~a",
      String(repeating: "a", count: 256),
    ]
    for name in names {
      #expect(ForgedZip.refusal { $0.entries[1].rename(Array(name.utf8)) } == .name, "\(name)")
    }
    #expect(ForgedZip.refusal { $0.entries[1].rename([0x61, 0x82, 0x62]) } == .name)
  }

  @Test func `a name that stands twice is refused, capital letters aside`() {
    #expect(
      ForgedZip.refusal { $0.entries.append(.init("attestation.xml", [])) } == .duplicateName
    )
    #expect(
      ForgedZip.refusal { $0.entries.append(.init("Attestation.XML", [])) } == .duplicateName
    )
    #expect(ForgedZip.refusal { $0.entries.append(.init("mimetype", [])) } == .duplicateName)
  }

  @Test func `a file that does not belong there is refused`() {
    let names = [
      "readme.txt", "policy.xml", "META-INF/manifest.xml", "META-INF/ASiCManifest000.xml",
      "META-INF/ASiCManifest1.xml", "META-INF/ASiCManifest01a.xml", "META-INF/signature0001.p7s",
      "meta-inf/signature002.p7s", "disclosure-.json", "disclosure-a/b.json", "disclosure-A1.txt",
      "folder/attestation.xml",
    ]
    for name in names {
      #expect(
        ForgedZip.refusal { $0.entries.append(.init(name, [])) } == .nameNotAllowed,
        "\(name)"
      )
    }
  }

  @Test func `disclosures and a presentation belong there`() {
    for name in [
      "disclosure-A1.3.json", "note-A1.3.json", "outcome-SUM-5.json", "presentation.xml",
    ] {
      #expect(ForgedZip.refusal { $0.entries.append(.init(name, [])) } == nil, "\(name)")
    }
  }

  @Test func `each file that must be there is missed`() {
    for index in 1..<5 {
      #expect(ForgedZip.refusal { $0.entries.remove(at: index) } == .missingEntry)
    }
  }

  @Test func `signatures and manifests are numbered alike and without gaps`() {
    #expect(
      ForgedZip.refusal { $0.entries.append(.init("META-INF/signature002.p7s", [])) }
        == .missingEntry
    )
    #expect(
      ForgedZip.refusal { $0.entries.append(.init("META-INF/ASiCManifest002.xml", [])) }
        == .missingEntry
    )
    #expect(
      ForgedZip.refusal {
        $0.entries.append(.init("META-INF/ASiCManifest003.xml", []))
        $0.entries.append(.init("META-INF/signature003.p7s", []))
      } == .missingEntry
    )
    #expect(
      ForgedZip.refusal {
        $0.entries.append(.init("META-INF/ASiCManifest002.xml", []))
        $0.entries.append(.init("META-INF/signature002.p7s", []))
      } == nil
    )
  }

  @Test func `the media type stands first, stored, and is exactly itself`() {
    #expect(ForgedZip.refusal { $0.entries.swapAt(0, 1) } == .mediaType)
    #expect(ForgedZip.refusal { $0.entries.remove(at: 0) } == .mediaType)
    #expect(
      ForgedZip.refusal {
        $0.entries[0] = .init("mimetype", ContainerRules.mediaType + [0x0A])
      } == .mediaType
    )
    #expect(
      ForgedZip.refusal {
        $0.entries[0] = .init("mimetype", Array("application/zip".utf8))
      } == .mediaType
    )
    #expect(
      ForgedZip.refusal { $0.entries[0] = deflated("mimetype", ContainerRules.mediaType) }
        == .mediaType
    )
    #expect(ForgedZip.refusal { $0.entries = [] } == .mediaType)
  }

  @Test func `another checksum is refused`() {
    #expect(ForgedZip.refusal { $0.entries[1].both { $0.checksum ^= 1 } } == .checksum)
    #expect(ForgedZip.refusal { $0.entries[1].content[0] ^= 1 } == .checksum)
  }

  @Test func `a deflated entry is read`() throws {
    let content = Array("<attestation>deflated</attestation>".utf8)
    var zip = ForgedZip.good
    zip.entries[1] = deflated("attestation.xml", content)
    #expect(try ContainerReader.read(zip.bytes)["attestation.xml"] == content)
  }

  @Test func `a deflated entry of another size than declared is refused`() {
    let content = Array("<attestation>deflated</attestation>".utf8)
    for difference in [-1, 1, 1_000_000] {
      #expect(
        ForgedZip.refusal {
          $0.entries[1] = deflated("attestation.xml", content)
          $0.entries[1].both { $0.size = UInt32(Int($0.size) + difference) }
        } == .contents
      )
    }
  }

  @Test func `broken, cut off and over-long deflate streams are refused`() {
    let content = Array("<attestation/>".utf8)
    #expect(
      ForgedZip.refusal {
        $0.entries[1] = deflated("attestation.xml", content)
        $0.entries[1].content[0] = 0x07
      } == .contents
    )
    for change in [-1, 1] {
      #expect(
        ForgedZip.refusal {
          var entry = deflated("attestation.xml", content)
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

  /// An entry in one deflate block without compression, which needs no compressor.
  private func deflated(_ name: String, _ content: [UInt8]) -> ForgedZip.Entry {
    var entry = ForgedZip.Entry(name, content)
    let count = UInt16(content.count)
    var block: [UInt8] = [1]
    LittleEndian.append(count, to: &block)
    LittleEndian.append(~count, to: &block)
    entry.content = block + content
    entry.both {
      $0.method = 8
      $0.versionNeeded = 20
      $0.compressedSize = UInt32(block.count + content.count)
    }
    return entry
  }
}
