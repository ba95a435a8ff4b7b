public import ReadinessCore

/// Whether a questionnaire makes sense, beyond its form.
///
/// Found are: identifiers that stand twice or are not known, cycles, questions that nobody is ever
/// asked, rules that contradict one another or leave an answer without worth, requirements that no
/// question serves, and marked questions without remedy, mapping or evidence.
public struct QuestionnaireChecks {
  /// Every problem of form or, where the form is right, of meaning; in the file's order.
  ///
  /// - Parameters:
  ///   - bytes: the whole file; it may be hostile.
  ///   - sha256: the digest of `bytes`.
  ///   - base: the set that this one builds on, where it is at hand; asked for by its id.
  /// - Returns: the questionnaire, and the problems; it may be used only when there are none.
  /// - Throws: the problems of form.
  public static func check(
    _ bytes: [UInt8],
    sha256: String,
    base: (String) -> Questionnaire? = { _ in nil }
  ) throws(XMLReadingError) -> (questionnaire: Questionnaire, problems: [XMLProblem]) {
    let root = try QuestionnaireReader.document(bytes)
    let questionnaire = QuestionnaireReader.questionnaire(from: root, sha256: sha256)
    var checks = QuestionnaireChecks(
      root: root,
      questionnaire: questionnaire,
      base: questionnaire.buildsOn.flatMap(base)
    )
    checks.run()
    let inOrder = checks.problems.sorted {
      ($0.position ?? root.position) < ($1.position ?? root.position)
    }
    return (questionnaire, inOrder)
  }

  let root: XMLElement
  let questionnaire: Questionnaire
  let base: Questionnaire?
  var problems: [XMLProblem] = []
  let questionElements: [String: XMLElement]

  private init(root: XMLElement, questionnaire: Questionnaire, base: Questionnaire?) {
    self.base = base
    self.root = root
    self.questionnaire = questionnaire
    questionElements = Dictionary(
      root.all("section").flatMap { $0.all("question") }.map { ($0["id"] ?? "", $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  mutating func report(_ element: XMLElement, _ what: String) {
    problems.append(XMLProblem(at: element.position, what))
  }

  private mutating func run() {
    checkUnique()
    checkReferences()
    checkQuestions()
    checkRequirements()
    // Logic rests on known identifiers.
    guard problems.isEmpty else { return }
    checkCycles()
    guard problems.isEmpty else { return }
    checkLogic()
  }

  // MARK: Identifiers that stand twice

  private mutating func checkUnique() {
    unique(root.first("sources")?.all("source") ?? [], "source")
    unique(root.first("themes")?.all("theme") ?? [], "theme")
    unique(root.first("requirements")?.all("requirement") ?? [], "requirement")
    unique(root.all("section"), "section")
    unique(root.all("section").flatMap { $0.all("question") }, "question")
    unique(root.all("contradiction"), "contradiction")
    for question in root.all("section").flatMap({ $0.all("question") }) {
      unique(question.all("part"), "part")
      unique(question.all("column"), "column")
      for holder in [question] + question.all("part") + question.all("column") {
        unique(holder.all("option"), "option")
      }
    }
    let old = root.all("section").flatMap { $0.all("question") }.filter { $0["was"] != nil }
    var seen: Set<String> = []
    for question in old where !seen.insert(question["was"] ?? "").inserted {
      report(question, "another question too says that it was \"\(question["was"] ?? "")\"")
    }
  }

  private mutating func unique(_ elements: [XMLElement], _ kind: String) {
    var seen: Set<String> = []
    for element in elements {
      let id = element["id"] ?? ""
      let key = id + "\u{0}" + (kind == "option" ? element.language ?? "" : "")
      if !seen.insert(key).inserted { report(element, "the \(kind) \"\(id)\" stands twice") }
    }
  }

  // MARK: Questions in themselves

  private mutating func checkQuestions() {
    for question in questionnaire.questions {
      guard let element = questionElements[question.id] else { continue }
      let marked = question.mark != .information
      if marked, question.kind == .text || question.kind == .date {
        report(
          element,
          "\(question.id) bears a mark but is free text, which proves nothing: ask it in parts"
        )
      }
      if marked, question.remedies.isEmpty {
        report(element, "\(question.id) bears a mark but has no remedy")
      }
      if marked, question.requirements.isEmpty {
        report(element, "\(question.id) bears a mark but maps to no requirement")
      }
      if marked, question.evidence.isEmpty {
        report(element, "\(question.id) bears a mark but names no evidence")
      }
      if question.remedies.count > 1, question.remedies.contains(where: { $0.id == nil }) {
        report(element, "\(question.id) has several remedies: each needs an id")
      }
      if question.was == nil, question.carry != .new, !question.isOwn {
        report(element, "\(question.id) carries an old answer over but does not say from where")
      }
      checkShape(question, element)
    }
  }

  private mutating func checkShape(_ question: Question, _ element: XMLElement) {
    func need(_ fits: Bool, _ what: String) -> String? { fits ? nil : what }
    let isChoice = question.kind == .choice || question.kind == .choices
    for problem in [
      need(!isChoice || !question.options.isEmpty, "is a choice without options"),
      need(isChoice || question.options.isEmpty, "has options but is no choice"),
      need(question.kind != .parts || !question.parts.isEmpty, "has no parts"),
      need(question.kind == .parts || question.parts.isEmpty, "has parts but another type"),
      need(question.kind != .table || !question.columns.isEmpty, "has no columns"),
      need(question.kind == .table || question.columns.isEmpty, "has columns but is no table"),
      need(question.kind == .table || question.flow == nil, "has steps but is no table"),
      need(question.good == nil || question.kind == .yesNo, "has \"good\" but is not yes-no"),
      need(
        question.kind != .table || question.mark == .information || question.mark == .scope
          || !question.rules.isEmpty || question.flow != nil,
        "is a marked table without rules"
      ),
    ].compactMap(\.self) { report(element, "\(question.id) \(problem)") }
    for part in question.parts where part.kind == .choice || part.kind == .choices {
      if part.options.isEmpty {
        report(element, "\(question.id): the part \"\(part.id)\" is a choice without options")
      }
    }
    let decides = question.parts.contains {
      $0.isNeeded && ($0.kind != .text) && ($0.kind != .date || $0.maxAge != nil)
    }
    if question.kind == .parts, question.mark != .information, !decides {
      report(element, "\(question.id) bears a mark but none of its needed parts decides anything")
    }
  }

  // MARK: Requirements

  private mutating func checkRequirements() {
    let served = Set(questionnaire.questions.flatMap(\.requirements))
    for element in root.first("requirements")?.all("requirement") ?? [] {
      let id = element["id"] ?? ""
      if served.contains(id), element.first("not-asked") != nil {
        report(element, "\(id) says that no question asks for it, but one does")
      }
      if !served.contains(id), element.first("not-asked") == nil {
        report(element, "no question serves \(id): map one to it, or say why in \"not-asked\"")
      }
    }
  }
}
