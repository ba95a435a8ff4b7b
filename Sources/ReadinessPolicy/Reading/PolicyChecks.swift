import ReadinessCore
import ReadinessXML

/// What the schema of a policy cannot say.
struct PolicyChecks {
  let policy: Policy
  let places: PolicyPlaces
  let root: XMLPosition

  /// Everything that is wrong.
  var problems: [XMLProblem] {
    duplicates + references + dates + tierProblems + ClausePairs(self).problems
  }

  // MARK: Ids

  private var duplicates: [XMLProblem] {
    twice(policy.sources.map(\.id), places.sources, "source")
      + twice(policy.tiers.map(\.id), places.tiers, "tier")
      + twice(policy.clauses.map(\.id), places.clauses, "clause")
      + twice(policy.exemptions.map(\.id), places.exemptions, "exemption")
  }

  private func twice(
    _ ids: [String],
    _ places: [XMLPosition],
    _ what: String
  ) -> [XMLProblem] {
    var seen: Set<String> = []
    return zip(ids, places).compactMap { id, place in
      seen.insert(id).inserted
        ? nil : XMLProblem(at: place, "there is another \(what) \"\(id)\" before this one")
    }
  }

  private var references: [XMLProblem] {
    let tiers = Set(policy.tiers.map(\.id))
    let sources = Set(policy.sources.map(\.id))
    let clauses = Set(policy.clauses.map(\.id))
    var problems: [XMLProblem] = []
    for (clause, place) in zip(policy.clauses, places.clauses) {
      problems += (clause.tiers ?? []).filter { !tiers.contains($0) }.map {
        XMLProblem(at: place, "tiers: there is no tier \"\($0)\"")
      }
      problems += clause.sources.filter { !sources.contains($0) }.map {
        XMLProblem(at: place, "sources: there is no source \"\($0)\"")
      }
    }
    for (exemption, place) in zip(policy.exemptions, places.exemptions)
    where !clauses.contains(exemption.clause) {
      problems.append(
        XMLProblem(at: place, "clause: there is no clause \"\(exemption.clause)\"")
      )
    }
    return problems
  }

  // MARK: Dates and tiers

  private var dates: [XMLProblem] {
    var problems: [XMLProblem] = []
    if let until = policy.until, until < policy.issued {
      problems.append(XMLProblem(at: root, "the policy ends on \(until), before it is issued"))
    }
    for (exemption, place) in zip(policy.exemptions, places.exemptions)
    where exemption.until < policy.issued {
      problems.append(
        XMLProblem(
          at: place,
          "the exemption ends on \(exemption.until), before the policy is issued"
        )
      )
    }
    return problems
  }

  private var tierProblems: [XMLProblem] {
    var problems: [XMLProblem] = []
    if policy.tiers.filter(\.isDefault).count > 1 {
      problems.append(XMLProblem(at: root, "more than one tier is the default"))
    }
    for (tier, place) in zip(policy.tiers, places.tiers)
    where !policy.clauses.contains(where: { $0.tiers?.contains(tier.id) ?? true }) {
      problems.append(
        XMLProblem(at: place, "nothing is demanded of the tier \"\(tier.id)\"")
      )
    }
    if policy.tiers.count > 1, policy.clauses.allSatisfy({ $0.tiers == nil }) {
      problems.append(
        XMLProblem(at: places.tiers.first, "there are tiers, and no clause tells them apart")
      )
    }
    return problems
  }
}
