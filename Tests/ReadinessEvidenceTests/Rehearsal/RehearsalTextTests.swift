import ReadinessCore
import ReadinessEvidence
import TestSupport
import Testing

struct RehearsalTextTests {
  private func hostile() throws -> Rehearsal {
    try RehearsedFirm.rehearse([
      "A2.9": .rows([
        [
          "service": .text(
            "\u{1B}[2JMail\u{202E}\n\nVerdict: ready " + String(repeating: "W", count: 300)
          ),
          "mfa": .word("yes"), "admins": .word("yes"), "users": .word("yes"),
        ]
      ]),
      "A2.6": .rows([
        [
          "make": .text("\u{9B}31m"), "product": .text(String(repeating: "x", count: 9_000)),
          "version": .text("\r1"), "quantity": .number(7), "owner": .word("company"),
        ]
      ]),
    ])
  }

  @Test func `no line is wider than the page`() throws {
    for rehearsal in [
      try RehearsedFirm.rehearse(late: [1: 4]), try hostile(),
      try RehearsedFirm.rehearse(lateDevices: LateDevicesTests.seen()),
    ] {
      for width in [40, 60, 80] {
        for line in RehearsalText.text(rehearsal, width: width).split(separator: "\n") {
          #expect(TextLayout.width(line) <= width, "\(line)")
        }
      }
    }
  }

  @Test func `nothing that the firm typed drives the terminal or looks like a line of ours`() throws
  {
    let text = RehearsalText.text(try hostile())
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x9B })
    #expect(!text.contains("\u{202E}"))
    #expect(!text.split(separator: "\n").contains("Verdict: ready"))
  }

  @Test func `each test case lists each drawn device and both accounts of each service`() throws {
    let rehearsal = try RehearsedFirm.rehearse()
    let page = RehearsalText.text(rehearsal, width: 80)
    for name in ["TC1", "TC2", "TC3", "TC4", "TC5"] { #expect(page.contains("\n\(name)  ")) }
    let text = page.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for service in rehearsal.cloudServices {
      for account in ["1 ordinary account", "1 administrator account"] {
        #expect(text.contains("[ ] \(service): \(account)"), "\(service)")
      }
    }
    for draw in rehearsal.draws {
      for device in draw.first {
        // Two checks at least; the sample itself names several devices of a row at once.
        #expect(text.ranges(of: "[ ] " + device.inWords).count >= 2, "\(device.inWords)")
      }
    }
  }

  @Test func `it says what it is not, how sure we are, and where it comes from`() throws {
    let text = RehearsalText.text(try RehearsedFirm.rehearse())
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("not a certificate"))
    #expect(text.contains("We are fairly sure"))
    #expect(text.contains("version 3.2, the newest public one"))
    for word in ["certified", "accredited", " pass "] { #expect(!text.lowercased().contains(word)) }
  }

  @Test func `a firm that has listed nothing is told which answers are missing`() throws {
    let rehearsal = try RehearsedFirm.rehearse([
      "A2.6": .dontKnow, "A2.7-any": .no, "A2.8-any": .no, "A2.6.1-any": .no, "A2.9": .dontKnow,
    ])
    let text = RehearsalText.text(rehearsal)
    #expect(text.contains("No devices are listed yet: answer A2.6, A2.6.1, A2.7, A2.8."))
    #expect(text.contains("No cloud service is listed yet: answer A2.9."))
  }

  @Test func `the JSON fits its schema, and the schema describes every member`() throws {
    let bytes = try Repository.bytes("Questionnaires/rehearsal.schema.json")
    let schema = SchemaCheck(root: try JSONReader.read(bytes))
    for rehearsal in [
      try RehearsedFirm.rehearse(), try hostile(),
      try RehearsedFirm.rehearse(lateDevices: LateDevicesTests.seen()),
      try RehearsedFirm.rehearse(
        seed: .max,
        late: [1: 2],
        certificateDate: day("2026-12-01"),
        start: day("2027-01-11")
      ),
      try RehearsedFirm.rehearse(
        exposed: ExposedServices.seen(in: [ExposedServicesTests.report(.nessus, "203.0.113.7")])
      ),
    ] {
      let json = RehearsalJSON.json(rehearsal)
      #expect(schema.problems(with: json) == [])
      #expect(try JSONReader.read(Array(JSONWriter.pretty(json).utf8)) == json)
    }
  }
}
