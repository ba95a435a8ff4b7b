import TestSupport
import Testing

/// The page of a run, in a real browser.
@Suite struct InboxPageTests {
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

  @Test(.enabled(if: Browser.isThere, "chromium is not installed"))
  func `its script runs, says nothing, and asks for nothing`() throws {
    let desk = try page()
    let done = try Browser.run("page.html", in: desk.folder, "--dump-dom")
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
    for paper in ["ffffff", "f4f6f8"] { #expect(Contrast.of(colour, paper) >= 4.5) }
  }
}
