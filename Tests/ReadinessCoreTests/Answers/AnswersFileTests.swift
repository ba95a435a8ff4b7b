import ReadinessCore
import TestSupport
import Testing

struct AnswersFileTests {
  private func read(_ text: String) throws -> AnswerSheet {
    try AnswersFile.read(JSONReader.read(Array(text.utf8)), Pack.shipped())
  }

  private func problems(_ answers: String) throws -> [String] {
    let text = """
      {"format":"readiness-answers-1","questionnaire":"cyber-essentials","edition":"Danzell",
       "answers":[\(answers)]}
      """
    do {
      _ = try read(text)
      return []
    } catch let error as AnswersFileError { return error.problems }
  }

  @Test(arguments: GoodSheet.all.map(\.key))
  func `a good sheet is the same after it was written and read, and so are its bytes`(
    name: String
  ) throws {
    let pack = try Pack.shipped()
    let answers = try #require(GoodSheet.all.first { $0.key == name }).value
    var sheet = AnswerSheet(answers, for: pack)
    sheet.record(
      Answer(
        question: "A4.1",
        content: .yes,
        note: "two\nlines \"quoted\"",
        by: "IT provider",
        at: Instant(startOf: dateOfFacts)
      )
    )
    sheet.record(Answer(question: "A2.5", content: .notApplicable(reason: "no router is ours")))
    sheet.record(Answer(question: "A7.2", content: .dontKnow))
    sheet.ask("A6.4", of: .itProvider)
    sheet.set(AnswerSheet.Target(date: day("2027-01-31"), who: "Director"), for: "A6.1")
    sheet.place = "A4.2"
    let text = AnswersFile.write(sheet, pack)
    let again = try read(text)
    #expect(again == sheet)
    #expect(AnswersFile.write(again, pack) == text)
  }

  @Test func `answers stand in the order of the questions`() throws {
    let pack = try Pack.shipped()
    let text = AnswersFile.write(AnswerSheet(GoodSheet.usual, for: pack), pack)
    let value = try JSONReader.read(Array(text.utf8))
    let ids = try #require(value["answers"]?.array).compactMap { $0["question"]?.string }
    #expect(ids == pack.questions.map(\.id).filter { GoodSheet.usual[$0] != nil })
  }

  @Test(arguments: [
    #"{"question":"A4.1","answer":"perhaps"}"#, #"{"question":"A4.1","answer":true}"#,
    #"{"question":"A4.1","answer":["yes"]}"#, #"{"question":"A2.1","answer":"all"}"#,
    #"{"question":"A8.1","answer":["A","Z"]}"#, #"{"question":"A8.1","answer":["A","A"]}"#,
    #"{"question":"A8.1","answer":"A"}"#, #"{"question":"A1.3","answer":"12"}"#,
    #"{"question":"A1.1","answer":12}"#, #"{"question":"A4.6","answer":"yes"}"#,
    #"{"question":"A4.6","answer":{"date":"2026-02-30"}}"#,
    #"{"question":"A4.6","answer":{"unheard-of":"yes"}}"#,
    #"{"question":"A2.9","answer":{"service":"x"}}"#,
    #"{"question":"A2.9","answer":[{"mfa":"perhaps"}]}"#,
    #"{"question":"A2.9","answer":[{"unheard-of":"x"}]}"#, #"{"question":"A2.9","answer":["x"]}"#,
    #"{"question":"A9.9","answer":"yes"}"#, #"{"question":"A4.1"}"#, #"{"answer":"yes"}"#,
    #"{"question":"A4.1","answer":null}"#, #""yes""#,
    #"{"question":"A4.1","answer":"yes"},{"question":"A4.1","answer":"no"}"#,
    #"{"question":"A1.1","answer":"a\u0000b"}"#, #"{"question":"A1.1","answer":"a\u009bb"}"#,
  ])
  func `an answer in another form is refused with a reason`(entry: String) throws {
    let problems = try problems(entry)
    #expect(problems.count == 1)
    #expect(problems.first?.isEmpty == false)
  }

  @Test func `every problem is told in one go, and nothing is taken`() throws {
    let found = try problems(
      #"{"question":"A4.1","answer":"x"},{"question":"A1.3","answer":"x"},{"question":"Z","answer":1}"#
    )
    #expect(found.count == 3)
    #expect(found.map { $0.prefix(4) } == ["A4.1", "A1.3", "Z: t"])
  }

  @Test(arguments: [
    #"{}"#, #"[]"#, #"{"format":"readiness-answers-2","answers":[]}"#,
    #"{"format":"readiness-answers-1"}"#, #"{"format":"readiness-answers-1","answers":{}}"#,
    #"{"format":"readiness-answers-1","questionnaire":"other","answers":[]}"#,
    #"{"format":"readiness-answers-1","edition":"Beacon","answers":[]}"#,
  ])
  func `a file of something else is refused`(text: String) {
    #expect(throws: AnswersFileError.self) { try read(text) }
  }
}
