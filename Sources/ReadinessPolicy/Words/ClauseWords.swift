import ReadinessAttestation
import ReadinessCore

extension Clause.Demand {
  /// What is demanded, as one or more plain sentences.
  public var inWords: String {
    switch self {
    case .questionnaire(let accepted):
      "The answers are to \(either(accepted.map(\.inWords)))."
    case .verdict(let notReady): notReady.inWords
    case .outcomes(let wanted):
      "Met: "
        + Statement.SealedOutcome.Kind.allCases.compactMap { kind in
          wanted[kind].map { "\($0.count == 1 ? kind.rawValue : kind.rawValue + "s") \(list($0))" }
        }.joined(separator: "; ") + ". What the file does not show counts as not met."
    case .answers(let questions, let areMet):
      "The file shows the answer to \(list(questions))"
        + (areMet
          ? ", and each is good when it is judged again." : "; how they come out is not asked.")
    case .evidence(let questions, let strength, let days):
      "Behind the answer to \(list(questions)) stands something \(strength.inWords) or stronger"
        + (days.map { ", at most \($0) days old." } ?? ".")
    case .age(let days): "The answers were judged at most \(days) days ago."
    case .scope(let parts): "The file covers the whole organisation" + parts.inWords + "."
    case .identifiers(let registers, let all, let areConfirmed):
      "The firm names its entry in \(all ? list(registers) : either(registers))"
        + (areConfirmed ? ", and somebody else than the firm has confirmed it." : ".")
    case .supplier: "The firm is the very supplier that you mean."
    case .signer(let wanted):
      "The firm signs with \(either(wanted.kinds.map(\.inWords)))"
        + (wanted.programmes.isEmpty ? "" : " (\(wanted.programmes.count) programmes are named)")
        + (wanted.isStamped ? "; a trusted time-stamp says when." : ".")
    case .countersigned(let roles, let all):
      "Somebody you trust counter-signs as "
        + (all ? list(roles.map(\.inWords)) : either(roles.map(\.inWords))) + "."
    case .declared(let authorities):
      "Whoever declares for the firm is \(either(authorities.map(person)))."
    case .certificate(let wanted): wanted.sentences
    case .binding(let challenge):
      "The file was made for your notice" + (challenge ? " and repeats your challenge." : ".")
    }
  }
}

private func list(_ items: [String]) -> String { joined(items, "and") }
private func either(_ items: [String]) -> String { joined(items, "or") }

private func joined(_ items: [String], _ word: String) -> String {
  guard let last = items.last, items.count > 1 else { return items.first ?? "nothing" }
  return items.dropLast().joined(separator: ", ") + " \(word) " + last
}

extension Clause.NotReady {
  /// As one or two sentences.
  public var inWords: String {
    switch self {
    case .refused: "The firm says of itself that it is ready."
    case .withPlan:
      "The firm is ready; or it has a plan that ends by contract award, and nothing fails outright."
    case .accepted: "The firm has answered everything, whatever it comes to."
    }
  }
}

extension Clause.AcceptedQuestionnaire {
  /// Written as `cyber-essentials, edition Danzell`.
  public var inWords: String {
    id + (edition.map { ", edition \($0)" } ?? "") + (version.map { ", version \($0)" } ?? "")
      + (sha256.map { ", SHA-256 \($0.prefix(12))…" } ?? "")
      + (until.map { ", judged up to \($0)" } ?? "")
  }
}

extension Clause.Parts {
  /// What follows "the whole organisation".
  var inWords: String {
    switch self {
    case .refused: ""
    case .asked: ", or a part that a person accepts"
    case .named(let names): ", or \(joined(names.map { "\"\($0)\"" }, "or"))"
    }
  }
}

extension Clause.CertificateDemand {
  /// Every side of the demand.
  var sentences: String {
    var text = "The firm holds \(inWords), in its own name, in date today"
    if !days.isEmpty { text += ", at " + list(days.map(\.inWords)) }
    text += "."
    if spareDays > 0 { text += " At least \(spareDays) days are left." }
    if let scope { text += " It covers the whole organisation\(scope.inWords)." }
    if !requirementsVersions.isEmpty {
      text += " It rests on requirements \(joined(requirementsVersions, "or"))."
    }
    if let lookUpDays {
      text +=
        " You have looked it up in the public certificate search in the last \(lookUpDays) days."
    }
    if byAward {
      text +=
        " Or: the firm will hold it by contract award, has a plan that ends by then, and"
        + " nothing fails outright."
    }
    if asksForEquivalent { text += " Equivalent controls are put to a person." }
    return text
  }
}

private func person(_ authority: Statement.Declaration.Authority) -> String {
  switch authority {
  case .board: "a board member or equivalent"
  case .delegated: authority.inWords
  }
}
