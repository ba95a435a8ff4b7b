import ReadinessCore

/// The help as the argument parser writes it, made to fit 80 columns.
enum HelpText {
  /// The same text; where the line of usage is too long, what may be left out becomes `[<options>]`.
  static func fitted(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let fitted = lines.flatMap { line in
      guard line.hasPrefix("USAGE: "), line.count > 79 else { return [String(line)] }
      return TextLayout.wrap(needed(line), width: 79, rest: "    ")
    }
    return fitted.joined(separator: "\n") + (text.hasSuffix("\n") ? "" : "\n")
  }

  /// A line of usage without what may be left out.
  static func needed(_ usage: Substring, options: String = " [<options>]") -> String {
    var words: [Substring] = []
    var isOptional = false
    var hasOptions = false
    for word in usage.split(separator: " ") {
      if word.hasPrefix("[") {
        isOptional = true
        hasOptions = true
      }
      if !isOptional { words.append(word) }
      if word.hasSuffix("]") { isOptional = false }
    }
    return words.joined(separator: " ") + (hasOptions ? options : "")
  }
}
