import ReadinessCore
import TestSupport
import Testing

/// What an answer to a question of each type is worth: README, "What an answer is worth", 1.
struct JudgeKindTests {
  private static let options = """
    <option id="good" good="yes">Good</option><option id="bad" good="no">Bad</option>
    <option id="other" good="either">Other</option><option id="plain">Plain</option>
    """

  private func result(_ question: String, _ content: AnswerContent?) throws -> QuestionResult {
    let assessment = try SmallPack.assessor([question]).assess(
      content.map { ["Q": $0] } ?? [:]
    )
    return try #require(assessment.result("Q"))
  }

  private func outcome(_ question: String, _ content: AnswerContent?) throws -> Outcome {
    try result(question, content).outcome
  }

  @Test(arguments: [
    ("yes", AnswerContent.yes, Outcome.met), ("yes", .no, .notMet), ("no", .no, .met),
    ("no", .yes, .notMet), ("either", .yes, .met), ("either", .no, .met),
  ])
  func `yes-no is met by its good answer only`(
    good: String,
    answer: AnswerContent,
    expected: Outcome
  ) throws {
    let question = SmallPack.question("Q", "yes-no", "good=\"\(good)\"")
    #expect(try outcome(question, answer) == expected)
  }

  @Test func `yes-no without a good answer and without rules cannot be determined`() throws {
    let question = SmallPack.question("Q", "yes-no")
    #expect(try outcome(question, .yes) == .cannotDetermine)
    #expect(try outcome(question, .no) == .cannotDetermine)
  }

  @Test(arguments: [
    ("good", Outcome.met), ("bad", .notMet), ("other", .met), ("plain", .met),
    ("unheard-of", .cannotDetermine), ("", .cannotDetermine),
  ])
  func `a choice is worth what its option is worth`(option: String, expected: Outcome) throws {
    let question = SmallPack.question("Q", "choice", "", Self.options)
    #expect(try outcome(question, .option(option)) == expected)
  }

  @Test func `of several options one bad one decides, wherever it stands`() throws {
    let question = SmallPack.question("Q", "choices", "", Self.options)
    #expect(try outcome(question, .options("good")) == .met)
    #expect(try outcome(question, .options("good", "plain")) == .met)
    #expect(try outcome(question, .options("good", "bad")) == .notMet)
    #expect(try outcome(question, .options("bad", "good")) == .notMet)
    #expect(try outcome(question, .options("good", "unheard-of")) == .cannotDetermine)
    #expect(try outcome(question, .value(.words([]))) == .unanswered)
  }

  @Test func `too many or too few options cannot be determined`() throws {
    let question = SmallPack.question("Q", "choices", #"at-least="2" at-most="3""#, Self.options)
    #expect(try outcome(question, .options("good")) == .cannotDetermine)
    #expect(try outcome(question, .options("good", "plain")) == .met)
    #expect(try outcome(question, .options("good", "plain", "other", "bad")) == .cannotDetermine)
  }

  @Test(arguments: ["number", "text", "date", "table"])
  func `context is met by being given`(type: String) throws {
    let contents: [String: AnswerContent] = [
      "number": .number(3), "text": .text("words"), "date": .date("2026-01-01"),
      "table": .rows([["name": .text("a")]]),
    ]
    let column =
      type == "table"
      ? #"<column id="name" type="text" needed="yes"><prompt>Name</prompt></column>"# : ""
    for mark in ["information", "scope"] {
      let question = SmallPack.question("Q", type, "mark=\"\(mark)\"", column)
      #expect(try outcome(question, contents[type]) == .met, "\(mark)")
      #expect(try outcome(question, nil) == .unanswered, "\(mark)")
      #expect(try outcome(question, .dontKnow) == .cannotDetermine, "\(mark)")
    }
  }

  @Test(arguments: ["number", "text", "date", "table"], ["major", "automatic-fail"])
  func `with a mark, being given alone is never met`(type: String, mark: String) throws {
    let contents: [String: AnswerContent] = [
      "number": .number(3), "text": .text("We do it all, every day, everywhere."),
      "date": .date("2026-01-01"), "table": .rows([["name": .text("a")]]),
    ]
    let column =
      type == "table"
      ? #"<column id="name" type="text" needed="yes"><prompt>Name</prompt></column>"# : ""
    let question = SmallPack.question("Q", type, "mark=\"\(mark)\"", column)
    #expect(try outcome(question, contents[type]) == .cannotDetermine)
  }

  @Test func `a number out of range cannot be determined`() throws {
    let question = SmallPack.question(
      "Q",
      "number",
      #"mark="information" at-least="1" at-most="9""#
    )
    #expect(try outcome(question, .number(1)) == .met)
    #expect(try outcome(question, .number(9)) == .met)
    #expect(try outcome(question, .number(0)) == .cannotDetermine)
    #expect(try outcome(question, .number(10)) == .cannotDetermine)
    #expect(try outcome(question, .number(.min)) == .cannotDetermine)
  }

  @Test func `only spaces are no answer, unless the question may be left empty`() throws {
    let text = SmallPack.question("Q", "text", #"mark="information""#)
    let blank = SmallPack.question("Q", "text", #"mark="information" blank="yes""#)
    #expect(try outcome(text, .text(" \n\t")) == .unanswered)
    #expect(try outcome(blank, .text("")) == .met)
    #expect(try outcome(blank, nil) == .unanswered)
  }

  @Test func `a value in another form than the question is never met`() throws {
    let values: [AnswerContent] = [
      .yes, .option("good"), .options("good"), .number(3), .text("yes"), .date("2026-01-01"),
    ]
    let fitting = ["yes-no", "choice", "choices", "number", "text", "date"]
    for type in fitting + ["parts", "table"] {
      for (index, value) in values.enumerated() {
        let outcome = try outcome(question(type), value)
        #expect((outcome == .met) == (fitting.firstIndex(of: type) == index), "\(type), \(value)")
      }
    }
  }

  @Test(arguments: ["yes-no", "choice", "choices", "number", "text", "date", "table"])
  func `parts given to a question without parts are never met`(type: String) throws {
    let outcome = try outcome(question(type), .parts(["good": .yes]))
    #expect(outcome != .met)
  }

  @Test(arguments: ["choice", "choices", "number", "text", "date", "parts"])
  func `rows given to a question without columns are never met`(type: String) throws {
    let outcome = try outcome(question(type), .rows([["good": .yes]]))
    #expect(outcome != .met)
  }

  private func question(_ type: String) -> String {
    SmallPack.question(
      "Q",
      type,
      type == "yes-no" ? #"good="yes""# : #"mark="information""#,
      inside(type)
    )
  }

  private func inside(_ type: String) -> String {
    switch type {
    case "choice", "choices": Self.options
    case "parts": #"<part id="good" type="yes-no" good="yes"><prompt>Good?</prompt></part>"#
    case "table": #"<column id="good" type="yes-no" needed="yes"><prompt>Good</prompt></column>"#
    default: ""
    }
  }

  @Test(arguments: [
    ("automatic-fail", Outcome.automaticFail), ("major", .notMet), ("scope", .notMet),
    ("information", .met),
  ])
  func `an adverse answer gets the question's mark`(mark: String, expected: Outcome) throws {
    let question = SmallPack.question("Q", "yes-no", "good=\"yes\" mark=\"\(mark)\"")
    let result = try result(question, .no)
    #expect(result.outcome == expected)
    #expect(result.mark.rawValue == mark)
    #expect(result.isScopeProblem == (mark == "scope"))
  }
}
