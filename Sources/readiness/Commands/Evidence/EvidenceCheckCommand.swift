import ArgumentParser
import ReadinessCore
import ReadinessEvidence

/// What is missing, stale, changed or left over.
struct EvidenceCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say what is missing, stale, changed on disk or left over.",
    discussion: """
      Examples:
        readiness evidence check my-firm
        readiness evidence check my-firm --as-of 2027-03-01  what is stale by then
        readiness evidence check my-firm --format json

      Every copy is read again and compared with its digest.

      Exit codes: 0 nothing to do; 2 something is missing, changed, stale, undated
      or left over; 3 all of that is in order, but some good answers have nothing
      behind them; 1 could not.
      """
  )

  @Argument(help: "The firm's folder.")
  var folder: String

  @Option(help: "Judge as of this day, as 2026-11-22.")
  var asOf: String?

  @Option(help: "text or json.")
  var format = EvidenceFormat.text

  func run() throws {
    let packs = try EvidencePacks()
    let workspace = try Workspace.existing(folder)
    let day = try Clock.day(asOf)
    let store = try EvidenceStore(workspace, writable: false)
    let bar = ProgressBar(total: store.totalSize())
    let found = try store.found { bar.add($0, of: $1) }
    bar.clear()
    let check = EvidenceCheck(
      store.index,
      found: found,
      try assessments(packs, workspace, day),
      others: packs.others
    )
    switch format {
    case .text: text(check, store.index, day)
    case .json: Console.write(json(check, day))
    }
    if !check.problems.isEmpty { throw ExitStatus.no }
    if !check.withoutEvidence.isEmpty { throw ExitStatus.open }
  }

  /// How the answers to each set that the firm uses stand.
  private func assessments(
    _ packs: EvidencePacks,
    _ workspace: Workspace,
    _ day: CalendarDate
  ) throws(Failure) -> [Assessment] {
    let support = try Packs.supportData(for: folder)
    var assessments: [Assessment] = []
    for pack in try packs.used(in: workspace) {
      assessments.append(
        Assessor(questionnaire: pack, support: support)
          .assess(try workspace.answers(pack), asOf: day, base: assessments.first)
      )
    }
    return assessments
  }

  private func text(_ check: EvidenceCheck, _ index: EvidenceIndex, _ day: CalendarDate) {
    Console.print("Evidence of \(TextLayout.harmless(folder)) on \(day.inWords)")
    Console.print()
    for problem in check.problems {
      let words = EvidenceProblemWords(problem)
      EvidenceWords.print(words.what, indent: "")
      if let next = words.next { EvidenceWords.print("do: \(next)") }
    }
    if check.problems.isEmpty {
      let count = index.entries.count
      Console.print(
        count == 0
          ? "No file is kept yet."
          : "\(count) file\(count == 1 ? "" : "s"): all there, unchanged and fresh."
      )
    }
    guard !check.withoutEvidence.isEmpty else { return }
    Console.print()
    let count = check.withoutEvidence.count
    EvidenceWords.print(
      "\(count) good answer\(count == 1 ? " has" : "s have") only your word behind "
        + (count == 1 ? "it: " : "them: ") + check.withoutEvidence.joined(separator: ", "),
      indent: ""
    )
    EvidenceWords.print(
      "do: readiness questionnaire show says for each what is worth holding",
      indent: "  "
    )
  }

  private func json(_ check: EvidenceCheck, _ day: CalendarDate) -> String {
    let problems = check.problems.map { EvidenceProblemWords($0).json }
    return JSONWriter.pretty(
      .object([
        .init("format", "readiness-evidence-check-1"),
        .init("asOf", .string(day.description)),
        .init("problems", .array(problems)),
        .init("withoutEvidence", .array(check.withoutEvidence.map { .string($0) })),
      ])
    )
  }
}

/// One problem with what to do about it.
struct EvidenceProblemWords {
  let kind: String
  let what: String
  let next: String?
  private let entry: EvidenceEntry?
  private let question: String?

  init(_ problem: EvidenceCheck.Problem) {
    var question: String?
    var entry: EvidenceEntry?
    switch problem {
    case .missing(let found):
      (kind, entry) = ("missing", found)
      what = "\(found.name): its copy is gone"
      next = "take evidence/\(found.sha256) from your last copy, or add the file again"
    case .changed(let found):
      (kind, entry) = ("changed", found)
      what = "\(found.name): its copy was changed on disk, so it proves nothing any more"
      next = "take evidence/\(found.sha256) from your last copy, or add the file again"
    case .unreadable(let found, let why):
      (kind, entry) = ("unreadable", found)
      what = "\(found.name): \(why)"
      next = nil
    case .notReadAgain(let found):
      (kind, entry) = ("not-read-again", found)
      what = "\(found.name): what was read in this scan is missing or was changed"
      next = "readiness evidence import FOLDER evidence/\(found.sha256) reads it again"
    case .fromTheFuture(let found, let made):
      (kind, entry) = ("from-the-future", found)
      what = "\(found.name): made on \(made.inWords), which has not come yet; it does not count"
      next = "check this machine's date and the clock of the machine that made it"
    case .orphaned(let name):
      kind = "orphaned"
      what = "evidence/\(name): a copy that belongs to no entry"
      next =
        name.hasPrefix(".")
        ? "it is half a file of a run that was cut off; the next add or import takes it away"
        : "import or add the file again, or: readiness evidence remove FOLDER \(name.prefix(12))"
    case .stale(let id, let found, let since):
      (kind, entry, question) = ("stale", found, id)
      what = "\(id): \(found.name) is stale since \(since.inWords), and nothing newer is there"
      next =
        switch found.kind {
        case .file: "make a new one, then: readiness evidence add … --for \(id)"
        case .scan: "scan again, then: readiness evidence import …"
        case .inventory: "export the list again, then: readiness evidence import … --inventory"
        }
    case .undated(let id, let found):
      (kind, entry, question) = ("undated", found, id)
      what = "\(id): nobody knows how fresh \(found.name) is"
      next = "add it again with --made and the day on which it was made"
    case .unknownQuestion(let id, let found):
      (kind, entry, question) = ("unknown-question", found, id)
      what = "\(found.name): it is for \(id), which no question set has"
      next = "add it again for the question that took its place"
    }
    self.entry = entry
    self.question = question
  }

  var json: JSONValue {
    var members: [JSONValue.Member] = [.init("kind", .string(kind)), .init("text", .string(what))]
    if let question { members.append(.init("question", .string(question))) }
    if let entry {
      members.append(.init("sha256", .string(entry.sha256)))
      members.append(.init("name", .string(entry.name)))
    }
    return .object(members)
  }
}
