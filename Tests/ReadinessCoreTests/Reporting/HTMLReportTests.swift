import ReadinessCore
import ReadinessXML
import TestSupport
import Testing

struct HTMLReportTests {
  /// The page as XML, so that its structure can be looked at; `meta` is the only element without
  /// an end tag in it, beside `br`.
  private func tree(_ assessment: Assessment) throws -> XMLElement {
    let html = HTMLReport.html(assessment).replacing("<!DOCTYPE html>\n", with: "")
      .replacing("<br>", with: "<br/>")
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("<meta") ? $0.dropLast() + "/>" : $0 }
      .joined(separator: "\n")
    let styleless = html.split(separator: "<style>").enumerated().map { index, piece in
      index == 0 ? piece : piece.split(separator: "</style>").last ?? ""
    }.joined()
    return try XMLDocument.read(Array(styleless.utf8), schema: .none)
  }

  private func all(_ name: String, in element: XMLElement) -> [XMLElement] {
    (element.name == name ? [element] : []) + element.children.flatMap { all(name, in: $0) }
  }

  private func text(_ element: XMLElement) -> String {
    ([element.folded] + element.children.map(text)).filter { !$0.isEmpty }.joined(separator: " ")
  }

  @Test func `every page is well formed, with one heading of the first rank`() throws {
    for assessment in try ExampleFirm.all() {
      let root = try tree(assessment)
      #expect(all("h1", in: root).map(text) == ["Cyber Essentials readiness self-assessment"])
      #expect(root["lang"] == "en-GB")
      #expect(all("main", in: root).count == 1)
      #expect(text(root).contains("This is a self-assessment, not a certificate."))
    }
  }

  @Test func `ids are unique, and every link leads to one`() throws {
    let root = try tree(try ExampleFirm.notReady())
    func every(_ element: XMLElement) -> [XMLElement] {
      [element] + element.children.flatMap(every)
    }
    let ids = every(root).compactMap { $0["id"] }
    #expect(Set(ids).count == ids.count)
    let links = all("a", in: root).compactMap { $0["href"] }
    #expect(links.count == 20)
    #expect(links.allSatisfy { $0.hasPrefix("#") && ids.contains(String($0.dropFirst())) })
  }

  @Test func `every cell names its heading, so that a narrow screen can`() throws {
    let root = try tree(try ExampleFirm.notReady())
    for table in all("table", in: root) {
      #expect(all("caption", in: table).count == 1)
      #expect(all("th", in: table).allSatisfy { $0["scope"] != nil })
      #expect(all("td", in: table).allSatisfy { $0["data-label"]?.isEmpty == false })
    }
  }

  @Test func `an outcome is told in words, not by its colour alone`() throws {
    let root = try tree(try ExampleFirm.notReady())
    let tags = all("span", in: root).filter { $0["class"]?.hasPrefix("tag ") == true }
    #expect(tags.count > 40)
    #expect(tags.allSatisfy { !text($0).isEmpty })
    #expect(tags.contains { text($0) == "Likely automatic fail" })
  }

  @Test func `each finding holds all that the text report says of it`() throws {
    let root = try tree(try ExampleFirm.notReady())
    let findings = all("article", in: root)
    #expect(findings.count == 20)
    let first = try #require(findings.first.map(text))
    for words in [
      "Your answer", "Why", "[S1 S6 S8]", "How sure we are: fairly sure", "One of these 4 ways",
      "Cut off:", "Insurance: Kept", "readiness signpost --need UM",
    ] {
      #expect(first.contains(words), "\(words)")
    }
  }

  @Test func `what is printed says on every sheet that it is no certificate`() throws {
    let html = HTMLReport.html(try ExampleFirm.ready())
    #expect(html.contains("@bottom-left{content:\"Readiness self-assessment, not a certificate\""))
  }
}
