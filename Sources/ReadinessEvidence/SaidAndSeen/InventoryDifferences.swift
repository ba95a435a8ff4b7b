import ReadinessCore

/// Where inventories and the tables of the answers do not agree.
struct InventoryDifferences {
  private let questionnaire: Questionnaire
  private let horizon: SupportHorizon

  init(_ questionnaire: Questionnaire, _ horizon: SupportHorizon) {
    self.questionnaire = questionnaire
    self.horizon = horizon
  }

  /// What stands in an inventory and in no row of the table that it belongs to.
  ///
  /// Rows are the same where the support data knows them as the same release, or where their words
  /// are the same. A table that is not filled in is open, not different.
  func sightings(_ inventories: [Inventory], _ answers: AnswerSheet) -> [Sighting] {
    var told: Set<Sighting> = []
    return inventories.flatMap { inventory in
      inventory.tables.sorted { $0.key < $1.key }.flatMap { id, rows -> [Sighting] in
        guard let question = questionnaire.question(id),
          case .rows(let listed)? = answers[id]?.content
        else { return [] }
        let known = Set(listed.flatMap { keys(of: $0, in: question) })
        return rows.compactMap { row -> Sighting? in
          guard known.isDisjoint(with: keys(of: row, in: question)) else { return nil }
          let name = words(of: row, in: question)
          let sighting = Sighting(
            matter: .inventoryDiffers,
            kind: .any,
            device: name,
            subject: name,
            line: "\(id): \(name) (\(inventory.style))",
            seen: nil,
            late: 0
          )
          return told.insert(sighting).inserted ? sighting : nil
        }
      }
    }
  }

  /// By what a row is known: its release, and its words.
  private func keys(of row: [String: Value], in question: Question) -> [String] {
    let judgement = horizon.judgement(of: row, in: question)
    var keys = [words(of: row, in: question).lowercased()]
    if let product = judgement.product, let version = judgement.version {
      keys.append("\(product) \(version)")
    }
    return keys
  }

  /// Product and version as they are written.
  private func words(of row: [String: Value], in question: Question) -> String {
    [Column.Role.product, .version].compactMap { role -> String? in
      guard let id = question.columns.first(where: { $0.role == role })?.id,
        case .text(let text)? = row[id]
      else { return nil }
      return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }.joined(separator: " ")
  }
}
