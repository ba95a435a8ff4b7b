import ReadinessCore
import ReadinessEvidence
import TestSupport
import Testing

/// Scans against a firm that answers everything well.
struct SaidAndSeenTests {
  private let firm = SeenFirm()

  @Test(arguments: [
    ("2026-11-07", Outcome.met), ("2026-11-06", .met), ("2026-11-05", .automaticFail),
  ])
  func `a fix that is 13 or 14 days old contradicts nothing, one of 15 days does`(
    fix: String,
    expected: Outcome
  ) throws {
    // Scanned on the day of judgement but two; at 13 and 14 days it is due, and not yet overdue.
    let scan = Scans.scan(on: "2026-11-20", firm.computers(1), [Scans.problem(fix: fix)])
    let sheet = try firm.sheet()
    let day = day("2026-11-20")
    let seen = try SaidAndSeen(assessor: firm.assessor(), rules: Scans.rules())
      .observations(sheet, scans: [scan], asOf: day)
    let assessment = try firm.assessor().assess(sheet, asOf: day, observations: seen)
    #expect(assessment.result("A6.5")?.outcome == expected)
    #expect(assessment.result("A6.4")?.outcome == .met)
  }

  @Test func `late fixes of systems are A6.4's, of other software A6.5's`() throws {
    let system = firm.scan([Scans.problem("KB1", fix: "2026-10-01", product: "cpe:/o:x:y")])
    #expect(try firm.outcome("A6.4", [system]) == .automaticFail)
    #expect(try firm.outcome("A6.5", [system]) == .met)
    let software = firm.scan([Scans.problem(fix: "2026-10-01")])
    #expect(try firm.outcome("A6.4", [software]) == .met)
    #expect(try firm.outcome("A6.5", [software]) == .automaticFail)
  }

