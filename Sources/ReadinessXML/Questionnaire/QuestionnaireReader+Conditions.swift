import ReadinessCore

/// Conditions: data, never code.
extension QuestionnaireReader {
  /// The condition that an element stands for; `nil` where the element is none.
  func condition(_ element: XMLElement, of question: String) -> Condition? {
    let of = element["of"] ?? question
    let reference = Condition.Reference(question: of, part: element["part"])
    func inner() -> [Condition] { element.children.compactMap { condition($0, of: question) } }
    switch element.name {
    case "all": return .all(inner())
    case "any": return .any(inner())
    case "not": return inner().first.map { .not($0) }
    case "answer": return .answer(reference, isOneOf: element.list("is"))
    case "chosen":
      return element["only"] == nil
        ? .chosen(reference, anyOf: element.list("any"))
        : .chosenOnly(reference, element.list("only"))
    case "number": return .number(reference, bounds(element))
    case "given": return .given(reference)
    case "row-count": return .rowCount(of, bounds(element))
    case "some-row": return inner().first.map { .someRow(of, $0) }
    case "every-row": return inner().first.map { .everyRow(of, $0) }
    case "unsupported-row":
      let tables = element.list("of")
      return .unsupportedRow(tables.isEmpty ? [question] : tables)
    case "outcome":
      return .outcome(of, isOneOf: element.list("is").compactMap(Outcome.init(kebab:)))
    case "cell": return .cell(column: element["column"] ?? "", isOneOf: element.list("is"))
    case "cell-number": return .cellNumber(column: element["column"] ?? "", bounds(element))
    case "cell-given": return .cellGiven(column: element["column"] ?? "")
    case "matching-row":
      return .matchingRow(
        table: of,
        column: element["column"] ?? "",
        equals: element["equals"] ?? "",
        inner().first
      )
    default: return nil
    }
  }

  /// `above` and `below` are turned into inclusive bounds.
  private func bounds(_ element: XMLElement) -> Bounds {
    let least = [number(element["at-least"]), number(element["above"]).map { $0 &+ 1 }]
    let most = [number(element["at-most"]), number(element["below"]).map { $0 &- 1 }]
    return Bounds(atLeast: least.compactMap(\.self).max(), atMost: most.compactMap(\.self).min())
  }
}
