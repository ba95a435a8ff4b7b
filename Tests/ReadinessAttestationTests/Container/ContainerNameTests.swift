import Testing

@testable import ReadinessAttestation

/// Which files a container may hold, and under which names.
struct ContainerNameTests {
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

  @Test(arguments: ["policy.xml", "seal.xml", "withdrawal.xml"])
  func `a second document of another kind is refused`(name: String) {
    #expect(ForgedZip.refusal { $0.entries.append(.init(name, [])) } == .severalDocuments)
  }

  @Test func `a file that does not belong there is refused`() {
    let names = [
      "readme.txt", "report.xml", "META-INF/manifest.xml", "META-INF/ASiCManifest000.xml",
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
      ForgedZip.refusal { $0.entries[0] = ForgedZip.deflated("mimetype", ContainerRules.mediaType) }
        == .mediaType
    )
    #expect(ForgedZip.refusal { $0.entries = [] } == .mediaType)
  }
}
