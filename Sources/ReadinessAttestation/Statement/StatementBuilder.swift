public import ReadinessCore

/// Turns an assessment into a statement, with the files that disclose what it seals.
public struct StatementBuilder {
  /// Why no statement can be made of the answers.
  public struct Missing: Error, Equatable, Sendable {
    /// The question whose answer is missing or does not fit.
    public let question: String
    /// In words.
    public let what: String
  }

  /// What the firm is, from its answers to A1.
  public private(set) var subject: Statement.Subject
  /// What was noticed while reading them, as leading zeros that were added.
  public private(set) var remarks: [String]
  private let assessment: Assessment

  /// A builder over an assessment.
  ///
  /// - Throws: the answer of section A1 that is missing.
  public init(_ assessment: Assessment) throws(Missing) {
    self.assessment = assessment
    (subject, remarks) = try SubjectReader(assessment.answers).read()
  }

  /// Adds entries in further registers, for a firm that has no company number, or more than one.
  ///
  /// - Parameter identifiers: each as `VAT 337440071`: the register's code, a space, the number.
  /// - Throws: the first that cannot be read.
  public mutating func add(identifiers: [String]) throws(Missing) {
    for text in identifiers {
      let words = text.split(separator: " ", maxSplits: 1).map(String.init)
      guard words.count == 2, let reading = IdentifierRules.read(scheme: words[0], words[1]) else {
        throw Missing(
          question: "A1.4",
          what: "\"\(TextLayout.harmless(text))\" is not a register entry we can read"
        )
      }
      try add(reading.identifier)
      remarks += reading.remarks.map { "\(reading.identifier): \($0.inWords)" }
    }
  }

  /// Adds what the firm's profile says of it.
  ///
  /// - Throws: a register in which the answers name another entry.
  public mutating func add(_ profile: Profile) throws(Missing) {
    for identifier in profile.identifiers { try add(identifier) }
    for name in profile.tradingNames where !subject.tradingNames.contains(name) {
      subject.tradingNames.append(name)
    }
    subject.postcode = profile.postcode ?? subject.postcode
  }

  private mutating func add(_ identifier: Identifier) throws(Missing) {
    if let known = subject.identifiers.first(where: { $0.scheme == identifier.scheme }) {
      guard known == identifier else {
        throw Missing(
          question: "A1.4",
          what: "\(identifier) is given, and \(known) before it; a register has one entry of a firm"
        )
      }
      return
    }
    subject.identifiers.append(identifier)
  }

  /// The words that a senior person declares.
  public static func declarationWords(_ verdict: Verdict) -> String {
    let base =
      "I have read the answers behind this statement. To the best of my knowledge they are true "
      + "and complete on the day of judgement, and I have the authority to say so for the firm."
    guard verdict == .incomplete else { return base }
    return base + " Some questions are still open, and the statement says so."
  }

  /// The statement, and every disclosure that belongs to it.
  ///
  /// - Parameters:
  ///   - id: a new UUID in lower case.
  ///   - sequence: above every earlier one of the firm.
  ///   - issued: now.
  ///   - signer: the certificate that will sign.
  ///   - program: the program's name and version.
  ///   - salt: a fresh salt at each call.
  /// - Returns: the statement and the files.
  /// - Throws: where an identifier of the questionnaire cannot name a file.
  public func build(
    id: String,
    sequence: Int,
    issued: Instant,
    signer: Certificate,
    declaration: Statement.Declaration,
    program: String,
    choices: Choices,
    salt: () -> Salt
  ) throws(DisclosureError) -> (statement: Statement, files: [Disclosure]) {
    let questions = assessment.questionnaire.questions.map { question in
      let answer = assessment.answers[question.id]
      return Sealer.Question(
        id: question.id,
        answer: answer.map { Self.json($0.content) },
        note: answer?.note
      )
    }
    let (sealedAnswers, answerFiles) = try Sealer.seal(questions: questions, salt: salt)
    let (sealedOutcomes, outcomeFiles) = try Sealer.seal(
      themes: themes,
      requirements: requirements,
      detail: choices.detail,
      salt: salt
    )
    let questionnaire = assessment.questionnaire
    let statement = Statement(
      id: id,
      sequence: sequence,
      issued: issued,
      validUntil: issued.adding(seconds: choices.validDays * 86_400),
      audience: choices.audience,
      subject: subject,
      scope: scope,
      questionnaire: Statement.QuestionnaireReference(
        id: questionnaire.id,
        scheme: questionnaire.scheme,
        edition: questionnaire.edition,
        version: questionnaire.version,
        sha256: questionnaire.sha256,
        tolerance: questionnaire.tolerance
      ),
      judgedOn: assessment.asOf,
      supportDataVersion: assessment.supportData.version,
      verdict: Statement.Verdict(assessment.verdict),
      counts: counts,
      detail: choices.detail,
      themes: choices.detail == .verdict ? [] : themes,
      requirements: choices.detail == .requirements ? requirements : [],
      sealedOutcomes: sealedOutcomes,
      sealedAnswers: sealedAnswers,
      certificatesHeld: choices.certificatesHeld,
      cyberEssentials: choices.cyberEssentials,
      cyberEssentialsPlus: choices.cyberEssentialsPlus,
      evidence: choices.evidence,
      improvementPlan: (choices.includesPlan ? plan(choices.detail) : []) + choices.furtherPlan,
      demand: choices.demand,
      county: choices.county,
      consentsToBeCounted: choices.consentsToBeCounted,
      signerCertificateSHA256: signer.fingerprint,
      preparedBy: choices.preparedBy,
      declaration: declaration,
      programVersion: program
    )
    return (statement, answerFiles + outcomeFiles)
  }

