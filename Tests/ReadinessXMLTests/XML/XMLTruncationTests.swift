import ReadinessCore
import ReadinessXML
import TestSupport
import Testing

/// A file that was cut off or spoiled: never read as if it were whole, and never a crash.
struct XMLTruncationTests {
  private static let text = """
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- é --><a xmlns="urn:a" k="日本"><b>text &lt; &#233;</b><c/><![CDATA[ <x> ]]><?p q?></a>
    """

  @Test func `cut off at any byte it is refused`() {
    let bytes = Array(Self.text.utf8)
    #expect(throws: Never.self) { try XMLDocument.read(bytes, schema: .none) }
    let read = (0..<bytes.count).filter {
      (try? XMLDocument.read(Array(bytes[..<$0]), schema: .none)) != nil
    }
    #expect(read == [])
  }

  @Test func `every refusal has a reason`() {
    let bytes = Array(Self.text.utf8)
    for end in 0..<bytes.count {
      let error = #expect(throws: XMLReadingError.self) {
        try XMLDocument.read(Array(bytes[..<end]), schema: .none)
      }
      #expect(error?.problems.first?.what.isEmpty == false)
    }
  }

  @Test func `a questionnaire cut off anywhere is refused`() throws {
    let bytes = try Repository.bytes(
      "Tests/ReadinessXMLTests/Fixtures/Questionnaires/valid.xml"
    )
    let end = try #require(bytes.lastIndex(of: 0x3E)) + 1
    let read = stride(from: 0, to: end, by: 11).filter {
      (try? QuestionnaireReader.read(Array(bytes[..<$0]), sha256: "")) != nil
    }
    #expect(read == [])
    #expect(throws: Never.self) { try QuestionnaireReader.read(Array(bytes[..<end]), sha256: "") }
  }

  @Test func `spoiled bytes are refused with a reason or read, and never trap`() throws {
    let text = try Repository.bytes(
      "Tests/ReadinessXMLTests/Fixtures/Questionnaires/valid.xml"
    )
    var numbers = DeterministicNumbers(seed: 42)
    var refused = 0
    for _ in 0..<2_000 {
      var bytes = text
      for _ in 0...Int.random(in: 0...2, using: &numbers) {
        let place = Int.random(in: 0..<bytes.count, using: &numbers)
        switch Int.random(in: 0..<4, using: &numbers) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &numbers)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(Array("<>&'\"/ =".utf8).randomElement(using: &numbers) ?? 0, at: place)
        default: bytes.removeSubrange(place..<min(bytes.count, place + 20))
        }
      }
      do {
        let (questionnaire, problems) = try QuestionnaireChecks.check(bytes, sha256: "")
        #expect(questionnaire.questions.count <= 9)
        #expect(problems.allSatisfy { !$0.what.isEmpty && $0.position != nil })
      } catch {
        refused += 1
        #expect(error.problems.allSatisfy { !$0.what.isEmpty })
      }
    }
    #expect(refused > 500 && refused < 2_000)
  }
}
