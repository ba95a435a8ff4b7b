import ReadinessEvidence
import TestSupport
import Testing

/// Files made to do harm, for every importer that reads XML.
@Suite struct HostileXMLTests {
  /// A format, with its root element and a place in it for anything.
  static let shells: [(format: ScanFormat, root: String, open: String, close: String)] = [
    (
      .nessus, "NessusClientData_v2",
      "<NessusClientData_v2><Report><ReportHost name=\"a\"><ReportItem pluginID=\"1\"><solution>",
      "</solution></ReportItem></ReportHost></Report></NessusClientData_v2>"
    ),
    (.nmap, "nmaprun", "<nmaprun><host>", "</host></nmaprun>"),
    (
      .greenbone, "report", "<report format_id=\"a\"><report><results><result><name>",
      "</name></result></results></report></report>"
    ),
    (
      .xccdf, "TestResult", "<TestResult xmlns=\"http://checklists.nist.gov/xccdf/1.2\"><target>",
      "</target></TestResult>"
    ),
    (
      .arf, "a:asset-report-collection",
      "<a:asset-report-collection xmlns:a=\"urn:a\"><a:reports><a:report><a:content>"
        + "<TestResult xmlns=\"http://checklists.nist.gov/xccdf/1.2\"><target>",
      "</target></TestResult></a:content></a:report></a:reports></a:asset-report-collection>"
    ),
  ]

