import ReadinessCore
import ReadinessXML
import TestSupport
import Testing

/// Files that do not even have the form of a questionnaire.
///
/// libxml2's words are its own and change with its version: only that they are passed on, and the
/// place, is asserted.
struct QuestionnaireFormTests {
  private func problems(_ text: String) throws -> [XMLProblem] {
    let error = #expect(throws: XMLReadingError.self) {
      try QuestionnaireChecks.check(Array(text.utf8), sha256: Pack.noDigest)
    }
    return try #require(error).problems
  }

  private func valid() throws -> String {
    let bytes = try Repository.bytes(
      "Tests/ReadinessXMLTests/Fixtures/Questionnaires/valid.xml"
    )
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("mark=\"automatic-fail\"", "mark=\"fatal\"", "fatal", 58, 3),
    ("type=\"parts\"", "type=\"party\"", "party", 67, 3),
    ("<option id=\"pike\"", "<option", "id", 80, 5),
    ("<find-out>Count.</find-out>", "<find-it>Count.</find-it>", "find-it", 29, 46),
    ("tolerance=\"0\"", "tolerance=\"-1\"", "-1", 3, 1),
    ("valid-from=\"2026-01-01\"", "valid-from=\"2026-02-30\"", "2026-02-30", 3, 1),
    ("<answer is=\"no\"/>", "<script/>", "script", 61, 53),
    (
      "<because>It is shut.</because><answer is=\"no\"/>", "<because>It is shut.</because>", "rule",
      61, 5
    ),
    ("effort=\"half-a-day\"", "effort=\"a-minute\"", "a-minute", 76, 5),
  ])
  func `what the schema refuses is told at its element`(
    old: String,
    new: String,
    named: String,
    line: Int,
    column: Int
  ) throws {
    let text = try valid()
    try #require(text.contains(old))
    let problems = try problems(text.replacing(old, with: new))
    let first = try #require(problems.first)
    #expect(first.place == "\(line):\(column)")
    #expect(first.what.contains(named))
    #expect(!first.what.contains("urn:readiness"), "no namespaces in braces")
  }

  @Test func `several mistakes of form are told in one go, in the file's order`() throws {
    let text = try valid()
      .replacing("mark=\"automatic-fail\"", with: "mark=\"fatal\"")
      .replacing("type=\"parts\"", with: "type=\"party\"")
      .replacing("effort=\"half-a-day\"", with: "effort=\"a-minute\"")
    let places = try problems(text).compactMap(\.position)
    #expect(places.map(\.line).contains(58))
    #expect(places.map(\.line).contains(67))
    #expect(places.map(\.line).contains(76))
    #expect(places == places.sorted())
  }

  @Test(arguments: [
    ("<!-- a page -->\n <html><body/></html>", "html", 2, 2),
    ("<questionnaire/>", "questionnaire", 1, 1),
    ("<questionnaire xmlns=\"urn:readiness:questionnaire:2\"/>", "questionnaire", 1, 1),
    ("<support-data xmlns=\"urn:readiness:support-data:1\"/>", "support-data", 1, 1),
  ])
  func `somebody else's XML is told as such`(
    text: String,
    name: String,
    line: Int,
    column: Int
  ) throws {
    #expect(
      try problems(text).map(\.told) == [
        "\(line):\(column): this is not a questionnaire: its root element is \"\(name)\""
      ]
    )
  }

  @Test func `a file that ends in the middle is refused, with a place`() throws {
    let text = try valid()
    for part in [0.1, 0.5, 0.9] {
      let beginning = String(text.prefix(Int(Double(text.count) * part)))
      let problems = try problems(beginning)
      #expect(problems.first?.position != nil)
    }
  }

  @Test func `the text of a file is folded, and in the wanted language where it is there`() throws {
    let text = try valid().replacing(
      "<title>Small</title>",
      with: "<title>Small\n   words</title><title xml:lang=\"cy\">Bach</title>"
    )
    let bytes = Array(text.utf8)
    let english = try QuestionnaireReader.read(bytes, sha256: "")
    let welsh = try QuestionnaireReader.read(bytes, sha256: "", language: "cy")
    #expect(english.title == "Small words")
    #expect(welsh.title == "Bach")
    #expect(welsh.about == "A small questionnaire for tests.")
  }
}
