import ReadinessCore
import ReadinessInterview
import TestSupport

/// A small question set with one question of each manner.
///
/// `Q1` (yes or no) opens `Q2`; `Q3` is words, `Q4` has parts of which one depends on another,
/// `Q5` is a table, `Q6` may be "not applicable".
enum SmallInterview {
  static let parts = """
    <part id="done" type="yes-no" good="yes"><prompt>Is it done?</prompt></part>
    <part id="when" type="date"><when><answer part="done" is="yes"/></when>
      <prompt>When was it done?</prompt></part>
    <part id="who" type="text"><prompt>Who does it?</prompt></part>
    <part id="proof" type="text" needed="no"><prompt>Where is the proof?</prompt></part>
    """

  static let columns = """
    <column id="name" type="text" needed="yes"><prompt>Its name</prompt></column>
    <column id="count" type="number" needed="yes"><prompt>How many</prompt></column>
    <column id="note" type="text"><prompt>A remark</prompt></column>
    """

  static let questions = [
    SmallPack.question("Q1", "yes-no", #"good="yes""#),
    SmallPack.question("Q2", "yes-no", #"good="yes""#, when: #"<answer of="Q1" is="no"/>"#),
    SmallPack.question("Q3", "text", #"mark="information""#),
    SmallPack.question("Q4", "parts", "", parts),
    SmallPack.question("Q5", "table", #"mark="information""#, columns),
    SmallPack.question("Q6", "yes-no", #"good="yes" not-applicable="yes""#),
  ]

  static func assessor() throws -> Assessor { try SmallPack.assessor(questions) }

  /// An interview over it.
  static func rehearse(
    _ typed: [String],
    from answers: [String: AnswerContent] = [:],
    place: String? = nil,
    scope: InterviewScope = InterviewScope()
  ) throws -> Rehearsal {
    let assessor = try assessor()
    var sheet = AnswerSheet(answers, for: assessor.questionnaire)
    sheet.place = place
    return Rehearsal.of(assessor, typed, sheet: sheet, scope: scope)
  }

  /// Good answers to all of it.
  static let all: [String: AnswerContent] = [
    "Q1": .yes, "Q3": .text("Words"),
    "Q4": .parts(["done": .no, "who": .text("Director"), "proof": .text("In the safe")]),
    "Q5": .rows([["name": .text("Lathe"), "count": .number(2)]]), "Q6": .yes,
  ]
}
