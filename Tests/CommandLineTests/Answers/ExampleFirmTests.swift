import ReadinessCore
import TestSupport
import Testing

/// The example firm through the built program: what its page says is what comes out.
struct ExampleFirmTests {
  private func report(
    _ example: (file: String, now: String),
    on day: String? = nil
  ) throws -> (report: JSONValue, status: Int32) {
    let desk = try Desk()
    try desk.makeFirm(from: example)
    let run = try desk.readiness(
      "report",
      "firm",
      "--format",
      "json",
      "--as-of",
      day ?? String(example.now.prefix(10))
    )
    return (try JSONReader.read(run.output), run.status)
  }

  private func list(_ report: JSONValue, _ name: String) throws -> [JSONValue] {
    try #require(report[name]?.array)
  }

  private func strings(_ report: JSONValue, _ name: String) throws -> Set<String> {
    Set(try list(report, name).compactMap(\.string))
  }

  private func outcomes(_ report: JSONValue) throws -> [String: String] {
    var outcomes: [String: String] = [:]
    for entry in try list(report, "outcomes") {
      outcomes[try #require(entry["question"]?.string)] = try #require(entry["outcome"]?.string)
    }
    return outcomes
  }

  @Test func `taking in the first file is not ready and exits 2, the second ready and exits 0`()
    throws
  {
    let desk = try Desk()
    let first = try desk.makeFirm("first", from: Desk.november)
    first.expect(2)
    #expect(first.errorText.hasSuffix(": 97 filled in, 0 the same, 0 different\n"))
    #expect(first.outputText.contains("Verdict so far: not ready\n"))
    let second = try desk.makeFirm("second", from: Desk.january)
    second.expect(0)
    #expect(second.errorText.hasSuffix(": 100 filled in, 0 the same, 0 different\n"))
    #expect(second.outputText.contains("Verdict so far: ready\n"))
  }

  @Test func `the totals of both files are those of the page`() throws {
    let page = try ExamplePage()
    try #require(page.totals.count == 2)
    let names = [
      "met": "met", "automatic fail": "automaticFail", "not met": "notMet",
      "cannot determine": "cannotDetermine", "not asked": "notApplicable",
    ]
    for (totals, example) in zip(page.totals, [Desk.november, Desk.january]) {
      #expect(example.file.hasSuffix("/" + totals.file))
      #expect(example.now.hasPrefix(totals.day))
      let (report, status) = try report(example)
      #expect(report["verdict"]?.string == totals.verdict)
      #expect(status == (totals.verdict == "ready" ? 0 : 2))
      for (name, member) in names {
        #expect(report["counts"]?[member]?.integer == totals.counts[name], "\(name)")
      }
      #expect(try list(report, "outcomes").count == totals.counts["asked"])
      #expect(try list(report, "ownQuestions").count == 5)
      #expect(try list(report, "contradictions").isEmpty)
      #expect(try list(report, "waiting").isEmpty)
    }
  }

  @Test func `everything that is not met in November is in the page's table, with its mark`() throws
  {
    let page = try ExamplePage().findings
    try #require(page.count == 20)
    let found = try list(try report(Desk.november).report, "outcomes").compactMap { entry in
      entry["outcome"]?.string == "met"
        ? nil
        : ExamplePage.Finding(
          question: try #require(entry["question"]?.string),
          outcome: try #require(entry["outcome"]?.string),
          mark: try #require(entry["mark"]?.string),
          confidence: try #require(entry["confidence"]?.string)
        )
    }
    #expect(found == page)
  }

  @Test func `the questions that are not asked are those of the page`() throws {
    let page = try ExamplePage()
    for (example, section) in [
      (Desk.november, "`answers.json` on"), (Desk.january, "`answers-six-weeks-later.json` on"),
    ] {
      let expected = page.notAsked(section)
      try #require(expected.count > 10)
      #expect(try strings(try report(example).report, "notAsked") == expected)
    }
  }

  @Test func `the requirements that are not met are those of the page`() throws {
    let page = try ExamplePage().requirements
    try #require(Set(page.keys) == ["automatic fail", "not met", "cannot determine"])
    var found: [String: Set<String>] = [:]
    for entry in try list(try report(Desk.november).report, "requirements") {
      let outcome = try #require(entry["outcome"]?.string)
      found[outcome, default: []].insert(try #require(entry["id"]?.string))
    }
    #expect(found["met"]?.count == 44)
    #expect(found["not applicable"]?.count == 12)
    for (outcome, ids) in page { #expect(found[outcome] == ids, "\(outcome)") }
  }

  @Test(arguments: [2, 3])
  func `every row against the support dates is as on the page`(column: Int) throws {
    let page = try ExamplePage().support(column: column)
    try #require(page.count > 20)
    let (report, _) = try report(column == 2 ? Desk.november : Desk.january)
    let found = try list(report, "support")
    for row in page {
      let entry = try #require(
        found.first {
          $0["question"]?.string == row.question && $0["row"]?.integer == row.row
        },
        "\(row.question) row \(row.row)"
      )
      withKnownIssue("Outlook of Microsoft 365 is taken for Microsoft 365 Apps; page: no match") {
        #expect(entry["status"]?.string == row.status, "\(row.question) row \(row.row)")
      } when: {
        row.question == "A6.2.3" && row.row == 1
      }
      if let ends = row.ends {
        #expect(entry["ends"]?.string == ends, "\(row.question) row \(row.row)")
      }
    }
    if column == 2 { #expect(found.count == page.count) }
  }

  // MARK: The same answers on other days

  @Test func `on 2027-01-13 the server is past support, and no outcome changes`() throws {
    let before = try report(Desk.november).report
    let after = try report(Desk.november, on: "2027-01-13").report
    #expect(try outcomes(after) == outcomes(before))
    let server = try list(after, "support").first {
      $0["question"]?.string == "A2.7" && $0["row"]?.integer == 1
    }
    #expect(server?["status"]?.string == "extended only")
    #expect(server?["countsAsSupported"] == .bool(false))
  }

  @Test func `January's answers are ready up to 2027-10-12, that day included`() throws {
    #expect(try report(Desk.january, on: "2027-10-12").status == 0)
  }

  @Test func `on 2027-10-13 Windows 11 25H2 Pro has ended, and the verdict turns`() throws {
    let (report, status) = try report(Desk.january, on: "2027-10-13")
    #expect(status == 2)
    let outcomes = try outcomes(report)
    #expect(outcomes["A6.1"] == "automatic fail")
    #expect(outcomes["A6.6"] == "not met")
    let shown = try list(report, "contradictions").compactMap { $0["questions"] }
    #expect(shown.contains { $0.array?.contains("A6.1") == true })
    #expect(shown.contains { $0.array?.contains("A6.6") == true })
  }

  @Test func `a review of 366 days ago is too old: A4.6 on 2027-12-04`() throws {
    #expect(try outcomes(try report(Desk.january, on: "2027-12-03").report)["A4.6"] == "met")
    #expect(try outcomes(try report(Desk.january, on: "2027-12-04").report)["A4.6"] == "not met")
  }
}
