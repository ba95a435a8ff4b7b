import ReadinessCore

/// The rehearsal as text for a terminal.
public enum RehearsalText {
  /// The whole text.
  ///
  /// Safe to print: what the firm typed cannot drive the terminal.
  ///
  /// - Parameters:
  ///   - rehearsal: what was drawn.
  ///   - width: the widest line, in cells; at least 40.
  /// - Returns: lines with a final line feed.
  public static func text(_ rehearsal: Rehearsal, width: Int = 80) -> String {
    var page = RehearsalPage(width: width)
    head(rehearsal, &page)
    groups(rehearsal, &page)
    samples(rehearsal, &page)
    late(rehearsal, &page)
    odds(rehearsal, &page)
    times(rehearsal, &page)
    exposed(rehearsal, &page)
    theDay(rehearsal, &page)
    page.heading("Where this comes from")
    page.add(rehearsal.rules.about)
    for source in used(rehearsal) { page.add(source.title, first: "  \(source.id)  ") }
    return page.text
  }

  private static func head(_ rehearsal: Rehearsal, _ page: inout RehearsalPage) {
    page.add("Rehearsal of the Cyber Essentials Plus test")
    if let name = Firm(rehearsal.assessment).name { page.add(name) }
    page.add(
      "Judged as of \(rehearsal.assessment.asOf.inWords). Seed \(rehearsal.seed): the same seed draws "
        + "the same devices."
    )
    page.add(
      "A readiness self-assessment, not a certificate. The assessor draws another sample: what is "
        + "late anywhere has to be put right everywhere."
    )
  }

  private static func groups(_ rehearsal: Rehearsal, _ page: inout RehearsalPage) {
    page.heading("Build groups: same system, edition and feature version")
    guard !rehearsal.draws.isEmpty else {
      let tables = rehearsal.rules.checklist.deviceTables.map(\.question)
      page.add("No devices are listed yet: answer \(tables.joined(separator: ", ")).")
      return notCounted(rehearsal, &page)
    }
    for draw in rehearsal.draws {
      let group = draw.group
      let size = draw.isWhole ? "all tested" : "sample \(draw.first.count)"
      page.add(
        "\(group.build) (\(group.kind.inWords)): \(group.count), \(size)",
        first: "  " + TextLayout.pad("\(group.number).", to: 4)
      )
      if group.support.fails != .no || group.support.status != .supported {
        page.add(standing(group.support), first: "      ")
      }
    }
    page.add(
      "\(rehearsal.devices) devices in \(rehearsal.draws.count) groups; \(rehearsal.sampled) in the "
        + "first sample."
    )
    notCounted(rehearsal, &page)
    page.add(rehearsal.rules.serversBasis)
    page.add(rehearsal.rules.sizesBasis)
  }

  private static func notCounted(_ rehearsal: Rehearsal, _ page: inout RehearsalPage) {
    guard !rehearsal.notCounted.isEmpty else { return }
    page.add(
      "Not counted, since it is not said how many there are: "
        + rehearsal.notCounted.joined(separator: ", ") + "."
    )
  }

  private static func standing(_ judgement: SupportJudgement) -> String {
    // What the data remarks beside it stands in the report.
    let clauses = judgement.note.split(separator: ";")
    let note = clauses.prefix(judgement.status == .extendedOnly ? 2 : 1).joined(separator: ";")
    return switch judgement.fails {
    case .yes: "Not supported, so every device of this group fails the scan: \(note)."
    case .unknown: "Not known yet whether it counts as supported: \(note)."
    case .no: "Support: \(judgement.status.rawValue)."
    }
  }

  private static func samples(_ rehearsal: Rehearsal, _ page: inout RehearsalPage) {
    guard !rehearsal.draws.isEmpty else { return }
    page.heading("The samples")
    page.add(
      "The lists say how many devices there are, not what they are called. \"No. 3\" is the third "
        + "of its row in your own list."
    )
    for draw in rehearsal.draws {
      page.add(
        "\(draw.group.build) (\(draw.group.kind.inWords))",
        first: "  " + TextLayout.pad("\(draw.group.number).", to: 4)
      )
      page.add(list(draw.first), first: "      first:  ")
      if draw.isWhole { continue }
      page.add(
        draw.second.isEmpty ? "no device is left" : list(draw.second),
        first: "      second: "
      )
    }
    page.add(rehearsal.rules.secondSample)
  }