  /// Reads the text within the shell of each format, and expects that kind of trouble.
  static func expect(
    _ kind: ScanImportError.Kind?,
    before: String = "",
    _ inside: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for shell in shells {
      let text = before.replacing("ROOT", with: shell.root) + shell.open + inside + shell.close
      let error = Deadline.guarding("\(shell.format): \(text.prefix(100))") {
        Reading.error(shell.format, Array(text.utf8))
      }
      #expect(
        error?.kind == kind,
        "\(shell.format): \(error?.what ?? "")",
        sourceLocation: sourceLocation
      )
    }
  }

  @Test(arguments: [
    #"<!ENTITY x SYSTEM "file:///etc/passwd">"#, #"<!ENTITY x SYSTEM "http://127.0.0.1:9/x">"#,
    #"<!ENTITY % p SYSTEM "http://127.0.0.1:9/p"> %p;"#, #"<!ENTITY x "y">"#,
    #"<!ENTITY a "aaaaaaaaaa"><!ENTITY x "&a;&a;&a;&a;&a;&a;&a;&a;">"#, "", "<!ELEMENT a ANY>",
    #"<!ATTLIST a b CDATA "c">"#,
  ])
  func `a DOCTYPE that declares anything is refused before an element is read`(inside: String) {
    Self.expect(.hostile, before: "<!DOCTYPE ROOT [\(inside)]>", "&x;")
  }

  @Test func `a billion laughs and a long entity used often are refused`() {
    let laughs = (1..<30).map {
      "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">"
    }
    let doctype = "<!DOCTYPE ROOT [<!ENTITY l0 \"ha\">\(laughs.joined())]>"
    Self.expect(.hostile, before: doctype, "&l29;")
    let long = "<!DOCTYPE ROOT [<!ENTITY x \"\(String(repeating: "x", count: 50_000))\">]>"
    Self.expect(.hostile, before: long, String(repeating: "&x;", count: 50_000))
  }

  @Test(arguments: [
    #"<!DOCTYPE ROOT SYSTEM "http://127.0.0.1:9/x.dtd">"#,
    #"<!DOCTYPE ROOT PUBLIC "a" "file:///etc/passwd">"#, "<!DOCTYPE other>",
    "<!DOCTYPE ROOT \(String(repeating: " ", count: 5_000))>",
  ])
  func `a DOCTYPE that points elsewhere or names another root is refused`(doctype: String) {
    Self.expect(.hostile, before: doctype, "")
  }

  @Test func `only Nmap's bare DOCTYPE is taken`() {
    let shell = Self.shells[1]
    let text = "<!DOCTYPE nmaprun>" + shell.open + shell.close
    #expect(Reading.error(.nmap, Array(text.utf8)) == nil)
    let other = "<!DOCTYPE NessusClientData_v2><NessusClientData_v2/>"
    #expect(Reading.error(.nessus, Array(other.utf8))?.kind == .hostile)
  }

  @Test func `an entity that nobody declared breaks the file`() {
    Self.expect(.broken, "&nobody;")
    Self.expect(.broken, before: "<!-- -->", "<a b='&nobody;'/>")
  }

  @Test func `100,000 attributes are refused`() {
    let attributes = (0..<100_000).map { "a\($0)=\"\"" }.joined(separator: " ")
    Self.expect(.hostile, "<x \(attributes)/>")
  }

  @Test func `100,000 name spaces are refused`() {
    let names = (0..<100_000).map { "xmlns:a\($0)=\"b\"" }.joined(separator: " ")
    Self.expect(.hostile, "<x \(names)/>")
  }

  @Test func `deep nesting is refused`() {
    let deep = String(repeating: "<x>", count: 100_000)
    Self.expect(.hostile, deep + String(repeating: "</x>", count: 100_000))
    Self.expect(.hostile, deep)
  }

  @Test(arguments: ["<x ", "<x a=\"", "<!--", "<?x ", "<x a='"])
  func `markup that does not end is refused, not kept`(start: String) {
    Self.expect(.hostile, start + String(repeating: "y", count: 5_000_000))
  }

  @Test func `a character data section of any length is read in pieces`() {
    Self.expect(nil, "<![CDATA[\(String(repeating: "]] >", count: 1_000_000))]]>")
  }

  @Test func `text of any length is read in pieces`() {
    Self.expect(nil, "<x>\(String(repeating: "a &amp; b &#38; ", count: 200_000))</x>")
  }

  @Test func `a reference that does not end breaks the file`() {
    Self.expect(.broken, "&" + String(repeating: "a", count: 12_000_000))
    Self.expect(.broken, "&#" + String(repeating: "0", count: 12_000_000) + "65;")
  }

  @Test func `300,000 names of elements neither fill the memory nor hang`() {
    let names = (0..<300_000).map { "<a\($0)b\($0)c\($0)/>" }.joined()
    for shell in Self.shells {
      let text = Array((shell.open + names + shell.close).utf8)
      let peak = Memory.peak
      _ = Deadline.guarding("many names") { Reading.error(shell.format, text) }
      #expect(Memory.peak - peak < 128)
    }
  }

  @Test(arguments: ["ISO-8859-1", "UTF-7", "UTF-16", "windows-1252", "IBM037", "x-nobody", ""])
  func `an encoding that is not UTF-8 is refused by name`(encoding: String) {
    Self.expect(.broken, before: #"<?xml version="1.0" encoding="\#(encoding)"?>"#, "x")
  }

  @Test(arguments: ["UTF-8", "utf-8", "US-ASCII"])
  func `UTF-8 and what is part of it is read`(encoding: String) {
    Self.expect(
      nil,
      before: #"<?xml version='1.0' encoding='\#(encoding)' standalone='yes'?>"#,
      "x"
    )
  }

  @Test func `bytes that are not UTF-8, and NUL, break the file`() {
    for shell in Self.shells {
      for bad in [[0xFF], [0xC3, 0x28], [0xED, 0xA0, 0x80], [0xC0, 0xAF], [0x00], [0x01]]
        as [[UInt8]]
      {
        let bytes = Array(shell.open.utf8) + bad + Array(shell.close.utf8)
        #expect(Reading.error(shell.format, bytes)?.kind == .broken)
      }
      for wide in [[0xFE, 0xFF], [0xFF, 0xFE]] as [[UInt8]] {
        #expect(Reading.error(shell.format, wide + Array(shell.open.utf8))?.kind == .broken)
      }
    }
  }

  @Test func `what stands behind a NUL is not passed over in silence`() {
    for shell in Self.shells {
      let bytes = Array((shell.open + shell.close).utf8) + [0] + Array("<more/>".utf8)
      #expect(Reading.error(shell.format, bytes)?.kind == .broken)
    }
  }

  @Test func `what stands behind the root element breaks the file`() {
    for shell in Self.shells {
      let text = shell.open + shell.close
      #expect(Reading.error(shell.format, Array((text + "<x/>").utf8))?.kind == .broken)
      #expect(Reading.error(shell.format, Array((text + "x").utf8))?.kind == .broken)
      #expect(Reading.error(shell.format, Array((text + "\n<!-- x -->\n").utf8)) == nil)
    }
  }

  @Test func `tags that do not match break the file, with the place`() {
    let text = "<nmaprun>\n<host>\n  </ports></nmaprun>"
    let error = Reading.error(.nmap, Array(text.utf8))
    #expect(error?.kind == .broken)
    #expect(error?.line == 3)
  }

  @Test func `changed samples are read or refused, and do not crash or hang`() throws {
    var numbers = DeterministicNumbers(seed: 7)
    for (format, name) in [
      (ScanFormat.nessus, "nessus-minimal.xml"), (.nmap, "nmap-minimal.xml"),
      (.greenbone, "gvm-minimal.xml"), (.greenbone, "gvm-legacy-minimal.xml"),
      (.xccdf, "xccdf-minimal.xml"), (.arf, "arf-minimal.xml"),
    ] {
      let sample = try Reading.sample(name)
      for _ in 0..<1_000 {
        var bytes = sample
        for _ in 0...Int.random(in: 0...3, using: &numbers) {
          let place = Int.random(in: 0..<bytes.count, using: &numbers)
          switch Int.random(in: 0...3, using: &numbers) {
          case 0: bytes[place] = UInt8.random(in: 0...255, using: &numbers)
          case 1:
            bytes[place] = [0x3C, 0x3E, 0x22, 0x26, 0x21, 0x2F].randomElement(using: &numbers) ?? 0
          case 2: bytes.remove(at: place)
          default:
            let end = min(bytes.count, place + Int.random(in: 1...200, using: &numbers))
            bytes.insert(contentsOf: bytes[place..<end], at: place)
          }
        }
        _ = Deadline.guarding(name) { Reading.error(format, bytes, piece: 257) }
      }
    }
  }
}
