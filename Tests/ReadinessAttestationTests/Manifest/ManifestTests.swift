import Testing

@testable import ReadinessAttestation

struct ManifestTests {
  private typealias Code = ManifestError.Code

  private static let document = Container.Entry(name: "attestation.xml", content: [0x61])
  private static let rendering = Container.Entry(name: "attestation.html", content: [0x62])
  private static let written = """
    <?xml version="1.0" encoding="UTF-8" standalone="no"?>
    <asic:ASiCManifest xmlns:asic="http://uri.etsi.org/02918/v1.2.1#" \
    xmlns:ds="http://www.w3.org/2000/09/xmldsig#">
    <asic:SigReference MimeType="application/pkcs7-signature" URI="META-INF/signature001.p7s"/>
    <asic:DataObjectReference MimeType="application/xml" Rootfile="true" URI="attestation.xml">
    <ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/>
    <ds:DigestValue>ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs=</ds:DigestValue>
    </asic:DataObjectReference>
    <asic:DataObjectReference MimeType="text/html" URI="attestation.html">
    <ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/>
    <ds:DigestValue>PiPoFgA5WUoziU9lZOGxNIu9egCI1CxKy3PurtWcAJ0=</ds:DigestValue>
    </asic:DataObjectReference>
    </asic:ASiCManifest>

    """

  @Test func `the written form is the one of the profile`() {
    let manifest = Manifest(number: 1, covering: [Self.document, Self.rendering])
    #expect(String(decoding: manifest.bytes, as: UTF8.self) == Self.written)
  }

  @Test func `what is written is read again`() throws {
    let manifest = Manifest(number: 7, covering: [Self.document, Self.rendering])
    #expect(try Manifest.read(manifest.bytes, name: "m") == manifest)
  }

  @Test func `stronger digests are read and checked`() throws {
    let long = Manifest(
      signature: "META-INF/signature001.p7s",
      references: [
        .init(
          name: "attestation.xml",
          algorithm: .sha512,
          digest: DigestAlgorithm.sha512.digest(of: [0x61])
        ),
        .init(
          name: "attestation.html",
          algorithm: .sha384,
          digest: DigestAlgorithm.sha384.digest(of: [0x62])
        ),
      ]
    )
    let manifest = try Manifest.read(long.bytes, name: "m")
    try manifest.check(against: container(), number: 1)
  }

  @Test(arguments: [
    ("<?xml", " <?xml"), ("UTF-8", "utf-8"), ("\n", "\r\n"), ("\"/>", "\" />"),
    ("Rootfile=\"true\" ", ""), ("URI=\"attestation.xml\"", "URI=\"./attestation.xml\" "),
    ("text/html", "text/plain"), ("asic:", "a:"),
    ("</asic:ASiCManifest>\n", "</asic:ASiCManifest>"),
    ("</asic:ASiCManifest>\n", "</asic:ASiCManifest>\n\n"),
    ("</asic:ASiCManifest>", "<!-- x --></asic:ASiCManifest>"),
    ("SLs=", "SLt="), ("SLs=", "SLs"), ("SLs=", ""), ("ypeB", "ypéB"), ("<ds:DigestValue>", ""),
    ("attestation.html", "attestation&#46;html"),
    (
      "</asic:ASiCManifest>",
      "<asic:ASiCManifestExtensions><asic:Extension Critical=\"true\"/></asic:ASiCManifestExtensions>\n"
        + "</asic:ASiCManifest>"
    ),
  ])
  func `any other form is refused`(part: String, replacement: String) {
    let text = replacing(part, with: replacement)
    #expect(text != Self.written)
    #expect(refusalOfForm(text) == .form)
  }

  @Test func `digest algorithms that are not on the list are refused`() {
    for identifier in [
      "http://www.w3.org/2000/09/xmldsig#sha1", "http://www.w3.org/2001/04/xmldsig-more#md5", "",
    ] {
      let text = replacing("http://www.w3.org/2001/04/xmlenc#sha256", with: identifier)
      #expect(refusalOfForm(text) == .algorithm)
    }
  }

  @Test func `a digest of another length than its algorithm's is refused`() {
    let text = replacing("xmlenc#sha256", with: "xmlenc#sha512")
    #expect(refusalOfForm(text) == .form)
  }

