extension HTMLReport {
  /// What to act on: a list at a glance, then each explaining itself.
  static func findings(_ assessment: Assessment) -> String {
    let all = assessment.findings
    let told = all.filter { $0.rank != .unanswered }
    var content = ""
    if !told.isEmpty {
      let rows = told.map { finding in
        [
          HTML.element("a", ["href": "#\(anchor(finding))"], HTML.inline(finding.question.id)),
          tag(finding), HTML.inline(finding.question.words.prompt),
        ]
      }
      content += section(
        "findings",
        "What to act on, the most pressing first",
        HTML.table("At a glance", class: "glance", ["Question", "Outcome", "What is asked"], rows)
          + told.map { article($0, asOf: assessment.asOf) }.joined()
      )
    }
    let open = all.filter { $0.rank == .unanswered }
    guard !open.isEmpty || !assessment.waiting.isEmpty else { return content }
    var list = open.map { finding in
      HTML.element(
        "li",
        HTML.text("b", finding.question.id) + " " + HTML.inline(finding.question.words.prompt)
          + (finding.answer == nil
            ? "" : " " + HTML.inline(finding.reasons.map(\.text).joined(separator: "; ")))
      )
    }
    if !assessment.waiting.isEmpty {
      list.append(
        HTML.text("li", "Waiting for another answer: " + assessment.waiting.joined(separator: ", "))
      )
    }
    return content
      + section("open", "Not answered yet", HTML.element("ul", ["class": "plain"], list.joined()))
  }

  /// The outcome in words within a frame; the frame's colour says nothing more.
  static func tag(_ finding: Finding) -> String {
    HTML.text("span", ["class": "tag \(kind(finding.outcome))"], ReportWords.name(finding.result))
  }

  /// The class of an outcome.
  static func kind(_ outcome: Outcome) -> String {
    switch outcome {
    case .automaticFail: "fail"
    case .notMet: "short"
    case .cannotDetermine, .unanswered: "open"
    case .met, .notApplicable: "fine"
    }
  }

  private static func anchor(_ finding: Finding) -> String { "q-\(finding.question.id)" }

  private static func article(_ finding: Finding, asOf: CalendarDate) -> String {
    let question = finding.question
    var facts: [(String, String)] = [
      ("Your answer", HTML.list(AnswerLines.lines(finding.answer, of: question)))
    ]
    if let origin = AnswerLines.origin(finding, asOf: asOf) {
      facts.append(("What stands behind it", HTML.text("p", origin)))
    }
    facts.append(("Why", reasons(finding)))
    facts.append(
      (
        "What it means",
        HTML.text("p", ReportWords.meaning(of: finding.result))
          + HTML.text(
            "p",
            ["class": "small"],
            "How sure we are: \(ReportWords.sureness(finding.confidence))"
          )
      )
    )
    if !finding.holdsUp.isEmpty {
      facts.append(("Waiting for it", HTML.text("p", finding.holdsUp.joined(separator: ", "))))
    }
    if finding.rank.isAdverse {
      if !finding.remedies.isEmpty { facts.append(("What to do", remedies(finding))) }
    } else {
      facts.append(("How to find out", HTML.text("p", question.words.findOut)))
      facts.append(("A good answer", HTML.text("p", question.words.compliant)))
    }
    if !finding.who.isEmpty {
      let who = finding.who.map(\.inWords).joined(separator: ", or ")
      facts.append(("Who usually knows", HTML.text("p", ReportWords.capitalised(who))))
    }
    if !finding.needs.isEmpty {
      let commands = finding.needs.map { HTML.text("code", "readiness signpost --need \($0)") }
      facts.append(
        ("Who can help", HTML.element("p", "Shown by " + ReportWords.list(commands)))
      )
    }
    let list = facts.map {
      HTML.element("div", HTML.text("dt", $0.0) + HTML.element("dd", [:], $0.1))
    }
    return HTML.element(
      "article",
      ["class": "finding \(kind(finding.outcome))", "id": anchor(finding)],
      HTML.element("h3", HTML.inline(question.id) + " " + tag(finding))
        + HTML.text("p", ["class": "prompt"], question.words.prompt)
        + HTML.element("dl", list.joined(separator: "\n"))
    ) + "\n"
  }

  private static func reasons(_ finding: Finding) -> String {
    let items = finding.reasons.map { reason in
      HTML.inline(ReportWords.capitalised(reason.text))
        + (reason.sources.isEmpty
          ? ""
          : " "
            + HTML.text("span", ["class": "small"], "[\(reason.sources.joined(separator: " "))]"))
    }
    let paragraphs = items.map { HTML.element("p", $0) }.joined()
    let rows = finding.rows.map {
      HTML.text("li", "\($0.question) row \($0.row): \(SupportWords.brief($0))")
    }
    return paragraphs + (rows.isEmpty ? "" : HTML.element("ul", rows.joined()))
  }

  private static func remedies(_ finding: Finding) -> String {
    let remedies = finding.remedies
    func way(_ remedy: Remedy) -> String {
      let name =
        remedies.count > 1 ? remedy.id.map { HTML.text("b", RemedyWords.name($0) + ": ") } : nil
      return (name ?? "") + HTML.inline(remedy.text)
        + HTML.text("p", ["class": "small"], RemedyWords.cost(remedy))
        + (RemedyWords.effects(remedy).map { HTML.text("p", ["class": "small"], $0) } ?? "")
    }
    if remedies.count == 1, let only = remedies.first { return HTML.element("div", way(only)) }
    return HTML.text("p", "One of these \(remedies.count) ways:")
      + HTML.element(
        "ul",
        ["class": "ways"],
        remedies.map { HTML.element("li", way($0)) }.joined()
      )
  }
}
