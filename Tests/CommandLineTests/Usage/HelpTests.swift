import TestSupport
import Testing

/// What the program says of itself.
struct HelpTests {
  /// Every command and its parts, as the program lists them.
  private static func commands(_ path: [String] = []) throws -> [[String]] {
    let desk = try Desk()
    let help = try RunningProgram.run(path + ["--help"], in: desk.folder).outputText
    guard let list = help.firstRange(of: "SUBCOMMANDS:\n") else { return [path] }
    let lines = help[list.upperBound...].split(separator: "\n", omittingEmptySubsequences: false)
    let names = lines.prefix { $0.hasPrefix("  ") }.filter { !$0.hasPrefix("   ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    return [path] + (try names.flatMap { try commands(path + [$0]) })
  }

  @Test func `every command's help has an example that names the command`() throws {
    let desk = try Desk()
    let commands = try Self.commands()
    #expect(commands.count > 12)
    for command in commands {
      let run = try RunningProgram.run(command + ["--help"], in: desk.folder)
      run.expect(0)
      let text = run.outputText
      let name = command.joined(separator: " ")
      let start = try #require(text.firstRange(of: "Example"), "\(name)")
      let line = (["  readiness"] + command).joined(separator: " ")
      #expect(text[start.upperBound...].contains(line), "\(name)")
      #expect(run.errors.isEmpty, "\(name)")
    }
  }

  @Test func `every command's help says its exit codes where it has a verdict`() throws {
    let desk = try Desk()
    for command in ["assess", "status", "report", "verify"] {
      let help = try desk.readiness(command, "--help").outputText
      #expect(help.contains("Exit codes: 0 "), "\(command)")
      #expect(help.contains("; 3 "), "\(command)")
    }
  }

  @Test func `no help is wider than 80 cells`() throws {
    let desk = try Desk()
    for command in try Self.commands() {
      let help = try RunningProgram.run(command + ["--help"], in: desk.folder).outputText
      for line in help.split(separator: "\n") {
        #expect(line.count <= 80, "\(line)")
      }
    }
  }

  @Test func `no line of an explanation is broken in the middle`() throws {
    let desk = try Desk()
    func explanation(_ command: [String], columns: String) throws -> [Substring] {
      let help = try RunningProgram.run(
        command + ["--help"],
        in: desk.folder,
        environment: ["COLUMNS": columns]
      ).outputText
      let lines = help.split(separator: "\n", omittingEmptySubsequences: false)
      return Array(lines.dropFirst().drop { !$0.isEmpty }.prefix { !$0.hasPrefix("USAGE: ") })
    }
    for command in try Self.commands() {
      let narrow = try explanation(command, columns: "80")
      #expect(narrow == (try explanation(command, columns: "300")), "\(command)")
    }
  }

  @Test func `the program alone says in ten lines what it is and the three ways in`() throws {
    let run = try Desk().readiness()
    run.expect(0)
    let lines = run.outputText.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 12)
    for way in [
      "readiness assess my-firm", "readiness verify FILE.asice", "readiness signpost --postcode",
    ] {
      #expect(run.outputText.contains(way))
    }
    #expect(run.outputText.contains("It is not a certificate."))
  }

  @Test func `the version is one line`() throws {
    let run = try Desk().readiness("--version")
    run.expect(0)
    #expect(run.outputText.split(separator: ".").count == 3)
    #expect(run.outputText.filter { $0 == "\n" }.count == 1)
  }

  @Test func `nothing that the program says of itself claims a certificate or a pass`() throws {
    let desk = try Desk()
    for command in try Self.commands() {
      let help = try RunningProgram.run(command + ["--help"], in: desk.folder).outputText
        .lowercased()
      for word in ["certified", "accredited", "you pass", "passed"] {
        #expect(!help.contains(word), "\(command) says \(word)")
      }
    }
  }
}
