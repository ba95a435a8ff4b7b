import ArgumentParser
import Glibc
import ReadinessCore
import ReadinessEvidence

/// Takes in scan reports and inventories.
struct EvidenceImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take in scan reports and inventories; each is recognised by what it holds.",
    discussion: """
      Examples:
        readiness evidence import my-firm scan.nessus
        readiness evidence import my-firm scans/*
        readiness evidence import my-firm old.xml --made 2026-11-02
        readiness evidence import my-firm --inventory devices.csv
        readiness evidence import my-firm --inventory devices.csv --replace

      Read are reports of Nessus, Greenbone (OpenVAS), Nmap (-oX), SCAP tools
      (XCCDF, ARF), Lynis, Trivy and Grype. Each file says in a line what was
      understood; what a report does not show is named. A broken file is left out
      and does not stop the others. Stop any time with Ctrl-C: whatever has its line
      is kept, and the same command carries on.

      An inventory is a CSV list of devices or programs (Microsoft Intune, Google
      Workspace, or your own; Support/README.md). It fills the tables A2.6 to A2.8
      and A6.2.1 to A6.2.4. What you have answered stays and is shown beside the
      list, until you say --replace.

      Exit codes: 0 all are in; 1 at least one is not; 64 wrong use.
      """
  )

  @Argument(help: "The firm's folder.")
  var folder: String

  @Argument(help: "The reports.")
  var files: [String] = []

  @Option(name: .customLong("for"), help: "The questions they are for; else what the pack says.")
  var questions: [String] = []

  @Option(help: "The day of scans that do not say when they were made, as 2026-11-02.")
  var made: String?

  @Option(help: "text, or json (Sources/ReadinessEvidence/Store/output.schema.json).")
  var format = EvidenceFormat.text

  @Option(help: "A CSV list of devices or programs, to fill in tables from.")
  var inventory: [String] = []

  @Flag(help: "With --inventory: take the list's rows where they differ from your answers.")
  var replace = false

  func validate() throws {
    guard !files.isEmpty || !inventory.isEmpty else {
      throw ValidationError("name the files to import")
    }
    guard !replace || !inventory.isEmpty else {
      throw ValidationError("--replace goes with --inventory")
    }
  }

  func run() throws {
    let assessor = try Packs.assessor()
    let packs = try EvidencePacks()
    let ids = questions.isEmpty ? nil : try packs.ids(questions)
    let now = try Clock.now()
    let days = try EvidenceDays(made: made, today: now.day)
    let workspace = try Workspace.locked(folder)
    let store = try EvidenceStore(workspace, writable: true)
    if !inventory.isEmpty {
      let lists = EvidenceInventoryRun(
        workspace: workspace,
        store: store,
        assessor: assessor,
        made: days.made,
        now: now,
        replace: replace
      )
      for file in inventory { try lists.take(file) }
    }
    guard !files.isEmpty else { return }
    StopSignal.listen()
    let run = EvidenceImportRun(
      store: store,
      sets: try packs.used(in: workspace),
      phrases: try Packs.scanRules().phrases,
      questions: ids,
      made: days.made,
      now: now,
      says: format == .text
    )
    let stopped = try run.take(files)
    if format == .json { Console.write(run.json) }
    if let stopped {
      let name = TextLayout.harmless(stopped.path)
      Console.note("stopped in \(name), of which nothing is kept")
      Console.note("\(run.results.count) of \(files.count) files were looked at")
      Console.note("hint: the same command carries on; what is in is recognised")
      Glibc.exit(128 + stopped.signal)
    }
    if run.refused > 0 {
      if format == .text {
        let verb = run.refused == 1 ? "was" : "were"
        Console.note("\(run.refused) of \(files.count) files \(verb) not taken in")
        Console.note(
          "hint: keep other files with: readiness evidence add \(folder) FILE --for A4.6"
        )
      }
      throw ExitStatus.couldNot
    }
  }
}
