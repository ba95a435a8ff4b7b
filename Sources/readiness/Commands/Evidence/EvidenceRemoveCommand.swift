import ArgumentParser
import ReadinessAttestation
import ReadinessCore
import ReadinessEvidence

/// Takes files out of the evidence again.
struct EvidenceRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Take a file out of the evidence, such as a scan of another firm.",
    discussion: """
      Examples:
        readiness evidence remove my-firm scan.nessus
        readiness evidence remove my-firm 3f9a1c20 rule-review.md

      A file is named as evidence list names it, by its own path, or by the first
      eight or more digits of its SHA-256. Its copy and its entry go; the file that
      it was copied from stays where it is. Answers do not change: what an inventory
      filled in stays filled in. A copy that evidence check calls left over is taken
      away by the same command.

      Where one of the files is not found, or a name fits several, nothing is
      removed.

      Exit codes: 0 removed; 1 could not; 64 wrong use.
      """
  )

  @Argument(help: "The firm's folder.")
  var folder: String

  @Argument(help: "The files: name, path, or the start of the SHA-256.")
  var files: [String]

  func run() throws {
    let packs = try EvidencePacks()
    let now = try Clock.now()
    let workspace = try Workspace.locked(folder)
    let store = try EvidenceStore(workspace, writable: true)
    var entries: [EvidenceEntry] = []
    var leftOver: [String] = []
    for file in files {
      switch try find(file, in: store) {
      case .entry(let entry): if !entries.contains(entry) { entries.append(entry) }
      case .leftOver(let names): leftOver += names.filter { !leftOver.contains($0) }
      }
    }
    try store.remove(entries, leftOver: leftOver)
    for entry in entries { tell(entry, store.index, packs, now.day) }
    for name in leftOver { EvidenceWords.print("evidence/\(name): removed", indent: "") }
    if entries.contains(where: { $0.kind == .inventory }) {
      Console.note("note: answers that were filled in from a list stay as they are")
    }
    if Files.isFolder(workspace.issuedFolder), !entries.isEmpty {
      Console.note("note: a statement that was signed before still names the digest")
    }
  }

  private enum Found {
    case entry(EvidenceEntry)
    case leftOver([String])
  }

  /// What a person means by a name, a path or the start of a digest.
  private func find(_ text: String, in store: EvidenceStore) throws(Failure) -> Found {
    let entries = store.index.entries
    let shown = TextLayout.harmless(text)
    let digits = text.lowercased()
    var found = entries.filter { $0.name == text }
    if found.isEmpty, (8...64).contains(digits.utf8.count) {
      found = entries.filter { $0.sha256.hasPrefix(digits) }
    }
    if found.isEmpty, let file = try? IncomingFile(text) {
      let digest = RunningDigest()
      while let piece = try file.next() { digest.add(piece) }
      found = store.index[digest.sha256Hex()].map { [$0] } ?? []
    }
    let name = Files.name(of: digits)
    if found.isEmpty, name.utf8.count >= 8 {
      let names = try store.leftOver(name)
      if Set(names.map { $0.prefix(64) }).count == 1 { return .leftOver(names) }
    }
    if found.count == 1 { return .entry(found[0]) }
    guard found.isEmpty else {
      throw Failure(
        "\(found.count) files of the evidence are \"\(shown)\"; nothing was removed",
        hints: found.prefix(10).map { "\($0.sha256.prefix(12)) was taken in \($0.imported)" } + [
          "name the one you mean by the start of its SHA-256"
        ]
      )
    }
    throw Failure(
      "no file of the evidence is \"\(shown)\"; nothing was removed",
      hint: "readiness evidence list \(folder) shows names and digests"
    )
  }

  private func tell(
    _ entry: EvidenceEntry,
    _ left: EvidenceIndex,
    _ packs: EvidencePacks,
    _ today: CalendarDate
  ) {
    EvidenceWords.print("\(entry.name): removed", indent: "")
    EvidenceWords.print(entry.kind.inWords)
    EvidenceWords.print("sha256 \(entry.sha256)")
    let bare = entry.questions.filter { id in
      !left.entries(for: id).contains {
        $0.freshness(for: packs.question(id), on: today).isFresh
      }
    }
    if !bare.isEmpty {
      EvidenceWords.print("nothing fresh is left for \(bare.joined(separator: ", "))")
    }
  }
}
