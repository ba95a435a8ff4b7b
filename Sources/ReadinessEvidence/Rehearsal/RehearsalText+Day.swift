import ReadinessCore

extension RehearsalText {
  /// The list for the day: what to arrange, then each test case with each device and account.
  static func theDay(_ rehearsal: Rehearsal, _ page: inout RehearsalPage) {
    page.heading("The list for the day")
    page.add("Before the day:")
    for text in rehearsal.rules.checklist.beforehand { page.box(text) }
    for testCase in rehearsal.rules.checklist.testCases {
      page.blank()
      page.add(testCase.name, first: "\(testCase.id)  ")
      for check in testCase.checks {
        page.add(check.text, first: "  ")
        boxes(check, rehearsal, &page)
      }
    }
    page.blank()
    page.add(rehearsal.rules.accounts.basis)
  }

  private static func boxes(
    _ check: PlusChecklist.Check,
    _ rehearsal: Rehearsal,
    _ page: inout RehearsalPage
  ) {
    if check.on.contains(.whole) { page.box("done", indent: 4) }
    for draw in rehearsal.draws where check.on.contains(.device(draw.group.kind)) {
      page.add("group \(draw.group.number), \(draw.group.build):", first: "    ")
      for device in draw.first.prefix(50) { page.box(device.inWords, indent: 6) }
      if draw.first.count > 50 { page.box("\(draw.first.count - 50) more", indent: 6) }
    }
    let accounts = rehearsal.rules.accounts
    for (place, count, name) in [
      (PlusChecklist.Place.ordinaryAccount, accounts.ordinary, "ordinary account"),
      (.administratorAccount, accounts.administrator, "administrator account"),
    ] where check.on.contains(place) {
      if rehearsal.cloudServices.isEmpty {
        let question = rehearsal.rules.checklist.cloudServices.question
        page.add("No cloud service is listed yet: answer \(question).", first: "    ")
      }
      for service in rehearsal.cloudServices {
        page.box("\(service): \(count) \(name)\(count == 1 ? "" : "s")", indent: 4)
      }
    }
  }
}

/// Lines of a rehearsal, never wider than the page, with nothing in them that drives a terminal.
struct RehearsalPage {
  private let width: Int
  private var lines: [String] = []

  init(width: Int) { self.width = max(40, width) }

  var text: String { lines.joined(separator: "\n") + "\n" }

  mutating func blank() { if lines.last?.isEmpty == false { lines.append("") } }

  mutating func heading(_ title: String) {
    blank()
    let start = lines.count
    add(title)
    let longest = lines[start...].map { TextLayout.width($0) }.max() ?? 0
    lines.append(String(repeating: "-", count: longest))
  }

  mutating func add(_ text: String, first: String = "") {
    let rest = String(repeating: " ", count: TextLayout.width(first))
    let safe = TextLayout.harmless(text.split(whereSeparator: \.isNewline).joined(separator: " "))
    lines += TextLayout.wrap(
      TextLayout.breakable(safe, at: width - TextLayout.width(first)),
      width: width,
      first: first,
      rest: rest
    )
  }

  /// A rule's note with how sure we are and its sources.
  mutating func add(_ basis: PlusSampling.Basis, first: String = "") {
    let sure = ReportWords.sureness(basis.confidence)
    add(
      "\(basis.note) We are \(sure) [\(basis.sources.joined(separator: " "))].",
      first: first
    )
  }

  /// A box to tick.
  mutating func box(_ text: String, indent: Int = 2) {
    add(text, first: String(repeating: " ", count: indent) + "[ ] ")
  }
}
