import ReadinessCore
import ReadinessXML
import TestSupport
import Testing

/// `readiness questionnaire check` finds every mistake, and says where it is in our own words.
struct QuestionnaireMistakeTests {
  private static let folder = "Tests/ReadinessXMLTests/Fixtures/Questionnaires"

  private func problems(_ name: String) throws -> [String] {
    let bytes = try Repository.bytes("\(Self.folder)/\(name).xml")
    return try QuestionnaireChecks.check(bytes, sha256: Pack.noDigest).problems.map(\.told)
  }

  @Test func `in the valid one nothing is wrong`() throws {
    #expect(try problems("valid") == [])
  }

  @Test(arguments: QuestionnaireMistake.all)
  func `a mistake is told with its line, its column and our words`(
    mistake: QuestionnaireMistake
  ) throws {
    #expect(try problems(mistake.description) == mistake.problems)
  }

  @Test func `every fixture is asserted, and every assertion has its fixture`() throws {
    let files = try Repository.files(in: Self.folder).map { $0.replacing(".xml", with: "") }
      .sorted()
    let asserted = QuestionnaireMistake.all.map(\.description)
    #expect(files == (asserted + ["valid"]).sorted())
  }

  @Test func `every fixture differs from the valid one and satisfies the schema`() throws {
    let valid = try Repository.bytes("\(Self.folder)/valid.xml")
    for mistake in QuestionnaireMistake.all {
      let bytes = try Repository.bytes("\(Self.folder)/\(mistake.description).xml")
      #expect(bytes != valid)
      #expect(throws: Never.self) { try QuestionnaireReader.read(bytes, sha256: Pack.noDigest) }
    }
  }

  @Test func `several mistakes are found in one run, in the file's order`() throws {
    let several = try #require(
      QuestionnaireMistake.all.first { $0.description == "several-mistakes" }
    )
    #expect(several.problems.count == 9)
    #expect(try problems("several-mistakes") == several.problems)
  }

  @Test func `a problem is shown with its line and a caret under the place`() throws {
    let bytes = try Repository.bytes("\(Self.folder)/duplicate-option.xml")
    let problem = try #require(
      try QuestionnaireChecks.check(bytes, sha256: Pack.noDigest).problems.first
    )
    #expect(
      problem.text(file: "duplicate-option.xml", bytes: bytes) == """
        duplicate-option.xml:34:5: the option "small" stands twice
                <option id="small">Large</option>
                ^
        """
    )
  }
}
