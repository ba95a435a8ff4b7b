import ReadinessCore
import ReadinessEvidence
import TestSupport
import Testing

@Suite struct EvidenceCheckTests {
  private static let today = day("2026-11-23")

  private func check(
    _ entries: [EvidenceEntry],
    found: [String: EvidenceCheck.Found]? = nil
  ) throws -> EvidenceCheck {
    var index = EvidenceIndex()
    for entry in entries { index.put(entry) }
    let whole = Dictionary(
      uniqueKeysWithValues: entries.flatMap { [$0.sha256, $0.scanFileName] }.map {
        ($0, EvidenceCheck.Found.whole)
      }
    )
    let files =
      found
      ?? whole.filter { name, _ in
        !name.hasSuffix(EvidenceIndex.scanEnding)
          || entries.contains { if case .scan = $0.kind { $0.scanFileName == name } else { false } }
      }
    let questionnaire = try Pack.shipped()
    let sheet = AnswerSheet([:], for: questionnaire)
    let assessor = try Pack.assessor()
    return EvidenceCheck(index, found: files, [assessor.assess(sheet, asOf: Self.today)])
  }

  private func entry(
    _ digit: Character = "a",
    kind: EvidenceKind = .file(.text),
    for questions: [String] = ["A4.6"],
    made: String? = "2026-11-02"
  ) -> EvidenceEntry {
    EvidenceIndexTests.entry(digit, kind: kind, for: questions, made: made.map(day))
  }

  @Test func `fresh files that are whole are no problem`() throws {
    let all = [entry(), entry("b", kind: .scan(.nessus, limits: 0), for: ["A6.4"])]
    #expect(try check(all).problems == [])
  }

  @Test func `a copy that is gone, changed or unreadable is named`() throws {
    let mine = entry()
    #expect(try check([mine], found: [:]).problems == [.missing(mine)])
    #expect(try check([mine], found: [mine.sha256: .changed]).problems == [.changed(mine)])
    let found = [mine.sha256: EvidenceCheck.Found.unreadable("no")]
    #expect(try check([mine], found: found).problems == [.unreadable(mine, "no")])
  }

  @Test func `a scan without what was read in it is named`() throws {
    let scan = entry(kind: .scan(.nmap, limits: 0))
    #expect(try check([scan], found: [scan.sha256: .whole]).problems == [.notReadAgain(scan)])
  }

  @Test func `a copy without an entry is named`() throws {
    #expect(try check([], found: ["ffff": .whole]).problems == [.orphaned("ffff")])
    let found = ["ffff.scan.json": EvidenceCheck.Found.whole]
    #expect(try check([], found: found).problems == [.orphaned("ffff.scan.json")])
  }

  @Test func `a question whose evidence is all stale is named with the newest file`() throws {
    let old = entry("a", made: "2024-01-01")
    let newer = entry("b", made: "2025-11-01")
    let since = day("2026-11-02")
    #expect(
      try check([old, newer]).problems == [.stale(question: "A4.6", newer, since: since)]
    )
  }

  @Test func `an old file beside a fresh one is no problem`() throws {
    #expect(try check([entry("a", made: "2024-01-01"), entry("b")]).problems == [])
  }

  @Test func `evidence without a date is named, not counted as fresh`() throws {
    let mine = entry(made: nil)
    #expect(try check([mine]).problems == [.undated(question: "A4.6", mine)])
  }

  @Test func `what was made on a day to come is named, alone and beside fresh evidence`() throws {
    let early = entry("a", made: "2099-01-01")
    let named = EvidenceCheck.Problem.fromTheFuture(early, day("2099-01-01"))
    #expect(try check([early]).problems == [named])
    #expect(try check([early, entry("b")]).problems == [named])
  }

  @Test func `evidence for a question that the pack lacks is named`() throws {
    let mine = entry(for: ["A99"])
    #expect(try check([mine]).problems == [.unknownQuestion("A99", mine)])
  }

  @Test func `a good answer with nothing behind it is open, a missing answer is not`() throws {
    let sheet = AnswerSheet(["A5.3": .yes, "A5.8": .no], for: try Pack.shipped())
    let assessment = try Pack.assessor().assess(sheet, asOf: Self.today)
    let check = EvidenceCheck(EvidenceIndex(), found: [:], [assessment])
    #expect(check.withoutEvidence == ["A5.3"])
    #expect(check.problems == [])
  }
}
