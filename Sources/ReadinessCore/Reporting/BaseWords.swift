/// What an assessment builds on, in words.
public enum BaseWords {
  /// Lines for a terminal, with an empty one at the end; none where the set builds on nothing.
  public static func lines(_ assessment: Assessment, width: Int = 80) -> [String] {
    guard let text = sentence(assessment) else { return [] }
    return TextLayout.wrap(text, width: width) + [""]
  }

  /// Which assessment it builds on and how that stands; `nil` where the set builds on nothing.
  static func sentence(_ assessment: Assessment) -> String? {
    guard let id = assessment.questionnaire.buildsOn else { return nil }
    guard let base = assessment.base else {
      return "It builds on answers to \"\(id)\", and there are none here: "
        + "what rests on them is not known."
    }
    let set = base.questionnaire
    return
      "It builds on your answers to \(set.scheme) \(set.edition) \(set.version), whose verdict "
      + "is \"\(base.verdict.rawValue)\". It never stands better than they do."
  }

  /// One question with what it rests on, as "A6.4 automatic fail, A6.5 met".
  static func outcomes(_ resting: [RestingOn]) -> String {
    resting.map { "\($0.question) \($0.outcome.rawValue)" }.joined(separator: ", ")
  }
}
