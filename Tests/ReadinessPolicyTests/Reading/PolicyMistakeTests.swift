import ReadinessPolicy
import ReadinessXML
import Testing

/// Every mistake that can be made in a policy is told with its place.
struct PolicyMistakeTests {
  struct Mistake: CustomTestStringConvertible {
    let what: String
    /// The clauses, from line 5 of the file on.
    let body: String
    var attributes = ""
    var before = ""
    let line: Int
    var column = 1
    /// Words that the problem holds.
    let words: String

    var testDescription: String { what }
  }

  private static let tiers = "\n<tier id=\"one\" title=\"One\"/>\n<tier id=\"two\" title=\"Two\"/>"

  static let mistakes = [
    Mistake(what: "unknown element", body: "<colour id=\"C\"/>", line: 5, words: "colour"),
    Mistake(what: "no clause", body: "", line: 2, words: "policy"),
    Mistake(what: "a clause without an id", body: "<verdict/>", line: 5, words: "id"),
    Mistake(
      what: "incomplete is demanded",
      body: "<verdict id=\"V\" not-ready=\"incomplete\"/>",
      line: 5,
      words: "incomplete"
    ),
    Mistake(what: "no days", body: "<age id=\"A\" days=\"0\"/>", line: 5, words: "days"),
    Mistake(
      what: "two clauses of one id",
      body: "<verdict id=\"V\"/>\n  <age id=\"V\" days=\"30\"/>",
      line: 6,
      column: 3,
      words: "another clause \"V\""
    ),
    Mistake(
      what: "two tiers of one id",
      body: "<verdict id=\"V\" tiers=\"one\"/>",
      before: "\n<tier id=\"one\" title=\"One\"/>\n <tier id=\"one\" title=\"Two\"/>",
      line: 6,
      column: 2,
      words: "another tier \"one\""
    ),
    Mistake(
      what: "a tier that is not there",
      body: "  <verdict id=\"V\" tiers=\"three\"/>",
      line: 5,
      column: 3,
      words: "no tier \"three\""
    ),
    Mistake(
      what: "a source that is not there",
      body: "<verdict id=\"V\" sources=\"S9\"/>",
      line: 5,
      words: "no source \"S9\""
    ),
    Mistake(
      what: "a tier of whom nothing is demanded",
      body: "<verdict id=\"V\" tiers=\"one\"/>",
      before: tiers,
      line: 6,
      words: "nothing is demanded of the tier \"two\""
    ),
    Mistake(
      what: "tiers that nothing tells apart",
      body: "<verdict id=\"V\"/>",
      before: tiers,
      line: 5,
      words: "no clause tells them apart"
    ),
    Mistake(
      what: "two default tiers",
      body: "<verdict id=\"V\" tiers=\"one\"/><age id=\"A\" days=\"9\" tiers=\"two\"/>",
      before: tiers.replacing("title", with: "default=\"yes\" title"),
      line: 2,
      words: "more than one tier is the default"
    ),
    Mistake(
      what: "a policy that ends before it begins",
      body: "<verdict id=\"V\"/>",
      attributes: " until=\"2026-10-31\"",
      line: 2,
      words: "before it is issued"
    ),
    Mistake(
      what: "a day that is none",
      body: "<verdict id=\"V\"/>",
      attributes: " until=\"2026-12-01Z\"",
      line: 2,
      words: "a day is written as"
    ),
    Mistake(
      what: "outcomes of nothing",
      body: "<outcomes id=\"O\"/>",
      line: 5,
      words: "no theme and no requirement"
    ),
    Mistake(
      what: "a question twice",
      body: "<answers id=\"D\" questions=\"A4.2 A4.2\"/>",
      line: 5,
      words: "A4.2 stands there twice"
    ),
    Mistake(
      what: "a named part that nothing asks for",
      body: "<scope id=\"S\" parts=\"asked\">\n  <part>The works</part></scope>",
      line: 6,
      column: 3,
      words: "parts=\"named\" is not said"
    ),
    Mistake(
      what: "named parts without a name",
      body: "<scope id=\"S\" parts=\"named\"/>",
      line: 5,
      words: "no part is named"
    ),
    Mistake(
      what: "programmes that are not accepted",
      body:
        "<signer id=\"K\" kinds=\"pinned\" programmes=\"\(String(repeating: "5", count: 64))\"/>",
      line: 5,
      words: "programmes are named, and none is accepted"
    ),
    Mistake(
      what: "a level of a scheme without levels",
      body: "<certificate id=\"C\" schemes=\"ce\" level=\"1\"/>",
      line: 5,
      words: "only Defence Cyber Certification has levels"
    ),
    Mistake(
      what: "by award of a scheme of which no file says it",
      body: "<certificate id=\"C\" schemes=\"dcc\" by-award=\"yes\"/>",
      line: 5,
      words: "by-award"
    ),
    Mistake(
      what: "an exemption from nothing",
      body: "<verdict id=\"V\"/>\n\(exemption(clause: "W"))",
      line: 6,
      words: "no clause \"W\""
    ),
    Mistake(
      what: "an exemption without an owner",
      body: "<verdict id=\"V\"/>\n\(exemption(clause: "V").replacing("owner=\"Jo\" ", with: ""))",
      line: 6,
      words: "owner"
    ),
    Mistake(
      what: "an exemption that is over before it begins",
      body: "<verdict id=\"V\"/>\n\(exemption(clause: "V", until: "2026-10-31"))",
      line: 6,
      words: "before the policy is issued"
    ),
    Mistake(
      what: "an exemption for a number that cannot be",
      body: "<verdict id=\"V\"/>\n\(exemption(clause: "V").replacing("04336774", with: "ABC"))",
      line: 6,
      column: 60,
      words: "no such entry"
    ),
  ]

  static func exemption(clause: String, until: String = "2026-12-31") -> String {
    "<exemption id=\"X\" clause=\"\(clause)\" owner=\"Jo\" until=\"\(until)\">"
      + "<supplier scheme=\"GB-COH\" id=\"04336774\"/><reason>So.</reason></exemption>"
  }

  /// Clauses that cannot both be met, and clauses that decide nothing: always told at line 6.
  static let pairs = [
    (
      "<questionnaire id=\"A\"><accept questionnaire=\"one\"/></questionnaire>",
      "<questionnaire id=\"B\"><accept questionnaire=\"two\"/></questionnaire>", "no file can meet"
    ),
    (
      "<questionnaire id=\"A\"><accept questionnaire=\"one\" edition=\"Willow\"/></questionnaire>",
      "<questionnaire id=\"B\"><accept questionnaire=\"one\" edition=\"Danzell\"/></questionnaire>",
      "no file can meet"
    ),
    (
      "<signer id=\"A\" kinds=\"pinned\"/>", "<signer id=\"B\" kinds=\"programme\"/>",
      "no file can meet"
    ),
    ("<declared id=\"A\" by=\"board\"/>", "<declared id=\"B\" by=\"delegated\"/>", "no file can"),
    ("<age id=\"A\" days=\"30\"/>", "<age id=\"B\" days=\"90\"/>", "decides nothing"),
    ("<verdict id=\"A\"/>", "<verdict id=\"B\" not-ready=\"accepted\"/>", "decides nothing"),
    (
      "<answers id=\"A\" questions=\"A4.2 A6.4\"/>", "<answers id=\"B\" questions=\"A6.4\"/>",
      "decides nothing"
    ),
    (
      "<evidence id=\"A\" questions=\"A6.4\" strength=\"scanned\" days=\"30\"/>",
      "<evidence id=\"B\" questions=\"A6.4\" strength=\"documented\"/>", "decides nothing"
    ),
    ("<scope id=\"A\"/>", "<scope id=\"B\" parts=\"asked\"/>", "decides nothing"),
    (
      "<certificate id=\"A\" schemes=\"ce-plus\" holds-on=\"award\"/>",
      "<certificate id=\"B\" schemes=\"ce ce-plus\"/>", "decides nothing"
    ),
    ("<binding id=\"A\" challenge=\"yes\"/>", "<binding id=\"B\"/>", "decides nothing"),
    ("<supplier id=\"A\"/>", "<supplier id=\"B\"/>", "decides nothing"),
    (
      "<countersigned id=\"A\" roles=\"assessor adviser\"/>",
      "<countersigned id=\"B\" roles=\"adviser it-lead\" need=\"any\"/>", "decides nothing"
    ),
    (
      "<identifiers id=\"A\" registers=\"GB-COH VAT\"/>",
      "<identifiers id=\"B\" registers=\"VAT\"/>", "decides nothing"
    ),
  ]

  private func problems(_ text: String) -> [XMLProblem] {
    do {
      _ = try PolicyReader.read(Array(text.utf8))
      return []
    } catch {
      return error.problems
    }
  }

  @Test(arguments: mistakes)
  func `each mistake is told at its line and column`(_ mistake: Mistake) throws {
    let text = SamplePolicy.text(
      mistake.body,
      attributes: mistake.attributes,
      before: mistake.before
    )
    let found = problems(text)
    let told = try #require(
      found.first { $0.what.contains(mistake.words) },
      "\(found.map(\.what))"
    )
    #expect(told.position?.line == mistake.line)
    #expect(told.position?.column == mistake.column)
  }

  @Test(arguments: pairs)
  func `clauses that contradict or repeat each other are told`(
    _ first: String,
    _ second: String,
    _ words: String
  ) throws {
    let found = problems(SamplePolicy.text("\(first)\n  \(second)"))
    #expect(found.count == 1)
    #expect(found.first?.what.contains(words) == true, "\(found.map(\.what))")
    #expect(found.first?.what.contains("\"A\" (line 5)") == true)
    #expect(found.first?.position?.line == 6)
    #expect(found.first?.position?.column == 3)
    // In the other order the one that decides nothing is told all the same.
    let other = problems(SamplePolicy.text("\(second)\n\(first)"))
    #expect(other.count == 1)
    #expect(other.first?.what.contains(words) == true)
    let isSame = first.replacing("A", with: "B") == second
    #expect(other.first?.position?.line == (words == "decides nothing" && !isSame ? 5 : 6))
    // For different tiers both stand.
    let tiers = "\n<tier id=\"one\" title=\"One\"/><tier id=\"two\" title=\"Two\"/>"
    func tiered(_ clause: String, _ tier: String) -> String {
      clause.replacing(
        " id=\"\(clause == first ? "A" : "B")\"",
        with: " id=\"\(tier)\" tiers=\"\(tier)\""
      )
    }
    let apart = SamplePolicy.text(tiered(first, "one") + tiered(second, "two"), before: tiers)
    #expect(problems(apart).isEmpty, "\(problems(apart).map(\.what))")
  }

  @Test func `all mistakes are told at once, in the file's order`() {
    let found = problems(
      SamplePolicy.text(
        "<verdict id=\"V\" sources=\"S9\"/>\n<age id=\"A\" days=\"9\" tiers=\"x\"/>\n<outcomes id=\"O\"/>"
      )
    )
    #expect(found.map { $0.position?.line } == [5, 6, 7])
  }

  @Test func `somebody else's file is told as such`() {
    #expect(
      problems("<questionnaire xmlns=\"urn:readiness:questionnaire:1\"/>").map(\.what)
        == ["this is not a policy: its root element is \"questionnaire\""]
    )
    #expect(problems("<policy xmlns=\"urn:other\"/>").first?.what.contains("not a policy") == true)
  }

  @Test func `hostile files are refused`() {
    let good = SamplePolicy.text("<verdict id=\"V\"/>")
    let attacks = [
      "", "\u{0}", good.replacing("<policy", with: "<!DOCTYPE policy [<!ENTITY a \"b\">]><policy"),
      good.replacing("A sample", with: "&x;"), String(good.dropLast(12)),
      good.replacing("UTF-8", with: "UTF-16"),
      good.replacing(
        "<verdict id=\"V\"/>",
        with: String(repeating: "<verdict id=\"V\"/>", count: 300)
      ),
      good.replacing("A sample", with: String(repeating: "x", count: 3_000)),
      String(repeating: "<policy>", count: 10_000),
    ]
    for attack in attacks { #expect(!problems(attack).isEmpty) }
    #expect(problems(good).isEmpty)
  }

  @Test func `two policies of different bytes have different digests`() throws {
    let one = try SamplePolicy.reading("<verdict id=\"V\"/>")
    let other = try SamplePolicy.reading("<verdict  id=\"V\"/>")
    #expect(one.clauses == other.clauses)
    #expect(one.sha256 != other.sha256)
    #expect(one.sha256.count == 64)
  }
}
