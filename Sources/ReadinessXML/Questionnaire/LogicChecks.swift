import ReadinessCore

/// Cycles, questions that nobody is ever asked, rules that contradict one another.
extension QuestionnaireChecks {
  // MARK: Cycles

  /// Reports conditions that go in a circle.
  ///
  /// Whether a question is asked rests on the answers to (and so on the asking of) others; its
  /// outcome rests on those, and on the outcomes that its rules name. None may rest on itself.
  mutating func checkCycles() {
    var edges: [String: Set<String>] = [:]
    for question in questionnaire.questions {
      let asks = "asking " + question.id
      edges[asks] = targets(question.when)
      var judging: Set<String> = [asks]
      let steps = question.flow?.steps.map(\.condition) ?? []
      for condition in question.rules.map(\.condition) + question.parts.compactMap(\.when) + steps {
        judging.formUnion(targets(condition))
      }
      edges["judging " + question.id] = judging
    }
    var done: Set<String> = []
    for question in questionnaire.questions {
      for start in ["asking " + question.id, "judging " + question.id] {
        guard let cycle = cycle(from: start, edges, &done) else { continue }
        if let element = questionElements[question.id] {
          report(element, "the conditions go in a circle: " + cycle.joined(separator: " needs "))
        }
      }
    }
  }

  private func targets(_ condition: Condition?) -> Set<String> {
    guard let condition else { return [] }
    let asked = condition.questions.map { "asking " + $0 }
    return Set(asked).union(condition.outcomes.map { "judging " + $0 })
  }

  private func cycle(
    from start: String,
    _ edges: [String: Set<String>],
    _ done: inout Set<String>
  ) -> [String]? {
    var path: [String] = []
    func visit(_ node: String) -> [String]? {
      if let index = path.firstIndex(of: node) { return Array(path[index...]) + [node] }
      guard !done.contains(node) else { return nil }
      path.append(node)
      for next in (edges[node] ?? []).sorted() {
        if let found = visit(next) { return found }
      }
      path.removeLast()
      done.insert(node)
      return nil
    }
    let found = visit(start)
    done.insert(start)
    return found
  }

  // MARK: Logic

  mutating func checkLogic() {
    for question in questionnaire.questions {
      guard let element = questionElements[question.id] else { continue }
      if let when = question.when, !isSatisfiable(expanded(when)) {
        report(element, "nobody is ever asked \(question.id): its condition cannot hold")
        continue
      }
      for part in question.parts {
        if let when = part.when, !isSatisfiable(expanded(when)) {
          report(
            element,
            "nobody is ever asked the part \"\(part.id)\" of \(question.id)"
          )
        }
      }
      checkRules(question, element)
      checkFlow(question, element)
    }
    for element in root.all("contradiction") {
      guard let found = questionnaire.contradictions.first(where: { $0.id == element["id"] }),
        !isSatisfiable(expanded(found.condition))
      else { continue }
      report(element, "the contradiction \"\(found.id)\" can never hold")
    }
  }

  private mutating func checkRules(_ question: Question, _ element: XMLElement) {
    let ruleElements = element.all("rule")
    let asked = question.when.map(expanded) ?? .all([])
    for (index, rule) in question.rules.enumerated() where index < ruleElements.count {
      if !isSatisfiable(.all([asked, expanded(rule.condition)])) {
        report(ruleElements[index], "this rule of \(question.id) can never hold")
      }
      for other in question.rules[..<index] where areOpposed(rule, other) {
        let both = Condition.all([rule.condition, other.condition])
        if rule.condition == other.condition
          || isDecidable(both) && isSatisfiable(.all([asked, expanded(both)]))
        {
          report(
            ruleElements[index],
            "two rules of \(question.id) contradict each other: both can hold, one gives met, "
              + "the other adverse"
          )
        }
      }
    }
    guard question.kind == .yesNo, question.good == nil else { return }
    for word in ["yes", "no"] {
      let answer = Condition.answer(.init(question: question.id), isOneOf: [word])
      let says = question.rules.contains { rule in
        isSatisfiable(.all([asked, answer, expanded(rule.condition)]))
      }
      if !says {
        report(element, "no rule of \(question.id) says what \"\(word)\" is worth")
      }
    }
  }

  /// Each step, and what is left for `otherwise`, must be reached by some row.
  private mutating func checkFlow(_ question: Question, _ element: XMLElement) {
    guard let flow = question.flow, let flowElement = element.first("flow") else { return }
    let solver = Satisfiability(questionnaire: questionnaire, row: question)
    let elements = flowElement.all("step")
    var earlier: [Condition] = []
    for (index, step) in flow.steps.enumerated() where index < elements.count {
      if !solver.isPossible(.all(earlier + [step.condition])) {
        report(elements[index], "step \(index + 1) of \(question.id) can never decide a row")
      }
      earlier.append(.not(step.condition))
    }
    if !solver.isPossible(.all(earlier)), let last = flowElement.first("otherwise") {
      report(last, "no row of \(question.id) is ever left for \"otherwise\"")
    }
    let gives = Set(flow.steps.map(\.gives) + [flow.otherwise.gives])
    for wanted in [Rule.Gives.met, .adverse] where !gives.contains(wanted) {
      report(flowElement, "no step of \(question.id) gives \(wanted.rawValue)")
    }
  }

  private func areOpposed(_ rule: Rule, _ other: Rule) -> Bool {
    rule.gives == .met && other.gives == .adverse || rule.gives == .adverse && other.gives == .met
  }

  /// The condition in which every test on a question also demands that the question is asked.
  private func expanded(_ condition: Condition) -> Condition {
    func guarded(_ question: String, _ test: Condition) -> Condition {
      guard let when = questionnaire.question(question)?.when else { return test }
      return .all([expanded(when), test])
    }
    switch condition {
    case .all(let conditions): return .all(conditions.map(expanded))
    case .any(let conditions): return .any(conditions.map(expanded))
    case .not(let inner): return .not(expanded(inner))
    case .answer(let reference, _), .chosen(let reference, _), .chosenOnly(let reference, _),
      .number(let reference, _), .given(let reference):
      return guarded(reference.question, condition)
    default: return condition
    }
  }

  private func isSatisfiable(_ condition: Condition) -> Bool {
    Satisfiability(questionnaire: questionnaire).isPossible(condition)
  }

  private func isDecidable(_ condition: Condition) -> Bool {
    Satisfiability(questionnaire: questionnaire).isDecidable(condition)
  }
}
