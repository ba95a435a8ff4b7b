import ReadinessCore
import ReadinessEvidence
import ReadinessXML
import TestSupport
import Testing

/// The example firm's scans against its answers; every expectation is one of
/// `Evidence/Example/README.md`, worked out there by hand.
struct ExampleScansTests {
  private static let november = ["computers-november.nessus", "router-november.xml"]

  private func assessor() throws -> Assessor {
    let support = try SupportDataReader.read(
      Repository.bytes("Support/EndOfSupport.xml"),
      sha256: Pack.noDigest
    )
    return Assessor(questionnaire: try Pack.shipped(), support: support)
  }

  private func scan(_ file: String) throws -> NamedScan {
    var bytes: [UInt8]? = try Repository.bytes("Evidence/Example/Scans/\(file)")
    let report = try ScanImport.read(phrases: Reading.phrases()) {
      defer { bytes = nil }
      return bytes
    }
    return NamedScan(name: file, report: report)
  }

  private func assess(
    _ answers: String,
    _ scans: [String],
    asOf: String
  ) throws -> Assessment {
    let assessor = try assessor()
    let value = try JSONReader.read(Repository.bytes("Evidence/Example/\(answers)"))
    let sheet = try AnswersFile.read(value, assessor.questionnaire)
    let day = day(asOf)
    let seen = SaidAndSeen(assessor: assessor, rules: try Scans.rules())
      .observations(sheet, scans: try scans.map(scan), asOf: day)
    return assessor.assess(sheet, asOf: day, observations: seen)
  }

  private func counts(_ assessment: Assessment) -> [Int] {
    [Outcome.met, .automaticFail, .notMet, .cannotDetermine].map { assessment.counts[$0] }
  }

  @Test func `each finding of November is what was worked out by hand`() throws {
    let review = FixReview(
      try Self.november.map(scan),
      rules: try Scans.rules(),
      support: try assessor().support,
      asOf: day("2026-11-23")
    )
    let found = review.findings.map { finding in
      let problem = review.problem(of: finding)
      return "\(problem?.id ?? "") \(FixWords.standing(finding.fix))"
    }
    #expect(
      found == [
        "900101 late by 24 days", "900103 late by 1 day",
        "900105 no longer supported: no fix will come", "900106 late by 36 days",
        "900108 a fix exists, but its date is not in the report",
        "900102 cannot determine: in time at the scan, but the last day was 2026-11-20: scan "
          + "again to see whether it is in",
        "900107 due in 7 days",
      ]
    )
    #expect(review.notQualifying == 1)
    #expect(review.standings.allSatisfy { $0.leftOut == nil })
  }

  @Test func `November's scans turn A6.4 and A6.2, and nothing else`() throws {
    let plain = try assess("answers.json", [], asOf: "2026-11-23")
    let seen = try assess("answers.json", Self.november, asOf: "2026-11-23")
    #expect(counts(plain) == [72, 3, 13, 4])
    #expect(counts(seen) == [71, 4, 14, 3])
    #expect(seen.verdict == .notReady)
    let changed = zip(plain.results, seen.results).filter { $0.outcome != $1.outcome }
    #expect(changed.map { $0.0.question.id } == ["A6.2", "A6.4"])
    #expect(seen.result("A6.2")?.outcome == .notMet)
    #expect(seen.result("A6.4")?.outcome == .automaticFail)
    #expect(seen.result("A6.4")?.confidence == .medium)
    #expect(seen.requirements.map(\.outcome) == plain.requirements.map(\.outcome))
    #expect(seen.results.allSatisfy { $0.strength == .said })
  }

  @Test func `the contradictions are A6_4's and that of the spare computer`() throws {
    let seen = try assess("answers.json", Self.november, asOf: "2026-11-23")
    #expect(seen.contradictions.map(\.id) == ["not-listed", "late-systems"])
    #expect(seen.contradictions.first?.questions.first == "A2.6")
    #expect(
      seen.contradictions.first?.observation?.details == [
        "EX-SPARE-01: Microsoft Windows 11 23H2 (computers-november.nessus); "
          + "your lists have 11 25H2, 11 24H2, 10 22H2"
      ]
    )
    #expect(
      seen.contradictions.last?.observation?.details == [
        "EX-PC-03: KB5990001: Windows 11 Version 25H2 Security Update (Example): late by 24 days "
          + "(CVSS v3 8.8; fix of 2026-10-13; scanned on 2026-11-20; computers-november.nessus)"
      ]
    )
  }

  @Test func `what was seen beside answers that admit it is told too`() throws {
    let seen = try assess("answers.json", Self.november, asOf: "2026-11-23").observations.seen
    let ids = Set(seen.map(\.id))
    #expect(
      ids == [
        "not-listed", "unsupported-systems", "unsupported-software", "unsupported-left",
        "late-systems", "late-software", "late-unrated-software", "date-unknown-software",
        "undecided-software",
      ]
    )
    #expect(seen.first { $0.id == "unsupported-left" }?.details.count == 2)
  }

  @Test func `January's scan replaces November's and leaves the firm ready`() throws {
    let later = "answers-six-weeks-later.json"
    let all = Self.november + ["computers-january.nessus"]
    for scans in [all, all.reversed(), ["computers-january.nessus"]] {
      let seen = try assess(later, scans, asOf: "2027-01-04")
      #expect(seen.verdict == .ready)
      #expect(counts(seen) == [95, 0, 0, 0])
      #expect(seen.observations.seen.isEmpty)
    }
    let table = try assess(later, all, asOf: "2027-01-04").observations.tables
      .first { $0.id == "findings" }
    #expect(table?.rows.map { $0[4] } == ["due in 7 days"])
  }

  @Test func `November's scan alone leaves five answers open in January`() throws {
    let seen = try assess(
      "answers-six-weeks-later.json",
      Self.november,
      asOf: "2027-01-04"
    )
    #expect(seen.verdict == .incomplete)
    #expect(counts(seen) == [90, 0, 0, 5])
    #expect(
      seen.results.filter { $0.outcome == .cannotDetermine }.map(\.question.id)
        == ["A6.1", "A6.2", "A6.4", "A6.5", "A6.6"]
    )
  }
}
