import TestSupport
import Testing

/// `questionnaire check`: the exact words, the place and the exit code.
struct QuestionnaireCheckTests {
  private func check(_ text: String) throws -> RunningProcess.Finished {
    let desk = try Desk()
    try desk.folder.write(text.utf8, as: "set.xml")
    return try desk.readiness("questionnaire", "check", "set.xml")
  }

  private func shipped() throws -> String {
    String(decoding: try Repository.bytes(Pack.path), as: UTF8.self)
  }

  /// The place of a text in a file: line and column, from 1.
  private func place(of text: String, in whole: String) throws -> (line: Int, column: Int) {
    let start = try #require(whole.firstRange(of: text)).lowerBound
    let before = whole[..<start].split(separator: "\n", omittingEmptySubsequences: false)
    return (before.count, (before.last?.count ?? 0) + 1)
  }

  @Test func `the shipped set has nothing wrong, and is told in one line`() throws {
    let run = try Desk().readiness("questionnaire", "check", Repository.path(Pack.path))
    run.expect(0)
    #expect(
      run.outputText == """
        \(Repository.path(Pack.path)): nothing wrong: Cyber Essentials Danzell 16.2, \
        106 questions and 5 of our own, 79 requirements, 37 cross-checks

        """
    )
    #expect(run.errors.isEmpty)
  }

  @Test func `an empty file`() throws {
    let run = try check("")
    run.expect(2)
    #expect(run.outputText == "set.xml: the file is empty\n")
    #expect(run.errorText == "1 problem\n")
  }

  @Test func `a file that is no XML`() throws {
    let run = try check("hello\n")
    run.expect(2)
    #expect(run.outputText == "set.xml:1:1: this is not XML\n    hello\n    ^\n")
  }

  @Test func `somebody else's XML`() throws {
    let run = try check("<?xml version=\"1.0\"?>\n<html><body/></html>\n")
    run.expect(2)
    #expect(
      run.outputText == """
        set.xml:2:1: this is not a questionnaire: its root element is "html"
            <html><body/></html>
            ^

        """
    )
  }

  @Test func `our support data in place of a questionnaire`() throws {
    let path = Repository.path("Support/EndOfSupport.xml")
    let run = try Desk().readiness("questionnaire", "check", path)
    run.expect(2)
    #expect(run.outputText.contains("its root element is \"support-data\"\n"))
  }

  @Test func `a set with a DTD is refused before anything of it is read`() throws {
    let secret = try Desk()
    try secret.folder.write("a secret of this machine".utf8, as: "secret")
    let run = try check(
      """
      <?xml version="1.0"?>
      <!DOCTYPE questionnaire [<!ENTITY x SYSTEM "file://\(secret.folder.path)/secret">]>
      <questionnaire xmlns="urn:readiness:questionnaire:1">&x;</questionnaire>

      """
    )
    run.expect(2)
    #expect(run.outputText.hasPrefix("set.xml:2:1: a DOCTYPE is not allowed here\n"))
    #expect(run.errorText == "1 problem\n")
    #expect(!run.outputText.contains("a secret of this machine"))
  }

  @Test func `a wrong value is shown with its line, its column and a caret`() throws {
    let text = try shipped().replacing(
      #"id="A4.1" was="A4.1" carry="same" type="yes-no" good="yes""#,
      with: #"id="A4.1" was="A4.1" carry="same" type="yes-no" good="yse""#
    )
    let line = try place(of: #"good="yse""#, in: text).line
    let run = try check(text)
    run.expect(2)
    let output = run.outputText.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(output[0].hasPrefix("set.xml:\(line):") || output[0].hasPrefix("set.xml:\(line + 1):"))
    #expect(output[0].contains("yse"))
    #expect(output[2].hasSuffix("^"))
  }

  @Test func `an unknown id in a condition is named`() throws {
    let text = try shipped().replacing(
      #"<when><answer of="A4.1.1" is="no"/></when>"#,
      with: #"<when><answer of="A4.1.9" is="no"/></when>"#
    )
    let run = try check(text)
    run.expect(2)
    let line = try place(of: #"of="A4.1.9""#, in: text).line
    #expect(run.outputText.contains("set.xml:\(line):"))
    #expect(run.outputText.contains("A4.1.9"))
    #expect(run.errorText.hasSuffix("problem\n") || run.errorText.hasSuffix("problems\n"))
  }

  @Test func `every problem is told in one go`() throws {
    let text = try shipped()
      .replacing(#"<answer of="A4.1.1" is="no"/>"#, with: #"<answer of="A4.1.9" is="no"/>"#)
      .replacing(#"maps="FW-5""#, with: #"maps="FW-99""#)
    let run = try check(text)
    run.expect(2)
    #expect(run.outputText.contains("A4.1.9"))
    #expect(run.outputText.contains("FW-99"))
    let count = try #require(Int(run.errorText.prefix { $0.isNumber }))
    #expect(count >= 2)
  }

  @Test func `a folder, a missing file and a pipe are no files to check`() throws {
    let desk = try Desk()
    try desk.folder.makeFolder("folder")
    try desk.readiness("questionnaire", "check", "folder").expect(
      1,
      error: "folder is a folder, not a file",
      hints: "name a file inside it"
    )
    try desk.readiness("questionnaire", "check", "none.xml").expect(
      1,
      error: "cannot read none.xml",
      hints: "check the name: there is no such file or folder"
    )
    try RunningProcess(["mkfifo", "pipe"], in: desk.folder.path).succeed()
    try desk.readiness("questionnaire", "check", "pipe").expect(
      1,
      error: "pipe is not an ordinary file",
      hints: "name an ordinary file"
    )
  }

  @Test func `a file of more than 16 MiB is not read at all`() throws {
    let desk = try Desk()
    let size = (16 << 20) + 1
    try RunningProcess(["truncate", "-s", String(size), "big.xml"], in: desk.folder.path).succeed()
    try desk.readiness("questionnaire", "check", "big.xml").expect(
      1,
      error: "big.xml is too large: \(size) bytes, the most is \(16 << 20)",
      hints: "check that this is the file you meant"
    )
  }

  @Test func `a set of somebody else's that is wrong is not assessed with`() throws {
    let desk = try Desk()
    try desk.folder.write("<html/>".utf8, as: "set.xml")
    let run = try desk.readiness("assess", "firm", "--questionnaire", "set.xml")
    run.expect(1)
    #expect(run.errorText.contains("set.xml:1:1: this is not a questionnaire"))
    #expect(run.errorText.hasSuffix("hint: readiness questionnaire check set.xml tells more\n"))
    #expect(!desk.folder.has("firm"))
  }
}
