import ReadinessCore

@testable import ReadinessAttestation

/// An invented firm's statement, for tests to take and change.
enum SampleStatement {
  /// When the samples were made.
  static let issued = Instant(unixSeconds: 1_795_339_800)  // 2026-11-22T09:30:00Z

  /// A small firm that is not ready, at the default detail.
  static func notReady() -> Statement {
    var statement = ready()
    statement.verdict = .notReady
    statement.counts = .init(met: 88, notMet: 2, automaticFail: 1, notApplicable: 4)
    statement.themes[3].outcome = .automaticFail
    statement.themes[5].outcome = .notMet
    statement.improvementPlan = [
      .init(about: "SUM", targetDate: day(2026, 12, 18), role: "IT provider"),
      .init(about: "MP", targetDate: day(2027, 1, 15), role: "Managing director"),
    ]
    return statement
  }

  /// The same firm with questions that are still open.
  static func incomplete() -> Statement {
    var statement = ready()
    statement.verdict = .incomplete
    statement.counts = .init(
      met: 85,
      cannotDetermine: 4,
      unanswered: 3,
      notApplicable: 3,
      waiting: 2
    )
    statement.themes[2].outcome = .cannotDetermine
    statement.themes[4].outcome = .unanswered
    return statement
  }

  /// The same firm when nothing stands against it.
  static func ready() -> Statement {
    var statement = unsealed
    _ = seal(&statement)
    return statement
  }

  /// The disclosures that belong to ``ready()``.
  static func disclosures() -> [Disclosure] {
    var statement = unsealed
    return seal(&statement)
  }

  private static var unsealed: Statement {
    Statement(
      id: "6f1c2d3e-4b5a-4c6d-8e7f-90a1b2c3d4e5",
      sequence: issued.unixSeconds,
      issued: issued,
      validUntil: issued.adding(seconds: 90 * 86_400),
      subject: .init(
        legalName: "Pennard Precision Ltd",
        tradingNames: ["Pennard Tooling"],
        identifiers: [
          Identifier(scheme: "GB-COH", id: "04336774"),
          Identifier(scheme: "GB-PPON", id: "PMZV-7732-XXTT"),
        ],
        size: .small
      ),
      scope: .init(kind: .whole, description: "The whole organisation: two sites and home working"),
      questionnaire: .init(
        id: "cyber-essentials",
        scheme: "Cyber Essentials",
        edition: "Danzell",
        version: "16.2",
        sha256: String(repeating: "4b", count: 32)
      ),
      judgedOn: day(2026, 11, 20),
      supportDataVersion: "2026-11-01",
      verdict: .ready,
      counts: .init(met: 91, notApplicable: 4),
      detail: .themes,
      themes: themes.map { .init(theme: $0.0, title: $0.1, outcome: .met) },
      sealedAnswers: [],
      evidence: [
        .init(
          sha256: hex(200),
          kind: "scan-report",
          madeOn: day(2026, 11, 2),
          strength: .scanned,
          questions: ["A6.4"]
        ),
        .init(sha256: hex(201), kind: "policy", madeOn: day(2026, 3, 9), strength: .documented),
      ],
      signerCertificateSHA256: String(repeating: "9c", count: 32),
      preparedBy: [.itProvider],
      declaration: .init(
        name: "Example Director",
        role: "Managing director",
        authority: .board,
        words: "I have read the answers behind this statement. To the best of my knowledge they"
          + " are true and complete on the date of judgement, and I may say so for the firm."
      ),
      programVersion: "readiness 1.0.0"
    )
  }

  /// The same firm with every optional part given, at the fullest detail.
  static func full() -> Statement {
    var statement = notReady()
    statement.audience = .tender("ocds-h6vhtk-06d396")
    statement.subject.postcode = "SA3 2EA"
    statement.subject.otherEntities = [
      .init(
        legalName: "Pennard Coatings & Finishing Ltd",
        identifiers: [Identifier(scheme: "GB-COH", id: "SC234456")]
      )
    ]
    statement.detail = .requirements
    statement.requirements = requirements
    statement.requirements[3].outcome = .automaticFail
    statement.requirements[5].outcome = .notMet
    statement.sealedOutcomes = []
    statement.certificatesHeld = [
      .init(
        scheme: .cyberEssentials,
        number: "3f0a1c52-6e0b-4d51-9a55-0c1d2e3f4a5b",
        holder: "Pennard Precision Ltd",
        issued: day(2026, 2, 3),
        expires: day(2027, 2, 2),
        body: "An Invented Certification Body Ltd",
        scopeKind: .part,
        scopeDescription: "Head office only",
        requirementsVersion: "3.2",
        registerChecks: [
          .init(
            by: "Example Director",
            on: day(2026, 11, 20),
            result: "listed, same name",
            url: "https://register.example/search?a=1&b=2"
          )
        ]
      )
    ]
    statement.cyberEssentials = .init(
      status: .meetsNow,
      certificate: "3f0a1c52-6e0b-4d51-9a55-0c1d2e3f4a5b",
      expires: day(2027, 2, 2)
    )
    statement.cyberEssentialsPlus = .init(status: .meetsByAward)
    statement.demand = .init(
      basis: .csmV4,
      level: .cyberEssentialsPlus,
      riskAssessmentReference: "RAR-240911B7"
    )
    statement.county = "W06000011"
    statement.consentsToBeCounted = true
    statement.preparedBy = [.firm, .adviser]
    return statement
  }

  static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
    CalendarDate(year: year, month: month, day: day) ?? CalendarDate(dayNumber: 0)
  }

  /// A made-up digest, another for every number.
  static func hex(_ number: Int) -> String {
    let digits = String(number, radix: 16)
    let pair = digits.count == 1 ? "0" + digits : digits
    return String(repeating: pair, count: 32)
  }

  private static let themes = [
    ("SCOPE", "Scope"), ("FW", "Firewalls"), ("SC", "Secure configuration"),
    ("SUM", "Security update management"),
    ("UAC", "User access control"), ("MP", "Malware protection"),
  ]
}
