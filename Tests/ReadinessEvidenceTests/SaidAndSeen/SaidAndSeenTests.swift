import ReadinessCore
import ReadinessEvidence
import ReadinessXML
import TestSupport
import Testing

/// Scans against a firm that answers everything well: twelve computers in two rows and a server.
struct SaidAndSeenTests {
  private let asOf = day("2026-11-22")

  private static let support = Result {
    try SupportDataReader.read(
      Repository.bytes("Support/EndOfSupport.xml"),
      sha256: Pack.noDigest
    )
  }

  private func assessor() throws -> Assessor {
    Assessor(questionnaire: try Pack.shipped(), support: try Self.support.get())
  }

  private func sheet(
    _ change: (inout [String: AnswerContent]) -> Void = { _ in }
  ) throws -> AnswerSheet {
    var sheet = GoodSheet.usual
    sheet["A2.5"] = .notApplicable(reason: "None of ours.")
    sheet["A2.6"] = .rows([GoodSheet.computer("11 25H2", edition: "Pro")])
    sheet["A2.6.1-any"] = .no
    sheet["A2.6.1"] = nil
    sheet["A2.7-any"] = .no
    sheet["A2.7"] = nil
    sheet["A2.8-any"] = .no
    sheet["A2.8"] = nil
    change(&sheet)
    return AnswerSheet(sheet, for: try Pack.shipped())
  }

  private func seen(
    _ scans: [NamedScan],
    _ sheet: AnswerSheet? = nil,
    inventory: Set<String>? = nil
  ) throws -> Observations {
    try SaidAndSeen(assessor: assessor(), rules: Scans.rules()).observations(
      sheet ?? self.sheet(),
      scans: scans,
      inventory: inventory,
      asOf: asOf
    )
  }

  private func outcome(
    _ question: String,
    _ scans: [NamedScan],
    _ sheet: AnswerSheet? = nil
  ) throws -> Outcome? {
    let sheet = try sheet ?? self.sheet()
    return try assessor()
      .assess(sheet, asOf: asOf, observations: seen(scans, sheet)).result(question)?.outcome
  }

  private let windows = "Microsoft Windows 11 Pro Build 26200"

  private func computers(_ count: Int) -> [ScannedDevice] {
    (0..<count).map { Scans.device("pc-\($0)", windows) }
  }

  private func scan(
    _ problems: [ScannedProblem],
    devices: Int = 1,
    limits: [ScanLimit] = []
  ) -> NamedScan {
    Scans.scan(on: "2026-11-20", computers(devices), problems, limits: limits)
  }

  @Test(arguments: [
    ("2026-11-07", Outcome.met), ("2026-11-06", .met), ("2026-11-05", .automaticFail),
  ])
  func `a fix that is 13 or 14 days old contradicts nothing, one of 15 days does`(
    fix: String,
    expected: Outcome
  ) throws {
    // Scanned on the day of judgement but two; at 13 and 14 days it is due, and not yet overdue.
    let scan = Scans.scan(on: "2026-11-20", computers(1), [Scans.problem(fix: fix)])
    let sheet = try sheet()
    let day = day("2026-11-20")
    let seen = try SaidAndSeen(assessor: assessor(), rules: Scans.rules())
      .observations(sheet, scans: [scan], asOf: day)
    let assessment = try assessor().assess(sheet, asOf: day, observations: seen)
    #expect(assessment.result("A6.5")?.outcome == expected)
    #expect(assessment.result("A6.4")?.outcome == .met)
  }

  @Test func `late fixes of systems are A6.4's, of other software A6.5's`() throws {
    let system = scan([Scans.problem("KB1", fix: "2026-10-01", product: "cpe:/o:x:y")])
    #expect(try outcome("A6.4", [system]) == .automaticFail)
    #expect(try outcome("A6.5", [system]) == .met)
    let software = scan([Scans.problem(fix: "2026-10-01")])
    #expect(try outcome("A6.4", [software]) == .met)
    #expect(try outcome("A6.5", [software]) == .automaticFail)
  }

