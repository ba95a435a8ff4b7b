import ReadinessCore
import Testing

@testable import ReadinessAttestation

/// Hostile XML and manifests under a good signature: what a firm itself could send.
struct DocumentAttackTests {
  private let firm: Firm
  private let statement: Statement

  init() throws {
    firm = try Firm()
    statement = firm.statement()
  }

  @Test(arguments: HostileXML.all)
  func `hostile XML is refused, whoever signed it`(attack: HostileXML) throws {
    let xml = StatementWriter.xml(statement).text
    let file = try signed(document: attack.applied(xml, root: "attestation"))
    #expect(judge(file).decision == .rejected)
    #expect(judge(file).reasons.map(\.step) == [.schema])
    // The same in the documents beside it.
    let presentation = PresentationDocument.xml(
      Presentation(attestation: statement.id, made: Firm.instant, buyer: "A", notice: "N")
    )
    let bid = try FurtherSignature.unjudged(
      [
        .init(
          name: "presentation.xml",
          content: attack.applied(presentation.text, root: "presentation")
        )
      ],
      to: firm.sealed(statement),
      key: firm.key,
      certificate: firm.certificate,
      at: Firm.instant
    )
    #expect(judge(bid).decision == .rejected)
  }

  @Test func `a URI that leads to a file in another way is refused`() throws {
    for uri in [
      "./attestation.xml", "attestation%2Exml", "file:attestation.xml", "attestation.xml#x",
      "ATTESTATION.XML", "Attestation.xml", "x/../attestation.xml", "/attestation.xml",
      "META-INF\\..\\attestation.xml", "attestation.xml?", " attestation.xml", "",
      "http://example.org/attestation.xml", "attestation.xml\u{0}",
    ] {
      let file = try signed { $0.replacing("URI=\"attestation.xml\"", with: "URI=\"\(uri)\"") }
      let result = judge(file)
      #expect(result.decision == .rejected, "\(uri)")
      #expect(result.reasons.map(\.step) == [.manifest], "\(uri)")
    }
  }

  @Test func `a manifest that covers the page only is refused`() throws {
    let page = Container.Entry(name: EntryName.rendering, content: StatementPage.html(statement))
    let manifest = Manifest(number: 1, covering: [page]).bytes
    let file = try signed { _ in manifest.text }
    #expect(judge(file).codes == ["file-not-listed"])
  }

  @Test func `an empty manifest, or one with a digest that is short or missing, is refused`() throws
  {
    let whole = try #require(
      try ContainerReader.read(firm.sealed(statement))[EntryName.manifest(1)]
    ).text
    let lines = whole.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let value = try #require(lines.firstIndex { $0.hasPrefix("<ds:DigestValue>") })
    let empty: [String] = Array(lines[..<3]) + Array(lines.suffix(2))
    var without = lines
    without.remove(at: value)
    let digests = ["<ds:DigestValue></ds:DigestValue>", "<ds:DigestValue>QUJD</ds:DigestValue>"]
    let replaced = digests.map { digest in
      var changed = lines
      changed[value] = digest
      return changed
    }
    for change in [empty, without] + replaced {
      let text = change.joined(separator: "\n")
      #expect(judge(try signed { _ in text }).reasons.map(\.step) == [.manifest])
    }
  }

  @Test func `a signature over another manifest is refused`() throws {
    var later = statement
    later.scope.description = "Another scope"
    let other = try ContainerReader.read(firm.sealed(later))[EntryName.signature(1)]
    let file = try Forgery.changing(EntryName.signature(1), of: firm.sealed(statement)) {
      $0 = other ?? []
    }
    #expect(judge(file).reasons.map(\.step) == [.signature])
  }

  @Test func `two manifests for one signature are refused`() throws {
    let entries = try ContainerReader.read(firm.sealed(statement)).entries
    let manifest = try #require(entries.first { $0.name == EntryName.manifest(1) })
    let signature = try #require(entries.first { $0.name == EntryName.signature(1) })
    // Another that names the same signature, which stands there under both numbers.
    let forged = try ContainerWriter.bytes(
      of: Container(
        entries: entries + [
          .init(name: EntryName.manifest(2), content: manifest.content),
          .init(name: EntryName.signature(2), content: signature.content),
        ]
      )
    )
    #expect(judge(forged).codes == ["signature-reference"])
  }

  @Test func `a certificate named by the first version of the attribute is refused`() throws {
    let attribute = [0x06, 0x0B] + ObjectIdentifiers.signingCertificate
    let first = Array(attribute.dropLast()) + [0x0C]
    let file = try Forgery.changing(EntryName.signature(1), of: firm.sealed(statement)) {
      $0 = Bytes.replacing(attribute, with: first, in: $0)
    }
    let result = judge(file)
    #expect(result.decision == .rejected)
    #expect(result.reasons.map(\.step) == [.signature])
  }

  @Test func `five thousand entries are refused before any is read`() {
    var zip = ForgedZip.good
    for number in 0..<5_000 { zip.entries.append(.init("disclosure-\(number).json", [0x41])) }
    #expect(judge(zip.bytes).codes == ["too-many-entries"])
  }

  // MARK: Forging

  /// The firm's signature over whatever stands there.
  private func signed(document: [UInt8]) throws -> [UInt8] {
    try AttestationSigner.file(
      [
        .init(name: EntryName.document, content: document),
        .init(name: EntryName.rendering, content: StatementPage.html(statement)),
      ],
      key: firm.key,
      certificate: firm.certificate,
      at: Firm.instant
    )
  }

  /// The firm's signature over a manifest that was changed first.
  private func signed(_ change: (String) -> String) throws -> [UInt8] {
    let entries = try ContainerReader.read(firm.sealed(statement)).entries
    let manifest = Array(
      change(try #require(entries.first { $0.name == EntryName.manifest(1) }).content.text).utf8
    )
    let signature = try SignatureWriter.sign(
      manifest,
      key: firm.key,
      certificate: firm.certificate,
      at: Firm.instant
    )
    let forged = entries.map { entry in
      switch entry.name {
      case EntryName.manifest(1): Container.Entry(name: entry.name, content: manifest)
      case EntryName.signature(1): Container.Entry(name: entry.name, content: signature)
      default: entry
      }
    }
    return try ContainerWriter.bytes(of: Container(entries: forged))
  }

  private func judge(_ file: [UInt8]) -> Verification {
    guard let trust = try? firm.pinned() else { return .unreadable("", at: Firm.instant) }
    return Verifier(trust: trust, now: Firm.instant).verify(file)
  }
}

