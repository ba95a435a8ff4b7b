import ReadinessCore

/// Rows as they are counted together.
struct InventoryFilling {
  /// A row without its number, and the number.
  private struct Counted {
    let row: [String: Value]
    var count: Int
  }

  var rowsRead = 0
  /// What the list calls its devices.
  var devices: Set<String> = []
  /// The rows that each of them gives to tables.
  private var builds: [String: [LateDevice.Row]] = [:]
  private var counted: [String: [Counted]] = [:]
  private var places: [String: [[String: Value]: Int]] = [:]
  private var others: [Inventory.Item: Int] = [:]
  private var skipped: [String: Int] = [:]
  private let style: String

  init(_ inventory: Inventory) {
    style = inventory.style
  }

  /// How many rows each table gets.
  var tables: [String: [[String: Value]]] { counted.mapValues { $0.map(\.row) } }

  /// Counts a row; like rows become one.
  mutating func add(
    _ row: [String: Value],
    to question: Question,
    _ count: Int,
    of device: String?
  ) {
    let quantity = question.columns.first { $0.kind == .number }?.id
    var key = row
    if let quantity { key[quantity] = nil }
    if let device { keep(LateDevice.Row(question: question.id, cells: key), of: device) }
    if let place = places[question.id]?[key] {
      counted[question.id]?[place].count += count
      return
    }
    places[question.id, default: [:]][key] = counted[question.id]?.count ?? 0
    counted[question.id, default: []].append(Counted(row: key, count: count))
  }

  private mutating func keep(_ row: LateDevice.Row, of device: String) {
    guard builds[device]?.contains(row) != true, (builds[device]?.count ?? 0) < 10 else { return }
    builds[device, default: []].append(row)
  }

  mutating func other(_ product: String, _ version: String, _ count: Int) {
    others[Inventory.Item(product: product, version: version, count: 0), default: 0] += count
  }

  mutating func skip(_ words: String) {
    if skipped.count < 1_000 || skipped[words] != nil { skipped[words, default: 0] += 1 }
  }

  /// The whole, in an order that does not depend on the list's.
  func inventory(_ style: InventoryColumns.Style, _ questionnaire: Questionnaire) -> Inventory {
    var inventory = Inventory(style: self.style)
    inventory.rowsRead = rowsRead
    inventory.devices = devices
    inventory.builds = builds
    inventory.notUnderstood = skipped
    for question in questionnaire.questions {
      guard let rows = counted[question.id] else {
        if style.questions.contains(question.id) { inventory.questions.append(question.id) }
        continue
      }
      inventory.questions.append(question.id)
      let quantity = question.columns.first { $0.kind == .number }?.id
      inventory.tables[question.id] = rows.map { counted in
        var row = counted.row
        if let quantity { row[quantity] = .number(counted.count) }
        return row
      }.sorted { AnswerText.row($0, of: question) < AnswerText.row($1, of: question) }
    }
    inventory.others = others.map { item, count in
      Inventory.Item(product: item.product, version: item.version, count: count)
    }.sorted { ($0.product, $0.version) < ($1.product, $1.version) }
    return inventory
  }
}
