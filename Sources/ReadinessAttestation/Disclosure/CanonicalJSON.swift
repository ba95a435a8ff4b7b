import ReadinessCore

/// JSON in exactly one form: one line, names sorted by their bytes, a line feed at the end.
enum CanonicalJSON {
  static func bytes(_ value: JSONValue) -> [UInt8] {
    Array(JSONWriter.line(sorted(value)).utf8) + [0x0A]
  }

  /// The value with the members of all objects in the order of their names' UTF-8 bytes.
  static func sorted(_ value: JSONValue) -> JSONValue {
    switch value {
    case .object(let members):
      let inner = members.map { JSONValue.Member($0.name, sorted($0.value)) }
      return .object(inner.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) })
    case .array(let elements): return .array(elements.map(sorted))
    case .null, .bool, .integer, .string: return value
    }
  }
}
