import ReadinessCore
import TestSupport
import Testing

@testable import ReadinessInterview

/// Every accepted answer is stored before the next prompt shows.
struct SavingTests {
  private struct DiskFull: Error {}

  /// Types through the whole small question set.
  private static let typed = [
    "no", "yes", "Words", "yes", "2026-11-01", "Director", "In the safe", "+", "Lathe", "2", "",
    "+", "Mill", "1", ".", "", "yes",
  ]

  /// What the answers are after so many typed lines.
  private static let kept: [Int: [String: AnswerContent]] = {
    var kept: [Int: [String: AnswerContent]] = [0: [:]]
    var now: [String: AnswerContent] = [:]
    func step(_ typed: Int, _ question: String, _ content: AnswerContent) {
      now[question] = content
      kept[typed] = now
    }
    step(1, "Q1", .no)
    step(2, "Q2", .yes)
    step(3, "Q3", .text("Words"))
    step(4, "Q4", .parts(["done": .yes]))
    step(5, "Q4", .parts(["done": .yes, "when": .on("2026-11-01")]))
    let who: [String: Value] = [
      "done": .yes, "when": .on("2026-11-01"), "who": .text("Director"),
    ]
    step(6, "Q4", .parts(who))
    step(7, "Q4", .parts(who.merging(["proof": .text("In the safe")]) { $1 }))
    let lathe: [String: Value] = ["name": .text("Lathe"), "count": .number(2)]
    step(9, "Q5", .rows([["name": .text("Lathe")]]))
    step(10, "Q5", .rows([lathe]))
    step(13, "Q5", .rows([lathe, ["name": .text("Mill")]]))
    step(14, "Q5", .rows([lathe, ["name": .text("Mill"), "count": .number(1)]]))
    step(17, "Q6", .yes)
    return kept
  }()

  @Test func `at every prompt the stored sheet holds everything that was accepted`() throws {
    let assessor = try SmallInterview.assessor()
    var stored = AnswerSheet([:], for: assessor.questionnaire)
    var atPrompts: [[String: AnswerContent]] = []
    let terminal = ScriptedTerminal(Self.typed) {
      atPrompts.append(stored.answers.mapValues(\.content))
    }
    let interview = TerminalInterview<Never>(
      session: InterviewSession(
        assessor: assessor,
        sheet: stored,
        scope: InterviewScope(),
        asOf: dateOfFacts
      ),
      terminal: terminal,
      by: "owner",
      now: { Rehearsal.now },
      save: { stored = $0 }
    )
    #expect(interview.run() == .finished)
    #expect(terminal.rest.isEmpty)
    #expect(atPrompts.count == Self.typed.count)
    var expected: [String: AnswerContent] = [:]
    for (typed, found) in atPrompts.enumerated() {
      expected = Self.kept[typed] ?? expected
      #expect(found == expected, "before line \(typed) was typed")
    }
    #expect(stored.answers.mapValues(\.content) == Self.kept[Self.typed.count])
  }

  @Test(arguments: Array(0..<17))
  func `a save that fails stops the interview before another prompt shows`(line: Int) throws {
    let assessor = try SmallInterview.assessor()
    var typed = 0
    let terminal = ScriptedTerminal(Self.typed) { typed += 1 }
    var hasFailed = false
    let interview = TerminalInterview<DiskFull>(
      session: InterviewSession(
        assessor: assessor,
        sheet: AnswerSheet([:], for: assessor.questionnaire),
        scope: InterviewScope(),
        asOf: dateOfFacts
      ),
      terminal: terminal,
      by: nil,
      now: { Rehearsal.now },
      save: { (_) throws(DiskFull) in
        guard typed > line else { return }
        hasFailed = true
        throw DiskFull()
      }
    )
    var prompts = 0
    #expect(throws: DiskFull.self) {
      do { _ = try interview.run() } catch {
        prompts = terminal.prompts.count
        throw error
      }
    }
    #expect(hasFailed)
    // Lines that accept nothing (a + for a row, a "." to end one) may pass before it.
    #expect(prompts >= line + 1)
    #expect(prompts <= line + 3)
    #expect(prompts == terminal.prompts.count)
  }

  @Test func `after a save that failed the answer is still in memory for the caller`() throws {
    let assessor = try SmallInterview.assessor()
    let interview = TerminalInterview<DiskFull>(
      session: InterviewSession(
        assessor: assessor,
        sheet: AnswerSheet([:], for: assessor.questionnaire),
        scope: InterviewScope(),
        asOf: dateOfFacts
      ),
      terminal: ScriptedTerminal(["no"]),
      by: nil,
      now: { Rehearsal.now },
      save: { (_) throws(DiskFull) in throw DiskFull() }
    )
    #expect(throws: DiskFull.self) { try interview.run() }
    #expect(interview.session.sheet["Q1"]?.content == .no)
  }

  @Test func `each answer keeps who gave it and when`() throws {
    let rehearsal = try SmallInterview.rehearse(["yes"])
    let answer = try #require(rehearsal.sheet?["Q1"])
    #expect(answer.by == "owner")
    #expect(answer.at == Rehearsal.now)
  }

  @Test func `the place that is stored is the question that is shown next`() throws {
    let rehearsal = try SmallInterview.rehearse(["no", "yes", "Words"])
    #expect(rehearsal.saved.compactMap(\.place) == ["Q2", "Q3", "Q4"])
  }

  @Test func `input that ends leaves the interview, with everything stored`() throws {
    let rehearsal = try SmallInterview.rehearse(["no"])
    #expect(rehearsal.end == .left)
    #expect(rehearsal.sheet?["Q1"]?.content == .no)
  }
}