  private static func list(_ devices: [SampledDevice]) -> String {
    let shown = Array(devices.prefix(20))
    var parts: [String] = []
    for (index, device) in shown.enumerated() {
      let before = index > 0 ? shown[index - 1] : nil
      if let last = parts.last, let before, before.isBeside(device) {
        parts[parts.count - 1] = last + ", \(device.number)"
      } else {
        parts.append("\(device.question) row \(device.row), \(device.make) no. \(device.number)")
      }
    }
    let more = devices.count - shown.count
    return parts.joined(separator: "; ") + (more > 0 ? " and \(more) more" : "")
  }

  private static func odds(_ rehearsal: Rehearsal, _ page: inout RehearsalPage) {
    let drawn = rehearsal.draws.filter { !$0.isWhole }
    guard !drawn.isEmpty else { return }
    page.heading("The odds that a sample misses what is late")
    for draw in drawn {
      let text = draw.odds.inWords(draw.group.kind.inWords, isSupposed: draw.late == nil)
      page.add(text + ".", first: "  " + TextLayout.pad("\(draw.group.number).", to: 4))
    }
    page.add(together(rehearsal))
    page.add("Do not count on it: the second sample, and the next scan, find the rest.")
  }

  /// The odds of all groups at once.
  private static func together(_ rehearsal: Rehearsal) -> String {
    guard let missed = rehearsal.missesAll else {
      return "Say how many are late with --late GROUP=NUMBER, as --late 1=5."
    }
    if missed == 0 { return "Taken together, the samples are certain to find something late." }
    guard rehearsal.draws.contains(where: { ($0.late ?? 0) > 0 }) else {
      return "Where nothing is late, there is nothing to find."
    }
    return "Taken together, the samples miss everything that is late with probability "
      + decimals(missed) + "."
  }

  private static func decimals(_ value: Double) -> String {
    let thousandths = Int((value * 1_000).rounded())
    return thousandths == 0 && value > 0
      ? "under 0.001"
      : "\(thousandths / 1_000).\(padded(thousandths % 1_000))"
  }

  private static func padded(_ value: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: 3 - digits.count) + digits
  }

  private static func times(_ rehearsal: Rehearsal, _ page: inout RehearsalPage) {
    page.heading("Times")
    for window in rehearsal.rules.windows {
      page.add(window.basis, first: "  " + TextLayout.pad(window.inWords, to: 10))
    }
    if let date = rehearsal.certificateDate,
      let end = rehearsal.rules.window("certificate")?.end(from: date)
    {
      let over = end < rehearsal.assessment.asOf ? " That day has gone by." : ""
      page.add("Certificate of \(date.inWords): all tests are done by \(end.inWords).\(over)")
    } else {
      page.add("Give the day of the certificate with --certificate-date, to see the last day.")
    }
    if let start = rehearsal.start, let last = rehearsal.lastDay {
      page.add("First test on \(start.inWords): the last one no later than \(last.inWords).")
    }
  }

  private static func exposed(_ rehearsal: Rehearsal, _ page: inout RehearsalPage) {
    guard !rehearsal.exposed.isEmpty else { return }
    let place = rehearsal.rules.checklist.exposedServices
    page.heading("Services that scans saw from the internet")
    page.add(
      "Each has to come through the seven steps of test case 1. They are proposed for "
        + "\(place.question) and answer nothing; --services writes them as a draft."
    )
    for service in rehearsal.exposed {
      let score =
        switch service.row["score"] {
        case .word("high")?: "scored 7.0 or more"
        case .word("low")?: "scored below 7.0"
        case .word("none")?: "nothing found"
        default: "no score known"
        }
      let name = service.service.isEmpty ? "" : " (\(service.service))"
      page.add("\(service.address) \(service.port)\(name): \(score)", first: "  ")
    }
  }

  private static func used(_ rehearsal: Rehearsal) -> [Source] {
    let rules = rehearsal.rules
    var keys = Set(rules.sizesBasis.sources + rules.serversBasis.sources)
    keys.formUnion(rules.secondSample.sources + rules.accounts.basis.sources)
    keys.formUnion(rules.windows.flatMap(\.basis.sources))
    keys.formUnion(rules.checklist.testCases.flatMap(\.basis.sources))
    return rules.sources.filter { keys.contains($0.id) }
  }
}
