import ReadinessCore
import TestSupport
import Testing

@testable import ReadinessAttestation

/// Disclosed answers, judged again by the question set that the statement names.
struct DisclosedAnswersTests {
  private let firm: Firm
  private let assessor: Assessor

  init() throws {
    firm = try Firm()
    assessor = try Pack.assessor()
  }

  @Test func `a disclosed answer is judged again`() throws {
    let (statement, files) = try attested(GoodSheet.usual)
    let result = try judge(statement, files, disclosing: ["A4.2"])
    #expect(result.decision == .valid, "\(result.reasons)")
    guard case .verified(let attestation) = result.content,
      case .outcome(let outcome, _)? = attestation.disclosures.first?.finding
    else {
      Issue.record("not judged: \(result.content)")
      return
    }
    #expect(outcome == .met)
  }

  @Test func `an answer that is worse than the counts allow leaves doubt`() throws {
    // The firm answers that it installs no updates, and states the counts of a good firm.
    let good = try attested(GoodSheet.usual).statement
    let (bad, files) = try attested(GoodSheet.usual.with("A6.2", .no))
    var statement = bad
    statement.verdict = good.verdict
    statement.counts = good.counts
    statement.themes = good.themes
    statement.requirements = good.requirements
    let shown = try judge(statement, files, disclosing: ["A6.2"])
    #expect(shown.decision == .undecided)
    #expect(shown.codes == ["disclosed-answer-contradicts-counts"])
    #expect(try judge(statement, files, disclosing: ["A6.4"]).decision == .valid)
  }

  @Test func `without the question set nothing is judged, and that is said`() throws {
    let (statement, files) = try attested(GoodSheet.usual)
    let result = try judge(statement, files, disclosing: ["A4.2"], atHand: false)
    #expect(result.decision == .valid)
    #expect(result.remarks.map(\.code) == ["questionnaire-not-at-hand"])
  }

  @Test func `a question set of another digest does not judge, even where it is offered`() throws {
    var (statement, files) = try attested(GoodSheet.usual)
    statement.questionnaire.sha256 = String(repeating: "5a", count: 32)
    let result = try judge(statement, files, disclosing: ["A4.2"])
    #expect(result.remarks.map(\.code) == ["questionnaire-not-at-hand"])
  }

  @Test func `what hangs on closed answers is not judged`() throws {
    let (statement, files) = try attested(GoodSheet.unusual)
    let alone = try findings(statement, files, disclosing: ["A4.10"])
    #expect(
      alone["A4.10"]
        == .notJudged("whether it is asked hangs on answers that are not disclosed")
    )
    let both = try findings(statement, files, disclosing: ["A4.9", "A4.10"])
    #expect(both["A4.10"].map { if case .outcome = $0 { true } else { false } } == true)
  }

  @Test func `closed answers never make a disclosed one worse than it is`() throws {
    for sheet in [GoodSheet.usual, GoodSheet.unusual] {
      let (statement, files) = try attested(sheet)
      for question in assessor.questionnaire.questions where !question.isOwn {
        let finding = try findings(statement, files, disclosing: [question.id])[question.id]
        guard case .outcome(let outcome, let reasons) = finding else { continue }
        #expect(outcome != .automaticFail && outcome != .notMet, "\(question.id): \(reasons)")
      }
    }
  }

  // MARK: Making and judging

  private func attested(
    _ answers: [String: AnswerContent]
  ) throws -> (statement: Statement, files: [Disclosure]) {
    let questionnaire = assessor.questionnaire
    var sheet = AnswerSheet(questionnaire: questionnaire.id, edition: questionnaire.edition)
    for (question, content) in answers {
      sheet.record(Answer(question: question, content: content))
    }
    let assessment = assessor.assess(sheet, asOf: Firm.instant.day)
    let salt = SampleStatement.countingSalts()
    var (statement, files) = try StatementBuilder(assessment).build(
      id: "6f1c2d3e-4b5a-4c6d-8e7f-90a1b2c3d4e5",
      sequence: Firm.instant.unixSeconds,
      issued: Firm.instant,
      signer: firm.certificate,
      declaration: SampleStatement.ready().declaration,
      program: "readiness 1.0.0",
      choices: .init(),
      salt: salt
    )
    statement.subject.identifiers = [Firm.identifier]
    return (statement, files)
  }

  private func findings(
    _ statement: Statement,
    _ files: [Disclosure],
    disclosing questions: [String]
  ) throws -> [String: JudgedDisclosure.Finding] {
    let shown = questions.compactMap { question in
      files.first { $0.fileName == "disclosure-\(question).json" }
    }
    return DisclosedAnswers.judge(shown, statement, assessor)
  }

  private func judge(
    _ statement: Statement,
    _ files: [Disclosure],
    disclosing questions: [String],
    atHand: Bool = true
  ) throws -> Verification {
    let made = Firm.instant.adding(seconds: 60)
    let shown = questions.compactMap { question in
      files.first { $0.fileName == "disclosure-\(question).json" }
    }
    let file = try FurtherSignature.unjudged(
      shown.map { .init(name: $0.fileName, content: $0.bytes) },
      to: firm.forged(statement),
      key: firm.key,
      certificate: firm.certificate,
      at: made
    )
    var verifier = Verifier(trust: try firm.pinned(), now: made)
    if atHand { verifier.questionSet = { [assessor] _ in assessor } }
    return verifier.verify(file)
  }
}
