public import ReadinessCore

/// The part of JSON Schema that our schemas use, and one thing more.
///
/// A member that the schema does not describe is a problem.
public struct SchemaCheck {
  /// The whole schema.
  public let root: JSONValue

  /// A check against a schema.
  public init(root: JSONValue) { self.root = root }

  /// Where a value does not fit, and what is not described; empty where all is well.
  public func problems(with value: JSONValue) -> [String] { problems(value, root, "") }

  private func problems(_ value: JSONValue, _ schema: JSONValue, _ place: String) -> [String] {
    var found: [String] = []
    if let reference = schema["$ref"]?.string {
      let name = reference.split(separator: "/").last.map(String.init) ?? ""
      guard let target = root["$defs"]?[name] else { return ["\(place): no \(reference)"] }
      found += problems(value, target, place)
    }
    if let any = schema["anyOf"]?.array,
      !any.contains(where: { problems(value, $0, place).isEmpty })
    {
      found.append("\(place): fits none")
    }
    if let choices = schema["oneOf"]?.array {
      let each = choices.map { problems(value, $0, place) }
      switch each.count(where: \.isEmpty) {
      case 1: break
      case 0: found += ["\(place): fits none"] + (each.min { $0.count < $1.count } ?? [])
      default: found.append("\(place): fits several")
      }
    }
    if let types = schema["type"]?.array ?? schema["type"].map({ [$0] }),
      !types.contains(where: { $0.string == type(of: value) })
    {
      found.append("\(place): is no \(types)")
    }
    if let constant = schema["const"], constant != value { found.append("\(place): is not that") }
    if let allowed = schema["enum"]?.array, !allowed.contains(value) {
      found.append("\(place): \(value) is not allowed")
    }
    found += bounds(value, schema, place)
    found += membersAndElements(value, schema, place)
    return found
  }

  private func bounds(_ value: JSONValue, _ schema: JSONValue, _ place: String) -> [String] {
    var found: [String] = []
    if let number = value.integer {
      if number < schema["minimum"]?.integer ?? .min { found.append("\(place): too small") }
      if number > schema["maximum"]?.integer ?? .max { found.append("\(place): too large") }
    }
    if let text = value.string, let pattern = schema["pattern"]?.string {
      guard let regex = try? Regex(pattern) else { return found + ["\(place): \(pattern)?"] }
      if text.firstMatch(of: regex) == nil { found.append("\(place): is not as \(pattern)") }
    }
    return found
  }

  private func membersAndElements(
    _ value: JSONValue,
    _ schema: JSONValue,
    _ place: String
  ) -> [String] {
    var found: [String] = []
    for name in schema["required"]?.array?.compactMap(\.string) ?? [] where value[name] == nil {
      found.append("\(place): lacks \(name)")
    }
    if let properties = schema["properties"], let members = value.members {
      for member in members {
        if let inner = properties[member.name] {
          found += problems(member.value, inner, "\(place)/\(member.name)")
        } else {
          found.append("\(place)/\(member.name): not described")
        }
      }
    }
    if let items = schema["items"], let elements = value.array {
      for (index, element) in elements.enumerated() {
        found += problems(element, items, "\(place)/\(index)")
      }
    }
    if let elements = value.array {
      for (index, pair) in zip(elements, schema["prefixItems"]?.array ?? []).enumerated() {
        found += problems(pair.0, pair.1, "\(place)/\(index)")
      }
      if elements.count > schema["maxItems"]?.integer ?? .max { found.append("\(place): too many") }
      if elements.count < schema["minItems"]?.integer ?? 0 { found.append("\(place): too few") }
    }
    return found
  }

  private func type(of value: JSONValue) -> String {
    switch value {
    case .null: "null"
    case .bool: "boolean"
    case .integer: "integer"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }
}
