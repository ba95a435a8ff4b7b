import ReadinessXML
import Testing

/// Files are UTF-8, of bounded size, and XML; anything else is refused.
struct XMLEncodingTests {
  private func problems(_ bytes: [UInt8], limit: Int = 16 << 20) -> [String] {
    do {
      _ = try XMLDocument.read(bytes, schema: .none, limit: limit)
      return []
    } catch { return error.problems.map(\.told) }
  }

  private func problems(_ text: String) -> [String] { problems(Array(text.utf8)) }

  private func littleEndian(_ text: String) -> [UInt8] {
    text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
  }

  private func bigEndian(_ text: String) -> [UInt8] {
    text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
  }

  @Test func `empty files and files of spaces are refused`() {
    #expect(problems("") == ["0:0: the file is empty"])
    #expect(problems(" \t\r\n ") == ["1:1: this is not XML"])
    #expect(problems(String(repeating: "\n", count: 1_000_000)) == ["1:1: this is not XML"])
    #expect(!problems("\u{FEFF}").isEmpty)
    #expect(!problems("<?xml version=\"1.0\"?>").isEmpty)
    #expect(!problems("<!-- nothing -->").isEmpty)
  }

  @Test(arguments: ["{\"a\":1}", "PK\u{3}\u{4}", "%PDF-1.7", "a,b,c", "\u{7F}ELF"])
  func `other kinds of file are told as such`(text: String) {
    #expect(problems(text) == ["1:1: this is not XML"])
  }

  @Test func `the limit of size holds to the byte`() {
    let text = "<a>" + String(repeating: "x", count: 93) + "</a>"
    #expect(text.utf8.count == 100)
    #expect(problems(Array(text.utf8), limit: 100) == [])
    #expect(problems(Array(text.utf8), limit: 99) == ["0:0: the file is larger than 0 MiB"])
  }

  @Test func `seventeen mebibytes are refused at once`() {
    let bytes = Array("<a>".utf8) + [UInt8](repeating: 0x78, count: 17 << 20) + Array("</a>".utf8)
    let start = ContinuousClock.now
    #expect(problems(bytes) == ["0:0: the file is larger than 16 MiB"])
    #expect(start.duration(to: .now) < .seconds(5))
  }

  @Test func `UTF-16 and UTF-32 with a mark are refused`() {
    let text = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a>\u{E9}</a>"
    #expect(problems([0xFF, 0xFE] + littleEndian(text)) == ["0:0: the file is not UTF-8 text"])
    #expect(problems([0xFE, 0xFF] + bigEndian(text)) == ["0:0: the file is not UTF-8 text"])
    #expect(problems([0xFF, 0xFE, 0, 0]) == ["0:0: the file is not UTF-8 text"])
    #expect(!problems(bigEndian("<?xml version=\"1.0\"?><a/>")).isEmpty)
    #expect(!problems([0, 0, 0, 0x3C, 0, 0, 0, 0x61]).isEmpty)
  }

  @Test(arguments: [
    "<?xml version=\"1.0\"?><a/>", "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a/>",
    "<?xml version=\"1.0\" encoding=\"UTF-16LE\"?><a/>",
  ])
  func `UTF-16 without a mark is refused`(text: String) {
    // All its bytes are valid UTF-8, but libxml2 guesses the encoding from them.
    #expect(String(validating: littleEndian(text), as: UTF8.self) != nil)
    let problems = problems(littleEndian(text))
    #expect(!problems.isEmpty)
  }

  @Test(arguments: [
    "ISO-8859-1", "iso-8859-1", "latin1", "windows-1252", "US-ASCII", "UTF-16", "EBCDIC-US", "x",
    "UTF-7", "",
  ])
  func `another encoding is refused where it is declared`(name: String) {
    for quote in ["\"", "'"] {
      let text = "<?xml version=\"1.0\" encoding=\(quote)\(name)\(quote)?><a>\u{E9}</a>"
      #expect(problems(text) == ["1:1: only the encoding UTF-8 is read"], "\(quote)")
    }
    #expect(
      problems("<?xml version='1.0'  encoding \n= '\(name)' ?><a/>")
        == ["1:1: only the encoding UTF-8 is read"]
    )
  }

  @Test(arguments: ["UTF-8", "utf-8", "Utf-8"])
  func `UTF-8 may be declared`(name: String) throws {
    let text = "<?xml version=\"1.0\" encoding=\"\(name)\"?><a>\u{E9}\u{1F600}</a>"
    let root = try XMLDocument.read(Array(text.utf8), schema: .none)
    #expect(root.text == "\u{E9}\u{1F600}")
  }

  @Test(arguments: ["ISO-8859-1", "windows-1252"])
  func `behind a byte order mark too another encoding is refused`(name: String) {
    let text = "\u{FEFF}<?xml version=\"1.0\" encoding=\"\(name)\"?><a>\u{E9}</a>"
    let problems = problems(text)
    #expect(!problems.isEmpty)
  }

  @Test func `a declaration that names UTF-8 somewhere else does not smuggle another in`() {
    for text in [
      "<?xml version=\"1.0\" encoding=\"ISO-8859-1\" standalone=\"utf-8\"?><a>\u{E9}</a>",
      "<?xml version=\"1.0 utf-8\" encoding=\"ISO-8859-1\"?><a>\u{E9}</a>",
      "<?xml version=\"1.0\" encoding=\"ISO-8859-1-utf-8\"?><a>\u{E9}</a>",
      "<?xml utf-8=\"\" version=\"1.0\" encoding=\"ISO-8859-1\"?><a>\u{E9}</a>",
    ] {
      #expect(!problems(text).isEmpty, "\(text)")
    }
  }

  @Test func `a byte order mark is no part of the text`() throws {
    let root = try XMLDocument.read(Array("\u{FEFF}<a>b</a>".utf8), schema: .none)
    #expect(root.text == "b")
    #expect(root.position.told == "1:1")
    #expect(!problems("\u{FEFF}\u{FEFF}<a/>").isEmpty)
    #expect(!problems(" \u{FEFF}<a/>").isEmpty)
  }

  @Test(
    arguments: [
      [0xC3], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82], [0x80],
    ] as [[UInt8]]
  )
  func `bytes that are not UTF-8 are refused anywhere`(bytes: [UInt8]) {
    for whole in [
      Array("<a>".utf8) + bytes + Array("</a>".utf8),
      Array("<a/><!--".utf8) + bytes + Array("-->".utf8),
      Array("<a b='".utf8) + bytes + Array("'/>".utf8),
    ] {
      #expect(problems(whole) == ["0:0: the file is not UTF-8 text"])
    }
  }

  @Test func `a declaration anywhere but at the start is refused`() {
    #expect(!problems("\n<?xml version=\"1.0\"?><a/>").isEmpty)
    #expect(!problems(" <?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>\u{E9}</a>").isEmpty)
    #expect(!problems("<a><?xml version=\"1.0\"?></a>").isEmpty)
  }
}
