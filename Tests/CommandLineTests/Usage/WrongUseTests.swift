import TestSupport
import Testing

/// Wrong use exits 64, says what is wrong and how it is used, and does nothing.
struct WrongUseTests {
  /// Each is wrong; the second is what must be said of it.
  private static let cases: [(arguments: [String], says: String)] = [
    (["bogus"], "unexpected argument 'bogus'"),
    (["--bogus"], "unknown option '--bogus'"),
    (["assess"], "missing expected argument '<folder>'"),
    (["assess", "firm", "extra"], "unexpected argument 'extra'"),
    (["assess", "firm", "--bogus"], "unknown option '--bogus'"),
    (["assess", "firm", "--answers"], "missing value for '--answers <answers>'"),
    (["assess", "firm", "--choose", "all"], "'all' is invalid for '--choose <choose>'"),
    (["ask", "firm"], "missing expected argument '--of <of>'"),
    (
      ["ask", "firm", "--of", "landlord"], "\"landlord\" is not one of owner, it-provider, accounts"
    ),
    (["status"], "missing expected argument '<folder>'"),
    (["report", "firm", "--format", "pdf"], "'pdf' is invalid for '--format <format>'"),
    (["attest", "firm"], "missing expected argument '--out <out>'"),
    (["attest", "firm", "--out", "bid.zip"], "--out must name a file that ends in .asice"),
    (["attest", "firm", "--out", ".asice"], "--out must name a file that ends in .asice"),
    (["attest", "firm", "--out", "b.asice", "--valid-days", "0"], "--valid-days must be 1 to 365"),
    (
      ["attest", "firm", "--out", "b.asice", "--valid-days", "366"], "--valid-days must be 1 to 365"
    ),
    (["attest", "firm", "--out", "b.asice", "--valid-days", "x"], "'x' is invalid for"),
    (["attest", "firm", "--out", "b.asice", "--detail", "all"], "is not verdict, themes or req"),
    (["attest", "firm", "--out", "b.asice", "--declare", "A"], "--declare and --role are given"),
    (["attest", "firm", "--out", "b.asice", "--role", "A"], "--declare and --role are given"),
    (["attest", "firm", "--out", "b.asice", "--declare", "", "--role", "A"], "--declare is empty"),
    (["attest", "firm", "--out", "b.asice", "--tender", ""], "--tender is empty"),
    (
      ["attest", "firm", "--out", "b.asice", "--tender", "any"], "a tender cannot be called \"any\""
    ),
    (
      ["attest", "firm", "--out", "b.asice", "--prepared-by", "me"], "--prepared-by is firm, it-pro"
    ),
    (["verify"], "missing expected argument '<paths> ...'"),
    (["verify", "bid.asice", "--format", "yaml"], "'yaml' is invalid for '--format <format>'"),
    (["show"], "missing expected argument '<file>'"),
    (["key", "create"], "missing expected argument '<folder>'"),
    (["key", "bogus"], "unexpected argument 'bogus'"),
    (["questionnaire", "check"], "missing expected argument '<file>'"),
  ]

  @Test(arguments: cases)
  func `wrong use is said, with how it is used, and exits 64`(
    arguments: [String],
    says: String
  ) throws {
    let desk = try Desk()
    let run = try RunningProgram.run(arguments, in: desk.folder)
    run.expect(64)
    #expect(run.output.isEmpty)
    let lines = run.errorText.split(separator: "\n")
    try #require(lines.count >= 2, "\(run.errorText)")
    #expect(lines[0].hasPrefix("readiness: error: "))
    #expect(lines[0].contains(says), "\(lines[0])")
    #expect(!lines[0].hasSuffix("."))
    #expect(lines[1].hasPrefix("hint: use: readiness"))
    #expect(lines[1].contains("; examples: readiness"))
    #expect(lines[1].hasSuffix(" --help"))
    #expect(lines[1].count <= 100)
    #expect(try desk.folder.names().isEmpty)
  }

  @Test(arguments: [
    "a\u{1B}[31mb", "a\nb", " a", "a ", "a\u{2028}b", String(repeating: "x", count: 151),
  ])
  func `a name that a statement may not hold is refused before anything is asked`(
    name: String
  ) throws {
    let desk = try Desk()
    for option in ["--declare", "--role"] {
      let other = option == "--role" ? "--declare" : "--role"
      let run = try desk.readiness(
        "attest",
        "firm",
        "--out",
        "b.asice",
        option,
        name,
        other,
        "Director"
      )
      run.expect(64)
      #expect(run.errorText.hasPrefix("readiness: error: \(option) "))
      #expect(!run.errors.contains(0x1B))
    }
  }

  @Test func `a time that is none is wrong use`() throws {
    let desk = try Desk()
    try desk.readiness("verify", "bid.asice", "--at", "noon").expect(
      64,
      error: "\"noon\" is not a time",
      hints: "write it as 2026-11-22T09:00:00Z"
    )
  }

  @Test func `a file descriptor that is not open is wrong use`() throws {
    let desk = try Desk()
    try desk.makeFirm()
    let run = try desk.readiness("key", "create", "firm", "--passphrase-fd", "7")
    run.expect(
      64,
      error: "file descriptor 7 is not open",
      hints: "open it, as --passphrase-fd 3 3<FILE"
    )
    #expect(!desk.folder.has("firm/key"))
  }
}
