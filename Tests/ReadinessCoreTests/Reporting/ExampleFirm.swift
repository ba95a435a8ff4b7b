import ReadinessCore
import ReadinessXML
import TestSupport

/// The invented firm of `Evidence/Example`, judged with the shipped data.
enum ExampleFirm {
  /// In November 2026: not ready.
  static func notReady() throws -> Assessment {
    try assessment("answers.json", asOf: day("2026-11-23"))
  }

  /// In January 2027: ready.
  static func ready() throws -> Assessment {
    try assessment("answers-six-weeks-later.json", asOf: day("2027-01-04"))
  }

  /// The later answers when Windows 11 25H2 has just ended: two answers contradict a row.
  static func contradicting() throws -> Assessment {
    try assessment("answers-six-weeks-later.json", asOf: day("2027-10-13"))
  }

  /// A firm that has answered nothing.
  static func blank() throws -> Assessment {
    let questionnaire = try Pack.shipped()
    let sheet = AnswerSheet(
      questionnaire: questionnaire.id,
      edition: questionnaire.edition
    )
    return try assessor().assess(sheet, asOf: dateOfFacts)
  }

  /// One of these assessments each.
  static func all() throws -> [Assessment] {
    try [notReady(), ready(), contradicting(), blank(), hostile()]
  }

  /// The November answers with things in them that mean harm.
  static func hostile() throws -> Assessment {
    var sheet = try answers("answers.json")
    sheet.record(
      Answer(question: "A1.1", content: .text("<script>alert(\"1\")</script>\u{1B}[2J Ltd"))
    )
    sheet.record(
      Answer(
        question: "A6.5",
        content: .no,
        note: "=HYPERLINK(\"http://x\")\u{9B}31m\r\nVerdict: ready\u{202E}txet",
        by: "</dd><img src=x onerror=alert(1)>"
      )
    )
    sheet.record(
      Answer(
        question: "A6.3.1",
        content: .rows([
          [
            "product": .text("=1+1"), "version": .text(String(repeating: "W", count: 300)),
            "reason": .text("&<>\"'"), "kept": .word("in-use"),
          ]
        ])
      )
    )
    return try assessor().assess(sheet, asOf: day("2026-11-23"))
  }

  /// The shipped question set with the shipped support dates.
  static func assessor() throws -> Assessor {
    Assessor(questionnaire: try Pack.shipped(), support: try support.get())
  }

  /// One of the example's files of answers.
  static func answers(_ file: String) throws -> AnswerSheet {
    let value = try JSONReader.read(Repository.bytes("Evidence/Example/\(file)"))
    return try AnswersFile.read(value, Pack.shipped())
  }

  /// The shipped support directory; read once.
  static func directory() throws -> SupportDirectory { try loadedDirectory.get() }

  private static func assessment(_ file: String, asOf: CalendarDate) throws -> Assessment {
    try assessor().assess(answers(file), asOf: asOf)
  }

  private static let support = Result {
    try SupportDataReader.read(
      Repository.bytes("Support/EndOfSupport.xml"),
      sha256: Pack.noDigest
    )
  }

  private static let loadedDirectory = Result {
    try SupportDirectoryReader.read(
      Repository.bytes("Support/SupportDirectory.xml"),
      sha256: Pack.noDigest
    )
  }
}
