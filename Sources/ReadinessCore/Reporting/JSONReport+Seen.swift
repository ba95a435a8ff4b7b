extension JSONReport {
  /// Everything that was seen, with what it does to its answers.
  static func seen(_ observations: Observations) -> JSONValue {
    .object([
      .init("observations", .array(observations.ordered.map(observation))),
      .init("reports", .array(observations.sources.map(source))),
      .init("tables", .array(observations.tables.map(table))),
    ])
  }

  private static func observation(_ observation: Observation) -> JSONValue {
    .object([
      .init("id", .string(observation.id)),
      .init("questions", strings(observation.questions)),
      .init("weight", .string(observation.weight.rawValue)),
      .init("reason", .string(observation.says)),
      .init("details", strings(observation.details)),
      .init("seen", string(observation.seen?.description)),
    ])
  }

  private static func source(_ source: SeenSource) -> JSONValue {
    .object([
      .init("name", .string(source.name)), .init("kind", .string(source.kind)),
      .init("date", string(source.date?.description)), .init("devices", .integer(source.devices)),
      .init("counts", .bool(source.counts)), .init("limits", strings(source.limits)),
    ])
  }

  private static func table(_ table: SeenTable) -> JSONValue {
    let columns = table.columns.map { column in
      JSONValue.object([
        .init("id", .string(column.id)), .init("title", .string(column.title)),
      ])
    }
    return .object([
      .init("id", .string(table.id)), .init("title", .string(table.title)),
      .init("columns", .array(columns)), .init("rows", .array(table.rows.map(strings))),
      .init("left", .integer(table.left)),
    ])
  }
}
