/// A line of the person's own that goes into a statement, as a name or a role.
enum StatementLine {
  /// What is wrong with it, as "is empty"; `nil` where a statement may hold it.
  static func problem(_ text: String, limit: Int) -> String? {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let last = scalars.last else { return "is empty" }
    if first.properties.isWhitespace || last.properties.isWhitespace {
      return "begins or ends with a space"
    }
    if scalars.count > limit { return "is longer than \(limit) characters" }
    let isPlain = scalars.allSatisfy { scalar in
      !(0x00...0x1F).contains(scalar.value) && !(0x7F...0x9F).contains(scalar.value)
        && !(0x2028...0x2029).contains(scalar.value) && scalar.value != 0xFFFD
    }
    return isPlain ? nil : "holds characters that cannot be shown"
  }
}
