import ArgumentParser
import ReadinessCore
import ReadinessEvidence

/// Keeps one file as evidence.
struct EvidenceAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Keep a copy of a file that shows what you said.",
    discussion: """
      Examples:
        readiness evidence add my-firm rule-review.md --for A4.6 --made 2026-11-02
        readiness evidence add my-firm admins.png --for A7.6,A7.8 --made 2026-11-20 \\
          --shows "Admins of Microsoft 365, none with a mailbox"
        readiness evidence add my-firm permission.pdf --for P1.1 --made 2026-11-20

      --made is the day on which what it shows was so: of the review, the list, the
      screenshot. Without it nobody can tell how fresh the file is, so it is not
      counted as fresh. Add the same file again to give its date, or to say what
      else it is for.

      Exit codes: 0 kept; 1 could not; 64 wrong use.
      """
  )

  @Argument(help: "The firm's folder.")
  var folder: String

  @Argument(help: "The file. It is copied, and stays where it is.")
  var file: String

  @Option(name: .customLong("for"), help: "The questions it is for, as A4.6 or A4.6,P1.1.")
  var questions: [String]

  @Option(help: "The day on which what it shows was so, as 2026-11-02.")
  var made: String?

  @Option(help: "The last day on which it is fresh, instead of what each question says.")
  var expires: String?

  @Option(help: "What it shows, in a few words.")
  var shows: String?

  func validate() throws {
    guard !questions.isEmpty else { throw ValidationError("--for must name a question, as A4.6") }
    if let shows, let problem = StatementLine.problem(shows, limit: 500) {
      throw ValidationError("--shows \(problem)")
    }
  }

  func run() throws {
    let packs = try EvidencePacks()
    let ids = try packs.ids(questions)
    let now = try Clock.now()
    let days = try EvidenceDays(made: made, expires: expires, today: now.day)
    let workspace = try Workspace.locked(folder)
    let answers = try packs.answers(in: workspace)
    let store = try EvidenceStore(workspace, writable: true)
    let bar = ProgressBar(total: IncomingFile.size(of: file))
    let name = Files.name(of: file)
    let intake = try EvidenceIntake(file, into: store) { bar.add($0, of: name) }
    let sha256 = try intake.finish()
    bar.clear()

    let known = store.index[sha256]
    var entry =
      known
      ?? EvidenceEntry(
        sha256: sha256,
        size: intake.size,
        name: name,
        kind: .file(EvidenceFileForm(firstBytes: intake.head)),
        imported: now
      )
    entry.questions += ids.filter { !entry.questions.contains($0) }
    if let made = days.made { entry.made = try date(made, for: entry, in: store) }
    entry.expires = days.expires ?? entry.expires
    entry.shows = shows ?? entry.shows
    try intake.keep(as: sha256, in: store)
    store.put(entry)
    try store.save()
    tell(entry, isNew: known == nil, packs, answers, now.day)
  }

  /// The day that a scan report itself gives stands.
  private func date(
    _ made: CalendarDate,
    for entry: EvidenceEntry,
    in store: EvidenceStore
  ) throws(Failure) -> CalendarDate {
    guard case .scan = entry.kind, let report = try? store.report(of: entry),
      let own = report.ended ?? report.started, own != made
    else { return made }
    throw Failure(
      "this scan says itself that it was made on \(own.inWords)",
      status: .usage,
      hint: "leave --made out; nothing was changed"
    )
  }

  private func tell(
    _ entry: EvidenceEntry,
    isNew: Bool,
    _ packs: EvidencePacks,
    _ answers: [String: Answer],
    _ today: CalendarDate
  ) {
    let done = isNew ? "kept" : "this file was there already; its entry is up to date"
    EvidenceWords.print("\(entry.name): \(done)", indent: "")
    EvidenceWords.print("\(entry.kind.inWords), \(entry.kind.strength.rawValue), \(entry.sha256)")
    for id in entry.questions {
      let freshness = entry.freshness(for: packs.question(id), on: today)
      EvidenceWords.print("\(id): " + EvidenceWords.freshness(freshness))
    }
    if entry.made == nil, entry.expires == nil {
      Console.note("hint: say when it was made, with --made 2026-11-02, and add it again")
    }
    let open = entry.questions.filter { answers[$0] == nil }
    if !open.isEmpty {
      Console.note("note: not answered yet: \(open.joined(separator: ", "))")
    }
    let denied = entry.questions.filter { answers[$0]?.content == .value(.word("no")) }
    if !denied.isEmpty {
      Console.note(
        "note: evidence changes no answer; still \"no\": \(denied.joined(separator: ", "))"
      )
    }
    if let format = entry.scanFormat(of: file) {
      Console.note("hint: this is a \(format.inWords): import reads what it says:")
      Console.note("      readiness evidence import \(folder) \(file)")
    }
  }
}

/// The two days that a person may give.
struct EvidenceDays {
  let made: CalendarDate?
  let expires: CalendarDate?

  /// Reads them.
  ///
  /// - Throws: where one is no date, lies in the future, or they are in the wrong order.
  init(made: String?, expires: String? = nil, today: CalendarDate) throws(Failure) {
    self.made = if let made { try Clock.day(made) } else { nil }
    self.expires = if let expires { try Clock.day(expires) } else { nil }
    if let made = self.made, made > today {
      throw Failure(
        "--made is \(made.inWords), and today is \(today.inWords)",
        status: .usage,
        hint: "give the day on which it was made; --expires is the last day on which it is fresh"
      )
    }
    if let made = self.made, let expires = self.expires, expires < made {
      throw Failure(
        "--expires is before --made",
        status: .usage,
        hint: "--expires is the last day on which it is fresh"
      )
    }
  }
}
