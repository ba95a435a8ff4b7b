import ReadinessCore
import TestSupport
import Testing

/// Files that a firm keeps, and what the program says of them.
struct EvidenceAddTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.makeFirm()
    try desk.folder.write("All rules looked at.\n".utf8, as: "rules.md")
  }

  /// What `sha256sum` says of `rules.md`.
  private var digest: String {
    get throws {
      let sum = try RunningProcess(["sha256sum", "rules.md"], in: desk.folder.path).succeed()
      return String(sum.outputText.prefix(64))
    }
  }

  @discardableResult
  private func add(_ more: String...) throws -> RunningProcess.Finished {
    try RunningProgram.run(
      ["evidence", "add", "firm", "rules.md"] + more,
      in: desk.folder,
      environment: ["READINESS_NOW": Desk.november.now]
    )
  }

  @Test func `a file is copied under the digest that sha256sum prints, for its owner alone`() throws
  {
    try add("--for", "A4.6", "--made", "2026-11-02").expect(0)
    let copy = "firm/evidence/" + (try digest)
    #expect(try desk.folder.text(copy) == "All rules looked at.\n")
    #expect(try desk.folder.permissions(of: copy) == 0o600)
    #expect(try desk.folder.permissions(of: "firm/evidence/index.json") == 0o600)
    #expect(try desk.folder.permissions(of: "firm/evidence") == 0o700)
    #expect(try desk.folder.names(in: "firm/evidence").sorted() == [try digest, "index.json"])
  }

  @Test func `a large file is copied whole, byte for byte`() throws {
    let script = "head -c 40000003 /dev/zero | tr '\\0' 'x' >rules.md; echo end >>rules.md"
    try RunningProcess(["sh", "-c", script], in: desk.folder.path).succeed()
    try add("--for", "A4.6", "--made", "2026-11-02").expect(0)
    try RunningProcess(["cmp", "rules.md", "firm/evidence/\(try digest)"], in: desk.folder.path)
      .succeed()
  }

  @Test func `the list says what it is for and until when it is fresh`() throws {
    try add("--for", "A4.6,A4.8", "--made", "2026-11-02", "--shows", "Every rule").expect(0)
    let list = try desk.readiness("evidence", "list", "firm")
    list.expect(0)
    #expect(
      list.outputText == """
        rules.md: text, documented
          shows: Every rule
          A4.6: fresh until 2 November 2027
          A4.8: fresh until 2 November 2027
          made 2 November 2026, taken in 23 November 2026
          sha256 \(try digest)

        1 file

        """
    )
  }

  @Test func `the same file again adds what is new and keeps one copy`() throws {
    try add("--for", "A4.6").expect(0)
    let again = try add("--for", "A4.8", "--made", "2026-11-02")
    again.expect(0)
    #expect(again.outputText.contains("there already"))
    #expect(again.outputText.contains("A4.6: fresh until 2 November 2027"))
    #expect(try desk.folder.names(in: "firm/evidence").count == 2)
  }

  @Test func `without a date nothing is fresh, and check says so with exit 2`() throws {
    let added = try add("--for", "A4.6")
    #expect(added.outputText.contains("A4.6: no date given, so not fresh"))
    let check = try desk.readiness("evidence", "check", "firm")
    check.expect(2)
    #expect(check.outputText.contains("A4.6: nobody knows how fresh rules.md is"))
  }

  @Test func `a good answer with no evidence at all is open, exit 3`() throws {
    try add("--for", "A4.6", "--made", "2026-11-02").expect(0)
    let check = try desk.readiness("evidence", "check", "firm")
    check.expect(3)
    #expect(check.outputText.contains("1 file: all there, unchanged and fresh."))
    #expect(check.outputText.contains("have only your word behind them"))
  }

  @Test func `a copy that was changed on disk is found, and so is one that is gone`() throws {
    try add("--for", "A4.6", "--made", "2026-11-02").expect(0)
    try desk.folder.write("Another text.\n".utf8, as: "firm/evidence/" + digest)
    let changed = try desk.readiness("evidence", "check", "firm")
    changed.expect(2)
    #expect(changed.outputText.contains("its copy was changed on disk"))
    try RunningProcess(["rm", "firm/evidence/" + digest], in: desk.folder.path).succeed()
    let missing = try desk.readiness("evidence", "check", "firm", "--format", "json")
    missing.expect(2)
    #expect(missing.outputText.contains("\"kind\": \"missing\""))
  }

  @Test func `a copy without an entry is found, and the same file makes use of it`() throws {
    try add("--for", "A4.6", "--made", "2026-11-02").expect(0)
    try RunningProcess(["rm", "firm/evidence/index.json"], in: desk.folder.path).succeed()
    let orphan = try desk.readiness("evidence", "check", "firm")
    orphan.expect(2)
    let text = orphan.outputText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("evidence/\(try digest): a copy that belongs to no entry"))
    try add("--for", "A4.6", "--made", "2026-11-02").expect(0)
    try desk.readiness("evidence", "check", "firm").expect(3)
  }

  @Test func `what goes stale by a day is told ahead of it`() throws {
    try add("--for", "A4.6", "--made", "2026-11-02").expect(0)
    let later = try desk.readiness("evidence", "check", "firm", "--as-of", "2027-11-03")
    later.expect(2)
    #expect(later.outputText.contains("A4.6: rules.md is stale since 3 November 2027"))
  }

  @Test func `evidence for an answer "no" leaves it "no" and says so`() throws {
    let before = try desk.folder.read("firm/answers.json")
    try desk.write(["A4.6": .dontKnow, "A5.8": .no], as: "more.json")
    try desk.readiness("assess", "firm", "--answers", "more.json", "--choose", "theirs").expect(2)
    let kept = try desk.folder.read("firm/answers.json")
    #expect(before != kept)
    let added = try add("--for", "A5.8", "--made", "2026-11-02")
    #expect(added.errorText.contains("evidence changes no answer; still \"no\": A5.8"))
    #expect(try desk.folder.read("firm/answers.json") == kept)
  }

  @Test func `copying the folder moves the evidence with it`() throws {
    try add("--for", "A4.6", "--made", "2026-11-02").expect(0)
    try RunningProcess(["cp", "-a", "firm", "moved"], in: desk.folder.path).succeed()
    try RunningProcess(["rm", "-r", "firm"], in: desk.folder.path).succeed()
    try desk.readiness("evidence", "check", "moved").expect(3)
  }

  @Test func `wrong use names the question, the day or the folder`() throws {
    try add("--for", "A99").expect(
      64,
      error: "Cyber Essentials and Cyber Essentials Plus have no question \"A99\"",
      hints: "readiness questionnaire show lists them; write --for A4.6"
    )
    try add("--for", "A4.6", "--made", "2026-12-24").expect(
      64,
      error: "--made is 24 December 2026, and today is 23 November 2026",
      hints: "give the day on which it was made; --expires is the last day on which it is fresh"
    )
    #expect(!desk.folder.has("firm/evidence"))
    let folder = try desk.readiness("evidence", "add", "firm", "firm", "--for", "A4.6")
    folder.expect(1, error: "firm is a folder, not a file", hints: "name an ordinary file")
    let fifo = try desk.readiness("evidence", "add", "firm", "/dev/zero", "--for", "A4.6")
    fifo.expect(1, error: "/dev/zero is not an ordinary file", hints: "name an ordinary file")
    #expect(try desk.folder.names(in: "firm/evidence") == [])
  }

  @Test func `an index that cannot be read is said with its place, and stays as it is`() throws {
    try add("--for", "A4.6").expect(0)
    try desk.folder.write("{\"format\": ".utf8, as: "firm/evidence/index.json")
    let list = try add("--for", "A4.8")
    list.expect(
      1,
      error: "firm/evidence/index.json: line 1, column 12: the text ends too early",
      hints: "take that one file from your last copy; the evidence itself was not changed"
    )
    #expect(try desk.folder.text("firm/evidence/index.json") == "{\"format\": ")
  }
}
