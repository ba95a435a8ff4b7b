import ReadinessCore
import ReadinessXML
import TestSupport
import Testing

struct JUnitReportTests {
  private func cases(_ root: XMLElement) -> [XMLElement] {
    root.all("testsuite").flatMap { $0.all("testcase") }
  }

  @Test func `each marked question that is asked is one test case`() throws {
    for assessment in try ExampleFirm.all() {
      let bytes = Array(JUnitReport.xml(assessment).utf8)
      let root = try XMLDocument.read(bytes, schema: .none)
      let marked = assessment.results.filter {
        !$0.question.isOwn && ($0.question.mark != .information || $0.mark != .information)
      }
      #expect(cases(root).count == marked.count)
      #expect(root["tests"] == String(marked.count))
      #expect(root["name"]?.contains("not a certificate") == true)
    }
  }

  @Test func `what falls short fails, and what is not known is skipped`() throws {
    let bytes = Array(JUnitReport.xml(try ExampleFirm.notReady()).utf8)
    let root = try XMLDocument.read(bytes, schema: .none)
    func test(_ id: String) throws -> XMLElement {
      try #require(cases(root).first { $0["name"]?.hasPrefix(id + " ") == true })
    }
    #expect(try test("A6.5").first("failure")?["type"] == "automatic fail")
    #expect(try test("A4.6").first("failure")?["type"] == "not met")
    #expect(try test("A5.8").first("skipped") != nil)
    #expect(try test("A4.1").children.isEmpty)
    #expect(root["failures"] == "16")
    #expect(root["skipped"] == "3")
    #expect(
      root.first("properties")?.all("property").first { $0["name"] == "verdict" }?["value"]
        == "not ready"
    )
  }
}