  @Test func `a version 2 score alone leaves the answer open, and so does a missing date`() throws {
    var old = Scans.problem(score: nil, fix: "2026-10-01")
    old.scores = [CVSSScore(version: .v2, tenths: 100)]
    #expect(try firm.outcome("A6.5", [firm.scan([old])]) == .cannotDetermine)
    var undated = Scans.problem()
    undated.fix = .available
    #expect(try firm.outcome("A6.5", [firm.scan([undated])]) == .cannotDetermine)
    #expect(
      try firm.outcome("A6.5", [firm.scan([Scans.problem(score: 69, fix: "2026-01-01")])]) == .met
    )
  }

  @Test func `unsupported software speaks against A6.2 and A6.6, systems against A6.1`() throws {
    var software = Scans.problem("Old runtime")
    software.unsupported = true
    #expect(try firm.outcome("A6.2", [firm.scan([software])]) == .notMet)
    #expect(try firm.outcome("A6.6", [firm.scan([software])]) == .notMet)
    #expect(try firm.outcome("A6.1", [firm.scan([software])]) == .met)
    var system = software
    system.product = "cpe:/o:microsoft:windows_7"
    #expect(try firm.outcome("A6.1", [firm.scan([system])]) == .automaticFail)
    #expect(try firm.outcome("A6.2", [firm.scan([system])]) == .met)
  }

  @Test func `a device whose system is past its support speaks against A6.1`() throws {
    // Windows 11 24H2 Pro ended on 13 October 2026; Enterprise goes on until 2027.
    let ended = Scans.scan(
      on: "2026-11-20",
      [Scans.device("pc-1", "Microsoft Windows 11 Pro Build 26100")]
    )
    #expect(try firm.outcome("A6.1", [ended]) == .automaticFail)
    let goes = Scans.scan(
      on: "2026-11-20",
      [Scans.device("pc-1", "Microsoft Windows 11 Enterprise Build 26100")]
    )
    #expect(try firm.outcome("A6.1", [goes]) == .met)
    var named = Scans.device("pc-1")
    named.platforms = ["cpe:/a:x:y", "cpe:/o:microsoft:windows_8.1"]
    #expect(try firm.outcome("A6.1", [Scans.scan(on: "2026-11-20", [named])]) == .automaticFail)
    // Two guesses tell nothing.
    let guess = Scans.device("pc-1", "Microsoft Windows 7\nMicrosoft Windows 11")
    #expect(try firm.outcome("A6.1", [Scans.scan(on: "2026-11-20", [guess])]) == .met)
  }

  @Test func `paid extended updates in the row answer for a system past its end`() throws {
    let scan = Scans.scan(
      on: "2026-11-20",
      [Scans.device("pc-1", "Microsoft Windows 10 Pro Build 19045")]
    )
    for (subscription, expected) in [("live", Outcome.met), ("none", .automaticFail)] {
      let sheet = try firm.sheet {
        $0["A2.6"] = .rows([
          GoodSheet.computer("10 22H2", edition: "Pro", subscription: subscription)
        ])
      }
      #expect(try firm.outcome("A6.1", [scan], sheet) == expected)
    }
    // With no row, whether it is paid for is not known.
    #expect(try firm.outcome("A6.1", [scan]) == .cannotDetermine)
  }

  @Test func `old software in a part that is cut off stays open`() throws {
    var software = Scans.problem("Old runtime")
    software.unsupported = true
    let sheet = AnswerSheet(GoodSheet.unusual, for: try Pack.shipped())
    let seen = try firm.seen([firm.scan([software])], sheet)
    #expect(seen.seen.filter { $0.id.hasPrefix("unsupported") }.isEmpty)
    #expect(seen.seen.contains { $0.id == "open-software" && $0.weight == .leavesOpen })
  }

  @Test(arguments: [
    ScanLimit.unfinished(status: "Stopped"), .notLoggedIn(devices: ["pc-0"]),
    .filtered(shown: 1, found: 9, by: "levels=h"), .wrongPlatform(rules: 4), .nothingLookedAt,
    .failures(2), .changedByHand(1),
  ])
  func `a limited scan that shows nothing is no clean bill, and lowers nothing`(
    limit: ScanLimit
  ) throws {
    let scan = firm.scan([], devices: 4, limits: [limit])
    let seen = try firm.seen([scan])
    #expect(seen.seen.isEmpty)
    #expect(seen.backings.isEmpty)
    let outcomes = try #require(seen.tables.first { $0.id == "questions" }).rows
    #expect(outcomes.map { $0[0] } == ["A6.1", "A6.2", "A6.4", "A6.5", "A6.6"])
    #expect(outcomes.allSatisfy { $0[1] == "cannot determine" })
    #expect(seen.sources.first?.limits == [limit.inWords])
    #expect(try firm.outcome("A6.4", [scan]) == .met)
  }

  @Test func `a limited scan still shows what it shows`() throws {
    let scan = firm.scan(
      [Scans.problem(fix: "2026-10-01")],
      limits: [.unfinished(status: "Stopped")]
    )
    #expect(try firm.outcome("A6.5", [scan]) == .automaticFail)
  }

  @Test func `a clean scan of every device stands behind A6.4 and A6.5 and lifts nothing`() throws {
    // The row has four computers.
    for (count, strength) in [(3, Strength.said), (4, .scanned)] {
      for answer in [AnswerContent.yes, .no] {
        let sheet = try firm.sheet {
          $0["A6.4"] = answer
          $0["A6.5"] = answer
        }
        let seen = try firm.seen([firm.scan([], devices: count)], sheet)
        let assessment = try firm.assessor().assess(sheet, asOf: firm.asOf, observations: seen)
        for question in ["A6.4", "A6.5"] {
          let result = try #require(assessment.result(question))
          #expect(result.strength == strength)
          #expect(result.outcome == (answer == .yes ? .met : .automaticFail))
        }
      }
    }
    let seen = try firm.seen([firm.scan([Scans.problem(fix: "2026-10-01")], devices: 4)])
    #expect(seen.backings.keys.sorted() == ["A6.4"])
    #expect(seen.backings["A6.4"]?.date == day("2026-11-20"))
  }

  @Test func `what speaks against an answer does not stand behind it`() throws {
    let backings = ["A6.4", "A6.5"].map { ($0, Backing(.documented, date: firm.asOf)) }
    let seen = try SaidAndSeen(assessor: firm.assessor(), rules: Scans.rules()).observations(
      firm.sheet(),
      scans: [firm.scan([Scans.problem(fix: "2026-10-01")])],
      backings: Dictionary(uniqueKeysWithValues: backings),
      asOf: firm.asOf
    )
    #expect(seen.backings.keys.sorted() == ["A6.4"])
  }

  @Test func `ten lines stand behind an observation, and how many more`() throws {
    let problems = (1...12).map {
      Scans.problem("Flaw \($0)", fix: "2026-10-\($0 < 10 ? "0" : "")\($0)")
    }
    let found = try #require(
      try firm.seen([firm.scan(problems)]).seen.first { $0.id == "late-software" }
    )
    #expect(found.details.count == 11)
    #expect(found.details.last == "and 2 more")
    #expect(
      found.details.first
        == "pc-0: Flaw 1: late by 36 days (CVSS v3 9.8; fix of 2026-10-01; scanned on 2026-11-20; scan)"
    )
    #expect(found.says.contains("12 fixes"))
    #expect(found.says.contains("1 device"))
    #expect(found.says.contains("36 days"))
  }

  @Test func `the order of scans does not matter`() throws {
    let scans = [
      Scans.scan("a", on: "2026-11-20", firm.computers(2), [Scans.problem(fix: "2026-10-01")]),
      Scans.scan("b", on: "2026-11-18", firm.computers(3), [Scans.problem("Other")]),
      Scans.scan(
        "c",
        on: "2026-10-01",
        firm.computers(4),
        [Scans.problem("Third", fix: "2026-01-01")]
      ),
    ]
    let sheet = try firm.sheet()
    let first = JSONReport.json(
      try firm.assessor().assess(sheet, asOf: firm.asOf, observations: firm.seen(scans, sheet))
    )
    for order in [[2, 1, 0], [1, 0, 2], [0, 2, 1]] {
      let again = try firm.assessor()
        .assess(sheet, asOf: firm.asOf, observations: firm.seen(order.map { scans[$0] }, sheet))
      #expect(JSONReport.json(again) == first)
    }
  }

  @Test func `every rule names questions of the shipped question set and sources it has`() throws {
    let questionnaire = try Pack.shipped()
    let sources = Set(questionnaire.sources.map(\.id))
    let rules = try Scans.rules()
    for rule in rules.rules {
      for question in rule.questions { #expect(questionnaire.question(question) != nil) }
      #expect(sources.isSuperset(of: rule.sources))
      #expect(!rule.says.contains("pass") && !rule.says.contains("certif"))
    }
    let tables = rules.deviceTables + rules.covers.flatMap(\.tables)
    for table in tables { #expect(questionnaire.question(table)?.kind == .table) }
    let part = questionnaire.question(rules.cutOff.question)?.part(rules.cutOff.part)
    #expect(part?.options.contains { $0.id == rules.cutOff.word } == true)
    #expect(rules.days == 14)
    #expect(rules.scoreAtLeast == 70)
  }
}
