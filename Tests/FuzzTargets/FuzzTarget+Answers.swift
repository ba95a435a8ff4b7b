import ReadinessCore
import ReadinessXML
import TestSupport

extension FuzzTarget {
  private static let set: Questionnaire? = {
    let path = "Tests/ReadinessXMLTests/Fixtures/Questionnaires/valid.xml"
    guard let bytes = try? Repository.bytes(path) else { return nil }
    return try? QuestionnaireReader.read(bytes, sha256: Pack.noDigest)
  }()

  static func questionnaire(_ bytes: [UInt8]) {
    guard let checked = try? QuestionnaireChecks.check(bytes, sha256: Pack.noDigest),
      checked.problems.isEmpty
    else { return }
    let read = checked.questionnaire
    let assessor = Assessor(questionnaire: read, support: SmallSupportData.data)
    let empty = AnswerSheet(questionnaire: read.id, edition: read.edition)
    _ = assessor.assess(empty, asOf: now.day)
  }

  static func answers(_ bytes: [UInt8]) {
    guard let questionnaire = Self.set, let value = try? JSONReader.read(bytes) else { return }
    let line = Array(JSONWriter.line(value).utf8)
    hold(try JSONReader.read(line) == value, "JSON read again")
    guard let sheet = try? AnswersFile.read(value, questionnaire) else { return }
    let written = Array(AnswersFile.write(sheet, questionnaire).utf8)
    hold(
      try AnswersFile.read(JSONReader.read(written), questionnaire) == sheet,
      "answers read again"
    )
    assess(sheet, questionnaire)
  }

  static func sheet(_ bytes: [UInt8]) {
    guard let questionnaire = Self.set, let read = try? ReplySheet.read(bytes, questionnaire) else {
      return
    }
    var sheet = AnswerSheet(questionnaire: questionnaire.id, edition: questionnaire.edition)
    for answer in read.answers { sheet.record(answer) }
    // What somebody else filled in can be kept as the firm's own.
    let written = Array(AnswersFile.write(sheet, questionnaire).utf8)
    hold(
      try AnswersFile.read(JSONReader.read(written), questionnaire).answers == sheet.answers,
      "replies read again"
    )
    assess(sheet, questionnaire)
  }

  private static func assess(_ sheet: AnswerSheet, _ questionnaire: Questionnaire) {
    let assessor = Assessor(questionnaire: questionnaire, support: SmallSupportData.data)
    _ = assessor.assess(sheet, asOf: now.day)
  }
}
