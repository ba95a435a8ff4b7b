import TestSupport
import Testing

/// The register's page: complete in itself, to be read by everybody.
struct RegisterPageTests {
  /// A page over one firm that shows how it stands on each requirement, and has a hostile name.
  private static func page() throws -> Desk {
    let desk = try Desk()
    try desk.makeFirm()
    try desk.makeKey()
    try desk.attest("firm", out: "bid.asice", "--detail", "requirements").expect(0)
    try desk.readiness(
      "register",
      "add",
      "r.sqlite",
      "bid.asice",
      "--trust",
      "firm/key/certificate.pem"
    ).expect(0)
    try RunningProcess(
      ["sqlite3", "r.sqlite", "UPDATE entry SET name = '<script>alert(1)</script>'"],
      in: desk.folder.path
    ).succeed()
    let done = try desk.readiness("register", "report", "r.sqlite", "--format", "html")
    done.expect(0)
    try desk.folder.write(done.output, as: "page.html")
    return desk
  }

  @Test(.enabled(if: Browser.isThere, "chromium is not installed"))
  func `a browser shows all of it, says nothing and asks for nothing`() throws {
    let desk = try Self.page()
    let done = try Browser.run("page.html", in: desk.folder, "--dump-dom")
    #expect(done.outputText.contains("Requirements by supplier"))
    #expect(done.outputText.contains("GB-COH-99999999"))
    #expect(!done.errorText.contains("CONSOLE"), "\(done.errorText)")
  }

  @Test func `the page holds no script, no address and no markup of a stranger's`() throws {
    let source = try Self.page().folder.text("page.html")
    for word in ["<script", "http://", "https://", "src=", "@import", "url("] {
      #expect(!source.contains(word), "\(word)")
    }
    #expect(source.contains("&lt;script&gt;alert(1)"))
    #expect(source.contains("not a certificate"))
  }

  @Test func `every colour of text stands out from the paper below it`() throws {
    let source = try Self.page().folder.text("page.html")
    var pairs = 0
    for rule in source.matches(of: /background:#([0-9a-f]{6});color:#([0-9a-f]{6})/) {
      pairs += 1
      let (paper, ink) = (String(rule.output.1), String(rule.output.2))
      #expect(Contrast.of(ink, paper) >= 4.5, "\(ink) on \(paper)")
    }
    #expect(pairs == 4)
    for ink in ["1c2126", "4a545e"] {
      #expect(source.contains("color:#" + ink))
      #expect(Contrast.of(ink, "ffffff") >= 4.5)
    }
  }

  @Test func `on a terminal the same table fits eighty columns`() throws {
    let desk = try Self.page()
    let text = try desk.readiness("register", "report", "r.sqlite").outputText
    #expect(text.contains("Requirements by supplier:\n"))
    for line in text.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
  }
}
