import ReadinessCore
import ReadinessEvidence
import ReadinessXML
import TestSupport

/// The example firm of `Evidence/Example` in November 2026, to be rehearsed with.
enum RehearsedFirm {
  static func rules() throws -> PlusSampling {
    try PlusSamplingReader.read(Repository.bytes("Support/PlusSampling.xml"))
  }

  static func support() throws -> SupportData {
    let bytes = try Repository.bytes("Support/EndOfSupport.xml")
    return try SupportDataReader.read(bytes, sha256: Pack.noDigest)
  }

  static func answers() throws -> AnswerSheet {
    let bytes = try Repository.bytes("Evidence/Example/answers.json")
    return try AnswersFile.read(JSONReader.read(bytes), try Pack.shipped())
  }

  /// A rehearsal with some answers changed.
  static func rehearse(
    seed: UInt64 = 1,
    sample: Int? = nil,
    late: [Int: Int] = [:],
    lateDevices: [LateDevice] = [],
    certificateDate: CalendarDate? = nil,
    start: CalendarDate? = nil,
    exposed: [ExposedService] = [],
    _ changes: [String: AnswerContent] = [:]
  ) throws -> Rehearsal {
    let support = try support()
    var sheet = try answers()
    for (question, content) in changes {
      sheet.record(Answer(question: question, content: content))
    }
    let assessor = Assessor(questionnaire: try Pack.shipped(), support: support)
    return Rehearsal(
      assessor.assess(sheet, asOf: day("2026-11-23")),
      rules: try rules(),
      support: support,
      seed: seed,
      sample: sample,
      late: late,
      lateDevices: lateDevices,
      certificateDate: certificateDate,
      start: start,
      exposed: exposed
    )
  }

  /// Rows of A2.6: so many computers of each build.
  static func computers(_ rows: [(version: String, edition: String, count: Int)]) -> AnswerContent {
    .rows(
      rows.map { row in
        [
          "make": .text("Dell"), "product": .text("Microsoft Windows"),
          "version": .text(row.version), "edition": .text(row.edition),
          "quantity": .number(row.count), "owner": .word("company"),
        ]
      }
    )
  }
}
