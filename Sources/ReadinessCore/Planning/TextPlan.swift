/// The plan as text for a terminal.
public enum TextPlan {
  /// The page.
  ///
  /// - Parameters:
  ///   - plan: what to do.
  ///   - width: the widest line, in cells; at least 40.
  ///   - limit: how many actions are shown; the rest is counted.
  /// - Returns: lines with a final line feed.
  public static func text(_ plan: Plan, width: Int = 80, limit: Int? = nil) -> String {
    let assessment = plan.assessment
    var page = TextPage(width: width)
    page.add("\(assessment.questionnaire.scheme) readiness self-assessment: what to do")
    if let name = Firm(assessment).name { page.add(name) }
    page.add("As of \(assessment.asOf.inWords). \(ReportWords.notACertificate)")
    page.heading("Verdict: \(ReportWords.name(assessment.verdict).lowercased())", "=")
    page.add(ReportWords.meaning(of: assessment))
    actions(plan, limit: limit, &page)
    deadlines(plan, &page)
    if let price = plan.price {
      page.heading("What the real certificate costs")
      page.add(price.inWords)
    }
    page.blank()
    page.add(
      "Work and money are our estimates for a firm of ten to fifty people. Dates and who answers "
        + "for them are yours: readiness plan DIR --set A6.1=2027-01-31 --who ROLE records them."
    )
    return page.text
  }

  private static func actions(_ plan: Plan, limit: Int?, _ page: inout TextPage) {
    if plan.actions.isEmpty {
      page.heading("What to do")
      page.add(
        plan.assessment.verdict == .ready
          ? "Nothing is left to put right, going by your answers. The next step is to apply."
          : "These questions wait for another answer: "
            + ReportWords.list(plan.assessment.waiting) + "."
      )
      return
    }
    var number = 0
    let shown = plan.actions.prefix(max(0, limit ?? .max))
    for rank in Finding.Rank.allCases {
      let actions = shown.filter { $0.rank == rank }
      guard !actions.isEmpty else { continue }
      page.heading(title(rank))
      for action in actions {
        number += 1
        page.blank()
        self.action(action, number: number, plan, &page)
      }
    }
    if shown.count < plan.actions.count {
      page.blank()
      page.add("And \(plan.actions.count - shown.count) more after these.")
    }
  }

  private static func title(_ rank: Finding.Rank) -> String {
    switch rank {
    case .automaticFail: "First: what fails outright"
    case .scopeProblem: "Then: what makes the scope fall"
    case .notMet: "Then: what falls short"
    case .cannotDetermine: "Find out"
    case .unanswered: "Still to answer"
    }
  }

  private static func action(
    _ action: PlanAction,
    number: Int,
    _ plan: Plan,
    _ page: inout TextPage
  ) {
    let label = "\(number). "
    let indent = label.count
    let gap = String(repeating: " ", count: indent)
    let ids = ReportWords.list(action.questions)
    switch action.kind {
    case .answer:
      page.add(action.what, first: label)
      page.add("Questions", ids, indent: indent)
      if !action.waiting.isEmpty {
        page.add("Waiting for them", ReportWords.list(action.waiting), indent: indent)
      }
    case .findOut:
      page.add(
        action.findings.first?.question.words.prompt ?? "",
        first: "\(label)\(ids)  ",
        rest: gap
      )
      page.add("Find out", action.what, indent: indent)
      page.add("Why", ReportWords.capitalised(action.why), indent: indent)
    case .putRight:
      page.add(
        action.findings.first?.question.words.prompt ?? "",
        first: "\(label)\(ids)  ",
        rest: gap
      )
      if action.isLikely {
        page.add("This is a likely automatic fail, not a certain one.", first: gap)
      }
      page.add("Why", ReportWords.capitalised(action.why), indent: indent)
      for row in action.rows {
        page.point("\(row.question) row \(row.row): \(SupportWords.brief(row))", indent: indent + 2)
      }
      ways(action, indent: indent, &page)
    }
    if !action.who.isEmpty {
      page.add(
        "Who usually does it",
        action.who.map(\.inWords).joined(separator: ", or "),
        indent: indent
      )
    }
    for target in action.targets {
      let left = plan.assessment.asOf.days(to: target.date)
      let late = left < 0 ? " (\(ReportWords.many(-left, "day")) ago)" : ""
      page.add(
        "Your target",
        "\(target.question) by \(target.date.inWords)\(late), \(target.who)",
        indent: indent
      )
    }
  }

  private static func ways(_ action: PlanAction, indent: Int, _ page: inout TextPage) {
    let gap = String(repeating: " ", count: indent)
    guard action.ways.count > 1 else {
      page.add("Do", action.what, indent: indent)
      if let only = action.ways.first { page.add(RemedyWords.cost(only), first: gap) }
      return
    }
    page.add(action.what, first: gap)
    for way in action.ways {
      page.point("\(RemedyWords.named(way)) \(RemedyWords.cost(way))", indent: indent + 2)
      if let effects = RemedyWords.effects(way) { page.add(effects, first: gap + "    ") }
    }
  }

  private static func deadlines(_ plan: Plan, _ page: inout TextPage) {
    guard !plan.deadlines.isEmpty else { return }
    page.heading("Days to keep in mind")
    for deadline in plan.deadlines {
      page.blank()
      page.add(
        "\(deadline.date.inWords) (\(days(deadline.daysLeft))): \(deadline.title)",
        first: "- "
      )
      page.add(deadline.text, first: "  ")
      if let confidence = deadline.confidence, confidence != .high {
        page.add("How sure we are: \(ReportWords.sureness(confidence)).", first: "  ")
      }
    }
  }

  /// The distance in words, as `in 3 days`, `today` or `3 days ago`.
  static func days(_ left: Int) -> String {
    switch left {
    case 0: "today"
    case 1...: "in \(ReportWords.many(left, "day"))"
    default: "\(ReportWords.many(-left, "day")) ago"
    }
  }
}
