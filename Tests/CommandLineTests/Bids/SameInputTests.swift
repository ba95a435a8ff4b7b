import TestSupport
import Testing

/// Same input, same clock: the same bytes, but for signature values, salts, ids and nonces.
struct SameInputTests {
  /// Two firms with the same answers and the same key, each in a folder of its own.
  private func twins() throws -> [Desk] {
    let first = try Desk()
    try first.makeFirm()
    try first.makeKey()
    let second = try Desk()
    try second.makeFirm()
    try RunningProcess(
      ["cp", "-r", first.folder.path(of: "firm/key"), second.folder.path(of: "firm/key")],
      in: "/"
    ).succeed()
    return [first, second]
  }

  @Test(arguments: [
    ["status", "firm"], ["report", "firm"], ["report", "firm", "--format", "html"],
    ["report", "firm", "--format", "json"], ["report", "firm", "--format", "csv"],
    ["report", "firm", "--format", "junit"], ["plan", "firm"],
    ["ask", "firm", "--of", "it-provider", "--all"],
    ["signpost", "firm", "--postcode", "DE4", "--format", "json"], ["profile", "show", "firm"],
  ])
  func `what a firm is shown is the same each time`(command: [String]) throws {
    let shown = try [Desk(), Desk()].map { desk in
      try desk.makeFirm()
      return try RunningProgram.run(command, in: desk.folder).output
    }
    #expect(!shown[0].isEmpty)
    #expect(shown[0] == shown[1])
  }

  @Test func `two statements of the same answers differ in ids, salts and signatures only`() throws
  {
    let desks = try twins()
    for desk in desks { try desk.attest().expect(0) }
    func inside(_ name: String) throws -> [String] {
      try desks.map { desk in
        try RunningProcess(["unzip", "-p", "bid.asice", name], in: desk.folder.path).succeed()
          .outputText
      }
    }
    let lists = try desks.map { desk in
      try RunningProcess(["unzip", "-Z1", "bid.asice"], in: desk.folder.path).succeed().outputText
    }
    #expect(lists[0] == lists[1])

    let statements = try inside("attestation.xml")
    #expect(statements[0] != statements[1])
    let plain = statements.map { statement in
      statement.replacing(#/ id="[0-9a-f-]{36}"/#, with: " id=\"\"")
        .replacing(#/ (digest|note)="[0-9a-f]{64}"/#, with: "")
    }
    #expect(plain[0] == plain[1])
    // Nothing else was taken out: the sealed answers are there, and nothing tells which is empty.
    #expect(plain[0].contains("<answer question=\"A6.4\"/>"))

    let pages = try inside("attestation.html").map {
      $0.replacing(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/, with: "")
        .replacing(/[0-9a-f]{64}/, with: "")
    }
    #expect(pages[0] == pages[1])
    #expect(try desks[0].folder.read("bid.txt") == desks[1].folder.read("bid.txt"))
  }

  @Test func `a file is verified to the same words each time`() throws {
    let desk = try Desk.attested()
    for format in ["text", "json"] {
      let said = try (0..<2).map { _ in
        try desk.readiness(
          "verify",
          "bid.asice",
          "--trust",
          "firm/key/certificate.pem",
          "--format",
          format
        ).output
      }
      #expect(said[0] == said[1])
    }
  }

  @Test func `no option sets what must be fresh`() throws {
    let desk = try Desk()
    for command in [["attest"], ["present"], ["timestamp"], ["key", "create"]] {
      let help = try RunningProgram.run(command + ["--help"], in: desk.folder).outputText
      #expect(help.contains("  -h, --help"))
      for option in ["--salt", "--nonce", "--id", "--sequence", "--seed", "--serial"] {
        #expect(!help.contains("  \(option) "), "\(command) has \(option)")
      }
    }
  }
}
