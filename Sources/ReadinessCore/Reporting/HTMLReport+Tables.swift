extension HTMLReport {
  /// Pairs of answers, side by side.
  static func contradictions(_ assessment: Assessment) -> String {
    let answers = assessment.contradictions.filter { $0.observation == nil }
    guard !answers.isEmpty else { return "" }
    let pairs = answers.map { found in
      let answers = ContradictionSide.all(found, assessment).map { side in
        HTML.element(
          "div",
          HTML.element(
            "p",
            HTML.text("b", side.question.id) + " " + HTML.inline(side.question.words.prompt)
          )
            + HTML.text("p", ["class": "small"], "You say") + HTML.list(side.lines)
        )
      }
      return HTML.element(
        "article",
        ["class": "finding open"],
        HTML.text("p", ["class": "prompt"], found.says)
          + HTML.element("div", ["class": "pair"], answers.joined())
      ) + "\n"
    }
    return section(
      "contradictions",
      "Answers that do not fit together",
      HTML.text("p", "Both cannot be true. Look at each pair again; the worse of the two counts.")
        + pairs.joined()
    )
  }

  /// One table for each theme.
  static func requirements(_ assessment: Assessment) -> String {
    let tables = ThemeSummary.all(assessment).map { summary in
      let rows = summary.results.map { result in
        [
          HTML.inline(result.requirement.id),
          HTML.text(
            "span",
            ["class": "tag \(kind(result.outcome))"],
            ReportWords.capitalised(result.outcome.rawValue)
          ),
          HTML.inline(result.requirement.short),
          HTML.inline(
            result.questions.isEmpty
              ? result.requirement.notAsked ?? "no question that is asked"
              : result.questions.joined(separator: ", ")
          ),
        ]
      }
      return HTML.text("h3", "\(summary.theme.name): \(summary.outcome.rawValue)")
        + HTML.table(
          ReportWords.capitalised(summary.counts),
          class: "requirements",
          ["Requirement", "Outcome", "What it asks", "Questions"],
          rows
        )
    }
    return section(
      "requirements",
      "Requirements by theme",
      HTML.text("p", "Each requirement stands as the worst of its questions.") + tables.joined()
    )
  }

  /// The rows against the support data.
  static func support(_ assessment: Assessment) -> String {
    guard !assessment.support.isEmpty else { return "" }
    let rows = assessment.support.map { row in
      [
        HTML.inline("\(row.question) row \(row.row)"),
        HTML.inline(SupportWords.title(row)),
        HTML.inline(ReportWords.capitalised(SupportWords.status(row.judgement))),
        HTML.inline(row.judgement.ends?.inWords ?? "not known"),
        HTML.inline(SupportWords.later(row)),
        HTML.inline(ReportWords.capitalised(row.judgement.note)),
      ]
    }
    return section(
      "support",
      "What makers still support",
      HTML.table(
        SupportWords.age(of: assessment),
        class: "support",
        ["Where", "Product", "Status", "Last day", "Later", "Note"],
        rows
      )
    )
  }
}
