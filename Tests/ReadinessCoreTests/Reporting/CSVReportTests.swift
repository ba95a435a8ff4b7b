import ReadinessCore
import TestSupport
import Testing

struct CSVReportTests {
  /// Reads RFC 4180.
  private func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    var rest = Substring(text)
    while let character = rest.popFirst() {
      switch character {
      case "\"" where isQuoted && rest.first == "\"":
        cell.append("\"")
        rest.removeFirst()
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        row.append(cell)
        cell = ""
      case "\r\n" where !isQuoted:
        rows.append(row + [cell])
        row = []
        cell = ""
      default: cell.append(character)
      }
    }
    return rows
  }

  @Test func `each finding is one line after the heading`() throws {
    for assessment in try ExampleFirm.all() {
      let rows = rows(CSVReport.csv(assessment))
      #expect(rows.count == assessment.findings.count + 1)
      #expect(rows.allSatisfy { $0.count == rows[0].count })
      #expect(rows.dropFirst().map { $0[1] } == assessment.findings.map(\.question.id))
      #expect(
        rows.dropFirst().allSatisfy { $0.last?.contains("not a certificate") == true }
      )
    }
  }

  @Test func `a line tells outcome, mark, work, money and the firm's target`() throws {
    let rows = rows(CSVReport.csv(try ExampleFirm.notReady()))
    let line = Dictionary(uniqueKeysWithValues: zip(rows[0], rows[1]))
    #expect(line["question"] == "A6.1")
    #expect(line["outcome"] == "likely automatic fail")
    #expect(line["mark"] == "automatic-fail")
    #expect(line["work"] == "half a day")
    #expect(line["requirements"] == "SUM-1 SUM-2")
    #expect(line["target date"] == "2026-12-18")
    #expect(line["target role"] == "IT provider")
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0"])
  func `a cell that a spreadsheet would take for a formula begins with an apostrophe`(
    _ typed: String
  ) throws {
    var sheet = try ExampleFirm.answers("answers.json")
    sheet.set(AnswerSheet.Target(date: day("2026-12-01"), who: typed), for: "A6.5")
    let assessment = try ExampleFirm.assessor().assess(sheet, asOf: day("2026-11-23"))
    let line = try #require(rows(CSVReport.csv(assessment)).first { $0[1] == "A6.5" })
    let cell = line[line.count - 2]
    #expect(cell.hasPrefix("'"))
    #expect(
      rows(CSVReport.csv(assessment)).joined().allSatisfy { !"=+-@\t\r".contains($0.first ?? " ") }
    )
  }

  @Test func `quotes and commas stay within their cell`() throws {
    var sheet = try ExampleFirm.answers("answers.json")
    sheet.set(AnswerSheet.Target(date: day("2026-12-01"), who: "a \"b\", c\nd;e"), for: "A6.5")
    let assessment = try ExampleFirm.assessor().assess(sheet, asOf: day("2026-11-23"))
    let line = try #require(rows(CSVReport.csv(assessment)).first { $0[1] == "A6.5" })
    #expect(line[line.count - 2] == "a \"b\", c d;e")
  }
}
