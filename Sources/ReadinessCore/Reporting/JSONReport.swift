/// The assessment as JSON, in the shape of `Questionnaires/report.schema.json`.
///
/// It tells how each question stands and why. Answers are in it only as far as a reason quotes
/// them; as a whole they stay in `answers.json`.
public enum JSONReport {
  /// The value of `format`.
  public static let format = "readiness-report-1"

  /// The report as a value; `JSONWriter` turns it into text.
  public static func json(_ assessment: Assessment) -> JSONValue {
    let own = assessment.results.filter(\.question.isOwn)
    let scheme = assessment.results.filter { !$0.question.isOwn }
    return .object([
      .init("format", .string(format)),
      .init("notice", .string(ReportWords.notACertificate)),
      .init("verdict", .string(assessment.verdict.rawValue)),
      .init("meaning", .string(ReportWords.meaning(of: assessment))),
      .init("asOf", .string(assessment.asOf.description)),
      .init("organisation", string(Firm(assessment).name)),
      .init("questionnaire", questionnaire(assessment.questionnaire)),
      .init("supportData", supportData(assessment)),
      .init("counts", counts(assessment)),
      .init("tolerance", .integer(assessment.questionnaire.tolerance)),
      .init("rule", .string(ReportWords.rule(of: assessment.questionnaire))),
      .init("outcomes", .array(scheme.map { outcome($0, assessment) })),
      .init("ownQuestions", .array(own.map { outcome($0, assessment) })),
      .init("notAsked", strings(notAsked(assessment))),
      .init("waiting", strings(assessment.waiting)),
      .init("findings", strings(assessment.findings.map(\.question.id))),
      .init("buildsOn", base(assessment)),
      .init("rows", .array(assessment.rows.map(row))),
      .init("requirements", .array(assessment.requirements.map(requirement))),
      .init("themes", .array(ThemeSummary.all(assessment).map(theme))),
      .init("contradictions", .array(assessment.contradictions.map(contradiction))),
      .init("seen", seen(assessment.observations)),
      .init("support", .array(assessment.support.map(support))),
      .init("disclaimer", .string(ReportWords.disclaimer)),
    ])
  }

  private static func questionnaire(_ questionnaire: Questionnaire) -> JSONValue {
    .object([
      .init("id", .string(questionnaire.id)), .init("edition", .string(questionnaire.edition)),
      .init("version", .string(questionnaire.version)),
      .init("sha256", .string(questionnaire.sha256)),
      .init("scheme", .string(questionnaire.scheme)),
    ])
  }

  private static func supportData(_ assessment: Assessment) -> JSONValue {
    .object([
      .init("version", .string(assessment.supportData.version)),
      .init("asOf", .string(assessment.supportData.asOf.description)),
      .init("sha256", .string(assessment.supportData.sha256)),
    ])
  }

  private static func counts(_ assessment: Assessment) -> JSONValue {
    let counts = assessment.counts
    let waiting = assessment.waiting.count {
      assessment.questionnaire.question($0)?.isOwn == false
    }
    return .object([
      .init("automaticFail", .integer(counts[.automaticFail])),
      .init("notMet", .integer(counts[.notMet])),
      .init("cannotDetermine", .integer(counts[.cannotDetermine])),
      .init("unanswered", .integer(counts[.unanswered])),
      .init("met", .integer(counts[.met])),
      .init("notApplicable", .integer(counts[.notApplicable])),
      .init("scopeProblems", .integer(counts.scopeProblems)),
      .init("waiting", .integer(waiting)),
    ])
  }

  private static func outcome(_ result: QuestionResult, _ assessment: Assessment) -> JSONValue {
    let question = result.question
    // A scope mark is not one of the scheme's: it is information, told as a scope problem.
    let mark = result.mark == .scope ? Mark.information : result.mark
    var members: [JSONValue.Member] = [
      .init("question", .string(question.id)),
      .init("outcome", .string(result.outcome.rawValue)),
      .init("mark", .string(mark.rawValue)),
      .init("scope", .bool(result.mark == .scope)),
      .init("confidence", .string(result.confidence.rawValue)),
      .init("reasons", strings(result.reasons.map(\.text))),
      .init("requirements", strings(question.requirements)),
      .init("prompt", .string(question.words.prompt)),
      .init("strength", string(result.strength?.rawValue)),
      .init("strengthDate", string(result.strengthDate?.description)),
      .init(
        "strengthAgeDays",
        result.strengthDate.map { .integer(max(0, $0.days(to: assessment.asOf))) } ?? .null
      ),
      .init("answered", string(result.answered?.description)),
      .init("reasonDetails", .array(result.reasons.map(reason))),
    ]
    if !question.restsOn.isEmpty {
      let resting = assessment.restingOn(question).map { other in
        JSONValue.object([
          .init("question", .string(other.question)),
          .init("outcome", .string(other.outcome.rawValue)),
        ])
      }
      members.append(.init("restsOn", .array(resting)))
    }
    if result.outcome == .automaticFail {
      members.append(.init("likely", .bool(result.confidence != .high)))
    }
    if result.outcome.rank.map({ $0 < 3 }) ?? false {
      members.append(.init("remedies", .array(question.remedies.map(remedy))))
      members.append(.init("who", strings(question.who.map(\.rawValue))))
      members.append(.init("needs", strings(question.needs)))
    }
    return .object(members)
  }

