import ReadinessAttestation
import ReadinessCore
import ReadinessXML

/// Whether the questions, themes and requirements that a policy names are those of a question set.
struct KnownIds {
  let questionnaire: Questionnaire

  /// What is named and not there; nothing where the policy accepts other question sets too.
  func problems(_ policy: Policy, _ places: PolicyPlaces) -> [XMLProblem] {
    let accepted: [String] = policy.clauses.flatMap { clause -> [String] in
      guard case .questionnaire(let accepted) = clause.demand else { return [] }
      return accepted.map(\.id)
    }
    guard accepted.allSatisfy({ $0 == questionnaire.id }) else { return [] }
    let questions = Set(questionnaire.questions.map(\.id))
    let themes = Set(questionnaire.themes.map(\.id))
    let requirements = Set(questionnaire.requirements.map(\.id))
    return zip(policy.clauses, places.clauses).flatMap { clause, place -> [XMLProblem] in
      func missing(_ ids: [String], _ known: Set<String>, _ what: String) -> [XMLProblem] {
        ids.filter { !known.contains($0) }.map {
          XMLProblem(at: place, "the question set \(questionnaire.id) has no \(what) \($0)")
        }
      }
      switch clause.demand {
      case .answers(let ids, _), .evidence(let ids, _, _):
        return missing(ids, questions, "question")
      case .outcomes(let wanted):
        return missing(wanted[.theme] ?? [], themes, "theme")
          + missing(wanted[.requirement] ?? [], requirements, "requirement")
      default: return []
      }
    }
  }
}
