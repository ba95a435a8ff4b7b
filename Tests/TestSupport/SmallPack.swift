public import ReadinessCore
import ReadinessXML

/// Builds small questionnaires from XML, so that a test shows all that it rests on.
public enum SmallPack {
  /// One question as XML.
  ///
  /// - Parameters:
  ///   - id: its id.
  ///   - type: its type, as `yes-no`.
  ///   - attributes: further attributes. `mark` (`major`), `confidence` (`medium`), `source`
  ///     (`S1`), `maps` (`R-1`) and `who` (`owner`) are added where they are not given.
  ///   - when: the condition under which it is asked.
  ///   - inside: options, parts, columns, rules, evidence and remedies, in this order.
  /// - Returns: the question.
  public static func question(
    _ id: String,
    _ type: String,
    _ attributes: String = "",
    when: String = "",
    _ inside: String = ""
  ) -> String {
    var all = attributes
    for (name, value) in [
      ("mark", "major"), ("confidence", "medium"), ("source", "S1"), ("maps", "R-1"),
      ("who", "owner"),
    ] where !attributes.contains("\(name)=") {
      all += " \(name)=\"\(value)\""
    }
    let condition = when.isEmpty ? "" : "<when>\(when)</when>"
    return """
      <question id="\(id)" type="\(type)" \(all)>
        \(condition)<prompt>Question \(id)?</prompt><why>Why.</why><find-out>Look.</find-out>
        <compliant>Good.</compliant>\(inside)
      </question>
      """
  }

  /// A rule as XML.
  public static func rule(_ gives: String, _ condition: String, _ attributes: String = "") -> String
  {
    "<rule gives=\"\(gives)\" \(attributes)><because>\(gives) rule</because>\(condition)</rule>"
  }

  /// A whole questionnaire as XML, with the source `S1`, the theme `theme` and the requirement
  /// `R-1`.
  public static func xml(
    _ questions: [String],
    contradictions: String = "",
    tolerance: Int = 0
  ) -> String {
    """
    <questionnaire xmlns="urn:readiness:questionnaire:1" id="small" scheme="Small" edition="First"
      version="1" valid-from="2026-01-01" tolerance="\(tolerance)" xml:lang="en-GB">
    <title>Small</title><about>Small.</about>
    <sources><source id="S1" confidence="high">A source</source></sources>
    <themes><theme id="theme" technical="yes"><name>Theme</name></theme></themes>
    <requirements>
      <requirement id="R-1" theme="theme" source="S1" confidence="high"><short>One</short></requirement>
    </requirements>
    <section id="S" theme="theme"><title>Section</title>
    \(questions.joined(separator: "\n"))
    </section>
    \(contradictions)
    </questionnaire>
    """
  }

  /// A questionnaire with these questions; only its form is checked, not its sense.
  ///
  /// - Throws: the problems of form.
  public static func questionnaire(
    _ questions: [String],
    contradictions: String = "",
    tolerance: Int = 0
  ) throws -> Questionnaire {
    let text = xml(questions, contradictions: contradictions, tolerance: tolerance)
    return try QuestionnaireReader.read(Array(text.utf8), sha256: Pack.noDigest)
  }

  /// An assessor for a questionnaire with these questions.
  ///
  /// - Throws: the problems of form.
  public static func assessor(
    _ questions: [String],
    contradictions: String = "",
    tolerance: Int = 0,
    support: SupportData = SmallSupportData.data
  ) throws -> Assessor {
    Assessor(
      questionnaire: try questionnaire(
        questions,
        contradictions: contradictions,
        tolerance: tolerance
      ),
      support: support
    )
  }
}

extension Assessor {
  /// What these answers come to on `dateOfFacts`.
  public func assess(_ answers: [String: AnswerContent]) -> Assessment {
    assess(AnswerSheet(answers, for: questionnaire), asOf: dateOfFacts)
  }
}
