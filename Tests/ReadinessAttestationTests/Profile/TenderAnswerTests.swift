import ReadinessCore
import Testing

@testable import ReadinessAttestation

struct TenderAnswerTests {
  private let today = SampleStatement.day(2026, 11, 22)

  private func held(
    _ scheme: Statement.CertificateScheme,
    _ number: String = "C-100",
    until expires: CalendarDate = SampleStatement.day(2027, 2, 2)
  ) -> Statement.CertificateHeld {
    .init(
      scheme: scheme,
      number: number,
      holder: "A Ltd",
      issued: SampleStatement.day(2026, 2, 3),
      expires: expires,
      body: "B Ltd",
      scopeKind: .whole
    )
  }

  private func answer(
    _ text: String,
    _ scheme: Statement.CertificateScheme = .cyberEssentials,
    _ certificates: [Statement.CertificateHeld] = [],
    hasTargets: Bool = false
  ) throws -> Statement.TenderDeclaration {
    try TenderAnswer(text).declaration(
      scheme,
      certificates,
      today: today,
      hasTargets: hasTargets
    )
  }

  @Test func `meets now is never said without a certificate that holds today`() throws {
    #expect(throws: TenderAnswer.Mistake.self) { try answer("meets-now") }
    #expect(throws: TenderAnswer.Mistake.self) {
      try answer("meets-now=C-101", .cyberEssentials, [held(.cyberEssentials)])
    }
    let over = held(.cyberEssentials, until: SampleStatement.day(2026, 11, 21))
    #expect(throws: TenderAnswer.Mistake.self) {
      try answer("meets-now", .cyberEssentials, [over])
    }
    #expect(throws: TenderAnswer.Mistake.self) {
      try answer("meets-now", .cyberEssentials, [held(.iso27001)])
    }
    let said = try answer("meets-now", .cyberEssentials, [over, held(.cyberEssentials, "C-200")])
    #expect(said.certificate == "C-200")
    #expect(said.expires == SampleStatement.day(2027, 2, 2))
    #expect(!said.equivalent)
  }

  @Test func `Plus bears Cyber Essentials, and never the other way round`() throws {
    let said = try answer("meets-now", .cyberEssentials, [held(.cyberEssentialsPlus)])
    #expect(said.certificate == "C-100" && !said.equivalent)
    for text in ["meets-now", "meets-now=C-100"] {
      #expect(throws: TenderAnswer.Mistake.self) {
        try answer(text, .cyberEssentialsPlus, [held(.cyberEssentials)])
      }
    }
  }

  @Test func `another scheme's certificate counts only when it is named, as an equivalent`() throws
  {
    let said = try answer("meets-now=C-100", .cyberEssentials, [held(.iso27001)])
    #expect(said.equivalent && said.certificate == "C-100")
  }

  @Test func `meets by award is never said without a plan`() throws {
    #expect(throws: TenderAnswer.Mistake.self) { try answer("meets-by-award") }
    #expect(try answer("meets-by-award", hasTargets: true).status == .meetsByAward)
    #expect(try answer("meets-by-award=2027-01-31").status == .meetsByAward)
    #expect(throws: TenderAnswer.Mistake.self) { try answer("meets-by-award=2026-11-21") }
  }

  @Test(arguments: [
    "", "=", "yes", "meets now", "Meets-now", "meets-by-award=", "meets-by-award=soon",
    "does-not-meet=1", "meets-by-award=2027-02-30",
  ])
  func `what is no answer is refused`(text: String) {
    #expect(throws: TenderAnswer.Mistake.self) { try TenderAnswer(text) }
  }

  @Test func `what is declared always makes sense to the verifier`() throws {
    let certificates = [
      held(.cyberEssentials), held(.cyberEssentialsPlus, "P-100"), held(.iso27001, "I-100"),
    ]
    for level in [Statement.CertificateScheme.cyberEssentials, .cyberEssentialsPlus] {
      for text in [
        "meets-now", "meets-now=P-100", "meets-now=I-100", "meets-by-award=2027-01-31",
        "does-not-meet",
      ] {
        var statement = SampleStatement.ready()
        statement.certificatesHeld = certificates
        let declaration = try answer(text, level, certificates)
        if level == .cyberEssentials {
          statement.cyberEssentials = declaration
        } else {
          statement.cyberEssentialsPlus = declaration
        }
        #expect(StatementSense.problems(statement, at: statement.issued) == [], "\(text)")
      }
    }
  }
}
