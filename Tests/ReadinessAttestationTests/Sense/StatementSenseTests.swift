import ReadinessCore
import Testing

@testable import ReadinessAttestation

struct StatementSenseTests {
  private let now = SampleStatement.issued

  private func codes(_ statement: Statement) -> [StatementSense.ProblemCode] {
    StatementSense.problems(statement, at: now).map(\.code)
  }

  private func codes(
    _ statement: Statement = SampleStatement.ready(),
    _ change: (inout Statement) -> Void
  ) -> [StatementSense.ProblemCode] {
    var statement = statement
    change(&statement)
    return codes(statement)
  }

  // MARK: What is shown

  @Test func `more or less than the detail says is refused`() {
    #expect(codes { $0.detail = .verdict } == [.detailContradictsContent])
    #expect(codes { $0.themes = [] } == [.detailContradictsContent])
    #expect(codes { $0.detail = .requirements } == [.detailContradictsContent])
    #expect(
      codes {
        $0.detail = .verdict
        $0.themes = []
      }.isEmpty
    )
  }

  @Test func `a shown outcome that is not counted is refused`() {
    #expect(codes { $0.themes[0].outcome = .automaticFail } == [.outcomeContradictsCounts])
    #expect(codes { $0.themes[0].outcome = .notMet } == [.outcomeContradictsCounts])
    #expect(codes { $0.themes[0].outcome = .unanswered } == [.outcomeContradictsCounts])
    #expect(codes { $0.themes[0].outcome = .notApplicable }.isEmpty)
  }

  @Test func `a theme cannot stand better than its requirements`() {
    #expect(
      codes(SampleStatement.full()) { $0.themes[3].outcome = .notMet }
        == [.themeContradictsRequirement]
    )
    #expect(
      codes(SampleStatement.full()) { $0.requirements[0].theme = "XX" }
        == [.detailContradictsContent]
    )
  }

  @Test func `the plan names only what is shown, evidence only what is sealed`() {
    let item = Statement.PlanItem(
      about: "SUM-5",
      targetDate: SampleStatement.day(2027, 1, 1),
      role: "Owner"
    )
    #expect(codes { $0.improvementPlan = [item] } == [.detailContradictsContent])
    #expect(codes { $0.evidence[0].questions = ["Z1"] } == [.detailContradictsContent])
  }

  // MARK: Repetition

  @Test func `what may stand once is refused the second time`() {
    #expect(codes { $0.sealedAnswers.append($0.sealedAnswers[0]) } == [.repeated])
    #expect(codes { $0.themes.append($0.themes[0]) } == [.repeated])
    #expect(codes { $0.sealedOutcomes.append($0.sealedOutcomes[0]) } == [.repeated])
    #expect(codes { $0.preparedBy = [.firm, .firm] } == [.repeated])
    #expect(codes { $0.sealedAnswers[1].question = "a1.1" } == [.repeated])
  }

  @Test func `a firm cannot list two company numbers`() {
    #expect(
      codes { $0.subject.identifiers.append(Identifier(scheme: "GB-COH", id: "00000001")) }
        == [.repeated]
    )
  }

  // MARK: Names and texts

  @Test(arguments: [
    "", " Pennard", "Pennard ", "Pennard\nLtd", "Pennard\u{1B}[2J", "Pennard\u{9B}", "\u{7F}",
    "Pennard\u{2028}Ltd", String(repeating: "x", count: 151),
  ])
  func `a name with control characters or without a fitting length is refused`(name: String) {
    #expect(codes { $0.subject.legalName = name } == [.textNotAllowed])
  }

  @Test func `every text of the firm is looked at`() {
    let changes: [(inout Statement) -> Void] = [
      { $0.subject.tradingNames = ["\u{1B}"] }, { $0.scope.description = "\u{1B}" },
      { $0.subject.otherEntities[0].legalName = "\u{1B}" }, { $0.declaration.name = "\u{1B}" },
      { $0.declaration.role = "\u{1B}" }, { $0.declaration.words = "\u{1B}" },
      { $0.audience = .tender("\u{1B}") }, { $0.audience = .tender("ANY") },
      { $0.themes[0].title = "\u{1B}" }, { $0.requirements[0].title = "\u{1B}" },
      { $0.improvementPlan[0].role = "\u{1B}" }, { $0.certificatesHeld[0].holder = "\u{1B}" },
      { $0.certificatesHeld[0].body = "\u{1B}" }, { $0.questionnaire.scheme = "\u{1B}" },
      { $0.certificatesHeld[0].scopeDescription = "\u{1B}" },
      { $0.certificatesHeld[0].registerChecks[0].by = "\u{1B}" },
      { $0.certificatesHeld[0].registerChecks[0].result = "\u{1B}" },
    ]
    for change in changes {
      #expect(codes(SampleStatement.full(), change) == [.textNotAllowed])
    }
  }

  @Test func `an identifier that cannot exist is refused`() {
    #expect(codes { $0.subject.identifiers[0].id = "1234567" } == [.identifierNotValid])
    #expect(
      codes(SampleStatement.full()) { $0.subject.otherEntities[0].identifiers[0].id = "ABC12345" }
        == [.identifierNotValid]
    )
  }

  @Test func `what this is not cannot be left out or softened`() {
    #expect(codes { $0.disclaimer = "This is as good as a certificate." } == [.disclaimerUnknown])
    #expect(codes { $0.disclaimer += " " } == [.disclaimerUnknown])
    #expect(
      codes { $0.disclaimer = Disclaimer.current.replacing("K", with: "\u{212A}") + "x" }
        == [.disclaimerUnknown]
    )
  }

  // MARK: Remarks

  @Test func `hostile names are remarked on, not refused`() {
    for (name, code) in [
      ("\u{202E}dtL dranneP", StatementSense.RemarkCode.hiddenCharacters),
      ("P\u{435}nnard Ltd", .unusualLetters), ("\u{1D40F}ennard Ltd", .unusualLetters),
      ("\u{410}\u{421}\u{41C}\u{415}", .unusualLetters), ("\u{FF30}ennard", .unusualLetters),
    ] {
      var statement = SampleStatement.ready()
      statement.subject.legalName = name
      #expect(codes(statement).isEmpty)
      let remarks = StatementSense.remarks(statement, at: now)
      #expect(remarks.map(\.code) == [code])
      #expect(remarks.allSatisfy { !HiddenCharacters.occur(in: $0.text) })
    }
  }

  @Test func `ordinary British names draw no remark`() {
    for name in ["Llŷn & Môn Engineering Cyf", "O’Neill–Brown™ (2019) Ltd", "Ærø Ltd", "3M"] {
      var statement = SampleStatement.ready()
      statement.subject.legalName = name
      #expect(StatementSense.remarks(statement, at: now).isEmpty, "\(name)")
    }
  }

  @Test func `a firm without any identifier is remarked on`() {
    var statement = SampleStatement.ready()
    statement.subject.identifiers = []
    #expect(StatementSense.remarks(statement, at: now).map(\.code) == [.noIdentifier])
  }

  @Test func `no problem text can carry a terminal escape`() {
    var statement = SampleStatement.ready()
    statement.themes[0].theme = "\u{1B}[31m"
    statement.themes[0].outcome = .notMet
    let problems = StatementSense.problems(statement, at: now)
    #expect(!problems.isEmpty)
    #expect(problems.allSatisfy { !$0.text.contains("\u{1B}") })
  }
}
