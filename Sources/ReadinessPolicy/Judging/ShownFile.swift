import ReadinessAttestation
import ReadinessCore

/// What a policy looks at: a verified file, or the file that a firm could make.
struct ShownFile {
  /// What is known of an answer or outcome.
  enum Known {
    case outcome(Statement.Outcome)
    /// It was shown, and what it comes to is not known.
    case notJudged(String)
    case notShown
  }

  /// Somebody beside the firm who signed.
  struct Countersigner {
    let role: Countersignature.Role
    let isKnown: Bool
  }

  let statement: Statement
  /// The verified file; `nil` in a forecast.
  private let verified: VerifiedAttestation?
  /// What the firm could show; `nil` for a file.
  private let prospect: Prospect?

  init(_ verified: VerifiedAttestation) {
    statement = verified.statement
    self.verified = verified
    prospect = nil
  }

  init(_ prospect: Prospect) {
    statement = prospect.statement
    verified = nil
    self.prospect = prospect
  }

  /// Whether this is a forecast: then what only the buyer can know is left to the buyer.
  var isForecast: Bool { prospect != nil }
  var presentation: Presentation? { verified?.presentation }
  var firm: Signer? { verified?.signers.first }

  /// The firm's entries in registers that somebody else than the firm has confirmed.
  var confirmed: [Identifier] {
    verified?.confirmedIdentifiers ?? prospect?.statement.subject.identifiers ?? []
  }

  /// How much that evidence counts.
  func strength(of evidence: Statement.EvidenceDigest) -> Statement.Strength {
    if let verified { return verified.countedStrength(of: evidence) }
    return evidence.strength == .independentlyTested ? .documented : evidence.strength
  }

  /// How a question's disclosed answer was judged again.
  func answer(_ question: String) -> Known {
    if let prospect { return prospect.answers[question].map(Self.known) ?? .notShown }
    for shown in verified?.disclosures ?? [] {
      guard case .answer(question, _) = shown.disclosure.content else { continue }
      return shown.finding.map(Self.known) ?? .notJudged("it was not judged")
    }
    return .notShown
  }

  private static func known(_ finding: JudgedDisclosure.Finding) -> Known {
    switch finding {
    case .outcome(let outcome, _): .outcome(Statement.Outcome(outcome))
    case .notJudged(let why): .notJudged(why)
    }
  }

  /// How a requirement or theme stands, as the firm states or discloses it.
  func outcome(_ kind: Statement.SealedOutcome.Kind, _ id: String) -> Known {
    switch kind {
    case .requirement:
      if let shown = statement.requirements.first(where: { $0.requirement == id }) {
        return .outcome(shown.outcome)
      }
    case .theme:
      if let shown = statement.themes.first(where: { $0.theme == id }) {
        return .outcome(shown.outcome)
      }
    }
    if let prospect { return prospect.outcomes[kind]?[id].map(Known.outcome) ?? .notShown }
    for shown in verified?.disclosures ?? [] {
      if case .outcome(kind, id, let outcome) = shown.disclosure.content {
        return .outcome(outcome)
      }
    }
    return .notShown
  }

  /// Who speaks beside the firm.
  var countersigners: [Countersigner] {
    (verified?.signers ?? []).compactMap { signer in
      guard let role = signer.countersignature?.role else { return nil }
      let isKnown: Bool
      if role == .assessor {
        isKnown = signer.countsAsAssessor
      } else if case .unknown = signer.trust {
        isKnown = false
      } else {
        isKnown = true
      }
      return Countersigner(role: role, isKnown: isKnown)
    }
  }
}
