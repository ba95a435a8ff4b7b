import ReadinessCore

/// Identifiers that nothing answers to.
extension QuestionnaireChecks {
  mutating func checkReferences() {
    let sources = Set(questionnaire.sources.map(\.id))
    let themes = Set(questionnaire.themes.map(\.id))
    let requirements = Set(questionnaire.requirements.map(\.id))
    for element in root.first("requirements")?.all("requirement") ?? [] {
      known(element, "theme", themes, "theme")
      known(element, "source", sources, "source")
    }
    if let prices = root.first("price-bands") {
      known(prices, "source", sources, "source")
      knownQuestion(prices, prices["head-count"])
    }
    for section in root.all("section") {
      known(section, "theme", themes, "theme")
      for question in section.all("question") {
        known(question, "source", sources, "source")
        known(question, "maps", requirements, "requirement")
        walk(question, owner: question["id"], row: nil)
        checkBase(question)
      }
    }
    for contradiction in root.all("contradiction") {
      known(contradiction, "source", sources, "source")
      for id in contradiction.list("questions") { knownQuestion(contradiction, id) }
      if contradiction["lowers"] != nil { knownQuestion(contradiction, contradiction["lowers"]) }
      walk(contradiction, owner: nil, row: nil)
    }
  }

  /// What it rests on must be a question of the set that this one builds on.
  private mutating func checkBase(_ element: XMLElement) {
    guard let first = element.list("rests-on").first else { return }
    guard let name = questionnaire.buildsOn else {
      report(element, "it rests on \(first), but the set says not which set it builds on")
      return
    }
    guard let base else { return }
    for id in element.list("rests-on") where base.question(id) == nil {
      report(element, "the set \"\(name)\" has no question \"\(id)\" to rest on")
    }
  }

  private mutating func known(
    _ element: XMLElement,
    _ attribute: String,
    _ ids: Set<String>,
    _ kind: String
  ) {
    for id in element.list(attribute) where !ids.contains(id) {
      report(element, "there is no \(kind) \"\(id)\"")
    }
  }

  private mutating func knownQuestion(_ element: XMLElement, _ id: String?) {
    guard let id, questionnaire.question(id) == nil else { return }
    report(element, "there is no question \"\(id)\"")
  }

  /// Looks at every condition below an element.
  ///
  /// - Parameters:
  ///   - owner: the question that is meant where `of` is left out.
  ///   - row: the table whose row is looked at.
  private mutating func walk(_ element: XMLElement, owner: String?, row: String?) {
    for child in element.children {
      var inner = row
      switch child.name {
      case "answer", "chosen", "number", "given":
        checkTest(child, of: child["of"] ?? owner)
      case "row-count": checkTable(child, child["of"] ?? owner)
      case "some-row", "every-row":
        checkTable(child, child["of"] ?? owner)
        inner = child["of"] ?? owner
      case "unsupported-row":
        let tables = child.list("of")
        for table in tables.isEmpty ? [owner ?? ""] : tables {
          checkTable(child, table)
          checkProducts(child, table)
        }
      case "outcome": knownQuestion(child, child["of"])
      case "cell", "cell-number", "cell-given": checkCell(child, row: row)
      case "matching-row":
        checkTable(child, child["of"])
        checkColumn(child, child["column"], of: child["of"])
        checkColumn(child, child["equals"], of: row)
        inner = child["of"]
      case "flow":
        checkTable(child, owner)
        inner = owner
        for column in child.list("names") { checkColumn(child, column, of: owner) }
      case "rule": known(child, "source", Set(questionnaire.sources.map(\.id)), "source")
      default: break
      }
      walk(child, owner: owner, row: inner)
    }
  }

  private mutating func checkTest(_ element: XMLElement, of id: String?) {
    guard let id, let question = questionnaire.question(id) else {
      report(element, "there is no question \"\(id ?? "")\"")
      return
    }
    var kind = question.kind
    var options = question.options.map(\.id)
    if let partID = element["part"] {
      guard let part = question.part(partID) else {
        report(element, "\(id) has no part \"\(partID)\"")
        return
      }
      kind = part.kind
      options = part.options.map(\.id)
    } else if kind == .parts, element.name != "given" {
      report(element, "\(id) has parts: say which one is meant")
      return
    }
    if element.name == "number", kind != .number {
      report(element, "\(id) is not a number")
    }
    if kind == .yesNo { options = ["yes", "no"] }
    guard kind == .yesNo || kind == .choice || kind == .choices else { return }
    for value in element.list("is") + element.list("any") + element.list("only")
    where !options.contains(value) {
      report(element, "\(id) has no option \"\(value)\"")
    }
  }

  private mutating func checkTable(_ element: XMLElement, _ id: String?) {
    guard let id, let question = questionnaire.question(id) else {
      report(element, "there is no question \"\(id ?? "")\"")
      return
    }
    if question.kind != .table { report(element, "\(id) is not a table") }
  }

  private mutating func checkProducts(_ element: XMLElement, _ id: String) {
    guard let question = questionnaire.question(id) else { return }
    for role in [Column.Role.product, .version]
    where !question.columns.contains(where: { $0.role == role }) {
      report(element, "\(id) has no column with the role \"\(role.rawValue)\"")
    }
  }

  private mutating func checkCell(_ element: XMLElement, row: String?) {
    guard let row else {
      report(element, "a test on a cell must stand within some-row, every-row or matching-row")
      return
    }
    checkColumn(element, element["column"], of: row)
    guard let column = questionnaire.question(row)?.column(element["column"] ?? "") else { return }
    var options = column.options.map(\.id)
    if column.kind == .yesNo { options = ["yes", "no"] }
    guard column.kind == .yesNo || column.kind == .choice else { return }
    for value in element.list("is") where !options.contains(value) {
      report(element, "the column \"\(column.id)\" of \(row) has no option \"\(value)\"")
    }
  }

  private mutating func checkColumn(_ element: XMLElement, _ column: String?, of table: String?) {
    guard let table, let question = questionnaire.question(table) else {
      if table == nil { report(element, "this must stand within some-row or every-row") }
      return
    }
    if question.column(column ?? "") == nil {
      report(element, "\(table) has no column \"\(column ?? "")\"")
    }
  }
}
