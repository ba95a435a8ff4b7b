public import ReadinessCore

extension AnswerContent {
  /// Whether "don't know" is said, of the whole or of a part or a cell.
  public var saysDontKnow: Bool {
    switch self {
    case .dontKnow, .value(.dontKnow): true
    case .notApplicable, .value: false
    case .parts(let values): values.values.contains(.dontKnow)
    case .rows(let rows): rows.contains { $0.values.contains(.dontKnow) }
    }
  }
}
