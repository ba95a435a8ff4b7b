public import ReadinessCore

/// What becomes of a firm's answers when an inventory comes in.
///
/// Gaps are filled. What a person said stays, and is shown beside the list, until it is taken.
public struct InventoryMerge: Sendable {
  /// The answers with the gaps filled.
  public private(set) var sheet: AnswerSheet
  /// The questions that were filled or taken.
  public private(set) var filled: [String] = []
  /// The tables on which both agree.
  public private(set) var same: [String] = []
  /// The questions on which they differ: what the firm has, and what the list says.
  public private(set) var differences: [AnswerMerge.Difference] = []

  /// Merges.
  ///
  /// - Parameters:
  ///   - inventory: the list.
  ///   - sheet: the firm's answers.
  ///   - by: kept with each answer: where it comes from.
  ///   - at: now.
  ///   - replace: whether the list stands above what a person said.
  public init(
    _ inventory: Inventory,
    into sheet: AnswerSheet,
    _ questionnaire: Questionnaire,
    by: String,
    at: Instant,
    replace: Bool
  ) {
    self.sheet = sheet
    for question in questionnaire.questions {
      guard let rows = inventory.tables[question.id] else { continue }
      let mine = sheet[question.id]
      let kept = Self.completed(rows, by: mine)
      for gate in Self.gates(of: question, questionnaire) {
        take(
          Answer(question: gate.id, content: .value(.word("yes")), by: by, at: at),
          gate,
          replace
        )
      }
      if let mine, Self.agrees(mine, rows) {
        same.append(question.id)
        continue
      }
      take(Answer(question: question.id, content: .rows(kept), by: by, at: at), question, replace)
    }
  }

  private mutating func take(_ theirs: Answer, _ question: Question, _ replace: Bool) {
    let mine = sheet[question.id]
    if mine?.content == theirs.content { return }
    let isOpen = mine == nil || mine?.content == .dontKnow
    if let mine, !isOpen, !replace {
      differences.append(AnswerMerge.Difference(question: question, mine: mine, theirs: theirs))
      return
    }
    sheet.record(theirs.with(note: mine?.note))
    filled.append(question.id)
  }

  /// The yes-no questions that must be "yes" for a table to be asked at all.
  private static func gates(of question: Question, _ questionnaire: Questionnaire) -> [Question] {
    guard case .answer(let reference, isOneOf: ["yes"])? = question.when, reference.part == nil,
      let gate = questionnaire.question(reference.question), gate.kind == .yesNo
    else { return [] }
    return [gate]
  }

  /// Whether the firm's rows say the same in every cell that the list gives.
  private static func agrees(_ mine: Answer, _ rows: [[String: Value]]) -> Bool {
    guard case .rows(let own) = mine.content, own.count == rows.count else { return false }
    var left = own
    for row in rows {
      let found = left.firstIndex { candidate in
        row.allSatisfy { alike($0.value, candidate[$0.key]) }
      }
      guard let found else { return false }
      left.remove(at: found)
    }
    return true
  }

  private static func alike(_ value: Value, _ other: Value?) -> Bool {
    guard case .text(let text) = value, case .text(let mine)? = other else { return value == other }
    return text.lowercased() == mine.lowercased()
  }

  /// What the list cannot know (subscriptions, checks, who owns it) is kept from the firm's row of
  /// the same product and version.
  private static func completed(
    _ rows: [[String: Value]],
    by mine: Answer?
  ) -> [[String: Value]] {
    guard case .rows(let own)? = mine?.content else { return rows }
    return rows.map { row in
      let fitting = own.filter { candidate in
        ["product", "version"].allSatisfy { id in row[id].map { alike($0, candidate[id]) } ?? false
        }
      }
      // Of two that fit nobody knows which.
      guard fitting.count == 1 else { return row }
      return fitting[0].merging(row) { $1 }
    }
  }
}