  @Test func `a version 2 score alone leaves the answer open, and so does a missing date`() throws {
    var old = Scans.problem(score: nil, fix: "2026-10-01")
    old.scores = [CVSSScore(version: .v2, tenths: 100)]
    #expect(try outcome("A6.5", [scan([old])]) == .cannotDetermine)
    var undated = Scans.problem()
    undated.fix = .available
    #expect(try outcome("A6.5", [scan([undated])]) == .cannotDetermine)
    #expect(
      try outcome("A6.5", [scan([Scans.problem(score: 69, fix: "2026-01-01")])]) == .met
    )
  }

  @Test func `unsupported software speaks against A6.2 and A6.6, systems against A6.1`() throws {
    var software = Scans.problem("Old runtime")
    software.unsupported = true
    #expect(try outcome("A6.2", [scan([software])]) == .notMet)
    #expect(try outcome("A6.6", [scan([software])]) == .notMet)
    #expect(try outcome("A6.1", [scan([software])]) == .met)
    var system = software
    system.product = "cpe:/o:microsoft:windows_7"
    #expect(try outcome("A6.1", [scan([system])]) == .automaticFail)
    #expect(try outcome("A6.2", [scan([system])]) == .met)
  }

  @Test func `a device whose system is past its support speaks against A6.1`() throws {
    // Windows 11 24H2 Pro ended on 13 October 2026; Enterprise goes on until 2027.
    let ended = Scans.scan(
      on: "2026-11-20",
      [Scans.device("pc-1", "Microsoft Windows 11 Pro Build 26100")]
    )
    #expect(try outcome("A6.1", [ended]) == .automaticFail)
    let goes = Scans.scan(
      on: "2026-11-20",
      [Scans.device("pc-1", "Microsoft Windows 11 Enterprise Build 26100")]
    )
    #expect(try outcome("A6.1", [goes]) == .met)
    var named = Scans.device("pc-1")
    named.platforms = ["cpe:/a:x:y", "cpe:/o:microsoft:windows_8.1"]
    #expect(try outcome("A6.1", [Scans.scan(on: "2026-11-20", [named])]) == .automaticFail)
    // Two guesses tell nothing.
    let guess = Scans.device("pc-1", "Microsoft Windows 7\nMicrosoft Windows 11")
    #expect(try outcome("A6.1", [Scans.scan(on: "2026-11-20", [guess])]) == .met)
  }

  @Test func `paid extended updates in the row answer for a system past its end`() throws {
    let scan = Scans.scan(
      on: "2026-11-20",
      [Scans.device("pc-1", "Microsoft Windows 10 Pro Build 19045")]
    )
    for (subscription, expected) in [("live", Outcome.met), ("none", .automaticFail)] {
      let sheet = try sheet {
        $0["A2.6"] = .rows([
          GoodSheet.computer("10 22H2", edition: "Pro", subscription: subscription)
        ])
      }
      #expect(try outcome("A6.1", [scan], sheet) == expected)
    }
    // With no row, whether it is paid for is not known.
    #expect(try outcome("A6.1", [scan]) == .cannotDetermine)
  }

  @Test func `old software in a part that is cut off stays open`() throws {
    var software = Scans.problem("Old runtime")
    software.unsupported = true
    let sheet = AnswerSheet(GoodSheet.unusual, for: try Pack.shipped())
    let seen = try seen([scan([software])], sheet)
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
    let scan = scan([], devices: 4, limits: [limit])
    let seen = try seen([scan])
    #expect(seen.seen.isEmpty)
    #expect(seen.backings.isEmpty)
    let outcomes = try #require(seen.tables.first { $0.id == "questions" }).rows
    #expect(outcomes.map { $0[0] } == ["A6.1", "A6.2", "A6.4", "A6.5", "A6.6"])
    #expect(outcomes.allSatisfy { $0[1] == "cannot determine" })
    #expect(seen.sources.first?.limits == [limit.inWords])
    #expect(try outcome("A6.4", [scan]) == .met)
  }

  @Test func `a limited scan still shows what it shows`() throws {
    let scan = scan(
      [Scans.problem(fix: "2026-10-01")],
      limits: [.unfinished(status: "Stopped")]
    )
    #expect(try outcome("A6.5", [scan]) == .automaticFail)
  }

  @Test func `a clean scan of every device stands behind A6.4 and A6.5 and lifts nothing`() throws {
    // The row has four computers.
    for (count, strength) in [(3, Strength.said), (4, .scanned)] {
      for answer in [AnswerContent.yes, .no] {
        let sheet = try sheet {
          $0["A6.4"] = answer
          $0["A6.5"] = answer
        }
        let seen = try seen([scan([], devices: count)], sheet)
        let assessment = try assessor().assess(sheet, asOf: asOf, observations: seen)
        for question in ["A6.4", "A6.5"] {
          let result = try #require(assessment.result(question))
          #expect(result.strength == strength)
          #expect(result.outcome == (answer == .yes ? .met : .automaticFail))
        }
      }
    }
    let seen = try seen([scan([Scans.problem(fix: "2026-10-01")], devices: 4)])
    #expect(seen.backings.keys.sorted() == ["A6.4"])
    #expect(seen.backings["A6.4"]?.date == day("2026-11-20"))
  }

  @Test func `a device with a system that stands in no list is noted`() throws {
    let scan = Scans.scan(
      on: "2026-11-20",
      [Scans.device("nas", "Debian Linux 12"), Scans.device("pc-0", windows)]
    )
    let noted = try #require(try seen([scan]).seen.first { $0.id == "not-listed" })
    #expect(noted.weight == .noted)
    #expect(noted.details.count == 1)
    #expect(noted.details.first?.hasPrefix("nas: Debian") == true)
  }

  @Test func `nothing is noted while a list is open`() throws {
    let scan = Scans.scan(on: "2026-11-20", [Scans.device("nas", "Debian Linux 12")])
    let sheet = try sheet { $0["A2.7-any"] = .dontKnow }
    #expect(try seen([scan], sheet).seen.isEmpty)
  }

  @Test func `a version that differs from the list names what the list has`() throws {
    let scan = Scans.scan(
      on: "2026-11-20",
      [Scans.device("pc-1", "Microsoft Windows 11 Enterprise Build 22631")]
    )
    let noted = try #require(try seen([scan]).seen.first { $0.id == "not-listed" })
    #expect(
      noted.details == [
        "pc-1: Microsoft Windows 11 23H2 (scan); your lists have 11 25H2"
      ]
    )
  }

  @Test(arguments: [(4, false), (5, true)])
  func `more devices of a system than listed are noted`(count: Int, noted: Bool) throws {
    let seen = try seen([scan([], devices: count)])
    let found = seen.seen.first { $0.id == "more-than-listed" }
    #expect((found != nil) == noted)
    if noted { #expect(found?.details == ["Microsoft Windows 11 25H2: 5 seen, 4 in your lists"]) }
  }

  @Test func `a device that no inventory names is noted, by name without domain or by address`()
    throws
  {
    var second = Scans.device("198.51.100.7")
    second.addresses = ["pc-2.example.test"]
    let scan = Scans.scan(
      on: "2026-11-20",
      [Scans.device("PC-1.example.test"), second, Scans.device("198.51.100.8")]
    )
    let noted = try #require(
      try seen([scan], inventory: ["pc-1", "PC-2"]).seen.first { $0.id == "not-in-inventory" }
    )
    #expect(noted.details == ["198.51.100.8 (scan)"])
    #expect(try seen([scan]).seen.isEmpty)
  }

  @Test func `ten lines stand behind an observation, and how many more`() throws {
    let problems = (1...12).map {
      Scans.problem("Flaw \($0)", fix: "2026-10-\($0 < 10 ? "0" : "")\($0)")
    }
    let found = try #require(try seen([scan(problems)]).seen.first { $0.id == "late-software" })
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
      Scans.scan("a", on: "2026-11-20", computers(2), [Scans.problem(fix: "2026-10-01")]),
      Scans.scan("b", on: "2026-11-18", computers(3), [Scans.problem("Other")]),
      Scans.scan("c", on: "2026-10-01", computers(4), [Scans.problem("Third", fix: "2026-01-01")]),
    ]
    let sheet = try sheet()
    let first = JSONReport.json(
      try assessor().assess(sheet, asOf: asOf, observations: seen(scans, sheet))
    )
    for order in [[2, 1, 0], [1, 0, 2], [0, 2, 1]] {
      let again = try assessor()
        .assess(sheet, asOf: asOf, observations: seen(order.map { scans[$0] }, sheet))
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
