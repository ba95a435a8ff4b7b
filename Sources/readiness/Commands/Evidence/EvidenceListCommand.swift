import ArgumentParser
import ReadinessCore
import ReadinessEvidence

/// What is kept.
struct EvidenceListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Show what is kept, what it is for and how fresh it is.",
    discussion: """
      Examples:
        readiness evidence list my-firm
        readiness evidence list my-firm --for A6.4
        readiness evidence list my-firm --format json

      The JSON is described in Sources/ReadinessEvidence/Store/output.schema.json.
      """
  )

  @Argument(help: "The firm's folder.")
  var folder: String

  @Option(name: .customLong("for"), help: "Only what is for these questions.")
  var questions: [String] = []

  @Option(help: "How fresh on this day, as 2026-11-22.")
  var asOf: String?

  @Option(help: "text or json.")
  var format = EvidenceFormat.text

  func run() throws {
    let packs = try EvidencePacks()
    let ids = questions.isEmpty ? nil : try packs.ids(questions)
    let day = try Clock.day(asOf)
    let store = try EvidenceStore(try Workspace.existing(folder), writable: false)
    let entries = store.index.entries.filter { entry in
      ids.map { $0.contains(where: entry.questions.contains) } ?? true
    }
    switch format {
    case .json: Console.write(json(entries, packs, day))
    case .text: text(entries, packs, day)
    }
  }

  private func text(
    _ entries: [EvidenceEntry],
    _ packs: EvidencePacks,
    _ day: CalendarDate
  ) {
    guard !entries.isEmpty else {
      Console.print("No evidence is kept" + (questions.isEmpty ? " yet." : " for that."))
      Console.note("hint: readiness evidence add \(folder) FILE --for A4.6 --made 2026-11-02")
      return
    }
    for entry in entries {
      EvidenceWords.print(
        "\(entry.name): \(entry.kind.inWords), \(entry.kind.strength.rawValue)",
        indent: ""
      )
      if let shows = entry.shows { EvidenceWords.print("shows: \(shows)") }
      for id in entry.questions {
        let freshness = entry.freshness(for: packs.question(id), on: day)
        EvidenceWords.print("\(id): " + EvidenceWords.freshness(freshness))
      }
      if case .scan(_, let limits) = entry.kind, limits > 0 {
        EvidenceWords.print("it proves less than it seems to: \(Self.reasons(limits))")
      }
      let made = entry.made.map { "made \($0.inWords), " } ?? ""
      EvidenceWords.print("\(made)taken in \(entry.imported.day.inWords)")
      EvidenceWords.print("sha256 \(entry.sha256)")
    }
    Console.print()
    Console.print("\(entries.count) file" + (entries.count == 1 ? "" : "s"))
  }

  private static func reasons(_ count: Int) -> String {
    count == 1 ? "1 reason" : "\(count) reasons"
  }

  private func json(
    _ entries: [EvidenceEntry],
    _ packs: EvidencePacks,
    _ day: CalendarDate
  ) -> String {
    let items = entries.map { entry in
      let members = EvidenceIndex.json(entry).members ?? []
      let uses = entry.questions.map { id in
        let freshness = entry.freshness(for: packs.question(id), on: day)
        return JSONValue.object([.init("question", .string(id))] + EvidenceWords.json(freshness))
      }
      return JSONValue.object(
        members + [
          .init("strength", .string(entry.kind.strength.rawValue)),
          .init("freshness", .array(uses)),
        ]
      )
    }
    return JSONWriter.pretty(
      .object([
        .init("format", "readiness-evidence-list-1"),
        .init("asOf", .string(day.description)),
        .init("entries", .array(items)),
      ])
    )
  }
}
