/// One thing that is wrong in an XML file.
public struct XMLProblem: Hashable, Sendable {
  /// Where; `nil` where the whole file is meant.
  public let position: XMLPosition?
  /// What is wrong, in words.
  public let what: String

  /// A problem at a place.
  public init(at position: XMLPosition?, _ what: String) {
    self.position = position
    self.what = what
  }
}

/// A file that could not be read as what it should be: every problem found, in the file's order.
public struct XMLReadingError: Error, Hashable, Sendable {
  /// At least one.
  public let problems: [XMLProblem]

  /// An error that carries these problems.
  public init(_ problems: [XMLProblem]) {
    self.problems =
      problems.isEmpty ? [XMLProblem(at: nil, "the file cannot be read")] : problems
  }
}

extension XMLProblem {
  /// `FILE:LINE:COLUMN: what`, then the line itself with a caret under the place.
  ///
  /// - Parameters:
  ///   - file: the name that the person knows the file by.
  ///   - bytes: the file's bytes, from which the line is taken.
  public func text(file: String, bytes: [UInt8]) -> String {
    guard let position else { return "\(file): \(what)" }
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let head = "\(file):\(position.line):\(position.column): \(what)"
    guard lines.indices.contains(position.line - 1) else { return head }
    let line = String(decoding: lines[position.line - 1], as: UTF8.self)
      .replacing("\t", with: " ").filter { !$0.isNewline && $0 != "\u{1B}" }
    let from = max(0, min(position.column - 1, line.count) - 60)
    let shown = line.dropFirst(from).prefix(100)
    let gap = String(repeating: " ", count: max(0, position.column - 1 - from))
    return "\(head)\n    \(shown)\n    \(gap)^"
  }
}
