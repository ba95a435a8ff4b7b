import Glibc
import TestSupport
import Testing

/// The page of a run, in a real browser.
@Suite struct InboxPageTests {
  private static let browser = "chromium"

  /// A page over a few firms' files and one that is broken.
  private func page() throws -> Desk {
    let desk = try Desk()
    try desk.makeFirm()
    try desk.makeKey()
    try desk.attest(out: "good.asice")
    try desk.folder.write("<script>alert(1)</script>".utf8, as: "<b>broken.asice")
    let done = try desk.readiness(
      "verify",
      "good.asice",
      "<b>broken.asice",
      "--trust",
      "firm/key/certificate.pem",
      "--format",
      "html"
    )
    try desk.folder.write(done.output, as: "page.html")
    return desk
  }

  private func browse(_ desk: Desk, _ arguments: String...) throws -> RunningProcess.Finished {
    var process = RunningProcess(
      [
        Self.browser, "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr",
        "--virtual-time-budget=2000", "--user-data-dir=\(desk.folder.path)/browser",
      ] + arguments + ["file://\(desk.folder.path)/page.html"],
      in: desk.folder.path,
      environment: ["HOME": desk.folder.path]
    )
    process.deadline = 120
    return try process.run()
  }

  @Test(.enabled(if: RunningProcess.exists(browser), "chromium is not installed"))
  func `its script runs, says nothing, and asks for nothing`() throws {
    let desk = try page()
    let done = try browse(desk, "--dump-dom")
    let text = done.outputText
    #expect(text.contains("does not meet") || text.contains("rejected"))
    // The script made the headings buttons and put a filter over each table.
    #expect(text.contains("<button type=\"button\">Decision</button>"))
    #expect(text.contains("<input type=\"search\">"))
    #expect(!done.errorText.contains("CONSOLE"), "\(done.errorText)")
    let source = try desk.folder.text("page.html")
    for address in ["http://", "https://", "src=", "@import", "url("] {
      #expect(!source.contains(address), "\(address)")
    }
  }

  @Test func `what a stranger wrote is never markup`() throws {
    let source = try page().folder.text("page.html")
    #expect(!source.contains("<b>broken"))
    #expect(source.contains("&lt;b&gt;broken.asice"))
  }

  @Test func `without a script everything is there`() throws {
    let source = try page().folder.text("page.html")
    let body = source.prefix { $0 != "\u{0}" }
    #expect(body.contains("good.asice") && body.contains("Example Precision Engineering Ltd"))
    #expect(body.contains("none is a certificate"))
  }

  /// The contrast that WCAG 2 asks of small text.
  @Test(arguments: ["1c2126", "4a545e", "8f1d14", "8a4b00", "2c4f7c", "1f5b3a"])
  func `each colour of the page can be read on white and on the tint`(colour: String) throws {
    let source = try page().folder.text("page.html")
    #expect(source.contains("#" + colour))
    for paper in ["ffffff", "f4f6f8"] { #expect(contrast(colour, paper) >= 4.5) }
  }

  private func contrast(_ one: String, _ other: String) -> Double {
    let lights = [luminance(one), luminance(other)].sorted()
    return (lights[1] + 0.05) / (lights[0] + 0.05)
  }

  private func luminance(_ colour: String) -> Double {
    let parts = stride(from: 0, to: 6, by: 2).map { start -> Double in
      let digits = colour.dropFirst(start).prefix(2)
      let part = Double(Int(digits, radix: 16) ?? 0) / 255
      return part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
}
