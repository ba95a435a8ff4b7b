import ReadinessCore
import ReadinessEvidence
import TestSupport
import Testing

struct FixRatingTests {
  private func rating(
    _ scores: [CVSSScore],
    vendor: String? = nil,
    tool: String? = nil,
    _ change: (inout ScannedProblem) -> Void = { _ in }
  ) throws -> FixRating {
    var problem = ScannedProblem(id: "1", title: "Example")
    problem.cves = ["CVE-2026-90001"]
    problem.scores = scores
    problem.vendorSeverity = vendor
    problem.toolSeverity = tool
    change(&problem)
    return try Scans.clock(asOf: "2026-11-22").rating(of: problem)
  }

  private func score(_ version: CVSSVersion, _ tenths: Int) -> CVSSScore {
    CVSSScore(version: version, tenths: tenths)
  }

  @Test func `7.0 on version 3 counts and 6.9 does not`() throws {
    #expect(try rating([score(.v3, 70)]) == .score(score(.v3, 70)))
    #expect(try rating([score(.v3, 69)]) == .below(score(.v3, 69), word: nil))
    #expect(try rating([score(.v3, 70)]).qualifies == .yes)
    #expect(try rating([score(.v3, 69)]).qualifies == .no)
  }

  @Test(arguments: [CVSSVersion.v2, .v4, .unknown])
  func `a score on another scale is no version 3 score`(version: CVSSVersion) throws {
    for tenths in [21, 69, 70, 100] {
      let rating = try rating([score(version, tenths)])
      #expect(rating == .otherScale(score(version, tenths)))
      #expect(rating.qualifies == .unknown)
    }
    // Beside a low version 3 score, a high one of another version changes nothing.
    #expect(
      try rating([score(version, 100), score(.v3, 69)]) == .below(score(.v3, 69), word: nil)
    )
  }

  @Test(arguments: ["Critical", "HIGH", " high  risk "])
  func `critical or high by the vendor counts, whatever the score`(word: String) throws {
    for scores in [[], [score(.v3, 10)], [score(.v2, 10)]] {
      guard case .vendor = try rating(scores, vendor: word) else {
        Issue.record("\(word) with \(scores) does not count")
        continue
      }
    }
  }

  @Test func `a high score counts though the vendor calls it low`() throws {
    #expect(try rating([score(.v3, 70)], vendor: "Low").qualifies == .yes)
  }

  @Test func `below 7.0 and called moderate does not count`() throws {
    #expect(
      try rating([score(.v3, 69)], vendor: "Moderate") == .below(score(.v3, 69), word: "moderate")
    )
  }

  @Test func `a word that is not known leaves it open below 7.0`() throws {
    #expect(try rating([score(.v3, 69)], vendor: "Important") == .unclear(word: "important"))
    #expect(try rating([score(.v3, 70)], vendor: "Important").qualifies == .yes)
  }

  @Test func `moderate without a version 3 score leaves it open`() throws {
    #expect(try rating([], vendor: "Moderate") == .unclear(word: "moderate"))
    #expect(try rating([score(.v2, 100)], vendor: "Moderate").qualifies == .unknown)
  }

  @Test func `no severity at all counts`() throws {
    #expect(try rating([]) == .nothingGiven)
    #expect(try rating([]).qualifies == .yes)
    #expect(try rating([], vendor: "  ") == .nothingGiven)
  }

  @Test func `the severity of the tool never decides`() throws {
    for tool in ["0", "4", "Critical", "High", "info"] {
      #expect(try rating([score(.v3, 69)], tool: tool).qualifies == .no)
      #expect(try rating([score(.v3, 70)], tool: tool).qualifies == .yes)
      #expect(try rating([score(.v2, 100)], tool: tool).qualifies == .unknown)
      #expect(try rating([], tool: tool) == .nothingGiven)
    }
  }

  @Test func `a remark of the tool is no flaw, and anything of a flaw makes it one`() throws {
    #expect(try rating([], tool: "info") { $0.cves = [] } == .remark)
    #expect(try rating([], tool: nil) { $0.cves = [] } == .remark)
    #expect(try rating([], tool: "High") { $0.cves = [] } == .nothingGiven)
    #expect(try rating([], tool: "info") == .nothingGiven)
    let dated = try rating([], tool: "info") {
      $0.cves = []
      $0.fixPublished = day("2026-01-01")
    }
    #expect(dated == .nothingGiven)
  }

  @Test func `of several version 3 scores the highest counts`() throws {
    let high = CVSSScore(version: .v3, tenths: 75, source: "nvd")
    #expect(try rating([score(.v3, 55), high, score(.v3, 60)]) == .score(high))
    #expect(FixWords.rating(.score(high)) == "CVSS v3 7.5 (nvd)")
  }

  @Test(arguments: [
    ("cpe:/a:microsoft:.net:8", "microsoft .net 8"),
    ("cpe:2.3:a:example:web_server:2.4.10:*:*:*:*:*:*:*", "example web server 2.4.10"),
    ("cpe:/o:microsoft:windows_11", "microsoft windows 11"),
    ("libexample1 1.2-1", "libexample1 1.2-1"),
    ("cpe:/", "cpe:/"), ("", ""),
  ])
  func `a product is named in words, not in a platform's code`(name: String, words: String) {
    #expect(FixWords.product(name) == words)
  }
}