  /// An answer as it is sealed: "not applicable" carries its reason.
  static func json(_ content: AnswerContent) -> JSONValue {
    if case .notApplicable(let reason) = content {
      return .object([.init(AnswersFile.notApplicable, .string(reason))])
    }
    return AnswersFile.answerJSON(content)
  }

  // MARK: Parts of a statement

  private var themes: [Statement.ThemeOutcome] {
    assessment.themes.map {
      Statement.ThemeOutcome(
        theme: $0.theme.id,
        title: $0.theme.name,
        outcome: Statement.Outcome($0.outcome)
      )
    }
  }

  private var requirements: [Statement.RequirementOutcome] {
    assessment.requirements.map {
      Statement.RequirementOutcome(
        requirement: $0.requirement.id,
        theme: $0.requirement.theme,
        title: $0.requirement.short,
        outcome: Statement.Outcome($0.outcome)
      )
    }
  }

  private var counts: Statement.Counts {
    let counts = assessment.counts
    return Statement.Counts(
      met: counts[.met],
      notMet: counts[.notMet],
      automaticFail: counts[.automaticFail],
      cannotDetermine: counts[.cannotDetermine],
      unanswered: counts[.unanswered],
      notApplicable: counts[.notApplicable],
      waiting: assessment.waiting.count
    )
  }

  private var scope: Statement.Scope {
    let isPart = assessment.answers["A2.1"]?.content == .value(.word("part"))
    var description = "The whole organisation."
    if isPart {
      description = "A part of the organisation."
      if case .value(.text(let text))? = assessment.answers["A2.2"]?.content, !text.isEmpty {
        let line = StatementText.line(text, limit: 2_000)
        if !line.isEmpty { description = line }
      }
    }
    return Statement.Scope(
      kind: isPart ? .part : .whole,
      description: description,
      stands: assessment.counts.scopeProblems == 0
    )
  }

  /// Whether the firm has set targets that a statement can include.
  public var hasTargets: Bool { !plan(.verdict).isEmpty }

  /// Targets by theme or requirement, as much as the detail shows; the firm set them itself.
  private func plan(_ detail: Statement.Detail) -> [Statement.PlanItem] {
    var items: [Statement.PlanItem] = []
    for question in assessment.questionnaire.questions {
      guard let target = assessment.answers.targets[question.id] else { continue }
      let slug = question.requirements.first
      let about: String? =
        switch detail {
        case .verdict: nil
        case .themes: slug.flatMap { assessment.questionnaire.requirement($0)?.theme }
        case .requirements: slug
        }
      let item = Statement.PlanItem(about: about, targetDate: target.date, role: target.who)
      if !items.contains(item) { items.append(item) }
    }
    return items
  }
}

extension Statement.Verdict {
  /// The engine's verdict as a statement writes it.
  public init(_ verdict: Verdict) {
    switch verdict {
    case .ready: self = .ready
    case .notReady: self = .notReady
    case .incomplete: self = .incomplete
    }
  }
}

extension Statement.Outcome {
  /// The engine's outcome as a statement writes it.
  public init(_ outcome: Outcome) {
    switch outcome {
    case .met: self = .met
    case .notMet: self = .notMet
    case .automaticFail: self = .automaticFail
    case .cannotDetermine: self = .cannotDetermine
    case .unanswered: self = .unanswered
    case .notApplicable: self = .notApplicable
    }
  }
}
