import ArgumentParser
import ReadinessCore
import ReadinessEvidence

/// A rehearsal of the Cyber Essentials Plus test.
struct RehearseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rehearse",
    abstract: "Rehearse the Cyber Essentials Plus test on your list of devices.",
    discussion: """
      Examples:
        readiness rehearse my-firm --seed 1
        readiness rehearse my-firm --seed 1 --late 1=5     5 of group 1 are late
        readiness rehearse my-firm --seed 2 --sample 6     larger samples
        readiness rehearse my-firm --seed 1 --certificate-date 2026-12-01
        readiness rehearse my-firm --seed 1 --format json
        readiness rehearse my-firm --seed 1 --services draft.json

      The groups come from your answers A2.6 to A2.8. The same seed draws the
      same devices. The assessor draws another sample: put right what is late
      everywhere, not only in this one.

      Late are the devices on which imported scans saw a serious fix missing for
      more than 14 days, and every device whose system is no longer supported. A
      device is put into its group by its name in an imported inventory, else by
      the system that the scan tells. --late replaces the number of its group.

      --services writes the services that imported scans saw from the internet as
      a draft for P1.2, beside the rows that stand there. It answers nothing: fill
      in how each protects itself, then take it in with readiness assess my-firm
      --questionnaire CyberEssentialsPlus --answers draft.json

      Formats: text, json (Questionnaires/rehearsal.schema.json).
      """
  )

  @Argument(help: "The firm's folder.")
  var folder: String

  @Option(help: "A whole number to draw with; the same number draws the same devices.")
  var seed: UInt64

  @Option(help: "Draw so many of each group instead of what the table says.")
  var sample: Int?

  @Option(help: "How many devices of a group are late, as 1=5 (repeatable), whatever scans saw.")
  var late: [String] = []

  @Option(help: "The day of your Cyber Essentials certificate, as 2026-12-01.")
  var certificateDate: String?

  @Option(help: "The day of the first test, as 2027-01-11.")
  var start: String?

  @Option(help: "Judge as of this day, as 2026-11-22.")
  var asOf: String?

  @Option(help: "Write a draft of the table of services to this file.")
  var services: String?

  @Option(help: "text or json.")
  var format = Format.text

  @Option(help: "Write to this file; without it, to standard output.")
  var out: String?

  enum Format: String, ExpressibleByArgument {
    case text
    case json
  }

  func run() throws {
    if let sample, sample < 1 {
      throw Failure(
        "a sample of \(sample) is none",
        status: .usage,
        hint: "give a whole number from 1, or leave --sample out"
      )
    }
    let rules = try Packs.plusSampling()
    let assessor = try Packs.assessor(folder: folder)
    let workspace = try Workspace.existing(folder)
    let sheet = try workspace.answers(assessor.questionnaire)
    let day = try Clock.day(asOf)
    let judge = try FirmJudge(workspace, assessor)
    let rehearsal = Rehearsal(
      judge.assess(sheet, asOf: day),
      rules: rules,
      support: assessor.support,
      seed: seed,
      sample: sample,
      late: try lateDevices(),
      lateDevices: judge.lateDevices(asOf: day),
      certificateDate: try certificateDate.map(Clock.day) ?? answered(rules, workspace),
      start: try start.map(Clock.day),
      exposed: ExposedServices.seen(in: judge.reports)
    )
    try checkGroups(rehearsal)
    if let services { try draft(rehearsal, workspace, to: services) }
    let text =
      switch format {
      case .text: RehearsalText.text(rehearsal, width: out == nil ? Console.width : 80)
      case .json: JSONWriter.pretty(RehearsalJSON.json(rehearsal))
      }
    if let out {
      try Files.write(text.utf8, to: out)
      Console.note("wrote \(out): \(rehearsal.sampled) of \(rehearsal.devices) devices drawn")
    } else {
      Console.write(text)
    }
  }

  private func lateDevices() throws(Failure) -> [Int: Int] {
    var late: [Int: Int] = [:]
    for entry in self.late {
      let parts = entry.split(separator: "=", omittingEmptySubsequences: false)
      guard parts.count == 2, let group = Int(parts[0]), let count = Int(parts[1]), count >= 0,
        group > 0, late[group] == nil
      else {
        throw Failure(
          "\"\(TextLayout.harmless(entry))\" does not say how many devices of a group are late",
          status: .usage,
          hint: "write it as --late 1=5, once for each group"
        )
      }
      late[group] = count
    }
    return late
  }

  private func checkGroups(_ rehearsal: Rehearsal) throws(Failure) {
    let late = try lateDevices()
    for (number, count) in late.sorted(by: { $0.key < $1.key }) {
      guard let group = rehearsal.draws.first(where: { $0.group.number == number })?.group else {
        throw Failure(
          "there is no group \(number)",
          status: .usage,
          hint: "readiness rehearse \(folder) --seed \(seed) lists them"
        )
      }
      guard count <= group.count else {
        throw Failure(
          "group \(number) has \(group.count) devices, so \(count) cannot be late",
          status: .usage,
          hint: "give a number up to \(group.count)"
        )
      }
    }
  }

  /// Writes the rows that stand in the table of services, and those that scans saw and that do not.
  private func draft(
    _ rehearsal: Rehearsal,
    _ workspace: Workspace,
    to file: String
  ) throws {
    let place = rehearsal.rules.checklist.exposedServices
    guard let pack = Packs.shipped(id: place.questionnaire), pack.question(place.question) != nil
    else {
      throw Failure(
        "there is no table \(place.question)",
        hint: "take Support/ from the release again"
      )
    }
    var rows: [[String: Value]] = []
    if try Files.exists(workspace.answersFile(for: pack), in: folder),
      case .rows(let known)? = try workspace.answers(pack)[place.question]?.content
    {
      rows = known
    }
    let proposed = rehearsal.exposed.map(\.row).filter { row in
      !rows.contains { $0["address"] == row["address"] && $0["port"] == row["port"] }
    }
    guard !proposed.isEmpty else {
      Console.note("no scan saw a service from the internet that the table lacks; no draft written")
      return
    }
    var sheet = AnswerSheet(questionnaire: pack.id, edition: pack.edition)
    sheet.record(Answer(question: place.question, content: .rows(rows + proposed)))
    try Files.write(AnswersFile.write(sheet, pack).utf8, to: file)
    Console.note("\(file): \(proposed.count) services proposed; fill in how each protects itself")
  }

  /// The day of the certificate as the answers to Cyber Essentials Plus give it, if they do.
  private func answered(
    _ rules: PlusSampling,
    _ workspace: Workspace
  ) throws(Failure) -> CalendarDate? {
    guard let place = rules.window("certificate")?.answer,
      let pack = Packs.shipped(id: place.questionnaire),
      Files.exists(try workspace.answersFile(for: pack)),
      case .parts(let parts)? = try workspace.answers(pack)[place.question]?.content,
      case .date(let date)? = parts[place.part]
    else { return nil }
    return date
  }
}
