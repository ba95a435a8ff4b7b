import ReadinessEvidence
import ReadinessXML
import TestSupport
import Testing

struct ScanRulesReaderTests {
  private func shipped() throws -> String {
    String(decoding: try Repository.bytes("Support/ScanRules.xml"), as: UTF8.self)
  }

  @Test(arguments: [
    ("days=\"14\"", "days=\"0\""), ("days=\"14\"", "days=\"fourteen\""),
    ("score-at-least=\"7.0\"", "score-at-least=\"11.0\""),
    ("score-at-least=\"7.0\"", "score-at-least=\"7\""),
    ("certainty-at-least=\"70\"", "certainty-at-least=\"101\""),
    ("weight=\"contradicts\"", "weight=\"lifts\""), ("what=\"late\"", "what=\"early\""),
    ("id=\"late-software\"", "id=\"late-systems\""), ("<title>", "<!DOCTYPE x><title>"),
    ("version=\"2026.11\"", ""),
  ])
  func `rules that are not in the form are refused with their place`(
    good: String,
    bad: String
  ) throws {
    let text = try shipped()
    #expect(text.contains(good))
    let broken = Array(text.replacing(good, with: bad, maxReplacements: 1).utf8)
    #expect(throws: XMLReadingError.self) { try ScanRulesReader.read(broken) }
  }

  @Test func `rules that are cut short are refused`() throws {
    let bytes = Array(try shipped().utf8)
    for part in 1...7 {
      #expect(throws: XMLReadingError.self) {
        try ScanRulesReader.read(Array(bytes.prefix(bytes.count * part / 8)))
      }
    }
  }
}
