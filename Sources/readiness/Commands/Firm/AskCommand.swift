import ArgumentParser
import ReadinessCore
import ReadinessInterview

/// Hands some questions to somebody else.
struct AskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask",
    abstract: "Make a sheet of questions for somebody else to fill in.",
    discussion: """
      Examples:
        readiness ask my-firm --of it-provider --out sheet.csv
        readiness assess my-firm --answers sheet.csv       when it comes back

      The sheet holds the open questions that you marked for them or that they
      usually know, with why and how. It holds none of your answers. Any spreadsheet
      opens it.
      """
  )

  @Argument(help: "The firm's folder.")
  var folder: String

  @Option(
    name: .customLong("of"),
    help: "Whom: owner, it-provider or accounts.",
    transform: Question.Role.named
  )
  var role: Question.Role

  @Option(help: "Another question set, as CyberEssentialsPlus, or its XML file.")
  var questionnaire: String?

  @Option(help: "The sheet to write; without it, it goes to standard output.")
  var out: String?

  @Flag(help: "Also questions that have an answer already.")
  var all = false

  func run() throws {
    let assessor = try Packs.assessor(questionnaire, folder: folder)
    let workspace = try Workspace.existing(folder, assessor.questionnaire, named: questionnaire)
    let sheet = try workspace.answers(assessor.questionnaire)
    let today = try Clock.now().day
    let asked = assessor.asked(sheet, asOf: today).asked
    let chosen = asked.filter { question in
      let isOpen =
        sheet[question.id] == nil || sheet[question.id]?.content.saysDontKnow == true
        || !assessor.isAnswered(question, sheet, asOf: today)
      let marked = sheet.asked[question.id]
      return (all || isOpen) && (marked == role || (marked == nil && question.who.contains(role)))
    }
    guard !chosen.isEmpty else {
      Console.note("no open question is for \(role.inWords)")
      return
    }
    let text = ReplySheet.write(chosen) { question in
      question.parts.filter { part in
        part.when == nil
          || assessor.askedParts(of: question, sheet, asOf: today).contains { $0.id == part.id }
          || sheet[question.id] == nil
      }
    }
    guard let out else {
      Console.write(text)
      return
    }
    try Files.write(text.utf8, to: out)
    Console.note("\(out): \(chosen.count) questions for \(role.inWords)")
    let set = questionnaire.map { " --questionnaire \($0)" } ?? ""
    Console.note(
      "when it comes back: readiness assess \(folder)\(set) --answers \(Files.name(of: out))"
    )
  }
}
