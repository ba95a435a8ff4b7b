import ReadinessEvidence
import TestSupport
import Testing

/// A file that was taken in by mistake is taken out again.
struct EvidenceRemoveTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.makeFirm()
    for number in 1...3 {
      try desk.folder.write(EvidenceImportTests.nessus(number).utf8, as: "scan-\(number).xml")
    }
    try desk.readiness("evidence", "import", "firm", "scan-1.xml", "scan-2.xml", "scan-3.xml")
      .expect(0)
  }

  private func names() throws -> [String] {
    try EvidenceIndex.read(desk.folder.read("firm/evidence/index.json")).entries.map(\.name)
  }

  private func digest(_ file: String) throws -> String {
    let sum = try RunningProcess(["sha256sum", file], in: desk.folder.path).succeed()
    return String(sum.outputText.prefix(64))
  }

  @Test func `by its name: entry, copy and reading go, the others and the file itself stay`() throws
  {
    let before = try desk.folder.read("firm/answers.json")
    let run = try desk.readiness("evidence", "remove", "firm", "scan-2.xml")
    run.expect(0)
    let digest = try digest("scan-2.xml")
    #expect(run.outputText.hasPrefix("scan-2.xml: removed\n  Nessus report\n  sha256 \(digest)\n"))
    #expect(try names() == ["scan-1.xml", "scan-3.xml"])
    #expect(try desk.folder.names(in: "firm/evidence").count == 5)
    #expect(desk.folder.has("scan-2.xml"))
    #expect(try desk.folder.read("firm/answers.json") == before)
    #expect(!(try desk.readiness("evidence", "check", "firm").outputText.contains("scan-2")))
    // Taken in again it is as it was, at the end.
    try desk.readiness("evidence", "import", "firm", "scan-2.xml").expect(0)
    #expect(try names() == ["scan-1.xml", "scan-3.xml", "scan-2.xml"])
  }

  @Test func `by the start of its digest, and by the path of the file`() throws {
    let start = String(try digest("scan-1.xml").prefix(8))
    try desk.readiness("evidence", "remove", "firm", start.uppercased()).expect(0)
    #expect(try names() == ["scan-2.xml", "scan-3.xml"])
    try RunningProcess(["cp", "scan-3.xml", "other.xml"], in: desk.folder.path).succeed()
    try desk.readiness("evidence", "remove", "firm", "./other.xml").expect(0)
    #expect(try names() == ["scan-2.xml"])
  }

  @Test func `the last file for a question is named, and the report no longer sees the scan`()
    throws
  {
    func seen() throws -> Bool {
      try desk.readiness("report", "firm").outputText.contains("laptop-1")
    }
    let before = try seen()
    #expect(before)
    let run = try desk.readiness(
      "evidence",
      "remove",
      "firm",
      "scan-1.xml",
      "scan-2.xml",
      "scan-3.xml"
    )
    run.expect(0)
    let words = run.outputText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("nothing fresh is left for A6.1"))
    #expect(try desk.folder.names(in: "firm/evidence") == ["index.json"])
    let after = try seen()
    #expect(!after)
  }

  @Test func `where one is not found or fits several, nothing is removed and both are said`() throws
  {
    let all = try desk.folder.names(in: "firm/evidence")
    try desk.readiness("evidence", "remove", "firm", "scan-1.xml", "gone.xml").expect(
      1,
      error: "no file of the evidence is \"gone.xml\"; nothing was removed",
      hints: "readiness evidence list firm shows names and digests"
    )
    try desk.folder.write(EvidenceImportTests.nessus(9).utf8, as: "scan-1.xml")
    try desk.readiness("evidence", "import", "firm", "scan-1.xml").expect(0)
    let run = try desk.readiness("evidence", "remove", "firm", "scan-1.xml")
    run.expect(1)
    #expect(
      run.errorText.hasPrefix(
        "readiness: error: 2 files of the evidence are \"scan-1.xml\"; nothing was removed\n"
      )
    )
    #expect(run.errorText.contains("hint: name the one you mean by the start of its SHA-256\n"))
    let left = try desk.folder.names(in: "firm/evidence")
    #expect(Set(all).isSubset(of: left))
  }

  @Test func `a copy that belongs to no entry is taken away too`() throws {
    let digest = try digest("scan-1.xml")
    try RunningProcess(["rm", "firm/evidence/index.json"], in: desk.folder.path).succeed()
    try desk.readiness("evidence", "remove", "firm", "evidence/\(digest)").expect(0)
    let left = try desk.folder.names(in: "firm/evidence")
    #expect(left.count == 4)
    #expect(!left.contains { $0.hasPrefix(digest) })
  }

  @Test func `another file of the folder, or outside it, is never taken away`() throws {
    for name in ["index.json", "../answers.json", "firm/answers.json", "/etc/hostname", ""] {
      try desk.readiness("evidence", "remove", "firm", name).expect(1)
    }
    #expect(desk.folder.has("firm/answers.json"))
    #expect(try names().count == 3)
  }
}
