import ReadinessXML
import Testing

/// Line and column of every element, both from 1, in characters.
struct XMLPositionTests {
  private func places(_ text: String) throws -> [String: String] {
    var places: [String: String] = [:]
    func note(_ element: XMLElement) {
      places[element.name] = element.position.told
      for child in element.children { note(child) }
    }
    note(try XMLDocument.read(Array(text.utf8), schema: .none))
    return places
  }

  @Test func `elements on lines of their own`() throws {
    #expect(
      try places("<a>\n  <b>\n    <c/>\n  </b>\n<d></d></a>") == [
        "a": "1:1", "b": "2:3", "c": "3:5", "d": "5:1",
      ]
    )
  }

  @Test func `elements one behind the other, after text and after an end tag`() throws {
    #expect(
      try places("<a>text<b/><c>x</c>y<d/></a>") == [
        "a": "1:1", "b": "1:8", "c": "1:12", "d": "1:21",
      ]
    )
  }

  @Test func `characters of several bytes count as one`() throws {
    #expect(
      try places("<a>é<b/>日本<c/>😀<d/>\n€<e/></a>") == [
        "a": "1:1", "b": "1:5", "c": "1:11", "d": "1:16", "e": "2:2",
      ]
    )
  }

  @Test func `characters in attributes and names count as one too`() throws {
    #expect(
      try places("<é n='日本'>\n<b k='😀é'/><c/></é>") == ["é": "1:1", "b": "2:1", "c": "2:12"]
    )
  }

  @Test func `CRLF ends a line once`() throws {
    #expect(
      try places("<a>\r\n  <b/>\r\n\r\n<c/>é<d/></a>\r\n") == [
        "a": "1:1", "b": "2:3", "c": "4:1", "d": "4:6",
      ]
    )
  }

  @Test func `a tag over several lines stands where it begins`() throws {
    #expect(
      try places("<a\n  x='1'\n  y='2\n3'>\n <b\n/><c/></a>") == [
        "a": "1:1", "b": "5:2", "c": "6:3",
      ]
    )
  }

  @Test func `comments, CDATA, instructions and entities before an element count`() throws {
    #expect(
      try places(
        "<?xml version='1.0'?>\n<!-- <x> -->\n<a><!-- <y>\n --><b/><![CDATA[<z>]]><c/>&lt;<d/><?p <q> ?><e/></a>"
      )
        == ["a": "3:1", "b": "4:5", "c": "4:24", "d": "4:32", "e": "4:46"]
    )
  }

  @Test func `a > in an attribute and tabs count as characters`() throws {
    #expect(
      try places("<a x='>'>\t<b y='>>'/>\t<c/></a>") == ["a": "1:1", "b": "1:11", "c": "1:23"]
    )
  }

  @Test func `places stay right far into a large file`() throws {
    // Beyond the buffers and beyond line 65,535.
    let lines = (1...70_000).map { "<e\($0 % 7) k='é'/>" }
    let text = "<a>\n" + lines.joined(separator: "\n") + "\n  <last/>é<more/>\n</a>"
    let root = try XMLDocument.read(Array(text.utf8), schema: .none)
    var wrong: [String] = []
    for (index, child) in root.children.enumerated() where index < 70_000 {
      if child.position.told != "\(index + 2):1" { wrong.append(child.position.told) }
    }
    #expect(wrong == [])
    #expect(root.first("last")?.position.told == "70002:3")
    #expect(root.first("more")?.position.told == "70002:11")
  }

  @Test func `places stay right within one very long line`() throws {
    let text = "<a>" + String(repeating: "é<e/>", count: 4_000) + "</a>"
    let root = try XMLDocument.read(Array(text.utf8), schema: .none)
    let wrong = root.children.enumerated().filter { $1.position.told != "1:\(5 + $0 * 5)" }
    #expect(wrong.map(\.offset) == [])
    #expect(root.children.count == 4_000)
  }

  @Test func `one very long line takes about as long as many short ones`() throws {
    // The least of three, so that another process in between does not decide.
    func time(_ separator: String) throws -> Duration {
      let text = "<a>" + String(repeating: "<e/>" + separator, count: 4_000) + "</a>"
      let times = try (1...3).map { _ in
        let start = ContinuousClock.now
        let root = try XMLDocument.read(Array(text.utf8), schema: .none)
        #expect(root.children.count == 4_000)
        return start.duration(to: .now)
      }
      return try #require(times.min())
    }
    let many = try time("\n")
    let one = try time(" ")
    #expect(one < many * 8)
  }

  @Test func `a problem of form has a place within the file`() {
    for (text, line) in [
      ("<a>\n<b></c>\n</a>", 2), ("<a>\n\n<b", 3), ("<a>\n&x;</a>", 2), ("<a>\n<b c=d/></a>", 2),
    ] {
      let error = #expect(throws: XMLReadingError.self) {
        try XMLDocument.read(Array(text.utf8), schema: .none)
      }
      #expect(error?.problems.first?.position?.line == line, "\(text)")
    }
  }

  @Test func `names and attributes come without prefix and with their namespace`() throws {
    let text = "<x:a xmlns:x='urn:x' xmlns='urn:d' x:k='1' k='2' xml:lang='cy'><b/></x:a>"
    let root = try XMLDocument.read(Array(text.utf8), schema: .none)
    #expect(root.name == "a" && root.namespace == "urn:x")
    #expect(root["k"] == "2")
    #expect(root.language == "cy")
    #expect(root.attributes.map(\.namespace).contains("urn:x"))
    #expect(root.first("b")?.namespace == "urn:d")
    #expect(root["missing"] == nil)
  }

  @Test func `text is kept as it stands, and folded on demand`() throws {
    let text = "<a l=' x  y\n z '>  one\n\ttwo<b/><![CDATA[ <three> ]]></a>"
    let root = try XMLDocument.read(Array(text.utf8), schema: .none)
    #expect(root.text == "  one\n\ttwo <three> ")
    #expect(root.folded == "one two <three>")
    #expect(root.list("l") == ["x", "y", "z"])
    #expect(root.list("missing") == [])
  }
}