  @Test func `every changed byte of a manifest is refused or seen by the check`() throws {
    let good = Array(Self.written.utf8)
    let container = try container()
    for index in good.indices {
      for mask: UInt8 in [0x01, 0x20, 0x80] {
        var bytes = good
        bytes[index] ^= mask
        #expect(throws: ManifestError.self, "byte \(index)") {
          try Manifest.read(bytes, name: "m").check(against: container, number: 1)
        }
      }
    }
  }

  @Test func `a file with another digest is refused`() throws {
    let manifest = Manifest(number: 1, covering: [Self.document, Self.rendering])
    #expect(try refusal(manifest, container(rendering: [0x63])) == .digest)
    #expect(try refusal(manifest, container()) == nil)
  }

  @Test func `a file that is not there is refused`() throws {
    let further = Container.Entry(name: "disclosure-A1.3.json", content: [])
    let manifest = Manifest(number: 1, covering: [Self.document, Self.rendering, further])
    #expect(try refusal(manifest, container()) == .missing)
  }

  @Test func `a file listed twice is refused`() throws {
    let manifest = Manifest(number: 1, covering: [Self.document, Self.rendering, Self.document])
    #expect(try refusal(manifest, container()) == .duplicate)
  }

  @Test func `document and rendering must both be covered`() throws {
    #expect(try refusal(Manifest(number: 1, covering: [Self.rendering]), container()) == .notListed)
    #expect(try refusal(Manifest(number: 1, covering: [Self.document]), container()) == .notListed)
  }

  @Test func `another signature's name is refused`() throws {
    let manifest = Manifest(number: 2, covering: [Self.document, Self.rendering])
    #expect(try refusal(manifest, container()) == .signature)
  }

  @Test func `a manifest covers neither itself nor its signature nor the media type`() throws {
    for name in ["META-INF/ASiCManifest001.xml", "META-INF/signature001.p7s", "mimetype", "x/../y"]
    {
      let entry = Container.Entry(name: name, content: [])
      let manifest = Manifest(number: 1, covering: [Self.document, Self.rendering, entry])
      #expect(try refusal(manifest, container()) == .notCoverable)
    }
  }

  @Test func `a later manifest covers the signature before it`() throws {
    let container = try container(further: [
      .init(name: "META-INF/ASiCManifest002.xml", content: []),
      .init(name: "META-INF/signature002.p7s", content: []),
    ])
    let before = ["META-INF/ASiCManifest001.xml", "META-INF/signature001.p7s"].map {
      Container.Entry(name: $0, content: container[$0] ?? [])
    }
    let whole = Manifest(number: 2, covering: [Self.document] + before)
    #expect(refusal(whole, container, number: 2) == nil)
    let part = Manifest(number: 2, covering: [Self.document, before[0]])
    #expect(refusal(part, container, number: 2) == .notListed)
  }

  @Test func `a file that no manifest covers is named`() throws {
    let container = try container(further: [.init(name: "presentation.xml", content: [])])
    let manifest = Manifest(number: 1, covering: [Self.document, Self.rendering])
    #expect(throws: ManifestError(.notCovered, "presentation.xml")) {
      try Manifest.checkCoverage(of: container, by: [manifest])
    }
    #expect(throws: Never.self) {
      try Manifest.checkCoverage(of: try self.container(), by: [manifest])
    }
  }

  private func container(
    rendering: [UInt8] = [0x62],
    further: [Container.Entry] = []
  ) throws -> Container {
    try Container(
      entries: [
        Self.document, .init(name: "attestation.html", content: rendering),
        .init(name: "META-INF/ASiCManifest001.xml", content: []),
        .init(name: "META-INF/signature001.p7s", content: []),
      ] + further
    )
  }

  private func refusal(
    _ manifest: Manifest,
    _ container: Container,
    number: Int = 1
  ) -> ManifestError.Code? {
    do throws(ManifestError) {
      try manifest.check(against: container, number: number)
      return nil
    } catch {
      return error.code
    }
  }

  private func refusalOfForm(_ text: String) -> ManifestError.Code? {
    do throws(ManifestError) {
      _ = try Manifest.read(Array(text.utf8), name: "m")
      return nil
    } catch {
      return error.code
    }
  }

  private func replacing(_ part: String, with replacement: String) -> String {
    Bytes.replacing(Array(part.utf8), with: Array(replacement.utf8), in: Array(Self.written.utf8))
      .text
  }
}
