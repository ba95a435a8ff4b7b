import ReadinessCore
import ReadinessEvidence

/// What is said of an inventory.
struct EvidenceInventoryLines {
  let inventory: Inventory
  let merge: InventoryMerge
  let assessor: Assessor
  let day: CalendarDate

  private var horizon: SupportHorizon { SupportHorizon(data: assessor.support, asOf: day) }

  func show(_ path: String, _ entry: EvidenceEntry) {
    Console.print(
      TextLayout.harmless("\(path): \(inventory.style), \(count(inventory.rowsRead, "row"))")
    )
    for question in assessor.questionnaire.questions {
      if let rows = inventory.tables[question.id] { show(rows, of: question) }
    }
    for id in merge.filled where inventory.tables[id] == nil {
      EvidenceWords.print("\(id): yes, since the list has some")
    }
    for difference in merge.differences { show(difference) }
    showOthers()
    let skipped = inventory.notUnderstood.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    if !skipped.isEmpty {
      let total = skipped.reduce(0) { $0 + $1.value }
      let shown = skipped.prefix(5).map { "\($0.key) (\($0.value))" }.joined(separator: ", ")
      let rest = skipped.count > 5 ? " and \(skipped.count - 5) more" : ""
      EvidenceWords.print("\(count(total, "row")) not understood: \(shown)\(rest)")
    }
    if entry.made == nil {
      Console.note(
        "hint: say when the list was made, with --made 2026-11-02; else it is never fresh"
      )
    }
    if !merge.differences.isEmpty {
      Console.note("your answers stay; take the list's with --replace")
    }
  }

  private func show(_ rows: [[String: Value]], of question: Question) {
    let became =
      if merge.filled.contains(question.id) {
        "filled in"
      } else if merge.same.contains(question.id) {
        "the same as your answer"
      } else {
        "differs from your answer"
      }
    EvidenceWords.print("\(question.id): \(count(rows.count, "row")), \(became)")
    for row in rows {
      let judgement = horizon.judgement(of: row, in: question)
      guard judgement.status != .supported else { continue }
      let ends = judgement.ends.map { ", last day \($0.inWords)" } ?? ""
      EvidenceWords.print(
        "\(AnswerText.row(row, of: question)): \(judgement.status.rawValue)\(ends)",
        indent: "    "
      )
    }
    for column in question.columns where column.isNeeded {
      let empty = rows.count { $0[column.id] == nil }
      guard empty > 0, merge.filled.contains(question.id) else { continue }
      EvidenceWords.print(
        "the list does not say \"\(column.id)\" in \(count(empty, "row")): fill it in",
        indent: "    "
      )
    }
  }

  private func show(_ difference: AnswerMerge.Difference) {
    EvidenceWords.print("\(difference.question.id): differs")
    show("yours", difference.mine, difference.question)
    show("list", difference.theirs, difference.question)
  }

  private func show(_ whose: String, _ answer: Answer, _ question: Question) {
    guard case .rows(let rows) = answer.content, !rows.isEmpty else {
      EvidenceWords.print(
        "\(whose): " + AnswerText.text(answer.content, of: question),
        indent: "    "
      )
      return
    }
    for row in rows {
      EvidenceWords.print("\(whose): " + AnswerText.row(row, of: question), indent: "    ")
    }
  }

  /// Programs that no table asks for still must be supported (A6.2).
  private func showOthers() {
    guard !inventory.others.isEmpty else { return }
    EvidenceWords.print(
      "\(count(inventory.others.count, "other program")) that no table asks for; they count for A6.2"
    )
    for item in inventory.others {
      let judgement = horizon.judge(
        product: item.product,
        version: item.version,
        edition: nil,
        subscription: "none",
        checked: nil
      )
      guard judgement.status == .ended || judgement.status == .extendedOnly else { continue }
      let ends = judgement.ends.map { ", last day \($0.inWords)" } ?? ""
      EvidenceWords.print(
        "\(item.product) \(item.version), on \(item.count): \(judgement.status.rawValue)\(ends)",
        indent: "    "
      )
    }
  }

  private func count(_ number: Int, _ word: String) -> String {
    "\(number) \(word)" + (number == 1 ? "" : "s")
  }
}
