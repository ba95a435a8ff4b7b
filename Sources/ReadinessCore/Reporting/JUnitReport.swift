/// The assessment for programs that read test results.
///
/// Each marked question that is asked is one test case: not met and automatic fail are failures,
/// cannot determine and unanswered are skipped. The verdict is a property of the whole.
public enum JUnitReport {
  /// The file's text.
  public static func xml(_ assessment: Assessment) -> String {
    let questionnaire = assessment.questionnaire
    let marked = assessment.results.filter { result in
      // A rule may give a mark to a question that has none of its own.
      !result.question.isOwn
        && (result.question.mark != .information || result.mark != .information)
    }
    var suites = ""
    for section in questionnaire.sections {
      let ids = Set(section.questions.map(\.id))
      let results = marked.filter { ids.contains($0.question.id) }
      guard !results.isEmpty else { continue }
      suites += "  <testsuite\(attributes("\(section.id) \(section.title)", results))>\n"
      suites += results.map { testcase($0, section) }.joined() + "  </testsuite>\n"
    }
    let against = assessment.contradictions.filter { $0.observation != nil }
    suites += seen(against)
    let name =
      "\(questionnaire.scheme) readiness self-assessment, not a certificate "
      + "(\(questionnaire.edition) \(questionnaire.version))"
    let properties = [
      ("verdict", assessment.verdict.rawValue), ("asOf", assessment.asOf.description),
      ("questionnaire.sha256", questionnaire.sha256),
    ].map {
      "    <property name=\"\(Markup.escaped($0.0))\" value=\"\(Markup.escaped($0.1))\"/>\n"
    }.joined()
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites\(attributes(name, marked, against))>
        <properties>
      \(properties)  </properties>
      \(suites)</testsuites>

      """
  }

  /// What was seen against answers, one test case each; what lowers nothing is skipped.
  private static func seen(_ found: [ContradictionFound]) -> String {
    guard !found.isEmpty else { return "" }
    let cases = found.map { found in
      let name = "\(found.questions.joined(separator: " ")) \(found.id)"
      let details = Markup.escaped((found.observation?.details ?? []).joined(separator: "\n"))
      let message = Markup.escaped(found.says)
      let inside =
        isFailure(found)
        ? "<failure type=\"said against seen\" message=\"\(message)\">\(details)</failure>"
        : "<skipped message=\"\(message)\"/>"
      return "    <testcase classname=\"readiness.seen\" name=\"\(Markup.escaped(name))\">\n"
        + "      \(inside)\n    </testcase>\n"
    }
    return
      "  <testsuite\(attributes(SeenWords.title, [], found))>\n\(cases.joined())  </testsuite>\n"
  }

  private static func isFailure(_ found: ContradictionFound) -> Bool {
    found.observation?.weight == .contradicts
  }

  private static func attributes(
    _ name: String,
    _ results: [QuestionResult],
    _ against: [ContradictionFound] = []
  ) -> String {
    let failures =
      results.count { $0.outcome == .automaticFail || $0.outcome == .notMet }
      + against.count(where: isFailure)
    let skipped =
      results.count { $0.outcome == .cannotDetermine || $0.outcome == .unanswered }
      + against.count { !isFailure($0) }
    let tests = results.count + against.count
    return " name=\"\(Markup.escaped(name))\" tests=\"\(tests)\" failures=\"\(failures)\""
      + " errors=\"0\" skipped=\"\(skipped)\""
  }

  private static func testcase(_ result: QuestionResult, _ section: Section) -> String {
    let question = result.question
    let head =
      "    <testcase classname=\"\(Markup.escaped("readiness." + section.id))\" "
      + "name=\"\(Markup.escaped("\(question.id) \(question.words.prompt)"))\""
    let reasons = result.reasons.map(\.text).joined(separator: "; ")
    let message = Markup.escaped("\(ReportWords.name(result)): \(reasons)")
    switch result.outcome {
    case .met, .notApplicable: return head + "/>\n"
    case .cannotDetermine, .unanswered:
      return head + ">\n      <skipped message=\"\(message)\"/>\n    </testcase>\n"
    case .automaticFail, .notMet:
      let type = result.isScopeProblem ? "scope problem" : result.outcome.rawValue
      let remedies = question.remedies.map { "- \(RemedyWords.named($0)) \(RemedyWords.cost($0))" }
      return head + ">\n      <failure type=\"\(type)\" message=\"\(message)\">"
        + Markup.escaped(remedies.joined(separator: "\n")) + "</failure>\n    </testcase>\n"
    }
  }
}
