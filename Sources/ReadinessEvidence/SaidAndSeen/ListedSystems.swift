import ReadinessCore

/// The systems in the tables of devices, and how many there are of each.
struct ListedSystems {
  /// One row.
  struct Row {
    let product: String?
    let version: String?
    let quantity: Int
    let subscription: String?
  }

  /// The rows of all tables.
  let rows: [Row]
  /// Whether every table that is asked for is filled in: only then is a device "not listed".
  let isComplete: Bool

  /// The rows of those tables.
  init(
    _ tables: [String],
    assessor: Assessor,
    answers: AnswerSheet,
    asOf: CalendarDate
  ) {
    let horizon = SupportHorizon(data: assessor.support, asOf: asOf)
    let (asked, waiting) = assessor.asked(answers, asOf: asOf)
    var rows: [Row] = []
    var isComplete = !waiting.contains { tables.contains($0.id) }
    for question in asked where tables.contains(question.id) {
      switch answers[question.id]?.content {
      case .rows(let table):
        rows += table.map { Self.row($0, question, horizon) }
      case .notApplicable:
        if !question.mayBeNotApplicable { isComplete = false }
      case .dontKnow, .value, .parts, nil: isComplete = false
      }
    }
    self.rows = rows
    self.isComplete = isComplete
  }

  private static func row(
    _ cells: [String: Value],
    _ question: Question,
    _ horizon: SupportHorizon
  ) -> Row {
    func cell(_ role: Column.Role) -> Value? {
      question.columns.first { $0.role == role }.flatMap { cells[$0.id] }
    }
    let judgement = horizon.judgement(of: cells, in: question)
    var quantity = 1
    if case .number(let number)? = cell(.quantity) { quantity = max(0, number) }
    var subscription: String?
    if case .word(let word)? = cell(.subscription) { subscription = word }
    return Row(
      product: judgement.product,
      version: judgement.version,
      quantity: quantity,
      subscription: subscription
    )
  }

  /// How many devices the rows have.
  var total: Int {
    rows.reduce(0) { sum, row in
      let (next, overflow) = sum.addingReportingOverflow(row.quantity)
      return overflow ? .max : next
    }
  }

  /// The rows that a scanned system may stand in.
  func rows(for system: ScannedSystem) -> [Row] {
    rows.filter { row in
      row.product == system.product && (row.version.map(system.versions.contains) ?? true)
    }
  }

  func hasLiveSubscription(_ system: ScannedSystem) -> Bool {
    rows(for: system).contains { $0.version != nil && $0.subscription == "live" }
  }
}
