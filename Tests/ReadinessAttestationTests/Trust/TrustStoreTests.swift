import ReadinessCore
import Testing

@testable import ReadinessAttestation

struct TrustStoreTests {
  private static let hex = String(repeating: "9c", count: 32)

  @Test func `a line is fingerprint, identifiers, who and when`() throws {
    let line = try TrustLine(
      text: "\(Self.hex); GB-COH 04336774, VAT 337440071; Example Buyer, by telephone; 2026-11-20"
    )
    #expect(line.sha256 == Array(repeating: 0x9C, count: 32))
    #expect(
      line.identifiers == [
        Identifier(scheme: "GB-COH", id: "04336774"), Identifier(scheme: "VAT", id: "337440071"),
      ]
    )
    #expect(line.confirmedBy == "Example Buyer, by telephone")
    #expect(line.confirmedOn?.description == "2026-11-20")
    #expect(try TrustLine(text: line.text[...]) == line)
  }

  @Test func `a fingerprint alone makes a line`() throws {
    let line = try TrustLine(text: Self.hex[...])
    #expect(line == TrustLine(sha256: Array(repeating: 0x9C, count: 32)))
    #expect(line.text == Self.hex)
    let noted = try TrustLine(text: "\(Self.hex); ; Jo; 2026-11-20")
    #expect(noted.identifiers.isEmpty)
    #expect(try TrustLine(text: noted.text[...]) == noted)
  }

  @Test func `a fifth field says when the key was seen first, and nothing else`() throws {
    let line = try TrustLine(text: "\(Self.hex); ; Jo; 2026-11-20; first seen 2026-11-18")
    #expect(line.firstSeen?.description == "2026-11-18")
    #expect(try TrustLine(text: line.text[...]) == line)
    for field in ["", "2026-11-18", "first seen", "first seen 2026-11-31", "seen 2026-11-18"] {
      #expect(TrustLine.read("\(Self.hex); ; Jo; 2026-11-20; \(field)") == nil, "\(field)")
    }
  }

  @Test func `fingerprints are read as the stock tools print them`() {
    let colons = Array(repeating: "9C", count: 32).joined(separator: ":")
    for text in [Self.hex, colons, "sha256 Fingerprint=" + colons, Self.hex.uppercased()] {
      #expect(TrustLine.fingerprint(text) == Array(repeating: 0x9C, count: 32))
    }
    for text in [
      "", "9c", Self.hex + "9c", "g" + Self.hex.dropFirst(), String(Self.hex.dropLast()),
    ] {
      #expect(TrustLine.fingerprint(text) == nil)
    }
  }

  @Test(arguments: [
    ("GB-COH 04336774", "GB-COH", "04336774"), ("GB-COH-04336774", "GB-COH", "04336774"),
    ("NTRGB-04336774", "GB-COH", "04336774"), ("gb-coh 4336774", "GB-COH", "04336774"),
    ("VAT-337440071", "VAT", "337440071"), ("VATGB-337440071", "VAT", "337440071"),
    ("GB-PPON PMZV-7732-XXTT", "GB-PPON", "PMZV-7732-XXTT"),
    ("GB-PPON-PMZV-7732-XXTT", "GB-PPON", "PMZV-7732-XXTT"),
  ])
  func `identifiers are read in every form that is in use`(
    text: String,
    scheme: String,
    id: String
  ) throws {
    let line = try TrustLine(text: "\(Self.hex); \(text); Jo; 2026-11-20")
    #expect(line.identifiers == [Identifier(scheme: scheme, id: id)])
  }

  @Test(arguments: [
    ("", "the line does not begin with a SHA-256 fingerprint (64 hex digits)"),
    (
      "9c; GB-COH 04336774; Jo; 2026-11-20",
      "the line does not begin with a SHA-256 fingerprint (64 hex digits)"
    ),
    ("#; GB-COH 04336774; Jo", "a line is: fingerprint; identifiers; who confirmed it; when"),
    (
      "#; GB-COH 123; Jo; 2026-11-20; x",
      "a line is: fingerprint; identifiers; who confirmed it; when"
    ),
    ("#; GB-COH ABC12345; Jo; 2026-11-20", "not an identifier such as GB-COH 04336774"),
    ("#; GB-COH 04336774,; Jo; 2026-11-20", "not an identifier such as GB-COH 04336774"),
    ("#; 04336774; Jo; 2026-11-20", "not an identifier such as GB-COH 04336774"),
    ("#; GB-COH 04336774; ; 2026-11-20", "it is not said who confirmed the key"),
    ("#; GB-COH 04336774; Jo; 20 November", "the day of confirmation is not written as 2026-11-20"),
  ])
  func `a wrong line is told what is wrong`(text: String, problem: String) {
    let line = text.hasPrefix("#") ? Self.hex + text.dropFirst() : text
    do throws(TrustLine.Problem) {
      _ = try TrustLine(text: line[...])
      Issue.record("accepted")
    } catch {
      #expect(error.text == problem)
    }
  }

  @Test func `files of keys and certificates make one store`() throws {
    let firm = try Firm()
    let other = try Firm()
    let list = """
      # keys we confirmed

      \(Self.hex); GB-COH 04336774; José Buyer; 2026-11-20\r
      0\(Self.hex.dropFirst())
      """
    let store = try TrustStore.read([
      TrustFile(name: "keys.txt", bytes: Array(list.utf8)),
      TrustFile(name: "firm.pem", bytes: firm.certificate.pem),
      TrustFile(name: "other.der", bytes: other.certificate.der),
    ])
    #expect(store.count == 4)
    #expect(store.pin(of: firm.certificate) == .pinnedCertificate)
    #expect(store.pin(of: other.certificate) == .pinnedCertificate)
    #expect(store.pin(of: try Firm().certificate) == nil)
  }

  @Test func `a list that begins with the digit of a sequence is still a list`() throws {
    let fingerprint = "30" + Self.hex.dropFirst(2)
    let list = "\(fingerprint); GB-COH 04336774; José; 2026-11-20\n"
    #expect(try TrustStore.read([TrustFile(name: "k", bytes: Array(list.utf8))]).count == 1)
  }

  @Test func `every problem of every file is told with its place`() throws {
    let firm = try Firm()
    let files = [
      TrustFile(name: "a.txt", bytes: Array("\(Self.hex)\nhello\n\(Self.hex)\n".utf8)),
      TrustFile(name: "b.pem", bytes: Array("-----BEGIN CERTIFICATE-----\nAAAA\n".utf8)),
      TrustFile(name: "c.txt", bytes: [0xFF, 0xFE]),
      TrustFile(name: "d.der", bytes: Array(firm.certificate.der.dropLast())),
    ]
    do throws(TrustError) {
      _ = try TrustStore.read(files)
      Issue.record("accepted")
    } catch {
      #expect(error.problems.map(\.file) == ["a.txt", "a.txt", "b.pem", "c.txt", "d.der"])
      #expect(error.problems.map(\.line) == [2, 3, nil, nil, nil])
      #expect(
        error.problems[0].description
          == "a.txt:2: the line does not begin with a SHA-256 fingerprint (64 hex digits)"
      )
      #expect(error.problems[1].text == "the key stands there twice")
      #expect(
        error.problems[2].description
          == "b.pem: could not read the certificates as PEM"
      )
    }
  }

  @Test func `identifiers count before the pinned certificate, and that before a bare line`() throws
  {
    let firm = try Firm()
    let bare = TrustLine(sha256: firm.certificate.sha256)
    let full = TrustLine(sha256: firm.certificate.sha256, identifiers: [Firm.identifier])
    let both = try TrustStore(lines: [bare], certificates: [firm.certificate])
    #expect(both.pin(of: firm.certificate) == .pinnedCertificate)
    let named = try TrustStore(lines: [full], certificates: [firm.certificate])
    #expect(named.pin(of: firm.certificate) == .confirmedKey(full))
    #expect(try TrustStore(lines: [bare]).pin(of: firm.certificate) == .bareFingerprint(bare))
    #expect(TrustStore.none.pin(of: firm.certificate) == nil)
    #expect(TrustStore.none.count == 0)
  }

  @Test func `how a key is known is said in words that are safe to print`() throws {
    let line = TrustLine(
      sha256: [],
      identifiers: [Firm.identifier],
      confirmedBy: "Jo\u{1B}[2J",
      confirmedOn: CalendarDate(year: 2026, month: 11, day: 20)
    )
    #expect(Trust.confirmedKey(line).inWords == "key confirmed by Jo[U+001B][2J on 2026-11-20")
    #expect(Trust.pinnedCertificate.inWords == "pinned certificate")
    #expect(Trust.unknown.inWords == "unknown")
  }
}
