import ArgumentParser
import ReadinessCore

/// The assessment, for people and for programs.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Show the whole assessment: verdict, what is wrong, why, what to do.",
    discussion: """
      Examples:
        readiness report my-firm
        readiness report my-firm --format html --out report.html
        readiness report my-firm --format json
        readiness report my-firm --questionnaire CyberEssentialsPlus
        readiness report my-firm --certificate-date 2027-01-15
        readiness report my-firm --as-of 2027-03-01        the same on another day

      Formats: text, html (one page, no script, prints well), json
      (Questionnaires/report.schema.json), csv (one line a finding), junit.

      Exit codes: 0 ready; 2 not ready; 3 incomplete; 1 could not.
      """
  )

  @Argument(help: "The firm's folder.")
  var folder: String

  @Option(help: "text, html, json, csv or junit.")
  var format = Format.text

  @Option(help: "Another question set, as CyberEssentialsPlus, or its XML file.")
  var questionnaire: String?

  @Option(help: "Judge as of this day, as 2026-11-22.")
  var asOf: String?

  @Option(help: "Follow support through the twelve months from this day on.")
  var certificateDate: String?

  @Option(help: "Write to this file; without it, to standard output.")
  var out: String?

  enum Format: String, ExpressibleByArgument {
    case text
    case html
    case json
    case csv
    case junit
  }

  func run() throws {
    let assessor = try Packs.assessor(questionnaire, folder: folder)
    let workspace = try Workspace.existing(folder, assessor.questionnaire, named: questionnaire)
    let sheet = try workspace.answers(assessor.questionnaire)
    let assessment = try FirmJudge(workspace, assessor).assess(
      sheet,
      asOf: try Clock.day(asOf),
      certificateDate: try certificateDate.map(Clock.day)
    )
    let text =
      switch format {
      case .text: TextReport.text(assessment, width: out == nil ? Console.width : 80)
      case .html: HTMLReport.html(assessment)
      case .json: JSONWriter.pretty(JSONReport.json(assessment))
      case .csv: CSVReport.csv(assessment)
      case .junit: JUnitReport.xml(assessment)
      }
    if let out {
      try Files.write(text.utf8, to: out)
      Console.note("wrote \(out): verdict \(assessment.verdict.rawValue)")
    } else {
      Console.write(text)
    }
    try Verdicts.exit(assessment.verdict)
  }
}
