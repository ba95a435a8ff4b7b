import ReadinessAttestation
import ReadinessCore
import ReadinessXML

/// Clauses that cannot be met, cannot both be met, or decide nothing.
struct ClausePairs {
  private let checks: PolicyChecks

  init(_ checks: PolicyChecks) { self.checks = checks }

  var problems: [XMLProblem] {
    let clauses = Array(zip(checks.policy.clauses, checks.places.clauses))
    var problems: [XMLProblem] = []
    for (index, (clause, place)) in clauses.enumerated() {
      for what in clause.demand.faults(issued: checks.policy.issued) {
        problems.append(XMLProblem(at: place, what))
      }
      for (other, otherPlace) in clauses[..<index] where overlap(clause, other) {
        if let why = clause.demand.contradicts(other.demand) {
          problems.append(
            XMLProblem(
              at: place,
              "no file can meet this clause and \"\(other.id)\" (line \(otherPlace.line)): \(why)"
            )
          )
        } else if covers(other, clause), clause.demand.follows(from: other.demand) {
          problems.append(never(clause, place, other, otherPlace))
        } else if covers(clause, other), other.demand.follows(from: clause.demand) {
          problems.append(never(other, otherPlace, clause, place))
        }
      }
    }
    return problems
  }

  private func never(
    _ clause: Clause,
    _ place: XMLPosition,
    _ stricter: Clause,
    _ stricterPlace: XMLPosition
  ) -> XMLProblem {
    XMLProblem(
      at: place,
      "this clause decides nothing: whoever meets \"\(stricter.id)\" (line \(stricterPlace.line)) "
        + "meets it"
    )
  }

  /// Whether some supplier must meet both.
  private func overlap(_ one: Clause, _ other: Clause) -> Bool {
    guard let first = one.tiers, let second = other.tiers else { return true }
    return first.contains(where: second.contains)
  }

  /// Whether all who must meet the other must meet the one.
  private func covers(_ one: Clause, _ other: Clause) -> Bool {
    guard let first = one.tiers else { return true }
    return other.tiers?.allSatisfy(first.contains) ?? false
  }
}

extension Clause.Demand {
  /// What is wrong with the demand alone.
  func faults(issued: CalendarDate) -> [String] {
    switch self {
    case .questionnaire(let accepted):
      return accepted.compactMap { entry in
        guard let until = entry.until, until < issued.adding(days: -3_660) else { return nil }
        return "\(entry.id) was accepted until \(until), ten years before the policy"
      } + (Set(accepted).count < accepted.count ? ["a question set stands there twice"] : [])
    case .outcomes(let wanted):
      if wanted.isEmpty { return ["no theme and no requirement is named"] }
      return wanted.values.flatMap(repeated)
    case .answers(let questions, _): return repeated(questions)
    case .evidence(let questions, _, _): return repeated(questions)
    case .identifiers(let registers, _, _): return repeated(registers)
    case .signer(let wanted):
      return wanted.programmes.isEmpty || wanted.kinds.contains(.programme)
        ? [] : ["programmes are named, and none is accepted"]
    case .certificate(let wanted):
      var faults: [String] = []
      if wanted.level != nil, wanted.schemes != [.defenceCyberCertification] {
        faults.append("level: only Defence Cyber Certification has levels")
      }
      if wanted.byAward,
        !wanted.schemes.contains(where: { [.cyberEssentials, .cyberEssentialsPlus].contains($0) })
      {
        faults.append("by-award: a file declares that of Cyber Essentials and Plus only")
      }
      return faults
    case .verdict, .age, .scope, .supplier, .countersigned, .declared, .binding: return []
    }
  }

  private func repeated(_ ids: [String]) -> [String] {
    var seen: Set<String> = []
    return ids.filter { !seen.insert($0).inserted }.map { "\($0) stands there twice" }
  }