/// Ways to make an XML document hostile.
enum HostileXML: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case doctype
  case externalEntity
  case externalDTD
  case parameterEntity
  case entityBomb
  case quadraticBomb
  case deepNesting
  case utf16
  case otherEncoding
  case manyAttributes
  case nulByte
  case inclusion
  case characterReferenceToNothing

  static var all: [HostileXML] { allCases }

  var testDescription: String { rawValue }

  /// The document with the attack in it.
  func applied(_ xml: String, root: String) -> [UInt8] {
    switch self {
    case .doctype: return Array(inserting("<!DOCTYPE \(root)>", xml).utf8)
    case .externalEntity:
      let declared = "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
      return Array(inserting(declared, xml, "&e;").utf8)
    case .externalDTD:
      return Array(inserting("<!DOCTYPE a SYSTEM \"http://127.0.0.1/a.dtd\">", xml).utf8)
    case .parameterEntity:
      let declared = "<!DOCTYPE a [<!ENTITY % p SYSTEM \"file:///etc/passwd\"> %p;]>"
      return Array(inserting(declared, xml).utf8)
    case .entityBomb:
      var declared = "<!DOCTYPE a [<!ENTITY a0 \"aaaaaaaaaa\">"
      for level in 1...12 {
        let inner = String(repeating: "&a\(level - 1);", count: 10)
        declared += "<!ENTITY a\(level) \"\(inner)\">"
      }
      return Array(inserting(declared + "]>", xml, "&a12;").utf8)
    case .quadraticBomb:
      let text = String(repeating: "a", count: 2_000)
      let uses = String(repeating: "&a;", count: 5_000)
      return Array(inserting("<!DOCTYPE a [<!ENTITY a \"\(text)\">]>", xml, uses).utf8)
    case .deepNesting:
      let depth = 100_000
      return Array(
        inserting(
          "",
          xml,
          String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
        ).utf8
      )
    case .utf16:
      let swapped = xml.replacing("UTF-8", with: "UTF-16")
      return [0xFF, 0xFE] + swapped.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .otherEncoding: return Array(xml.replacing("UTF-8", with: "ISO-8859-1").utf8)
    case .manyAttributes:
      let attributes = (0..<20_000).map { " a\($0)=\"\"" }.joined()
      return Array(xml.replacing("<\(root) ", with: "<\(root)\(attributes) ").utf8)
    case .nulByte: return Array(xml.utf8) + [0]
    case .inclusion:
      let include =
        "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"/etc/passwd\" "
        + "parse=\"text\"/>"
      return Array(inserting("", xml, include).utf8)
    case .characterReferenceToNothing: return Array(inserting("", xml, "&#xFFFF;").utf8)
    }
  }

  /// A declaration before the root, and something before the end of the root.
  private func inserting(_ declaration: String, _ xml: String, _ content: String = "") -> String {
    let lines = xml.split(separator: "\n", omittingEmptySubsequences: false)
    let head = declaration.isEmpty ? [] : [Substring(declaration)]
    let body = Array(lines.prefix(1)) + head + Array(lines.dropFirst())
    let text = body.joined(separator: "\n")
    guard !content.isEmpty, let end = text.ranges(of: "</").last?.lowerBound else { return text }
    return String(text[..<end]) + content + String(text[end...])
  }
}
