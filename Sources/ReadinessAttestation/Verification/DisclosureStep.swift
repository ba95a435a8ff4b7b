import ReadinessCore

/// The step `disclosure`: what is opened is what was sealed, and is judged again.
enum DisclosureStep {
  static func check(
    _ statement: Statement,
    _ container: Container,
    questionSet: Verifier.QuestionSet,
    _ draft: inout Verification.Draft
  ) throws(Rejection) {
    var disclosures: [Disclosure] = []
    for entry in container.entries where Disclosure.isFileName(entry.name) {
      do throws(DisclosureError) {
        disclosures.append(
          try DisclosureReader.read(entry.content, fileName: entry.name, sealedBy: statement)
        )
      } catch {
        throw Rejection(Reason(.disclosure, error.code.rawValue, error.description))
      }
    }
    guard !disclosures.isEmpty else { return }
    let findings = judge(disclosures, statement, questionSet, &draft)
    draft.disclosures = disclosures.map { disclosure in
      let signer = draft.signers.first { $0.files.contains(disclosure.fileName) }
      var finding: JudgedDisclosure.Finding?
      if case .answer(let question, _) = disclosure.content { finding = findings[question] }
      return JudgedDisclosure(
        disclosure: disclosure,
        signature: signer?.number ?? 1,
        finding: finding
      )
    }
  }

  private static func judge(
    _ disclosures: [Disclosure],
    _ statement: Statement,
    _ questionSet: Verifier.QuestionSet,
    _ draft: inout Verification.Draft
  ) -> [String: JudgedDisclosure.Finding] {
    let questions = disclosures.compactMap { disclosure -> String? in
      if case .answer(let question, _) = disclosure.content { question } else { nil }
    }
    guard !questions.isEmpty else { return [:] }
    let digest = statement.questionnaire.sha256
    // By digest only: another set may ask something else under the same id.
    guard let assessor = questionSet(digest), assessor.questionnaire.sha256 == digest else {
      let text =
        "the disclosed answers were not judged again: the question set with the SHA-256 \(digest) "
        + "is not at hand"
      draft.remarks.append(Reason(.disclosure, .questionSetNotAtHand, text))
      return Dictionary(
        questions.map { ($0, .notJudged("the question set is not at hand")) },
        uniquingKeysWith: { first, _ in first }
      )
    }
    let findings = DisclosedAnswers.judge(disclosures, statement, assessor)
    if let question = DisclosedAnswers.contradiction(findings, statement, assessor) {
      let text = "the answer to \(question) is worse than the counts that the firm states allow"
      draft.doubts.append(Reason(.disclosure, .answerContradictsCounts, text))
    }
    return findings
  }
}
