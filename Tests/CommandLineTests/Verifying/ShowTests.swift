import TestSupport
import Testing

/// `show`: what is inside a container, in words.
struct ShowTests {
  @Test func `what a file claims is shown as a claim`() throws {
    let run = try Desk.attested().readiness("show", "bid.asice")
    run.expect(0)
    #expect(run.outputText.hasPrefix("Container: bid.asice, "))
    #expect(
      run.outputText.contains(
        "What it claims. Nothing here is checked: run readiness verify for that.\n"
      )
    )
    #expect(run.outputText.contains("firm        Example Precision Engineering Ltd\n"))
    #expect(run.outputText.contains("verdict     not ready\n"))
    #expect(
      run.outputText.contains("Certification certificate.") || run.outputText.contains("not a")
    )
  }

  @Test func `the page that it renders is the page inside`() throws {
    let desk = try Desk.attested()
    let run = try desk.readiness("show", "bid.asice", "--page")
    run.expect(0)
    let isSame = try run.output == desk.folder.read("bid.html")
    #expect(isSame)
  }

  @Test func `a file of another kind exits 4 and says where to turn`() throws {
    let desk = try Desk()
    try desk.folder.write("not a container".utf8, as: "x.asice")
    let run = try desk.readiness("show", "x.asice")
    run.expect(4)
    #expect(run.errorText.hasPrefix("readiness: error: x.asice: "))
    #expect(
      run.errorText.hasSuffix(
        "hint: ask the sender for the file again; readiness verify x.asice tells more\n"
      )
    )
  }

  @Test func `a file that is not there exits 1`() throws {
    try Desk().readiness("show", "none.asice").expect(
      1,
      error: "cannot read none.asice",
      hints: "check the name: there is no such file or folder"
    )
  }

  @Test func `a file's name cannot drive the terminal`() throws {
    let desk = try Desk()
    let name = "a\u{1B}[31m.asice"
    try desk.folder.write("x".utf8, as: name)
    for command in ["show", "verify"] {
      let run = try desk.readiness(command, name)
      run.expect(4)
      #expect(!run.output.contains(0x1B))
      #expect(!run.errors.contains(0x1B))
    }
  }
}
