public import ReadinessCore

/// Reads lists of devices and programs that other systems export as CSV.
public struct InventoryReader: Sendable {
  /// The most bytes of a list.
  public static let limit = 64 << 20
  /// The most cells, and the most rows that one table is filled with.
  private static let mostCells = 2_000_000
  private static let mostRows = 1_000
  /// The most characters that are kept of a cell.
  private static let longestCell = 200

  private let columns: InventoryColumns
  private let questionnaire: Questionnaire
  /// By product: what each build is called.
  private let builds: [String: [String: String]]

  /// A reader for one question set.
  ///
  /// - Parameters:
  ///   - columns: how lists are written.
  ///   - questionnaire: whose tables are filled.
  ///   - support: knows which build is which release.
  public init(
    columns: InventoryColumns,
    questionnaire: Questionnaire,
    support: SupportData
  ) {
    self.columns = columns
    self.questionnaire = questionnaire
    var builds: [String: [String: String]] = [:]
    for product in support.products {
      for release in product.releases {
        if let build = release.build { builds[product.id, default: [:]][build] = release.version }
      }
    }
    self.builds = builds
  }

  /// Reads a list.
  ///
  /// - Throws: where it is no CSV, or no style of list has its headings.
  public func read(_ bytes: [UInt8]) throws(InventoryError) -> Inventory {
    let rows: [[String]]
    do {
      rows = try CSV.rows(bytes, mostCells: Self.mostCells)
    } catch {
      throw InventoryError(error.what, line: error.line)
    }
    guard let head = rows.first?.map(AnswerParser.trimmed) else {
      throw InventoryError("the file is empty")
    }
    guard let style = columns.style(of: head) else {
      throw InventoryError("its headings belong to no list that is known", line: 1)
    }
    let fields = head.map { style.fields[$0.lowercased()] }
    var filling = InventoryFilling(Inventory(style: style.name))
    for row in rows.dropFirst() {
      var cells: [InventoryColumns.Field: String] = [:]
      for (index, field) in fields.enumerated() {
        guard let field, row.indices.contains(index) else { continue }
        let text = String(AnswerParser.trimmed(CSV.plain(row[index])).prefix(Self.longestCell))
        // Of two columns for one thing the first that says something counts.
        if !text.isEmpty, cells[field] == nil { cells[field] = TextLayout.harmless(text) }
      }
      take(cells, &filling)
    }
    for (question, rows) in filling.tables where rows.count > Self.mostRows {
      throw InventoryError(
        "\(question) would get \(rows.count) rows; the most is \(Self.mostRows)"
      )
    }
    return filling.inventory(style, questionnaire)
  }

  private func take(
    _ cells: [InventoryColumns.Field: String],
    _ filling: inout InventoryFilling
  ) {
    filling.rowsRead += 1
    if let device = cells[.device] { filling.devices.insert(device) }
    // A number that cannot be read is not one.
    guard let count = cells[.quantity].map({ Int($0) }) ?? 1, (1...1_000_000).contains(count),
      let product = cells[.product] ?? cells[.list].map({ _ in "" })
    else {
      filling.skip(cells[.product] ?? cells[.model] ?? "(no product)")
      return
    }
    // A list that says itself which table a row belongs to is taken at its word.
    if let list = cells[.list] {
      guard let question = questionnaire.question(list), question.kind == .table else {
        filling.skip("\(list) \(product)")
        return
      }
      filling.add(row(cells, rule: nil, question, count), to: question, count, of: cells[.device])
      return
    }
    let rule = columns.rule(for: product, model: cells[.model] ?? "")
    guard let id = rule?.question, let question = questionnaire.question(id) else {
      if cells[.device] == nil {
        filling.other(product, cells[.version] ?? "", count)
      } else {
        filling.skip(product)
      }
      return
    }
    filling.add(row(cells, rule: rule, question, count), to: question, count, of: cells[.device])
  }

  /// The cells of a table's row; what the table does not ask or would not take is left out.
  private func row(
    _ cells: [InventoryColumns.Field: String],
    rule: InventoryColumns.Rule?,
    _ question: Question,
    _ count: Int
  ) -> [String: Value] {
    var texts: [String: String] = [:]
    let named = InventoryProduct(cells, rule: rule, builds: rule?.builds.flatMap { builds[$0] })
    texts["product"] = named.product
    texts["version"] = named.version
    texts["edition"] = named.edition
    texts["kind"] = cells[.kind] ?? rule?.kind
    texts["make"] =
      question.id == "A2.8"
      ? [cells[.make], cells[.model]].compactMap(\.self)
        .joined(separator: " ") : cells[.make]
    texts["owner"] = cells[.owner]
    texts["subscription"] = cells[.subscription]
    texts["checked"] = cells[.checked]
    var row: [String: Value] = [:]
    for column in question.columns {
      if column.kind == .number {
        row[column.id] = .number(count)
        continue
      }
      guard var text = texts[column.id], !text.isEmpty else { continue }
      if let field = InventoryColumns.Field(rawValue: column.id) {
        text = columns.value(text, of: field)
      }
      row[column.id] = try? AnswerParser.value(text, kind: column.kind, options: column.options)
    }
    return row
  }
}