  private static func base(_ assessment: Assessment) -> JSONValue {
    guard let id = assessment.questionnaire.buildsOn else { return .null }
    return .object([
      .init("id", .string(id)),
      .init("edition", string(assessment.base?.questionnaire.edition)),
      .init("version", string(assessment.base?.questionnaire.version)),
      .init("sha256", string(assessment.base?.questionnaire.sha256)),
      .init("verdict", string(assessment.base?.verdict.rawValue)),
    ])
  }

  private static func row(_ row: RowDecision) -> JSONValue {
    .object([
      .init("question", .string(row.question)), .init("row", .integer(row.row)),
      .init("name", .string(row.name)), .init("outcome", .string(row.outcome.rawValue)),
      .init("step", .integer(row.step)), .init("text", .string(row.text)),
    ])
  }

  private static func reason(_ reason: Reason) -> JSONValue {
    .object([
      .init("code", .string(reason.code)), .init("text", .string(reason.text)),
      .init("sources", strings(reason.sources)),
    ])
  }

  private static func remedy(_ remedy: Remedy) -> JSONValue {
    .object([
      .init("id", string(remedy.id)), .init("text", .string(remedy.text)),
      .init("effort", .string(remedy.effort.rawValue)),
      .init("cost", .string(remedy.cost.rawValue)),
      .init("scope", string(remedy.scope)), .init("insurance", string(remedy.insurance)),
    ])
  }

  private static func requirement(_ result: RequirementResult) -> JSONValue {
    .object([
      .init("id", .string(result.requirement.id)),
      .init("theme", .string(result.requirement.theme)),
      .init("outcome", .string(result.outcome.rawValue)),
      .init("short", .string(result.requirement.short)),
      .init("questions", strings(result.questions)),
    ])
  }

  private static func theme(_ summary: ThemeSummary) -> JSONValue {
    .object([
      .init("id", .string(summary.theme.id)), .init("name", .string(summary.theme.name)),
      .init("outcome", .string(summary.outcome.rawValue)),
    ])
  }

  private static func contradiction(_ found: ContradictionFound) -> JSONValue {
    .object([
      .init("id", .string(found.id)), .init("questions", strings(found.questions)),
      .init("reason", .string(found.says)),
      .init("kind", .string(found.observation == nil ? "answers" : "seen")),
      .init("details", strings(found.observation?.details ?? [])),
      .init("seen", string(found.observation?.seen?.description)),
    ])
  }

  private static func support(_ row: SupportRow) -> JSONValue {
    let judgement = row.judgement
    let counts: JSONValue =
      switch judgement.fails {
      case .yes: .bool(false)
      case .no: .bool(true)
      case .unknown: .null
      }
    return .object([
      .init("question", .string(row.question)), .init("row", .integer(row.row)),
      .init("product", .string(row.product)), .init("version", .string(row.version)),
      .init("status", .string(judgement.status.rawValue)),
      .init("ends", string(judgement.ends?.description)),
      .init("countsAsSupported", counts),
      .init(
        "outlook",
        .object([
          .init("certificateDate", .string(row.outlook.certificateDate.description)),
          .init("onCertificateDate", .string(row.outlook.onCertificate.status.rawValue)),
          .init("lastDay", .string(row.outlook.lastDay.description)),
          .init("onLastDay", .string(row.outlook.onLastDay.status.rawValue)),
        ])
      ), .init("note", .string(judgement.note)),
      .init("matchedProduct", string(judgement.product)),
      .init("matchedVersion", string(judgement.version)),
    ])
  }

  private static func notAsked(_ assessment: Assessment) -> [String] {
    let seen = Set(assessment.results.map(\.question.id) + assessment.waiting)
    return assessment.questionnaire.questions.filter { !$0.isOwn && !seen.contains($0.id) }
      .map(\.id)
  }

  static func string(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

  static func strings(_ items: [String]) -> JSONValue {
    .array(items.map { .string($0) })
  }
}
