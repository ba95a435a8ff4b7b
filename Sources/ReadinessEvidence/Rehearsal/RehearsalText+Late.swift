import ReadinessCore

extension RehearsalText {
  /// The late devices that scans saw, by group, and those that are in none.
  static func late(_ rehearsal: Rehearsal, _ page: inout RehearsalPage) {
    guard rehearsal.lateSeen > 0 else { return }
    page.heading("Late devices that scans saw")
    page.add(
      "On \(FixWords.many(rehearsal.lateSeen, "device")) a serious fix was missing for longer than "
        + "allowed. No scan need have looked at all of yours: there may be more."
    )
    for draw in rehearsal.draws where !draw.lateSeen.isEmpty {
      page.add(
        "\(draw.lateSeen.count) of \(draw.group.count), \(draw.group.build): \(names(draw.lateSeen))",
        first: "  " + TextLayout.pad("\(draw.group.number).", to: 4)
      )
      if draw.lateSeen.count > draw.group.count {
        page.add("More than your lists have: put the lists right.", first: "      ")
      }
    }
    guard !rehearsal.unplaced.isEmpty else { return }
    page.add(
      "Counted in no group below: \(FixWords.many(rehearsal.unplaced.count, "device")). Give the group's "
        + "number yourself with --late."
    )
    for why in [Rehearsal.Unplaced.Why.systemNotKnown, .inNoGroup, .inSeveralGroups] {
      let own = rehearsal.unplaced.filter { $0.why == why }.map(\.name)
      if !own.isEmpty { page.add("\(words(why)): \(names(own))", first: "  ") }
    }
  }

  private static func words(_ why: Rehearsal.Unplaced.Why) -> String {
    switch why {
    case .systemNotKnown: "the scan does not tell their system"
    case .inNoGroup: "their build stands in none of your lists"
    case .inSeveralGroups: "several groups fit, and nothing tells which"
    }
  }

  private static func names(_ names: [String]) -> String {
    let more = names.count - 10
    return names.prefix(10).joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }
}
