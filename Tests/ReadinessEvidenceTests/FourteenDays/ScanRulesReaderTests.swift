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
    ("version=\"2026.11\"", ""), ("says=\"update\"", "says=\"perhaps\""),
    ("id=\"ends\"", "id=\"holds\""),
    ("<solution says=\"update\">Upgrade<", "<solution says=\"update\"><"),
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

  @Test(arguments: [
    ("Upgrade to 2.0 or later.", ReportedFix.available), ("APPLY the patch", .available),
    ("Upgrading helps", .unknown), ("There is no known solution at this time.", .none),
    ("Contact the vendor.", .unknown), ("", .unknown), ("Patch", .available),
  ])
  func `how a solution of Nessus begins says whether there is an update`(
    solution: String,
    fix: ReportedFix
  ) throws {
    let text = MadeNessus.solution(solution)
    #expect(try Reading.report(.nessus, text).problems.map(\.fix) == [fix])
  }

  @Test func `without phrases a solution and a title say nothing`() throws {
    let bytes = Array(MadeNessus.solution("Upgrade to 2.0", title: "SEoL").utf8)
    var next: [UInt8]? = bytes
    let report = try ScanImport.read(format: .nessus, phrases: .none) {
      defer { next = nil }
      return next
    }
    #expect(report.problems.map(\.fix) == [.unknown])
    #expect(report.problems.map(\.unsupported) == [false])
    #expect(try Reading.report(.nessus, bytes).problems.map(\.unsupported) == [true])
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
