import ArgumentParser
import ReadinessCore

/// What to do, in the order that flips the verdict soonest.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Show what to do, in the order that flips the verdict soonest.",
    discussion: """
      Examples:
        readiness plan my-firm
        readiness plan my-firm --first 3
        readiness plan my-firm --set A6.1=2026-12-12 --who "IT provider"
        readiness plan my-firm --clear A6.1
        readiness plan my-firm --calendar plan.ics
        readiness plan my-firm --questionnaire CyberEssentialsPlus

      A target is yours: the program never sets one. readiness attest --with-plan
      includes them.
      """
  )

  @Argument(help: "The firm's folder.")
  var folder: String

  @Option(help: "Set a target date for a question, as A6.1=2026-12-12 (repeatable).")
  var set: [String] = []

  @Option(help: "The role that answers for the targets that are set.")
  var who: String?

  @Option(help: "Take a question's target away (repeatable).")
  var clear: [String] = []

  @Option(help: "Show only the first so many things to do.")
  var first: Int?

  @Option(help: "Write targets and deadlines as a calendar file.")
  var calendar: String?

  @Option(help: "Another question set, as CyberEssentialsPlus, or its XML file.")
  var questionnaire: String?

  @Option(help: "Judge as of this day, as 2026-11-22.")
  var asOf: String?

  func run() throws {
    let assessor = try Packs.assessor(questionnaire, folder: folder)
    if !set.isEmpty || !clear.isEmpty { try change(assessor) }
    let workspace = try Workspace.existing(folder, assessor.questionnaire, named: questionnaire)
    let sheet = try workspace.answers(assessor.questionnaire)
    let assessment = try FirmJudge(workspace, assessor).assess(sheet, asOf: try Clock.day(asOf))
    let plan = Plan(assessment, directory: try Packs.supportDirectory())
    if let calendar {
      guard let text = Calendar.ics(plan, stamp: try Clock.now()) else {
        throw Failure(
          "there is no date for a calendar yet",
          hint: "set one with: readiness plan \(folder) --set A6.1=2026-12-12 --who \"ROLE\""
        )
      }
      try Files.write(text.utf8, to: calendar, mode: 0o644)
      Console.note("wrote \(calendar)")
      return
    }
    Console.write(TextPlan.text(plan, width: Console.width, limit: first))
  }

  private func change(_ assessor: Assessor) throws {
    let workspace = try Workspace.locked(folder, for: assessor.questionnaire)
    var sheet = try workspace.answers(assessor.questionnaire)
    for id in clear { sheet.set(nil, for: try known(id, assessor)) }
    for entry in set {
      let parts = entry.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let date = CalendarDate(iso: parts[1]) else {
        throw Failure(
          "\"\(TextLayout.harmless(entry))\" is no target",
          status: .usage,
          hint: "write it as --set A6.1=2026-12-12"
        )
      }
      guard let who, !who.isEmpty else {
        throw Failure(
          "a target needs somebody who answers for it",
          status: .usage,
          hint: "add --who \"ROLE\", as --who \"IT provider\""
        )
      }
      let target = AnswerSheet.Target(date: date, who: TextLayout.harmless(who))
      sheet.set(target, for: try known(parts[0], assessor))
    }
    try workspace.save(sheet, assessor.questionnaire)
    Console.note("\(set.count) set, \(clear.count) taken away")
  }

  private func known(_ id: String, _ assessor: Assessor) throws(Failure) -> String {
    guard let question = assessor.questionnaire.question(id) else {
      throw Failure(
        "there is no question \(TextLayout.harmless(id))",
        status: .usage,
        hint: "readiness plan \(folder) names them"
      )
    }
    return question.id
  }
}
