public import ReadinessCore

/// The register in words for a terminal.
public enum RegisterText {
  /// A line for each supplier: what the newest file came to, until when it holds, and its name.
  ///
  /// A name that has no room stands on the next line.
  public static func list(
    _ suppliers: [RegisterSupplier],
    on day: CalendarDate,
    width: Int
  ) -> String {
    let today = day.description
    var text = ""
    for record in suppliers {
      let until = String(record.validUntil.prefix(10))
      let facts =
        TextLayout.pad(record.decision, to: 21) + TextLayout.pad(record.verdict, to: 12)
        + (until < today ? "ended " : "until ") + until
      text += line(facts, "\(record.name) (\(record.organisation))", width)
    }
    return text
  }

  private static func line(_ facts: String, _ name: String, _ width: Int) -> String {
    let name = TextLayout.harmless(name)
    let gap = facts.utf8.count + 2 + name.utf8.count > width ? "\n    " : "  "
    return facts + gap + name + "\n"
  }

  /// One supplier with all its files, newest first.
  ///
  /// - Parameters:
  ///   - files: what the register has; at least one.
  ///   - warnings: what the register says of the newest.
  ///   - lookUps: look-ups in the public certificate search, a line for each.
  ///   - width: the width to wrap at.
  public static func supplier(
    _ files: [RegisterRecord],
    warnings: [String],
    lookUps: [String],
    width: Int
  ) -> String {
    guard let newest = files.first else { return "" }
    var lines = TextLayout.wrap(
      TextLayout.harmless("\(newest.name) (\(newest.organisation))"),
      width: width
    )
    func add(_ text: String, _ indent: Int = 2) {
      let gap = String(repeating: " ", count: indent)
      lines += TextLayout.wrap(
        TextLayout.harmless(text),
        width: width,
        first: gap,
        rest: gap + "  "
      )
    }
    for warning in warnings { add("look at this: \(warning)") }
    for look in lookUps { add(look) }
    for (place, file) in files.enumerated() {
      add((place == 0 ? "counts: " : "older: ") + "\(file.decision), the firm says \(file.verdict)")
      add("judged on \(file.judgedOn), valid until \(file.validUntil), \(file.questionnaire)", 4)
      add("sequence \(file.sequence), \(file.attestation)", 4)
      add("file \(file.path), SHA-256 \(file.file)", 4)
      add("signer \(file.signer), \(file.trust)", 4)
      add("verified at \(file.verifiedAt) by \(file.program)", 4)
      add("policy \(file.policy.isEmpty ? "none" : file.policy)", 4)
      add("trust \(file.trustDigest)", 4)
      for reason in file.reasons { add("because: \(reason)", 4) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What ends, a line for each; a name that has no room stands on the next line.
  public static func expiring(
    _ expiries: [RegisterExpiry],
    on day: CalendarDate,
    width: Int
  ) -> String {
    let today = day.description
    var text = ""
    for expiry in expiries {
      let facts =
        (expiry.day < today ? "ended " : "ends  ") + expiry.day + "  "
        + TextLayout.harmless(expiry.what)
      text += line(facts, "\(expiry.name) (\(expiry.organisation))", width)
    }
    return text
  }

  /// What the register comes to.
  public static func report(_ report: RegisterReport, width: Int) -> String {
    var lines = [report.size]
    func add(_ text: String) {
      lines += TextLayout.wrap(TextLayout.harmless(text), width: width, first: "  ", rest: "    ")
    }
    lines.append("The newest file of each supplier, at the last look:")
    for tally in report.decisions { add("\(tally.what): \(tally.count)") }
    lines.append("The firms' own verdicts:")
    for tally in report.verdicts { add("\(tally.what): \(tally.count)") }
    if !report.warnings.isEmpty { lines.append("Look at these:") }
    for warning in report.warnings {
      add("\(warning.name) (\(warning.organisation)): \(warning.text) (\(warning.code))")
    }
    if !report.heat.rows.isEmpty {
      let count = report.heat.rows.count + report.heat.more
      let who = count == 1 ? "1 supplier tells" : "\(count) suppliers tell"
      lines.append("Requirements that fall short most often, where \(who):")
      for (requirement, count) in worst(report.heat).prefix(10) {
        add("\(count)  \(requirement)")
      }
    }
    lines += RegisterHeatText.lines(report.heat, width: width)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func worst(_ heat: RegisterReport.Heat) -> [(String, Int)] {
    heat.requirements.map { requirement in
      let count = heat.rows.count { row in
        [.automaticFail, .notMet].contains(row.outcomes[requirement])
      }
      return (requirement, count)
    }.filter { $0.1 > 0 }.sorted { (-$0.1, $0.0) < (-$1.1, $1.0) }
  }
}
