import ReadinessCore
import TestSupport
import Testing

struct CalendarTests {
  private let stamp = Instant(startOf: day("2026-11-23"))

  private func ics(_ assessment: Assessment) throws -> String {
    try #require(
      Calendar.ics(Plan(assessment, directory: try ExampleFirm.directory()), stamp: stamp)
    )
  }

  /// Lines put together again, by name.
  private func lines(_ text: String) -> [String] {
    text.replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
  }

  @Test func `lines end with CR LF and hold at most 75 octets`() throws {
    let text = try ics(try ExampleFirm.notReady())
    #expect(text.hasSuffix("END:VCALENDAR\r\n"))
    let physical = text.split(separator: "\r\n")
    #expect(physical.allSatisfy { $0.utf8.count <= 75 })
    #expect(!physical.contains { $0.contains { $0 == "\n" || $0 == "\r" } })
    #expect(physical.contains { $0.hasPrefix(" ") })
  }

  @Test func `folding never cuts a character`() throws {
    var sheet = try ExampleFirm.answers("answers.json")
    let who = String(repeating: "é€😀", count: 60)
    sheet.set(AnswerSheet.Target(date: day("2026-12-01"), who: who), for: "A6.5")
    let text = try ics(try ExampleFirm.assessor().assess(sheet, asOf: day("2026-11-23")))
    #expect(text.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 75 })
    #expect(lines(text).contains { $0.contains(who) })
  }

  @Test func `each day is one event with a UID, a stamp and a whole day`() throws {
    let text = try ics(try ExampleFirm.notReady())
    let lines = lines(text)
    func all(_ name: String) -> [String] { lines.filter { $0.hasPrefix(name) } }
    #expect(all("BEGIN:VEVENT").count == 11)
    #expect(Set(all("UID:")).count == 11)
    #expect(Set(all("DTSTAMP:")) == ["DTSTAMP:20261123T000000Z"])
    #expect(all("DTSTART;VALUE=DATE:").first == "DTSTART;VALUE=DATE:20261130")
    #expect(all("DTEND;VALUE=DATE:").first == "DTEND;VALUE=DATE:20261201")
    #expect(all("SUMMARY:").contains("SUMMARY:Your target for A6.1"))
    #expect(lines[1] == "VERSION:2.0")
    #expect(all("BEGIN:").count == all("END:").count)
  }

  @Test func `an event keeps its UID when its day moves, and differs between firms`() throws {
    func uid(_ date: String, _ name: String) throws -> String {
      var sheet = try ExampleFirm.answers("answers.json")
      sheet.record(Answer(question: "A1.1", content: .text(name)))
      sheet.set(AnswerSheet.Target(date: day(date), who: "Owner"), for: "A6.5")
      let lines = lines(
        try ics(try ExampleFirm.assessor().assess(sheet, asOf: day("2026-11-23")))
      )
      let place = try #require(lines.firstIndex(of: "SUMMARY:Your target for A6.5"))
      return try #require(lines[..<place].last { $0.hasPrefix("UID:") })
    }
    #expect(try uid("2026-12-01", "A Ltd") == uid("2026-12-09", "A Ltd"))
    #expect(try uid("2026-12-01", "A Ltd") != uid("2026-12-01", "B Ltd"))
  }

  @Test func `a role cannot add lines or events`() throws {
    var sheet = try ExampleFirm.answers("answers.json")
    sheet.set(
      AnswerSheet.Target(date: day("2026-12-01"), who: "x\r\nEND:VEVENT\r\nBEGIN:VEVENT;,\\\u{1B}"),
      for: "A6.5"
    )
    let lines = lines(try ics(try ExampleFirm.assessor().assess(sheet, asOf: day("2026-11-23"))))
    #expect(lines.count { $0 == "BEGIN:VEVENT" } == 11)
    #expect(
      lines.contains {
        $0.contains("For this: x\\nEND:VEVENT\\nBEGIN:VEVENT\\;\\,\\\\\\\\u{1b}.")
      }
    )
  }

  @Test func `no days make no calendar`() throws {
    #expect(Calendar.ics(Plan(try ExampleFirm.blank()), stamp: stamp) == nil)
  }
}
