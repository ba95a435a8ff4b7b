import ReadinessCore
import ReadinessEvidence

/// Takes in lists of devices and programs, and fills tables from them.
struct EvidenceInventoryRun {
  let workspace: Workspace
  let store: EvidenceStore
  let assessor: Assessor
  let made: CalendarDate?
  let now: Instant
  let replace: Bool

  private var questionnaire: Questionnaire { assessor.questionnaire }

  /// Takes in one list: the copy and its entry first, then the answers.
  func take(_ path: String) throws {
    let name = Files.name(of: path)
    let intake = try EvidenceIntake(path, into: store) { _ in }
    var bytes: [UInt8] = []
    while let piece = try intake.next() {
      bytes += piece
      guard bytes.count <= InventoryReader.limit else {
        throw Failure(
          "\(path) is larger than \(InventoryReader.limit >> 20) MiB",
          hint: "export only the columns that are needed; nothing was changed"
        )
      }
    }
    let sha256 = try intake.finish()
    let inventory = try read(bytes, path)
    let merge = InventoryMerge(
      inventory,
      into: try workspace.answers(questionnaire),
      questionnaire,
      by: "inventory \(TextLayout.harmless(name))",
      at: now,
      replace: replace
    )

    let before = store.index[sha256]
    var entry = EvidenceEntry(
      sha256: sha256,
      size: intake.size,
      name: name,
      kind: .inventory,
      imported: before?.imported ?? now
    )
    entry.made = made ?? before?.made ?? Self.day(in: name, notAfter: now.day)
    entry.expires = before?.expires
    entry.shows = before?.shows
    entry.questions = inventory.questions
    entry.questions += (before?.questions ?? []).filter { !inventory.questions.contains($0) }
    try intake.keep(as: sha256, in: store)
    store.put(entry)
    try store.save()
    if !merge.filled.isEmpty { try workspace.save(merge.sheet, questionnaire) }
    EvidenceInventoryLines(inventory: inventory, merge: merge, assessor: assessor, day: now.day)
      .show(path, entry)
  }

  private func read(_ bytes: [UInt8], _ path: String) throws(Failure) -> Inventory {
    let support = try Packs.supportData()
    let reader = InventoryReader(
      columns: try Packs.inventoryColumns(),
      questionnaire: questionnaire,
      support: support
    )
    do {
      return try reader.read(bytes)
    } catch {
      let place = error.line.map { ":\($0)" } ?? ""
      throw Failure(
        "\(path)\(place): \(error.what)",
        hints: [
          "the lists that are known are in Support/README.md, section Inventories",
          "save it as \"CSV UTF-8\", with the headings in the first line; nothing was changed",
        ]
      )
    }
  }

  /// The last day that stands in a file's name, as in `asset-list-2026-11-23.csv`.
  private static func day(in name: String, notAfter today: CalendarDate) -> CalendarDate? {
    let bytes = Array(name.utf8)
    guard bytes.count >= 10 else { return nil }
    let found = (0...bytes.count - 10).compactMap { start in
      CalendarDate(iso: String(decoding: bytes[start..<start + 10], as: UTF8.self))
    }
    return found.last.flatMap { $0 <= today ? $0 : nil }
  }
}
