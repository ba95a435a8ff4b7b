import ReadinessCore
import TestSupport
import Testing

/// What stands at the question that a condition looks at.
enum Situation: String, CaseIterable {
  case good
  case other
  case unanswered
  case dontKnow
  case notAsked
  case waiting
}

/// Whether a condition holds, seen from outside: a question under that condition is asked, is not
/// asked, or waits.
enum Seen: String {
  case yes
  case no
  case unknown
}

/// A condition on the question `T`, which is asked when the gate `G` is yes.
struct ConditionProbe: CustomStringConvertible, Sendable {
  let description: String
  let condition: String
  /// The question `T` as XML, given its `when`.
  let target: String
  /// The answer with which the condition holds.
  let good: AnswerContent
  /// The answer with which it does not hold.
  let other: AnswerContent
  /// More questions as XML, and their answers.
  var others: [String] = []
  var otherAnswers: [String: AnswerContent] = [:]

  /// Whether the condition holds in a situation.
  ///
  /// Behind a gate that is closed or not known, the good answer still stands in the sheet: it must
  /// not count.
  func seen(in situation: Situation) throws -> Seen {
    var answers = otherAnswers
    switch situation {
    case .good: answers = answers.with("G", .yes).with("T", good)
    case .other: answers = answers.with("G", .yes).with("T", other)
    case .unanswered: answers = answers.with("G", .yes)
    case .dontKnow: answers = answers.with("G", .yes).with("T", .dontKnow)
    case .notAsked: answers = answers.with("G", .no).with("T", good)
    case .waiting: answers = answers.with("T", good)
    }
    return try seen(answers)
  }

  /// Whether the condition holds with these answers.
  func seen(_ answers: [String: AnswerContent]) throws -> Seen {
    let information = "mark=\"information\""
    let assessor = try SmallPack.assessor(
      [SmallPack.question("G", "yes-no", "good=\"either\" \(information)"), target] + others
        + [SmallPack.question("P", "yes-no", "good=\"either\" \(information)", when: condition)]
    )
    let assessment = assessor.assess(answers)
    if assessment.result("P") != nil { return .yes }
    return assessment.waiting.contains("P") ? .unknown : .no
  }
}

extension ConditionProbe {
  /// The question `T`, asked when `G` is yes.
  static func target(_ type: String, _ attributes: String = "", _ inside: String = "") -> String {
    SmallPack.question("T", type, attributes, when: #"<answer of="G" is="yes"/>"#, inside)
  }

  static let yesNo = target("yes-no", #"good="yes""#)
  static let options = """
    <option id="A">A</option><option id="B">B</option><option id="C">C</option>
    """
  static let parts = target(
    "parts",
    "",
    """
    <part id="flag" type="yes-no" good="yes"><prompt>Flag?</prompt></part>
    <part id="several" type="choices" needed="no"><prompt>Which?</prompt>\(options)</part>
    <part id="size" type="number" needed="no"><prompt>Size?</prompt></part>
    <part id="words" type="text" needed="no"><prompt>Words?</prompt></part>
    """
  )
  static let table = target("table", #"mark="information""#, columns)
  static let columns = """
    <column id="name" type="text" role="product"><prompt>Name</prompt></column>
    <column id="version" type="text" role="version"><prompt>Version</prompt></column>
    <column id="subscription" type="choice" role="subscription"><prompt>Paid</prompt>
      <option id="none">No</option><option id="live">Yes</option></column>
    <column id="flag" type="yes-no"><prompt>Flag</prompt></column>
    <column id="size" type="number"><prompt>Size</prompt></column>
    """

  static func row(_ cells: [String: Value]) -> AnswerContent { .rows([cells]) }

  static func one(
    _ description: String,
    _ condition: String,
    _ target: String,
    _ good: AnswerContent,
    _ other: AnswerContent
  ) -> ConditionProbe {
    ConditionProbe(
      description: description,
      condition: condition,
      target: target,
      good: good,
      other: other
    )
  }
}