  /// Why no file can meet both; `nil` where some can.
  func contradicts(_ other: Clause.Demand) -> String? {
    switch (self, other) {
    case (.questionnaire(let one), .questionnaire(let other)):
      let canBoth = one.contains { first in other.contains { first.overlaps($0) } }
      return canBoth ? nil : "they accept no question set in common"
    case (.signer(let one), .signer(let other)):
      if !one.kinds.contains(where: other.kinds.contains) {
        return "one wants a key confirmed, the other a programme"
      }
      let isProgrammeOnly = !(one.kinds.contains(.pinned) && other.kinds.contains(.pinned))
      if isProgrammeOnly, !one.programmes.isEmpty, !other.programmes.isEmpty,
        !one.programmes.contains(where: other.programmes.contains)
      {
        return "they accept no programme in common"
      }
      return nil
    case (.declared(let one), .declared(let other)):
      return one.contains(where: other.contains) ? nil : "they want different people to declare"
    case (.scope(.named(let one)), .scope(.named(let other))):
      // The whole organisation meets both.
      return one.isEmpty && other.isEmpty ? "neither names a part" : nil
    default: return nil
    }
  }

  /// Whether whoever meets the other demand meets this one.
  func follows(from other: Clause.Demand) -> Bool {
    if self == other { return true }
    switch (self, other) {
    case (.age(let days), .age(let stricter)): return days >= stricter
    case (.verdict(let notReady), .verdict(let stricter)):
      return notReady.rank >= stricter.rank
    case (.answers(let questions, let areMet), .answers(let more, let areMetThere)):
      return questions.allSatisfy(more.contains) && (!areMet || areMetThere)
    case (.outcomes(let wanted), .outcomes(let more)):
      return wanted.allSatisfy { kind, ids in ids.allSatisfy { more[kind]?.contains($0) ?? false } }
    case (
      .evidence(let questions, let strength, let days), .evidence(let more, let stronger, let fewer)
    ):
      return questions.allSatisfy(more.contains) && stronger.isAtLeast(strength)
        && (days.map { limit in fewer.map { $0 <= limit } ?? false } ?? true)
    case (.scope(let parts), .scope(.refused)): return parts != .refused
    case (
      .identifiers(let registers, let all, let areConfirmed),
      .identifiers(let more, true, let there)
    ):
      return (!areConfirmed || there)
        && (all ? registers.allSatisfy(more.contains) : registers.contains(where: more.contains))
    case (.binding(let challenge), .binding(let there)): return !challenge || there
    case (.countersigned(let roles, let all), .countersigned(let more, true)):
      return all ? roles.allSatisfy(more.contains) : roles.contains(where: more.contains)
    case (.declared(let authorities), .declared(let fewer)):
      return fewer.allSatisfy(authorities.contains)
    case (.certificate(let wanted), .certificate(let stricter)):
      return wanted.follows(from: stricter)
    default: return false
    }
  }
}

extension Clause.NotReady {
  /// 0 for the strictest.
  var rank: Int {
    switch self {
    case .refused: 0
    case .withPlan: 1
    case .accepted: 2
    }
  }
}

extension Clause.AcceptedQuestionnaire {
  /// Whether an answer can be to both.
  func overlaps(_ other: Clause.AcceptedQuestionnaire) -> Bool {
    func agree(_ one: String?, _ other: String?) -> Bool {
      one == nil || other == nil || one == other
    }
    return id == other.id && agree(edition, other.edition) && agree(version, other.version)
      && agree(sha256, other.sha256)
  }
}

extension Clause.CertificateDemand {
  /// Whether whoever meets the other demand meets this one.
  func follows(from other: Clause.CertificateDemand) -> Bool {
    other.schemes.allSatisfy(schemes.contains) && level ?? 0 <= other.level ?? 0
      && days.allSatisfy(other.days.contains) && spareDays <= other.spareDays
      && (scope == nil || scope == other.scope)
      && (requirementsVersions.isEmpty || requirementsVersions == other.requirementsVersions)
      && (lookUpDays.map { limit in other.lookUpDays.map { $0 <= limit } ?? false } ?? true)
      && (byAward || !other.byAward) && (asksForEquivalent || !other.asksForEquivalent)
  }
}
