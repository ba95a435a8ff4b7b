import TestSupport

/// A whole run of the program as text; Transcripts/README.md gives the form.
struct Transcript {
  /// One piece of a transcript.
  enum Step: Equatable {
    /// Words for the reader, or an empty line.
    case words(String)
    /// The clock from here on.
    case clock(String)
    /// A command that prepares something, and is not recorded.
    case preparation(String)
    /// A command, with what it said.
    case command(String, said: [String])
  }

  /// Why a file is no transcript.
  struct Malformed: Error {
    let line: Int
    let what: String
  }

  var steps: [Step]

  /// The end of what a command said.
  private static let end = "[exit "

  init(_ text: String) throws {
    steps = []
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    var index = 0
    func taken() -> String {
      defer { index += 1 }
      return lines[index]
    }
    while index < lines.count {
      let line = taken()
      switch line.prefix(2) {
      case "@ ": steps.append(.clock(String(line.dropFirst(2))))
      case "% ", "$ ":
        var command = String(line.dropFirst(2))
        while command.hasSuffix("\\"), index < lines.count { command += "\n" + taken() }
        guard line.hasPrefix("$") else {
          steps.append(.preparation(command))
          continue
        }
        let said = Self.recorded(lines[index...])
        index += said.count
        steps.append(.command(command, said: said))
      case "", "# ": steps.append(.words(line))
      default: throw Malformed(line: index, what: "\"\(line)\" is no step")
      }
    }
  }

  /// What a command said, to its exit code; nothing where it was never recorded.
  private static func recorded(_ lines: ArraySlice<String>) -> [String] {
    let next = lines.firstIndex { line in ["$ ", "% ", "@ "].contains { line.hasPrefix($0) } }
    let own = lines[..<(next ?? lines.endIndex)]
    return own.firstIndex { $0.hasPrefix(end) }.map { Array(own[...$0]) } ?? []
  }

  /// The file's text.
  var text: String {
    steps.map { step in
      switch step {
      case .words(let line): line
      case .clock(let time): "@ " + time
      case .preparation(let command): "% " + command
      case .command(let command, let said): (["$ " + command] + said).joined(separator: "\n")
      }
    }.joined(separator: "\n") + "\n"
  }

  /// Runs every command anew.
  ///
  /// - Returns: the transcript of this run.
  /// - Throws: where a preparation fails.
  func replayed() throws -> Transcript {
    let folder = try RunningFolder()
    let tools = try TranscriptTools(folder)
    var clock = RunningProgram.now
    var masks = TranscriptMasks()
    var replayed = self
    for (index, step) in steps.enumerated() {
      switch step {
      case .words: break
      case .clock(let time): clock = time
      case .preparation(let command):
        try tools.process(command, clock).succeed()
      case .command(let command, _):
        let finished = try tools.process(command, clock).run()
        var said = Self.lines(finished.outputText)
        said += Self.lines(finished.errorText).map { $0.isEmpty ? "2|" : "2| " + $0 }
        said.append("\(Self.end)\(finished.status)]")
        replayed.steps[index] = .command(command, said: said.map { masks.mask($0) })
      }
    }
    return replayed
  }

  private static func lines(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}
