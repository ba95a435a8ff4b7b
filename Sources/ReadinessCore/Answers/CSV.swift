/// Reads and writes comma-separated values as spreadsheets do (RFC 4180).
public enum CSV {
  /// One line with its line end; cells that a spreadsheet would run as a formula get an apostrophe.
  public static func line(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\r\n"
  }

  /// A cell as it is written: quoted where needed, never a formula.
  public static func cell(_ text: String) -> String {
    var safe = text
    if let first = text.first, ["=", "+", "-", "@", "\t", "\r"].contains(first) {
      safe = "'" + text
    }
    let needsQuotes = safe.unicodeScalars.contains { [",", "\"", "\n", "\r", ";"].contains($0) }
    return needsQuotes ? "\"" + safe.replacing("\"", with: "\"\"") + "\"" : safe
  }

  /// The text of a cell that was written here: without the apostrophe against formulas.
  public static func plain(_ cell: String) -> String {
    guard cell.first == "'", let second = cell.dropFirst().first,
      ["=", "+", "-", "@", "\t", "\r"].contains(second)
    else { return cell }
    return String(cell.dropFirst())
  }

  /// The rows of a text; a byte-order mark is ignored, and a semicolon may stand for the comma.
  ///
  /// - Parameter mostCells: the most cells that are read.
  /// - Throws: where a quote is never closed, or there are more cells.
  public static func rows(
    _ bytes: [UInt8],
    mostCells: Int = 100_000
  ) throws(Malformed) -> [[String]] {
    guard var text = String(validating: bytes, as: UTF8.self) else {
      throw Malformed(what: "the file is not UTF-8 text", line: 1)
    }
    if text.hasPrefix("\u{FEFF}") { text.removeFirst() }
    let scalars = Array(text.unicodeScalars)
    let firstLine = scalars.prefix { $0 != "\n" }
    let separator: Unicode.Scalar =
      firstLine.count { $0 == ";" } > firstLine.count { $0 == "," } ? ";" : ","
    var reader = Reader(scalars: scalars, separator: separator, mostCells: mostCells)
    return try reader.read()
  }

  /// Why a text is not CSV.
  public struct Malformed: Error, Equatable, Sendable {
    /// In words.
    public let what: String
    /// The line, from 1.
    public let line: Int
  }

  private struct Reader {
    let scalars: [Unicode.Scalar]
    let separator: Unicode.Scalar
    private var rows: [[String]] = []
    private var row: [String] = []
    private var cell = String.UnicodeScalarView()
    private var line = 1
    private var cells = 0
    private let mostCells: Int

    init(scalars: [Unicode.Scalar], separator: Unicode.Scalar, mostCells: Int) {
      self.mostCells = mostCells
      self.scalars = scalars
      self.separator = separator
    }

    mutating func read() throws(Malformed) -> [[String]] {
      var index = 0
      var quotedSince: Int?
      while index < scalars.count {
        let scalar = scalars[index]
        let next = index + 1 < scalars.count ? scalars[index + 1] : nil
        if scalar == "\n" { line += 1 }
        switch scalar {
        case "\"" where quotedSince != nil && next == "\"":
          cell.append(scalar)
          index += 1
        case "\"" where quotedSince != nil: quotedSince = nil
        case "\"" where cell.isEmpty: quotedSince = line
        case _ where quotedSince != nil: cell.append(scalar)
        case separator: try endCell()
        case "\n": try endRow()
        case "\r" where next == "\n": break
        case "\r": try endRow()
        default: cell.append(scalar)
        }
        index += 1
      }
      if let quotedSince { throw Malformed(what: "a quote is never closed", line: quotedSince) }
      if !cell.isEmpty || !row.isEmpty { try endRow() }
      return rows
    }

    private mutating func endCell() throws(Malformed) {
      row.append(String(cell))
      cell = String.UnicodeScalarView()
      cells += 1
      guard cells <= mostCells else {
        let most = mostCells == 100_000 ? "100,000" : "\(mostCells)"
        throw Malformed(what: "there are more than \(most) cells", line: line)
      }
    }

    private mutating func endRow() throws(Malformed) {
      try endCell()
      if row.contains(where: { !$0.isEmpty }) { rows.append(row) }
      row = []
    }
  }
}
