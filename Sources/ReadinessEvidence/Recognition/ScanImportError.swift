/// Why a scan report was not taken in: nothing of the file is used.
public struct ScanImportError: Error, Hashable, Sendable {
  /// What kind of trouble it is.
  public let kind: Kind

  /// What is wrong, in words, without a final full stop.
  public let what: String

  /// The line, from 1; `nil` where the whole file is meant.
  public let line: Int?

  /// The column in bytes, from 1; `nil` where the whole file is meant.
  public let column: Int?

  /// An error at a place, or about the whole file.
  public init(_ kind: Kind, _ what: String, line: Int? = nil, column: Int? = nil) {
    self.kind = kind
    self.what = what
    self.line = line
    self.column = column
  }

  /// Kinds of trouble.
  public enum Kind: Hashable, Sendable {
    /// The file ends before its format does: a scan or a copy that was stopped.
    case cutShort
    /// The file is something else; `what` names it where it is known.
    case notThisFormat
    /// The file does what no scanner does and may be made to do harm.
    case hostile
    /// The file breaks the rules of its format.
    case broken
  }
}

extension ScanImportError: CustomStringConvertible {
  /// `line 3, column 7: what`.
  public var description: String {
    guard let line else { return what }
    guard let column else { return "line \(line): \(what)" }
    return "line \(line), column \(column): \(what)"
  }
}
