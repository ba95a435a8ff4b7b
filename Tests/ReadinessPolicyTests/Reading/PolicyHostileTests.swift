import ReadinessPolicy
import ReadinessXML
import Testing

/// Files that are no policies, or want to do harm.
struct PolicyHostileTests {
  private func problems(_ text: String) -> [XMLProblem] {
    do {
      _ = try PolicyReader.read(Array(text.utf8))
      return []
    } catch {
      return error.problems
    }
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
        with: String(repeating: "<verdict id=\"V\"/>", count: 101)
      ),
      good.replacing("A sample", with: String(repeating: "x", count: 3_000)),
      String(repeating: "<policy>", count: 10_000),
    ]
    // The most clauses of the most questions, each compared with each.
    let questions = (1...200).map { "A\($0)" }
    let many = (1...100).map { number in
      let turned = questions[number...] + questions[..<number]
      return "<answers id=\"C\(number)\" questions=\"\(turned.joined(separator: " "))\"/>"
    }
    #expect(problems(SamplePolicy.text(many.joined())).count == 4_950)
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
