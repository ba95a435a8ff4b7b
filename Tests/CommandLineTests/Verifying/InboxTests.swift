import Glibc
import TestSupport
import Testing

/// A prime's inbox: many files, some of them hostile, with a list of suppliers.
@Suite struct InboxTests {
  private static let now = "2026-11-28T11:00:00Z"
  /// How many files the test of decisions takes.
  ///
  /// `Scripts/benchmark bulk` asks the same of 10,000: those take a debug build minutes.
  private static let many = 1_000

  /// A folder with the files that the maker of benchmarks makes, and what must be said of each.
  ///
  /// Of twenty files one is hostile, and one has run out, was revoked, or is for another bid.
  private func inbox(_ count: Int = 140) throws -> (desk: Desk, expected: [String: String]) {
    let desk = try Desk()
    var maker = RunningProcess(
      [
        RunningProgram.path + "-benchmark", "desk-make",
        Repository.path("Questionnaires/CyberEssentials.xml"),
        Repository.path("Support/EndOfSupport.xml"),
        Repository.path("Evidence/Example/answers-six-weeks-later.json"), desk.folder.path,
        "\(count)", "mixed",
      ],
      in: desk.folder.path
    )
    maker.deadline = 300
    try maker.succeed()
    var expected: [String: String] = [:]
    for line in try desk.folder.text("expected.csv").split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",").map(String.init)
      expected["inbox/\(cells[0])"] = cells[1]
    }
    try #require(expected.count == count)
    return (desk, expected)
  }

  private func verify(_ desk: Desk, _ more: String...) throws -> RunningProcess.Finished {
    try RunningProgram.run(
      [
        "verify", "--trust", "root.pem", "--crl", "crls.pem", "--tender", "ocds-h6vhtk-06d396",
      ] + more,
      in: desk.folder,
      environment: ["READINESS_NOW": Self.now],
      deadline: 300
    )
  }

  @Test func `every decision is as the file was made, at any number of threads`() throws {
    let (desk, expected) = try inbox(Self.many)
    #expect(Set(expected.values) == ["valid", "rejected", "undecided", "does not meet policy"])
    let one = try verify(desk, "inbox", "--format", "csv", "--threads", "1")
    let four = try verify(desk, "inbox", "--format", "csv", "--threads", "4")
    #expect(one.status == 4)
    #expect(one.outputText == four.outputText)
    let rows = one.outputText.split(separator: "\r\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(rows.count == Self.many)
    #expect(rows.map { $0[0] } == expected.keys.sorted())
    for row in rows { #expect(row[2] == expected[row[0]], "\(row[0])") }
  }

  @Test func `what cannot be read stops nothing`() throws {
    let (desk, expected) = try inbox()
    let inbox = desk.folder.path + "/inbox"
    #expect(mkfifo(inbox + "/pipe.asice", 0o600) == 0)
    #expect(symlink(inbox, inbox + "/loop") == 0)
    #expect(symlink("gone", inbox + "/vanished.asice") == 0)
    let sparse = open(inbox + "/sparse.asice", O_CREAT | O_WRONLY, 0o600)
    #expect(ftruncate(sparse, 10 << 30) == 0)
    close(sparse)
    let done = try verify(desk, "inbox", "--format", "ndjson")
    #expect(done.status == 1)
    let lines = done.outputText.split(separator: "\n")
    #expect(lines.count { $0.contains("\"record\":\"file\"") } == expected.count + 3)
    for (name, hint) in [
      ("pipe", "name an ordinary file"), ("vanished", "check the name"),
      ("sparse", "check that this is the file you meant"),
    ] {
      let line = try #require(lines.first { $0.contains("inbox/\(name).asice") })
      #expect(line.contains("\"decision\":\"unreadable\""), "\(line)")
      #expect(line.contains(hint), "\(line)")
    }
  }

  @Test func `the list gives each file its supplier, and names who is missing or unknown`() throws {
    let (desk, _) = try inbox()
    let list = """
      identifier,name,reference
      10000001,First Ltd,R-1
      10000007,Hostile Ltd,R-7
      20000000,Silent Ltd,R-20
      """
    try desk.folder.write(list.utf8, as: "suppliers.csv")
    let done = try verify(
      desk,
      "inbox/000001.asice",
      "inbox/000002.asice",
      "inbox/000013.asice",
      "--suppliers",
      "suppliers.csv"
    )
    #expect(done.outputText.contains("R-1, First Ltd"))
    #expect(done.outputText.contains("R-20, Silent Ltd: no file names this supplier"))
    #expect(done.outputText.contains("Supplier 2 Ltd (GB-COH 10000002): valid"))
    #expect(done.outputText.contains("1 firm that is not on the list sent files:"))
    #expect(done.outputText.contains("3 suppliers on the list. Valid: 1, undecided: 2."))
    #expect(done.status == 4)
  }

  @Test func `every form tells every file`() throws {
    let (desk, expected) = try inbox()
    for form in ["text", "json", "ndjson", "csv", "junit", "html"] {
      let done = try verify(desk, "inbox", "--format", form)
      for path in expected.keys { #expect(done.outputText.contains(path), "\(form), \(path)") }
      guard form == "junit" else { continue }
      try desk.folder.write(done.output, as: "out.xml")
      try RunningProcess(["xmllint", "--noout", "out.xml"], in: desk.folder.path).succeed()
    }
  }

  @Test(.enabled(if: Hardship.mayBeNobody, "the tests cannot run the program as another user"))
  func `files and folders that one may not read stop nothing`() throws {
    let (desk, _) = try inbox(20)
    let script = """
      chmod 755 . inbox && mkdir -m 700 inbox/closed && chmod 000 inbox/000002.asice
      exec \(Hardship.asNobody.joined(separator: " ")) "$1" verify inbox --trust root.pem \
        --crl crls.pem --tender ocds-h6vhtk-06d396 --format csv
      """
    let done = try RunningProcess(
      ["sh", "-c", script, "sh", RunningProgram.path],
      in: desk.folder.path,
      environment: RunningProgram.environment(["READINESS_NOW": Self.now])
    ).run()
    #expect(done.status == 1)
    let rows = done.outputText.split(separator: "\r\n")
    for name in ["inbox/000002.asice", "inbox/closed"] {
      let row = try #require(rows.first { $0.hasPrefix(name + ",") })
      #expect(row.contains(",unreadable,"), "\(row)")
      #expect(row.contains("you may not: check who owns it"), "\(row)")
    }
    #expect(rows.count { $0.contains(",valid,") } == 17)
  }
}
