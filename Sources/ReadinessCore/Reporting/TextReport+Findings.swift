extension TextReport {
  /// What to act on: each explains itself; questions without any answer are listed in short.
  static func findings(_ assessment: Assessment, _ page: inout TextPage) {
    let all = assessment.findings
    let told = all.filter { $0.rank != .unanswered }
    if !told.isEmpty {
      page.heading("What to act on, the most pressing first")
      for (index, finding) in told.enumerated() {
        page.blank()
        self.finding(finding, number: index + 1, asOf: assessment.asOf, &page)
      }
    }
    open(all.filter { $0.rank == .unanswered }, assessment, &page)
  }

  private static func finding(
    _ finding: Finding,
    number: Int,
    asOf: CalendarDate,
    _ page: inout TextPage
  ) {
    let question = finding.question
    page.add("\(number). \(ReportWords.name(finding.result)): \(question.id)")
    page.add(question.words.prompt, first: "   ")
    let answer = AnswerLines.lines(finding.answer, of: question)
    if answer.count == 1 {
      page.add("Your answer", answer[0], indent: 3)
    } else {
      page.add("Your answer:", first: "   ")
      for line in answer { page.point(line, indent: 5) }
    }
    if let origin = AnswerLines.origin(finding, asOf: asOf) {
      page.add("What stands behind it", origin, indent: 3)
    }
    for (index, reason) in finding.reasons.enumerated() {
      let sources = reason.sources.isEmpty ? "" : " [\(reason.sources.joined(separator: " "))]"
      let text = ReportWords.capitalised(reason.text)
      page.add(index == 0 ? "Why" : "Also", text + sources, indent: 3)
    }
    for row in finding.rows {
      page.point("\(row.question) row \(row.row): \(SupportWords.brief(row))", indent: 5)
    }
    page.add("What it means", ReportWords.meaning(of: finding.result), indent: 3)
    page.add("How sure we are", ReportWords.sureness(finding.confidence), indent: 3)
    if !finding.holdsUp.isEmpty {
      page.add("Waiting for it", finding.holdsUp.joined(separator: ", "), indent: 3)
    }
    if finding.rank.isAdverse {
      remedies(finding, &page)
    } else {
      page.add("How to find out", question.words.findOut, indent: 3)
      page.add("A good answer", question.words.compliant, indent: 3)
    }
    if !finding.who.isEmpty {
      page.add(
        "Who usually knows",
        finding.who.map(\.inWords).joined(separator: ", or "),
        indent: 3
      )
    }
    if !finding.needs.isEmpty {
      page.add("Who can help", ReportWords.help(finding.needs), indent: 3)
    }
  }

  private static func remedies(_ finding: Finding, _ page: inout TextPage) {
    let remedies = finding.remedies
    guard let only = remedies.first else { return }
    if remedies.count == 1 {
      page.add("What to do", only.text, indent: 3)
      page.add(RemedyWords.cost(only), first: "     ")
      if let effects = RemedyWords.effects(only) { page.add(effects, first: "     ") }
      return
    }
    page.add("What to do: one of these \(remedies.count) ways.", first: "   ")
    for remedy in remedies {
      page.point(RemedyWords.named(remedy), indent: 5)
      page.add(RemedyWords.cost(remedy), first: "       ")
      if let effects = RemedyWords.effects(remedy) { page.add(effects, first: "       ") }
    }
  }

  private static func open(
    _ findings: [Finding],
    _ assessment: Assessment,
    _ page: inout TextPage
  ) {
    guard !findings.isEmpty || !assessment.waiting.isEmpty else { return }
    page.heading("Not answered yet")
    for finding in findings {
      page.add(finding.question.words.prompt, first: "  \(finding.question.id)  ")
      if finding.answer != nil {
        for reason in finding.reasons { page.add(reason.text, first: "      ") }
      }
    }
    if !assessment.waiting.isEmpty {
      page.add(
        "Waiting for another answer: " + assessment.waiting.joined(separator: ", "),
        first: "  "
      )
    }
  }
}
