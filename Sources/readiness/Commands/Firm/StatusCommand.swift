import ArgumentParser
import ReadinessCore
import ReadinessInterview

/// Where a firm stands.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Progress by section, the verdict so far, what to do next.",
    discussion: """
      Examples:
        readiness status my-firm
        readiness status my-firm --questionnaire CyberEssentialsPlus

      Exit codes: 0 ready; 2 not ready; 3 incomplete; 1 could not.
      """
  )

  @Argument(help: "The firm's folder.")
  var folder: String

  @Option(help: "Another question set, as CyberEssentialsPlus, or its XML file.")
  var questionnaire: String?

  @Option(help: "Judge as of this day, as 2026-11-22.")
  var asOf: String?

  func run() throws {
    let assessor = try Packs.assessor(questionnaire, folder: folder)
    let workspace = try Workspace.existing(folder, assessor.questionnaire, named: questionnaire)
    let sheet = try workspace.answers(assessor.questionnaire)
    let day = try Clock.day(asOf)
    let report = StatusReport(
      judge: try FirmJudge(workspace, assessor),
      sheet: sheet,
      folder: folder,
      asOf: day,
      named: questionnaire
    )
    try Verdicts.exit(report.show())
  }
}

/// The text of `status`, also shown at the end of `assess`.
struct StatusReport {
  let judge: FirmJudge
  let sheet: AnswerSheet
  let folder: String
  let asOf: CalendarDate
  /// What names the set on the command line; `nil` is Cyber Essentials.
  var named: String?

  private var flag: String { named.map { " --questionnaire \($0)" } ?? "" }

  @discardableResult
  func show() -> Verdict {
    let assessor = judge.assessor
    let assessment = judge.assess(sheet, asOf: asOf)
    let questionnaire = assessor.questionnaire
    Console.print(
      "\(questionnaire.scheme) \(questionnaire.edition) \(questionnaire.version), "
        + "judged on \(asOf.inWords)"
    )
    Console.print("Readiness self-assessment, not a certificate.")
    Console.print()
    Console.print("Verdict so far: \(assessment.verdict.rawValue)")
    let counts = assessment.counts
    for line in TextLayout.wrap(
      "\(counts[.automaticFail]) fail outright, \(counts[.notMet]) not met, "
        + "\(counts[.cannotDetermine]) cannot be determined, \(counts[.unanswered]) unanswered, "
        + "\(counts[.met]) met",
      width: Console.width,
      first: "  ",
      rest: "  "
    ) {
      Console.print(line)
    }
    let against = assessment.contradictions.count { $0.observation != nil }
    if against > 0 {
      for line in TextLayout.wrap(
        "What was seen speaks against \(against) of your answers or lists. See: "
          + "readiness report \(folder)",
        width: Console.width,
        first: "  ",
        rest: "  "
      ) {
        Console.print(line)
      }
    }
    Console.print()
    for line in BaseWords.lines(assessment) { Console.print(line) }
    let session = InterviewSession(
      assessor: assessor,
      sheet: sheet,
      scope: InterviewScope(),
      asOf: asOf
    )
    let asked = session.questions
    for section in questionnaire.sections {
      let own = asked.filter { question in
        section.questions.contains { $0.id == question.id }
      }
      let answered = own.count { !session.isOpen($0) }
      let name = TextLayout.pad("  \(section.id)  \(section.title)", to: 48)
      Console.print("\(name) \(answered) of \(own.count) answered")
    }
    if !sheet.asked.isEmpty {
      Console.print()
      let ids = questionnaire.questions.filter { sheet.asked[$0.id] != nil }.map(\.id)
      for line in TextLayout.wrap(
        "Put to somebody else: " + ids.joined(separator: ", "),
        rest: "  "
      ) {
        Console.print(line)
      }
    }
    Console.print()
    for line in next(assessment, session) { Console.print(line) }
    return assessment.verdict
  }

  private func next(_ assessment: Assessment, _ session: InterviewSession) -> [String] {
    if let open = session.nextOpen {
      return TextLayout.wrap(
        "Next: \(open.id) is open. Carry on with: readiness assess \(folder)\(flag)",
        rest: "  "
      )
    }
    switch assessment.verdict {
    case .notReady: return ["Next: what to do first: readiness plan \(folder)\(flag)"]
    case .incomplete:
      let unknown = assessment.results.filter { $0.outcome == .cannotDetermine }.map {
        $0.question.id
      }
      return TextLayout.wrap(
        "Next: find out " + unknown.joined(separator: ", ")
          + ". Then: readiness assess \(folder)\(flag) --only-open",
        rest: "  "
      )
    case .ready where named != nil:
      return ["Next: rehearse the day: readiness rehearse \(folder) --seed 1"]
    case .ready:
      return [
        "Next: a signed file for a bid: readiness attest \(folder) --out my-firm.asice",
        "Apply for the real certificate: readiness signpost \(folder)",
      ]
    }
  }
}
