/// One of the answers that do not fit together.
struct ContradictionSide {
  let question: Question
  /// What was said, in words.
  let lines: [String]

  /// The answers, in the pack's order.
  ///
  /// Where rows past their support are the matter, only those
  /// rows are shown, and tables without any are left out.
  static func all(_ found: ContradictionFound, _ assessment: Assessment) -> [ContradictionSide] {
    let contradiction = assessment.questionnaire.contradictions.first { $0.id == found.id }
    let tables = contradiction?.condition.supportTables ?? []
    return found.questions.compactMap { id -> ContradictionSide? in
      guard let question = assessment.questionnaire.question(id),
        let answer = assessment.answers[id],
        assessment.result(id) != nil
      else { return nil }
      var only: Set<Int>?
      if tables.contains(id) {
        let past = assessment.support.filter { $0.question == id && $0.judgement.fails != .no }
        guard !past.isEmpty else { return nil }
        only = Set(past.map(\.row))
      }
      return ContradictionSide(
        question: question,
        lines: AnswerLines.lines(answer, of: question, most: 6, only: only)
      )
    }
  }
}

extension Condition {
  /// The tables whose rows are looked up in the support data.
  var supportTables: Set<String> {
    switch self {
    case .all(let conditions), .any(let conditions):
      conditions.reduce(into: []) { $0.formUnion($1.supportTables) }
    case .not(let condition), .someRow(_, let condition), .everyRow(_, let condition):
      condition.supportTables
    case .unsupportedRow(let tables): Set(tables)
    default: []
    }
  }
}
