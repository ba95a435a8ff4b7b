public import ReadinessCore

/// Something that the firm opened, and what it comes to when it is judged here.
public struct JudgedDisclosure: Hashable, Sendable {
  /// What the answer comes to.
  public enum Finding: Hashable, Sendable {
    /// The engine's outcome, with its reasons in words.
    case outcome(Outcome, reasons: [String])
    /// It was not judged, with the reason in words.
    case notJudged(String)
  }

  /// What was opened; it is what the firm sealed when it signed.
  public let disclosure: Disclosure
  /// The number of the signature that covers it.
  public let signature: Int
  /// What an answer comes to; `nil` for notes and for outcomes that the firm states.
  public let finding: Finding?
}

extension JudgedDisclosure {
  /// What a buyer who judges disclosed answers again would find, by question.
  ///
  /// Nothing is verified here: it is for the firm, before it discloses anything.
  ///
  /// - Parameters:
  ///   - disclosures: what would be disclosed, each sealed by that statement.
  ///   - statement: the statement; judged as of its own day.
  ///   - assessor: over the very question set that the statement names.
  public static func findings(
    of disclosures: [Disclosure],
    _ statement: Statement,
    by assessor: Assessor
  ) -> [String: Finding] {
    DisclosedAnswers.judge(disclosures, statement, assessor)
  }
}

/// Judges disclosed answers again by the question set that the statement names.
///
/// What is not disclosed stays unknown: a question that is asked only where a closed answer says so
/// is not judged.
enum DisclosedAnswers {
  /// What every disclosed answer comes to, by question.
  ///
  /// - Parameters:
  ///   - disclosures: all that were disclosed, each found to be sealed by the statement.
  ///   - statement: the statement; judged as of its own day.
  ///   - assessor: over the very question set that the statement names.
  static func judge(
    _ disclosures: [Disclosure],
    _ statement: Statement,
    _ assessor: Assessor
  ) -> [String: JudgedDisclosure.Finding] {
    let questionnaire = assessor.questionnaire
    var sheet = AnswerSheet(questionnaire: questionnaire.id, edition: questionnaire.edition)
    var findings: [String: JudgedDisclosure.Finding] = [:]
    for disclosure in disclosures {
      guard case .answer(let id, let value) = disclosure.content else { continue }
      guard let value else {
        findings[id] = .notJudged("not asked, or not answered")
        continue
      }
      guard let question = questionnaire.question(id) else {
        findings[id] = .notJudged("the question set has no such question")
        continue
      }
      guard let content = content(value, question) else {
        findings[id] = .notJudged("the answer is not in a form that the question takes")
        continue
      }
      sheet.record(Answer(question: id, content: content))
    }
    let assessment = assessor.assess(sheet, asOf: statement.judgedOn)
    for id in sheet.answers.keys {
      if let result = assessment.result(id) {
        findings[id] = .outcome(result.outcome, reasons: result.reasons.map(\.text))
      } else {
        findings[id] = .notJudged(
          assessment.waiting.contains(id)
            ? "whether it is asked hangs on answers that are not disclosed" : "it is not asked"
        )
      }
    }
    return findings
  }

  /// An answer as ``StatementBuilder`` sealed it.
  private static func content(_ value: JSONValue, _ question: Question) -> AnswerContent? {
    if let members = value.members, members.count == 1,
      members[0].name == AnswersFile.notApplicable, let reason = members[0].value.string
    {
      return .notApplicable(reason: reason)
    }
    return try? AnswersFile.read(value, nil, question)
  }

  /// The first disclosed answer that is worse than the statement's counts allow.
  static func contradiction(
    _ findings: [String: JudgedDisclosure.Finding],
    _ statement: Statement,
    _ assessor: Assessor
  ) -> String? {
    let counts = statement.counts
    // The dates of support may have been others on that day.
    guard assessor.support.version == statement.supportDataVersion else { return nil }
    return findings.keys.sorted().first { id in
      guard case .outcome(let outcome, _) = findings[id],
        assessor.questionnaire.question(id)?.isOwn == false
      else { return false }
      return switch outcome {
      case .automaticFail: counts.automaticFail == 0
      case .notMet: counts.notMet + counts.automaticFail == 0
      case .met, .cannotDetermine, .unanswered, .notApplicable: false
      }
    }
  }
}
