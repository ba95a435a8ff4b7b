/// Texts as people type them, made fit for a statement.
public enum StatementText {
  /// The text on one line: control characters and line ends as spaces, single spaces, none at
  /// either end, at most `limit` characters.
  ///
  /// - Parameters:
  ///   - text: as it was typed.
  ///   - limit: in Unicode scalars, which is what the schema counts.
  /// - Returns: a line that a statement may hold, or nothing where nothing is left.
  public static func line(_ text: String, limit: Int) -> String {
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isGap = scalar == " " || TextRules.isForbidden(scalar)
      if isGap, line.isEmpty || line.last == " " { continue }
      line.append(isGap ? " " : scalar)
    }
    line = String.UnicodeScalarView(line.prefix(limit))
    while line.last == " " { line.removeLast() }
    return String(line)
  }
}
