/// The assessment as text: the verdict first, counts second, then what to act on.
public enum TextReport {
  /// The whole report.
  ///
  /// Safe to print: what the firm typed cannot drive the terminal.
  ///
  /// - Parameters:
  ///   - assessment: what the answers came to.
  ///   - width: the widest line, in cells; at least 40.
  /// - Returns: lines with a final line feed.
  public static func text(_ assessment: Assessment, width: Int = 80) -> String {
    var page = TextPage(width: width)
    head(assessment, &page)
    counts(assessment, &page)
    findings(assessment, &page)
    contradictions(assessment, &page)
    seen(assessment, &page)
    rows(assessment, &page)
    base(assessment, &page)
    requirements(assessment, &page)
    support(assessment, &page)
    foot(assessment, &page)
    return page.text
  }

  private static func head(_ assessment: Assessment, _ page: inout TextPage) {
    let questionnaire = assessment.questionnaire
    page.add("\(questionnaire.scheme) readiness self-assessment")
    if let name = Firm(assessment).name { page.add(name) }
    page.add(
      "Judged as of \(assessment.asOf.inWords). Question set \(questionnaire.edition) "
        + "\(questionnaire.version)."
    )
    page.add(ReportWords.notACertificate)
    page.heading("Verdict: \(ReportWords.name(assessment.verdict).lowercased())", "=")
    page.add(ReportWords.meaning(of: assessment))
    if let sentence = BaseWords.sentence(assessment) { page.add(sentence) }
  }

  private static func counts(_ assessment: Assessment, _ page: inout TextPage) {
    let counts = ReportCounts(assessment)
    page.heading("How many of each")
    let widest = counts.lines.map { $0.name.count }.max() ?? 0
    for line in counts.lines {
      let number = String(line.count)
      let gap = String(repeating: " ", count: max(0, 4 - number.count))
      page.add(
        line.meaning,
        first: "  " + TextLayout.pad(line.name, to: widest) + gap + number + "  ",
        rest: String(repeating: " ", count: widest + 8)
      )
    }
    page.add(counts.summary)
    page.add("The rule: " + ReportWords.rule(of: assessment.questionnaire))
  }

  private static func contradictions(_ assessment: Assessment, _ page: inout TextPage) {
    let pairs = assessment.contradictions.filter { $0.observation == nil }
    guard !pairs.isEmpty else { return }
    page.heading("Answers that do not fit together")
    page.add("Both cannot be true. Look at each pair again; the worse of the two counts.")
    for found in pairs {
      page.blank()
      page.add(found.says)
      for side in ContradictionSide.all(found, assessment) {
        page.add(side.question.words.prompt, first: "  \(side.question.id)  ")
        for line in side.lines { page.add("You say: " + line, first: "      ") }
      }
    }
  }

  private static func requirements(_ assessment: Assessment, _ page: inout TextPage) {
    page.heading("Requirements by theme")
    page.add("Each requirement stands as the worst of its questions.")
    for theme in ThemeSummary.all(assessment) {
      page.blank()
      page.add("\(theme.theme.name): \(theme.outcome.rawValue). \(theme.counts).")
      for result in theme.results where result.outcome.rank.map({ $0 < 3 }) ?? false {
        page.add(
          "\(result.outcome.rawValue). \(result.requirement.short) "
            + "(\(result.questions.joined(separator: ", ")))",
          first: "  \(result.requirement.id)  "
        )
      }
    }
  }

  private static func support(_ assessment: Assessment, _ page: inout TextPage) {
    guard !assessment.support.isEmpty else { return }
    page.heading("What makers still support")
    page.add(SupportWords.age(of: assessment))
    for row in assessment.support {
      page.blank()
      page.add(SupportWords.title(row), first: "  \(row.question) row \(row.row)  ")
      page.add(SupportWords.standing(row, asOf: assessment.asOf), first: "      ")
      page.add(SupportWords.later(row), first: "      ")
    }
  }

  private static func foot(_ assessment: Assessment, _ page: inout TextPage) {
    let used = Set(assessment.findings.flatMap { $0.reasons.flatMap(\.sources) })
    let sources = assessment.questionnaire.sources.filter { used.contains($0.id) }
    if !sources.isEmpty {
      page.heading("Sources")
      for source in sources {
        let date = source.date.map { " (\($0))" } ?? ""
        page.add("\(source.title)\(date)", first: "  \(source.id)  ")
      }
    }
    page.heading("What this is not")
    page.add(ReportWords.disclaimer)
    page.add(
      "Question set: \(assessment.questionnaire.id), SHA-256 \(assessment.questionnaire.sha256)"
    )
  }
}
