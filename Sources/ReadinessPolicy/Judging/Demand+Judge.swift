import ReadinessAttestation
import ReadinessCore

extension Clause.Demand {
  /// What the demand finds in a file.
  func judge(
    _ file: ShownFile,
    _ circumstances: Circumstances,
    _ notes: inout JudgementNotes
  ) {
    switch self {
    case .questionnaire(let accepted): Self.questionnaire(accepted, file, &notes)
    case .verdict(let notReady): Self.verdict(notReady, file, circumstances, &notes)
    case .outcomes(let wanted): Self.outcomes(wanted, file, &notes)
    case .answers(let questions, let areMet): Self.answers(questions, areMet, file, &notes)
    case .evidence(let questions, let strength, let days):
      Self.evidence(questions, strength, days, file, circumstances, &notes)
    case .age(let days): Self.age(days, file, circumstances, &notes)
    case .scope(let parts): Self.scope(parts, file, &notes)
    case .identifiers(let schemes, let all, let areConfirmed):
      Self.identifiers(schemes, all, areConfirmed, file, &notes)
    case .supplier: Self.supplier(file, circumstances, &notes)
    case .signer(let wanted): Self.signer(wanted, file, &notes)
    case .countersigned(let roles, let all): Self.countersigned(roles, all, file, &notes)
    case .declared(let authorities):
      let authority = file.statement.declaration.authority
      if !authorities.contains(authority) {
        notes.fail(.declarerNotAccepted, "whoever declares is \(authority.inWords)")
      }
    case .certificate(let wanted):
      CertificateJudge(wanted: wanted, file: file, circumstances: circumstances).judge(&notes)
    case .binding(let challenge): Self.binding(challenge, file, circumstances, &notes)
    }
  }

  // MARK: What is said

  private static func questionnaire(
    _ accepted: [Clause.AcceptedQuestionnaire],
    _ file: ShownFile,
    _ notes: inout JudgementNotes
  ) {
    let used = file.statement.questionnaire
    let isAccepted = accepted.contains { accepted in
      accepted.id == used.id && accepted.edition ?? used.edition == used.edition
        && accepted.version ?? used.version == used.version
        && accepted.sha256 ?? used.sha256 == used.sha256
        && accepted.until.map { file.statement.judgedOn <= $0 } ?? true
    }
    if !isAccepted {
      notes.fail(
        .questionnaireNotAccepted,
        "answered was \(used.id), edition \(used.edition), version \(used.version), judged on "
          + "\(file.statement.judgedOn)"
      )
    }
  }

  private static func verdict(
    _ notReady: Clause.NotReady,
    _ file: ShownFile,
    _ circumstances: Circumstances,
    _ notes: inout JudgementNotes
  ) {
    switch (file.statement.verdict, notReady) {
    case (.ready, _), (.notReady, .accepted): break
    case (.notReady, .refused):
      notes.fail(.notReady, "the firm says of itself that it is not ready")
    case (.notReady, .withPlan): PlanJudge.judge(file.statement, circumstances, &notes)
    case (.incomplete, _):
      notes.doubt(.incomplete, "the firm's answers are incomplete, so it has no verdict yet")
    }
  }

  private static func outcomes(
    _ wanted: [Statement.SealedOutcome.Kind: [String]],
    _ file: ShownFile,
    _ notes: inout JudgementNotes
  ) {
    for kind in Statement.SealedOutcome.Kind.allCases {
      for id in wanted[kind] ?? [] {
        judge(file.outcome(kind, id), "the \(kind.rawValue) \(id)", &notes)
      }
    }
  }

  private static func answers(
    _ questions: [String],
    _ areMet: Bool,
    _ file: ShownFile,
    _ notes: inout JudgementNotes
  ) {
    for question in questions {
      let known = file.answer(question)
      if case .outcome = known, !areMet { continue }
      judge(known, "the answer to \(question)", &notes)
    }
  }

  private static func judge(
    _ known: ShownFile.Known,
    _ what: String,
    _ notes: inout JudgementNotes
  ) {
    switch known {
    case .outcome(.met), .outcome(.notApplicable): break
    case .outcome(.notMet): notes.fail(.notMet, "\(what): not met")
    case .outcome(.automaticFail): notes.fail(.automaticFail, "\(what): an automatic fail")
    case .outcome(.cannotDetermine): notes.doubt(.outcomeNotKnown, "\(what): cannot determine")
    case .outcome(.unanswered): notes.doubt(.outcomeNotKnown, "\(what): unanswered")
    case .notJudged(let why): notes.doubt(.notJudgedAgain, "\(what) was not judged again: \(why)")
    case .notShown: notes.fail(.notDisclosed, "\(what) is demanded and was not disclosed")
    }
  }

  private static func age(
    _ days: Int,
    _ file: ShownFile,
    _ circumstances: Circumstances,
    _ notes: inout JudgementNotes
  ) {
    let judged = file.statement.judgedOn
    let age = judged.days(to: circumstances.at.day)
    if age > days {
      notes.fail(.tooOld, "judged on \(judged), \(age) days ago; \(days) are allowed")
    } else if age < -1 {
      notes.doubt(.judgedAhead, "judged as of \(judged), which lies ahead")
    }
  }

  private static func scope(
    _ parts: Clause.Parts,
    _ file: ShownFile,
    _ notes: inout JudgementNotes
  ) {
    let scope = file.statement.scope
    if !scope.stands {
      notes.fail(.scopeDoesNotStand, "by the scheme's rules the scope does not hold")
    }
    guard scope.kind == .part else { return }
    switch parts {
    case .refused: notes.fail(.scopeIsPart, "only a part is covered: \(scope.description)")
    case .asked: notes.doubt(.scopeToBeAccepted, "is this part enough? \(scope.description)")
    case .named(let names):
      if !names.contains(where: { $0.utf8.elementsEqual(scope.description.utf8) }) {
        notes.fail(.scopeIsPart, "a part that the policy does not name: \(scope.description)")
      }
    }
  }
}
