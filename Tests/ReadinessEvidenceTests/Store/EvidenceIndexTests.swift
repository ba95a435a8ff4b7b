import ReadinessCore
import ReadinessEvidence
import TestSupport
import Testing

@Suite struct EvidenceIndexTests {
  static let digest = String(repeating: "0123456789abcdef", count: 4)
  static let imported = Instant(unixSeconds: 1_795_000_000)

  static func entry(
    _ digit: Character = "a",
    kind: EvidenceKind = .file(.text),
    for questions: [String] = ["A4.6"],
    made: CalendarDate? = nil
  ) -> EvidenceEntry {
    var entry = EvidenceEntry(
      sha256: String(repeating: digit, count: 64),
      size: 12,
      name: "rules \"2026\".md",
      kind: kind,
      imported: imported
    )
    entry.questions = questions
    entry.made = made
    return entry
  }

  @Test func `every field of an entry comes back, in the order of taking in`() throws {
    var index = EvidenceIndex()
    var full = Self.entry("b", made: day("2026-11-02"))
    full.shows = "All rules\nlooked at"
    full.expires = day("2027-01-01")
    index.put(full)
    index.put(Self.entry("a", kind: .scan(.nmap, limits: 2), for: []))
    index.put(Self.entry("c", kind: .scan(.nessus, limits: 0)))
    index.put(Self.entry("d", kind: .inventory))
    let read = try EvidenceIndex.read(index.bytes)
    #expect(read == index)
    #expect(read.entries.map(\.sha256.first) == ["b", "a", "c", "d"])
    #expect(read.bytes == index.bytes)
  }

  @Test func `an entry that is put in again takes its own place`() {
    var index = EvidenceIndex()
    index.put(Self.entry("a"))
    index.put(Self.entry("b"))
    index.put(Self.entry("a", for: ["A4.8"]))
    #expect(index.entries.map(\.questions) == [["A4.8"], ["A4.6"]])
  }

  @Test(arguments: [
    ("\"0123", "sha256"), ("\"../../../../etc/passwd\"", "sha256"), ("\"\"", "sha256"),
    ("7", "sha256"),
  ])
  func `a digest that could name another file is refused`(text: String, what: String) throws {
    var index = EvidenceIndex()
    index.put(
      EvidenceEntry(
        sha256: Self.digest,
        size: 1,
        name: "x",
        kind: .inventory,
        imported: Self.imported
      )
    )
    let bytes = String(decoding: index.bytes, as: UTF8.self)
    let hostile = bytes.replacing("\"\(Self.digest)\"", with: text)
    #expect(hostile != bytes)
    #expect(throws: StoredFileError.self) { try EvidenceIndex.read(Array(hostile.utf8)) }
  }

  @Test func `an index that was cut short anywhere is refused`() {
    var index = EvidenceIndex()
    index.put(Self.entry())
    for length in 0..<index.bytes.count - 1 {
      #expect(throws: StoredFileError.self) {
        try EvidenceIndex.read(Array(index.bytes[..<length]))
      }
    }
  }

  @Test func `the same file twice in an index is refused`() throws {
    let entry = JSONWriter.line(EvidenceIndex.json(Self.entry()))
    let text = #"{"format":"readiness-evidence-1","entries":[\#(entry),\#(entry)]}"#
    #expect(throws: StoredFileError.self) { try EvidenceIndex.read(Array(text.utf8)) }
  }

  @Test func `a file is fresh for as long as the question says, that day included`() throws {
    let question = try Pack.shipped().question("A4.6")
    #expect(question?.freshDays(of: nil) == 365)
    let entry = Self.entry(made: day("2026-01-01"))
    #expect(
      entry.freshness(for: question, on: day("2027-01-01")) == .fresh(until: day("2027-01-01"))
    )
    #expect(
      entry.freshness(for: question, on: day("2027-01-02")) == .stale(since: day("2027-01-02"))
    )
  }

  @Test func `a scan for missing updates is stale after the 30 days of A6.4`() throws {
    let question = try Pack.shipped().question("A6.4")
    let scan = Self.entry(kind: .scan(.nessus, limits: 0), made: day("2026-11-01"))
    #expect(
      scan.freshness(for: question, on: day("2026-12-01")) == .fresh(until: day("2026-12-01"))
    )
    #expect(
      scan.freshness(for: question, on: day("2026-12-02")) == .stale(since: day("2026-12-02"))
    )
  }

  @Test func `a file takes the shortest time where a question gives several`() throws {
    let question = try #require(try Pack.shipped().question("A6.6"))
    #expect(question.evidence.map(\.staleAfterDays) == [90, 180])
    #expect(question.freshDays(of: nil) == 90)
    #expect(question.freshDays(of: .inventory) == 90)
  }

  @Test func `what has no date is never fresh, nor what was made tomorrow`() throws {
    let question = try Pack.shipped().question("A4.6")
    #expect(Self.entry().freshness(for: question, on: day("2026-11-02")) == .undated)
    let tomorrow = Self.entry(made: day("2026-11-03"))
    let found = tomorrow.freshness(for: question, on: day("2026-11-02"))
    #expect(found == .fromTheFuture(day("2026-11-03")))
    #expect(!found.isFresh)
  }

  @Test func `the firm's own last day stands above the question's`() throws {
    var entry = Self.entry(made: day("2026-11-02"))
    entry.expires = day("2026-11-30")
    let found = entry.freshness(for: nil, on: day("2026-12-01"))
    #expect(found == .stale(since: day("2026-12-01")))
  }

  @Test func `only a scan without limits counts as scanned`() {
    #expect(EvidenceKind.scan(.nessus, limits: 0).strength == .scanned)
    #expect(EvidenceKind.scan(.nessus, limits: 1).strength == .documented)
    #expect(EvidenceKind.inventory.strength == .documented)
    #expect(EvidenceKind.file(.pdf).strength == .documented)
  }

  @Test(arguments: [
    ("%PDF-1.7", EvidenceFileForm.pdf), ("GIF89a", .picture), ("RIFF....WEBPVP8", .picture),
    ("....ftypheic", .picture), ("PK\u{3}\u{4}", .office), ("id,question\n", .text), ("", .other),
    ("\u{1}", .other),
  ])
  func `a file's form is told by its first bytes`(text: String, form: EvidenceFileForm) {
    #expect(EvidenceFileForm(firstBytes: text.utf8) == form)
  }
}
