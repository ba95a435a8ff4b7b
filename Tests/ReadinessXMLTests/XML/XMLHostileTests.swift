import ReadinessXML
import Testing

/// XML that was made to do harm: refused, or read safely, in bounded time.
struct XMLHostileTests {
  /// Far more than any of these takes, and far less than what an attack would.
  private static let soon = Duration.seconds(20)

  private func refusal(_ bytes: [UInt8], schema: XMLSchema = .none) -> XMLReadingError? {
    let start = ContinuousClock.now
    defer { #expect(start.duration(to: .now) < Self.soon) }
    do {
      _ = try XMLDocument.read(bytes, schema: schema)
      return nil
    } catch { return error }
  }

  private func refusal(_ text: String) -> XMLReadingError? { refusal(Array(text.utf8)) }

  @Test(arguments: [
    "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
    "<!DOCTYPE a [<!ENTITY x SYSTEM \"http://127.0.0.1:9/x\">]><a>&x;</a>",
    "<!DOCTYPE a [<!ENTITY x PUBLIC \"p\" \"ftp://127.0.0.1:9/x\">]><a>&x;</a>",
    "<!DOCTYPE a [<!ENTITY % p SYSTEM \"file:///etc/passwd\"> %p;]><a/>",
    "<!DOCTYPE a [<!ENTITY % p \"<!ENTITY x 'y'>\"> %p;]><a>&x;</a>",
    "<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/a.dtd\"><a/>",
    "<!DOCTYPE a PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"a.dtd\"><a/>",
    "<!DOCTYPE a [<!ATTLIST a b CDATA \"c\">]><a/>",
    "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>",
    "<!DOCTYPE a><a/>",
    "<!DOCTYPE a [",
  ])
  func `a DOCTYPE is refused before anything in it is looked at`(text: String) throws {
    let error = try #require(refusal("<?xml version=\"1.0\"?>\n  " + text))
    #expect(error.problems.map(\.told) == ["2:3: a DOCTYPE is not allowed here"])
  }

  @Test func `billion laughs and quadratic blow-up are refused at once`() throws {
    var entities = "<!ENTITY l0 'lol'>"
    for level in 1...30 {
      let before = "&l\(level - 1);"
      entities += "<!ENTITY l\(level) '\(String(repeating: before, count: 10))'>"
    }
    let laughs = "<!DOCTYPE a [\(entities)]><a>&l30;</a>"
    let long = String(repeating: "x", count: 60_000)
    let uses = String(repeating: "&x;", count: 60_000)
    for text in [laughs, "<!DOCTYPE a [<!ENTITY x '\(long)'>]><a>\(uses)</a>"] {
      let start = ContinuousClock.now
      let error = try #require(refusal(text))
      #expect(error.problems.map(\.what) == ["a DOCTYPE is not allowed here"])
      #expect(start.duration(to: .now) < .seconds(5))
    }
  }

  @Test(arguments: ["&x;", "&#0;", "&#xFFFE;", "&#x110000;", "&#xD800;", "&amp", "&;", "&#;"])
  func `an entity that nobody defined, or no character, is refused`(text: String) {
    #expect(refusal("<a>\(text)</a>") != nil)
    #expect(refusal("<a b=\"\(text)\"/>") != nil)
  }

  @Test func `the five entities of XML and numbers are read`() throws {
    let text =
      "<a b=\"&lt;&gt;&quot;&apos;&#233;&#x1F600;\">&lt;&gt;&quot;&apos;&amp;&#233;&#x1F600;</a>"
    let root = try XMLDocument.read(Array(text.utf8), schema: .none)
    #expect(root.text == "<>\"'&\u{E9}\u{1F600}")
    #expect(root["b"] == "<>\"'\u{E9}\u{1F600}")
  }

  @Test(arguments: ["&amp;", "&#38;", "&#x26;"])
  func `an ampersand in an attribute is one character`(spelling: String) throws {
    let text = "<a b=\"Backup \(spelling) Replication\"/>"
    let root = try XMLDocument.read(Array(text.utf8), schema: .none)
    #expect(root["b"] == "Backup & Replication")
  }

  @Test(arguments: [
    ("&amp;#38;", "&#38;"), ("&amp;amp;", "&amp;"), ("&#38;#38;", "&#38;"), ("&amp;&amp;", "&&"),
    ("&amp;lt;", "&lt;"), ("&#38;amp;#38;", "&amp;#38;"),
  ])
  func `what only looks like a reference stays as it is`(spelling: String, value: String) throws {
    let text = "<a b=\"\(spelling)\">\(spelling)</a>"
    let root = try XMLDocument.read(Array(text.utf8), schema: .none)
    #expect(root["b"] == value)
    #expect(root.text == value)
  }

  @Test func `a hundred thousand attributes are refused`() throws {
    let attributes = (0..<100_000).map { "a\($0)=''" }.joined(separator: " ")
    let error = try #require(refusal("<a \(attributes)/>"))
    #expect(error.problems.map(\.told) == ["0:0: a tag is longer than 64 KiB"])
    let spaces = (0..<100_000).map { "xmlns:a\($0)='u'" }.joined(separator: " ")
    #expect(refusal("<a \(spaces)/>")?.problems.first?.what == "a tag is longer than 64 KiB")
  }

  @Test func `a > inside an attribute does not hide how long the tag is`() {
    // ">" is allowed in an attribute's value; the tag goes on behind it.
    let attributes = (0..<10_000).map { "a\($0)=''" }.joined(separator: " ")
    let error = refusal("<a z='>' \(attributes)/>")
    #expect(error?.problems.first?.what == "a tag is longer than 64 KiB")
  }

  private func refusalOfLongTag(behind before: String) -> String? {
    let attributes = (0..<10_000).map { "a\($0)=''" }.joined(separator: " ")
    let text = "<r>\(before)<a z=\" > \" y=' > ' \(attributes)/></r>"
    return refusal(text)?.problems.first?.what
  }

  @Test(arguments: [
    "", "<!-- ' -->", "<!-- \" -->", "text ' and \" text", "<?p ' ?>", "<![CDATA[ ' ]]>",
  ])
  func `no quote in front of a tag hides how long it is`(before: String) {
    #expect(refusalOfLongTag(behind: before) == "a tag is longer than 64 KiB")
  }

  @Test(arguments: [
    "<!-- > <x \" -->", "<!-- > <x ' -->", "<![CDATA[ > <x \" ]]>", "<?p > <x \" ?>",
  ])
  func `nothing that looks like a tag hides how long the next one is`(before: String) {
    #expect(refusalOfLongTag(behind: before) == "a tag is longer than 64 KiB")
  }

  @Test(arguments: ["<!-- don't -->", "<?p don't ?>", "<![CDATA[ don't <x ' ]]>", "don't"])
  func `a quote outside a tag does not make the rest a long tag`(before: String) {
    let rest = String(repeating: "<b c='1'/>words\n", count: 10_000)
    #expect(refusal("<r>\(before)\(rest)</r>") == nil)
  }

  @Test func `a file full of the longest tags that are read takes bounded time`() {
    let attributes = (0..<6_000).map { "a\($0)=''" }.joined(separator: " ")
    let tag = "<a \(attributes)/>"
    #expect(tag.utf8.count < 64 << 10)
    let text = "<r>" + String(repeating: tag, count: 40) + "</r>"
    #expect(refusal(text) == nil)
  }

  @Test func `an attribute that stands twice is refused`() {
    #expect(refusal("<a b='1' b='2'/>") != nil)
    #expect(refusal("<a xmlns:x='u' xmlns:y='u' x:b='1' y:b='2'/>") != nil)
  }

  @Test func `sixty-four levels are read, more are refused at their place`() throws {
    func nested(_ levels: Int) -> String {
      String(repeating: "<a>", count: levels) + String(repeating: "</a>", count: levels)
    }
    #expect(refusal(nested(64)) == nil)
    for levels in [65, 300, 100_000] {
      let error = try #require(refusal(nested(levels)))
      #expect(error.problems.map(\.told) == ["1:193: more than 64 levels of elements"])
    }
  }

  @Test(arguments: [0x0, 0x1, 0xB, 0x1F, 0xFFFE, 0xFFFF])
  func `NUL and other characters that XML does not know are refused`(code: UInt32) throws {
    let bad = String(Character(try #require(Unicode.Scalar(code))))
    for text in [
      "<a>\(bad)</a>", "<a\(bad)/>", "<a b='\(bad)'/>", "\(bad)<a/>", "<a><!--\(bad)--></a>",
      "<a><![CDATA[\(bad)]]></a>", "<a><?p \(bad)?></a>",
    ] {
      #expect(refusal(text) != nil)
    }
  }

  @Test(arguments: [[0], [0, 0x3C, 0x62, 0x2F, 0x3E], [0x0A, 0, 0, 0x78]] as [[UInt8]])
  func `nothing may hide behind a NUL after the end`(tail: [UInt8]) {
    #expect(refusal("<a/>") == nil)
    let error = refusal(Array("<a/>".utf8) + tail)
    #expect(error != nil)
  }

  @Test(arguments: [
    "<a/><b/>", "<a/>b", "<a/>&amp;", "<a/><![CDATA[b]]>", "a<a/>", "<a></b>", "<a",
  ])
  func `what is not one element is refused`(text: String) {
    #expect(refusal(text) != nil)
  }

  @Test func `a text of many megabytes is read in bounded time`() throws {
    let text = "<a>" + String(repeating: "words and &lt;signs&gt;\n", count: 400_000) + "</a>"
    let bytes = Array(text.utf8)
    #expect(bytes.count > 8 << 20)
    let root = try XMLDocument.read(bytes, schema: .none)
    #expect(root.text.utf8.count == 400_000 * 18)
  }

  @Test func `many small elements are read in bounded time`() throws {
    let text = "<r>" + String(repeating: "<e k=\"v\">t</e>\n", count: 200_000) + "</r>"
    let start = ContinuousClock.now
    let root = try XMLDocument.read(Array(text.utf8), schema: .none)
    #expect(root.children.count == 200_000)
    #expect(root.children.last?.position.told == "200000:1")
    #expect(start.duration(to: .now) < .seconds(60))
  }
}
