import ReadinessCore
import TestSupport
import Testing

/// `support-data show` and `replace`.
struct SupportDataTests {
  private static let shipped = "Support/EndOfSupport.xml"

  /// The shipped file, one date moved, one row added and one taken out.
  private func newer(asOf: String = "2026-11-22") throws -> [UInt8] {
    let text = String(decoding: try Repository.bytes(Self.shipped), as: UTF8.self)
    let windows =
      #"<release version="11 25H2" editions="home pro" released="2025-09-30" ends="2027-10-12""#
    try #require(text.contains(windows))
    return Array(
      text
        .replacing(#"as-of="2026-08-22" updated"#, with: #"as-of="\#(asOf)" updated"#)
        .replacing(windows, with: windows.replacing("2027-10-12", with: "2026-11-01"))
        .utf8
    )
  }

  @Test func `show tells age, source, counts and every product`() throws {
    let run = try Desk().readiness("support-data", "show")
    run.expect(0)
    for words in [
      "22 August 2026, 93 days ago", "endoflife.date", "67 products", "Microsoft Windows",
      "SHA-256",
    ] {
      #expect(run.outputText.contains(words), "\(words)")
    }
    for line in run.outputText.split(separator: "\n") where !line.contains("/") {
      #expect(line.count <= 80, "\(line)")
    }
  }

  @Test func `show tells the dates of one product, by any of its names`() throws {
    let run = try Desk().readiness("support-data", "show", "--product", "windows")
    run.expect(0)
    #expect(run.outputText.hasPrefix("Microsoft Windows\n"))
    #expect(run.outputText.contains("supported, last day 2027-10-12"))
    #expect(try Desk().readiness("support-data", "show", "--product", "Nothing").status == 1)
  }

  @Test func `a newer file is kept in the firm's folder, said, and used by its commands`() throws {
    let desk = try Desk()
    try desk.makeFirm(from: Desk.january).expect(0)
    try desk.folder.write(try newer(), as: "newer.xml")
    let dry = try desk.readiness(
      "support-data",
      "replace",
      "newer.xml",
      "--for",
      "firm",
      "--dry-run"
    )
    dry.expect(0)
    let words = "last supported day 2027-10-12 to 2026-11-01"
    #expect(dry.outputText.contains("moved  Microsoft Windows 11 25H2 (home pro): " + words))
    #expect(dry.outputText.contains("0 added, 0 removed, 1 dates moved, 0 judged another way"))
    #expect(!desk.folder.has("firm/support-data.xml"))
    let run = try desk.readiness("support-data", "replace", "newer.xml", "--for", "firm")
    run.expect(0)
    #expect(run.outputText == dry.outputText)
    #expect(try desk.folder.permissions(of: "firm/support-data.xml") == 0o600)
    // The computers' system has ended by the newer dates.
    try desk.readiness("status", "firm", now: Desk.january.now).expect(2)
    let report = try desk.readiness("report", "firm", now: Desk.january.now)
    #expect(report.outputText.contains("The support dates are those of 22 November 2026"))
    let shown = try desk.readiness("support-data", "show", "--for", "firm")
    #expect(shown.outputText.contains("firm/support-data.xml"))
    // Another firm is judged by the shipped dates still.
    try desk.makeFirm("other", from: Desk.january).expect(0)
  }

  @Test func `an older file, one that breaks the schema, and none at all change nothing`() throws {
    let desk = try Desk()
    try desk.makeFirm()
    try desk.folder.write(try newer(asOf: "2026-08-21"), as: "older.xml")
    try desk.readiness("support-data", "replace", "older.xml", "--for", "firm").expect(
      1,
      error: "older.xml is of 2026-08-21, older than "
        + "\(try shippedPath(desk)), which is of 2026-08-22",
      hints: "bring a newer file; nothing was changed"
    )
    let broken = String(decoding: try newer(), as: UTF8.self)
      .replacing(#"judge="dates""#, with: #"judge="hope""#)
    try desk.folder.write(broken.utf8, as: "broken.xml")
    let run = try desk.readiness("support-data", "replace", "broken.xml", "--for", "firm")
    run.expect(1)
    #expect(run.errorText.hasPrefix("readiness: error: broken.xml:"))
    try desk.readiness("support-data", "replace", "none.xml", "--for", "firm").expect(
      1,
      error: "cannot read none.xml",
      hints: "check the name: there is no such file or folder"
    )
    #expect(!desk.folder.has("firm/support-data.xml"))
  }

  @Test func `for whom must be said, and only once`() throws {
    let desk = try Desk()
    try desk.makeFirm()
    let hint = "use --for my-firm for one firm, or --everywhere for all on this machine"
    try desk.readiness("support-data", "replace", "x.xml").expect(
      64,
      error: "it is not said for whom",
      hints: hint
    )
    try desk.readiness("support-data", "replace", "x.xml", "--for", "firm", "--everywhere").expect(
      64,
      error: "--for and --everywhere exclude each other",
      hints: hint
    )
  }

  @Test func `everywhere replaces the file of the data folder that the program uses`() throws {
    let desk = try Desk()
    for folder in ["Questionnaires", "Support"] {
      try RunningProcess(
        ["cp", "-r", Repository.path(folder), desk.folder.path(of: folder)],
        in: desk.folder.path
      ).succeed()
    }
    try desk.folder.write(try newer(), as: "newer.xml")
    let run = try RunningProgram.run(
      ["support-data", "replace", "newer.xml", "--everywhere"],
      in: desk.folder,
      environment: ["READINESS_DATA": desk.folder.path]
    )
    run.expect(0)
    #expect(try desk.folder.read("Support/EndOfSupport.xml") == newer())
    #expect(try Repository.bytes(Self.shipped) != newer())
  }

  @Test func `a firm's file that is older than the shipped one is left aside`() throws {
    let desk = try Desk()
    try desk.makeFirm(from: Desk.january).expect(0)
    try desk.folder.write(try newer(asOf: "2026-08-01"), as: "firm/support-data.xml")
    try desk.readiness("status", "firm", now: Desk.january.now).expect(0)
  }

  /// The path by which the program names the shipped file.
  private func shippedPath(_ desk: Desk) throws -> String {
    let text = try desk.readiness("support-data", "show").outputText
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let first = lines.prefix { !$0.hasPrefix("Version") }.map { $0.trimmed() }.joined()
    return String(first.dropFirst("File".count)).trimmed()
  }
}

extension StringProtocol {
  /// Without spaces at either end.
  fileprivate func trimmed() -> String {
    split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
  }
}
