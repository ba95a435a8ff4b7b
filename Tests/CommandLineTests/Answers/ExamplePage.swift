import TestSupport

/// What `Evidence/Example/README.md` says must come out, read from its tables.
///
/// The page was worked out by hand, so it is what the program is held against.
struct ExamplePage {
  /// One line of the table of what is not met on 2026-11-23.
  struct Finding: Equatable {
    let question: String
    let outcome: String
    let mark: String
    let confidence: String
  }

  /// One line of the first table.
  struct Totals {
    let file: String
    let day: String
    let verdict: String
    let counts: [String: Int]
  }

  /// A table's cell, as `| a | b |`, without emphasis.
  private typealias Row = [String]

  private let sections: [String: [String]]

  init() throws {
    let text = String(decoding: try Repository.bytes("Evidence/Example/README.md"), as: UTF8.self)
    var sections: [String: [String]] = [:]
    var title = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("## ") { title = String(line.dropFirst(3)) }
      sections[title, default: []].append(String(line))
    }
    self.sections = sections
  }

  private func lines(under start: String) -> [String] {
    sections.first { $0.key.hasPrefix(start) }?.value ?? []
  }

  private func rows(under start: String, columns: Int) -> [Row] {
    lines(under: start).filter { $0.hasPrefix("| ") && !$0.hasPrefix("| ---") }.map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast().map {
        String(trimmed($0)).replacing("**", with: "")
      }
    }.filter { $0.count == columns }
  }

  private func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
  }

  /// The first table.
  var totals: [Totals] {
    rows(under: "The firm", columns: 9).dropFirst().map { row in
      let names = [
        "asked", "met", "automatic fail", "not met", "cannot determine", "not asked",
      ]
      return Totals(
        file: row[0].filter { $0 != "`" },
        day: row[1],
        verdict: row[2],
        counts: Dictionary(uniqueKeysWithValues: zip(names, row[3...].map { Int($0) ?? -1 }))
      )
    }
  }

  /// Everything that is not met on 2026-11-23.
  var findings: [Finding] {
    rows(under: "`answers.json` on", columns: 5).dropFirst().map { row in
      Finding(
        question: row[0],
        outcome: row[1].replacing(" (likely)", with: ""),
        mark: row[2],
        confidence: row[3]
      )
    }
  }

  /// The questions that are not asked, in the section that begins so.
  func notAsked(_ section: String) -> Set<String> {
    let paragraph = lines(under: section).drop { !$0.hasPrefix("Not asked (") }
      .prefix { !$0.isEmpty }.joined(separator: " ")
    let ids = paragraph.split { " ·:".contains($0) }.filter { $0.hasPrefix("A") }
    return Set(ids.map { String($0.hasSuffix(".") ? $0.dropLast() : $0) })
  }

  /// Requirements by outcome on 2026-11-23, those not met at all.
  var requirements: [String: Set<String>] {
    var found: [String: Set<String>] = [:]
    for row in rows(under: "`answers.json` on", columns: 2) {
      let outcome = row[0].split(separator: "(")[0]
      let ids = row[1].split { " ,·()".contains($0) }.map(String.init)
        .filter { $0.contains("-") && $0.first?.isLetter == true }
      if !ids.isEmpty { found[String(trimmed(outcome))] = Set(ids) }
    }
    return found
  }

  /// One row against the support dates.
  struct SupportRow {
    let question: String
    let row: Int
    let status: String
    /// The last day, where the page gives one.
    let ends: String?
  }

  /// The rows against the support dates; column 2 is November, 3 is January.
  func support(column: Int) -> [SupportRow] {
    rows(under: "Rows against", columns: 4).dropFirst().flatMap { row -> [SupportRow] in
      let cell = row[column] == "the same" ? row[2] : row[column]
      let statuses = ["supported", "extended only", "ended", "check with vendor", "no match"]
      guard let status = statuses.first(where: cell.hasPrefix) else { return [] }
      let date = cell.split(separator: " ").last { $0.count == 10 && $0.hasPrefix("20") }
      let place = row[0].split(separator: ",", maxSplits: 1)
      return numbers(place[1], isLater: column == 3).map { number in
        SupportRow(
          question: String(place[0]),
          row: number,
          status: status,
          ends: date.map(String.init)
        )
      }
    }
  }

  /// The numbers in " 1 and 2", " 1 to 5" or " 6; then 5".
  private func numbers(_ text: Substring, isLater: Bool) -> [Int] {
    let halves = text.split(separator: ";")
    let half = isLater ? halves.last : halves.first
    let found = (half ?? "").split(separator: " ").compactMap { Int($0) }
    guard half?.contains(" to ") == true, let first = found.first, let last = found.last else {
      return found
    }
    return Array(first...last)
  }
}
