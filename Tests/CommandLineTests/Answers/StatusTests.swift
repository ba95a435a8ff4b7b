import ReadinessCore
import TestSupport
import Testing

/// `status`.
struct StatusTests {
  @Test func `status tells the verdict, each section and the next step, with its exit code`() throws
  {
    let desk = try Desk()
    try desk.makeFirm()
    let run = try desk.readiness("status", "firm")
    run.expect(2)
    #expect(
      run.outputText == """
        Cyber Essentials Danzell 16.2, judged on 23 November 2026
        Readiness self-assessment, not a certificate.

        Verdict so far: not ready
          3 fail outright, 13 not met, 4 cannot be determined, 0 unanswered, 72 met

          A1  Your organisation                          20 of 20 answered
          A2  Scope                                      16 of 16 answered
          A3  Insurance                                  3 of 3 answered
          A4  Firewalls                                  11 of 11 answered
          A5  Secure configuration                       9 of 9 answered
          A6  Security updates                           16 of 16 answered
          A7  User access control                        17 of 17 answered
          A8  Malware protection                         5 of 5 answered

        Next: what to do first: readiness plan firm

        """
    )
    #expect(run.errors.isEmpty)
  }

  @Test func `a firm that has begun is incomplete, exits 3 and is told where to go on`() throws {
    let desk = try Desk()
    try desk.write(["A1.1": .text("Invented Castings Ltd")], as: "some.json")
    try desk.readiness("assess", "firm", "--answers", "some.json").expect(3)
    let run = try desk.readiness("status", "firm")
    run.expect(3)
    #expect(run.outputText.contains("Verdict so far: incomplete\n"))
    #expect(
      run.outputText.contains("Next: A1.2 is open. Carry on with: readiness assess firm\n")
    )
  }

  @Test func `a firm that only does not know is told what to find out`() throws {
    let desk = try Desk()
    try desk.write(GoodSheet.usual.with("A6.4", .dontKnow), as: "some.json")
    try desk.readiness("assess", "firm", "--answers", "some.json").expect(3)
    let run = try desk.readiness("status", "firm")
    run.expect(3)
    #expect(run.outputText.contains("Next: find out A6.4"))
    #expect(run.outputText.contains("readiness assess firm --only-open"))
  }

  @Test func `a firm that is ready is told of the signed file and of the real certificate`() throws
  {
    let desk = try Desk()
    try desk.makeFirm(from: Desk.january)
    let run = try desk.readiness("status", "firm", now: Desk.january.now)
    run.expect(0)
    #expect(run.outputText.contains("readiness attest firm --out my-firm.asice"))
    #expect(run.outputText.contains("Apply for the real certificate: readiness signpost firm"))
  }

  @Test func `status on another day judges on that day`() throws {
    let desk = try Desk()
    try desk.makeFirm(from: Desk.january)
    try desk.readiness("status", "firm", "--as-of", "2027-10-12").expect(0)
    try desk.readiness("status", "firm", "--as-of", "2027-10-13").expect(2)
  }

  @Test func `a day that is none is wrong use`() throws {
    let desk = try Desk()
    try desk.makeFirm()
    for day in ["2026-02-30", "tomorrow", ""] {
      try desk.readiness("status", "firm", "--as-of", day).expect(
        64,
        error: "\"\(day)\" is not a date",
        hints: "write it as 2026-11-22"
      )
    }
  }

  @Test func `a clock that is none is wrong use`() throws {
    let desk = try Desk()
    try desk.makeFirm()
    try desk.readiness("status", "firm", now: "yesterday").expect(
      64,
      error: "READINESS_NOW is \"yesterday\", which is no time",
      hints: "write it as 2026-11-22T09:00:00Z, or unset it"
    )
  }

  @Test func `a folder that is missing, empty or a file is said to be so`() throws {
    let desk = try Desk()
    try desk.readiness("status", "none").expect(
      1,
      error: "there is no folder none",
      hints: "begin one with: readiness assess none"
    )
    try desk.folder.makeFolder("empty")
    try desk.readiness("status", "empty").expect(
      1,
      error: "empty holds no answers.json",
      hints: "begin with: readiness assess empty"
    )
    try desk.folder.write("x".utf8, as: "file")
    try desk.readiness("status", "file").expect(
      1,
      error: "file is a file, not a folder",
      hints: "name the firm's folder"
    )
  }

  @Test func `status changes nothing in the firm's folder`() throws {
    let desk = try Desk()
    try desk.makeFirm()
    let before = try desk.folder.names(in: "firm")
    let bytes = try desk.folder.read("firm/answers.json")
    try desk.readiness("status", "firm").expect(2)
    #expect(try desk.folder.names(in: "firm") == before)
    #expect(try desk.folder.read("firm/answers.json") == bytes)
  }
}
