import ReadinessCore
import ReadinessInterview
import TestSupport
import Testing

/// Questions that are asked part by part.
struct PartsTests {
  private static let upTo: [String: AnswerContent] = ["Q1": .yes, "Q3": .text("Words")]

  private func parts(_ rehearsal: Rehearsal) -> [String: Value]? {
    rehearsal.sheet?["Q4"]?.content.partValues
  }

  @Test func `a part that depends on another is asked only when that one says so`() throws {
    let yes = try SmallInterview.rehearse(["yes", "2026-11-01"], from: Self.upTo)
    #expect(yes.prompts == ["Q4 done", "Q4 when", "Q4 who"])
    let no = try SmallInterview.rehearse(["no", "Director"], from: Self.upTo)
    #expect(no.prompts == ["Q4 done", "Q4 who", "Q4 proof"])
  }

  @Test func `a question left within its parts goes on at the part that was not answered`() throws {
    let half = Self.upTo.with("Q4", .parts(["done": .yes, "when": .on("2026-11-01")]))
    let rehearsal = try SmallInterview.rehearse(["Director"], from: half, place: "Q4")
    #expect(rehearsal.prompts == ["Q4 who", "Q4 proof"])
    #expect(
      parts(rehearsal) == [
        "done": .yes, "when": .on("2026-11-01"), "who": .text("Director"),
      ]
    )
  }

  @Test func `an optional part is passed by with Enter, a needed one is not`() throws {
    let rehearsal = try SmallInterview.rehearse(["no", "", "Director", ""], from: Self.upTo)
    #expect(rehearsal.prompts == ["Q4 done", "Q4 who", "Q4 who", "Q4 proof", "Q5"])
    #expect(rehearsal.says("type a few words"))
  }

  @Test func `Enter at a finished question goes through its parts, and keeps each`() throws {
    let rehearsal = try SmallInterview.rehearse(
      ["j Q4", "", "", "The owner", ""],
      from: SmallInterview.all.without("Q1")
    )
    #expect(rehearsal.prompts.prefix(5) == ["Q1", "Q4", "Q4 done", "Q4 who", "Q4 proof"])
    #expect(rehearsal.says("Your answer so far: Director. Enter keeps it."))
    #expect(
      parts(rehearsal) == [
        "done": .no, "who": .text("The owner"), "proof": .text("In the safe"),
      ]
    )
  }

  @Test func `d at a part says don't know for that part alone`() throws {
    let rehearsal = try SmallInterview.rehearse(["d", "Director", ""], from: Self.upTo)
    #expect(parts(rehearsal) == ["done": .dontKnow, "who": .text("Director")])
    #expect(rehearsal.session.current?.id == "Q5")
  }

  @Test func `a needed part that is skipped leaves the question open, and it comes later`() throws {
    let rehearsal = try SmallInterview.rehearse(
      ["no", "s", "", "none", "yes"],
      from: Self.upTo
    )
    #expect(rehearsal.prompts == ["Q4 done", "Q4 who", "Q4 proof", "Q5", "Q6"])
    #expect(rehearsal.end == .finished)
    #expect(rehearsal.session.nextOpen?.id == "Q4")
  }

  @Test(arguments: [("q", 1), ("b", 2), ("j Q6", 2), ("?", 2)])
  func `commands work at a part, and what was accepted stays`(command: String, more: Int) throws {
    let rehearsal = try SmallInterview.rehearse(["no", command], from: Self.upTo)
    #expect(rehearsal.prompts.count == 1 + more)
    #expect(rehearsal.sheet?["Q4"]?.content == .parts(["done": .no]))
  }

  @Test func `a changed part hides the ones that hang on it, and forgets none of them`() throws {
    let full: [String: Value] = [
      "done": .yes, "when": .on("2026-11-01"), "who": .text("Director"),
    ]
    let rehearsal = try SmallInterview.rehearse(
      ["j Q4", "", "no", "", ""],
      from: SmallInterview.all.without("Q1").with("Q4", .parts(full))
    )
    #expect(rehearsal.prompts.prefix(5) == ["Q1", "Q4", "Q4 done", "Q4 who", "Q4 proof"])
    #expect(parts(rehearsal)?["when"] == .on("2026-11-01"))
    #expect(parts(rehearsal)?["done"] == .no)
  }

  @Test(arguments: ["maybe", "3", "0", "yess"])
  func `a wrong answer to a part is explained and asked again`(typed: String) throws {
    let rehearsal = try SmallInterview.rehearse([typed, "no"], from: Self.upTo)
    #expect(rehearsal.prompts == ["Q4 done", "Q4 done", "Q4 who"])
    #expect(rehearsal.says("type yes or no, or d for don't know"))
  }
}
