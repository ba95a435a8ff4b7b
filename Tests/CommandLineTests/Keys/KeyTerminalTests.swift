import TestSupport
import Testing

/// Pass phrases typed at a real terminal.
@Suite(.enabled(if: RunningTerminal.isAvailable, "tmux is not installed: Scripts/setup --tests"))
struct KeyTerminalTests {
  private static let phrase = "correct horse battery"

  @Test func `a typed pass phrase is not shown, is asked twice, and opens the key`() throws {
    let desk = try Desk()
    try desk.makeFirm()
    let terminal = try RunningTerminal(["key", "create", "firm"], in: desk.folder)
    try terminal.prompt("New pass phrase:")
    try terminal.type("short")
    try terminal.text("the pass phrase is shorter than 12 characters")
    try terminal.prompt("New pass phrase:")
    try terminal.type(Self.phrase)
    try terminal.prompt("Once more:")
    try terminal.type(Self.phrase + "!")
    try terminal.text("the two are not the same; try again")
    try terminal.prompt("New pass phrase:")
    try terminal.type(Self.phrase)
    try terminal.prompt("Once more:")
    try terminal.type(Self.phrase)
    #expect(try terminal.exitStatus() == 0)
    let shown = try terminal.transcript().joined(separator: "\n")
    #expect(!shown.contains("horse"))
    #expect(!shown.contains("short\n"))
    #expect(shown.contains("Choose a pass phrase: three or more words"))
    #expect(shown.contains("It cannot be recovered."))
    try desk.attest(passphrase: Self.phrase).expect(0)
  }

  @Test(arguments: ["C-c", "C-d"])
  func `leaving at the pass phrase makes no key and lets the terminal show typing again`(
    key: String
  ) throws {
    let desk = try Desk()
    try desk.makeFirm()
    // The shell outlives the program, and says what state the terminal was left in.
    let script = "'\(RunningProgram.path)' key create firm; echo exit $?; stty -a; cat"
    let terminal = try RunningTerminal(
      [],
      command: ["bash", "-c", "trap : INT; \(script)"],
      in: desk.folder
    )
    try terminal.prompt("New pass phrase:")
    try terminal.press(key)
    let screen = try terminal.text("echoctl").joined(separator: " ")
    #expect(screen.contains(key == "C-c" ? "exit 130" : "exit 1"))
    #expect(screen.contains(" echo "))
    #expect(!screen.contains("-echo "))
    #expect(!desk.folder.has("firm/key"))
  }

  @Test func `the declaration is read, named, agreed to and signed at the terminal`() throws {
    let desk = try Desk()
    try desk.makeFirm()
    try desk.makeKey()
    let terminal = try RunningTerminal(["attest", "firm", "--out", "bid.asice"], in: desk.folder)
    let screen = try terminal.prompt("Name of the senior person:").joined(separator: "\n")
    #expect(screen.contains("A senior person declares:"))
    #expect(screen.contains("This is a readiness self-assessment, not a certificate."))
    #expect(screen.contains("Verdict:    not ready"))
    try terminal.type("Example Director")
    try terminal.prompt("Role, as Managing director:")
    try terminal.type("Managing director")
    try terminal.prompt("Do you, Example Director, declare this? Type yes:")
    try terminal.type("yes")
    try terminal.prompt("Pass phrase of the key:")
    try terminal.type(Desk.passphrase)
    #expect(try terminal.exitStatus() == 0)
    let shown = try terminal.transcript().joined(separator: "\n")
    #expect(shown.contains("Signed bid.asice: verdict not ready."))
    #expect(!shown.contains(Desk.passphrase))
    #expect(desk.folder.has("bid.asice"))
  }

  @Test(arguments: ["no", "y", "yes please", ""])
  func `without a plain yes nothing is signed`(typed: String) throws {
    let desk = try Desk()
    try desk.makeFirm()
    try desk.makeKey()
    let terminal = try RunningTerminal(["attest", "firm", "--out", "bid.asice"], in: desk.folder)
    try terminal.prompt("Name of the senior person:")
    try terminal.type("Example Director")
    try terminal.prompt("Role, as Managing director:")
    try terminal.type("Managing director")
    try terminal.prompt("Do you, Example Director, declare this? Type yes:")
    try terminal.type(typed)
    if typed.isEmpty {
      try terminal.text("it is empty: type it again")
      try terminal.type("no")
    }
    #expect(try terminal.exitStatus() == 1)
    try terminal.text("readiness: error: nothing was declared or signed")
    #expect(!desk.folder.has("bid.asice"))
    #expect(!desk.folder.has("firm/issued"))
  }

  @Test func `a programme's two pass phrases are asked for apart, and neither is shown`() throws {
    let desk = try Desk()
    let terminal = try RunningTerminal(
      ["authority", "init", "cluster", "--name", "Cluster of the Fells"],
      in: desk.folder
    )
    for (key, phrase) in [
      ("the root key", "first secret words"), ("the issuing key", "second one!!"),
    ] {
      try terminal.text("This one is for \(key).")
      try terminal.prompt("New pass phrase:")
      try terminal.type(phrase)
      try terminal.prompt("Once more:")
      try terminal.type(phrase)
    }
    #expect(try terminal.exitStatus() == 0)
    let shown = try terminal.transcript().joined(separator: "\n")
    #expect(!shown.contains("secret") && !shown.contains("second one"))
    try RunningProgram.run(
      ["authority", "crl", "cluster", "--passphrase-fd", "3"],
      in: desk.folder,
      passphrase: "second one!!"
    ).expect(0)
  }

  @Test func `a new key's phrase and the old one's are asked for at the terminal alone`() throws {
    let desk = try Desk()
    try desk.makeFirm()
    try desk.makeKey()
    let terminal = try RunningTerminal(
      ["key", "rotate", "firm", "--out", "n.cms"],
      in: desk.folder
    )
    try terminal.prompt("Pass phrase of the key:")
    try terminal.type(Desk.passphrase)
    try terminal.prompt("New pass phrase:")
    try terminal.type(Self.phrase)
    try terminal.prompt("Once more:")
    try terminal.type(Self.phrase)
    #expect(try terminal.exitStatus() == 0)
    let shown = try terminal.transcript().joined(separator: "\n")
    #expect(!shown.contains("horse") && !shown.contains(Desk.passphrase))
    try desk.attest(passphrase: Self.phrase).expect(0)
  }
}
