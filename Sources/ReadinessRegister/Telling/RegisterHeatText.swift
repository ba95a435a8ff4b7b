import ReadinessCore

/// Requirements against suppliers as letters in columns, for a terminal.
enum RegisterHeatText {
  /// The most suppliers side by side: more have no place, and are on the page.
  static let most = 20

  /// The lines; none where no supplier has said anything.
  static func lines(_ heat: RegisterReport.Heat, width: Int) -> [String] {
    let shown = heat.rows.prefix(most)
    guard !shown.isEmpty else { return [] }
    let more = heat.rows.count - shown.count + heat.more
    var lines = ["Requirements by supplier:"]
    lines += TextLayout.wrap(
      "+ met, - not met, X fails outright, ? open, / does not apply, . not said",
      width: width,
      first: "  ",
      rest: "  "
    )
    for (place, row) in shown.enumerated() {
      lines += TextLayout.wrap(
        TextLayout.harmless(row.name),
        width: width,
        first: "  \(letter(place))  ",
        rest: "     "
      )
    }
    if more > 0 {
      lines.append("  and \(more) more supplier\(more == 1 ? "" : "s"): --format html shows them")
    }
    let edge = (heat.requirements.map { TextLayout.width($0) }.max() ?? 0) + 4
    let head = shown.indices.map { letter($0) }.joined()
    lines.append(String(repeating: " ", count: edge) + head)
    for requirement in heat.requirements {
      let cells = shown.map { sign($0.outcomes[requirement]) }.joined()
      lines.append(TextLayout.pad("  " + TextLayout.harmless(requirement), to: edge) + cells)
    }
    return lines
  }

  private static func letter(_ place: Int) -> String {
    String(UnicodeScalar(UInt8(ascii: "a") + UInt8(place % 26)))
  }

  private static func sign(_ outcome: Outcome?) -> String {
    switch outcome {
    case nil: "."
    case .met: "+"
    case .notMet: "-"
    case .automaticFail: "X"
    case .notApplicable: "/"
    case .cannotDetermine, .unanswered: "?"
    }
  }
}
