import ReadinessCore
import ReadinessInterview
import TestSupport
import Testing

/// Control characters, endless lines, look-alikes: refused or made harmless, never fatal.
struct HostileTypingTests {
  private static let long = String(repeating: "long ", count: 200_000)
  private static let hostile = [
    "\u{1B}[31mred", "a\u{0}b", "\u{7}\u{8}\u{8}", "\u{1B}]0;title\u{7}", "a\u{9B}31mb",
    "\u{202E}evil", "\u{FEFF}", "\u{FFFD}\u{FFFD}", "e\u{301}\u{301}\u{301}", "👨‍👩‍👧‍👦", "=1+1",
    "'; drop",
  ]

  private func isSafe(_ line: String) -> Bool {
    !line.unicodeScalars.contains {
      $0.value < 0x20 || (0x7F...0x9F).contains($0.value) || $0.value == 0x202E
    }
  }

  @Test(arguments: hostile)
  func `whatever is typed, nothing that is shown can drive the terminal`(typed: String) throws {
    let lines = [typed, "j \(typed)", "x \(typed)", "a \(typed)", "yes", typed, "b", "n \(typed)"]
    let rehearsal = try SmallInterview.rehearse(lines + ["b", "", ""])
    for line in rehearsal.shown { #expect(isSafe(line), "\(line.debugDescription)") }
    #expect(rehearsal.untyped.isEmpty)
  }

  @Test(arguments: hostile)
  func `whatever is accepted can be read back from the file`(typed: String) throws {
    let lines = ["yes", typed, "j Q3", "fine", "b", "n \(typed)", "j Q6", "x \(typed)"]
    let questionnaire = try SmallInterview.assessor().questionnaire
    for sheet in try SmallInterview.rehearse(lines).saved {
      let text = AnswersFile.write(sheet, questionnaire)
      let read = try? AnswersFile.read(JSONReader.read(Array(text.utf8)), questionnaire)
      #expect(read == sheet)
    }
  }

  @Test(arguments: ["\u{1B}[A", "a\u{9B}b", "caf\u{FFFD}", "a\u{7F}"])
  func `a line that cannot be read is asked for again, with the reason`(typed: String) throws {
    let rehearsal = try SmallInterview.rehearse(["yes", typed, "Words"])
    #expect(rehearsal.says("some of that cannot be read (perhaps an arrow key): type it again"))
    #expect(rehearsal.prompts == ["Q1", "Q3", "Q3", "Q4 done"])
    #expect(rehearsal.sheet?["Q3"]?.content == .text("Words"))
  }

  @Test func `a line of a megabyte is refused in a short sentence`() throws {
    let rehearsal = try SmallInterview.rehearse([Self.long, "yes", Self.long])
    #expect(rehearsal.says("type yes or no, or d for don't know"))
    #expect(rehearsal.says("that is 999999 characters; at most 2000 fit"))
    #expect(rehearsal.prompts == ["Q1", "Q1", "Q3", "Q3"])
    #expect(rehearsal.shown.allSatisfy { $0.count <= 80 })
  }

  @Test(arguments: ["j ", "a ", "n ", "x ", "e ", "r ", "? "])
  func `a command with a megabyte behind it is refused in a short sentence`(
    command: String
  ) throws {
    let open = try SmallInterview.rehearse(
      [command + Self.long, "q", "q"],
      from: SmallInterview.all.without("Q6").with("Q5", .rows([]))
    )
    #expect(open.shown.allSatisfy { TextLayout.width($0) <= 80 })
    #expect(open.sheet.map { $0["Q6"] == nil } ?? true)
  }

  @Test func `a note or a reason of a megabyte is not kept`() throws {
    for lines in [["n " + Self.long], ["n", Self.long]] {
      let rehearsal = try SmallInterview.rehearse(["yes", "b"] + lines)
      #expect(rehearsal.says("that is 999999 characters; at most 2000 fit"))
      #expect(rehearsal.sheet?["Q1"]?.note == nil)
    }
    let answers = SmallInterview.all.without("Q6")
    let rehearsal = try SmallInterview.rehearse(["x " + Self.long], from: answers)
    #expect(rehearsal.says("that is 999999 characters; at most 2000 fit"))
    #expect(rehearsal.sheet == nil)
  }

  @Test func `a hundred thousand wrong lines neither stop nor slow the interview`() throws {
    let wrong = Array(repeating: "perhaps", count: 100_000)
    let rehearsal = try SmallInterview.rehearse(wrong + ["yes"])
    #expect(rehearsal.sheet?["Q1"]?.content == .yes)
  }
}
