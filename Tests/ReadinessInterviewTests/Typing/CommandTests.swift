import ReadinessCore
import ReadinessInterview
import TestSupport
import Testing

/// ? b s j n a q d x, and wrong input.
struct CommandTests {
  @Test(arguments: ["yes", "y", "Y", "YES", "1", " yes ", "yes\r"])
  func `yes is said in many ways`(typed: String) throws {
    #expect(try SmallInterview.rehearse([typed]).sheet?["Q1"]?.content == .yes)
  }

  @Test(arguments: ["no", "NO", "2"])
  func `no is said in several ways`(typed: String) throws {
    #expect(try SmallInterview.rehearse([typed]).sheet?["Q1"]?.content == .no)
  }

  @Test(arguments: ["n", "note"])
  func `n asks for a note, and takes the word no for the answer that it is`(typed: String) throws {
    let rehearsal = try SmallInterview.rehearse([typed, "no"])
    #expect(rehearsal.says("(to answer no, type no)"))
    #expect(rehearsal.sheet?["Q1"]?.content == .no)
  }

  @Test func `a note stays with its answer, also when the answer changes`() throws {
    let rehearsal = try SmallInterview.rehearse(["yes", "b", "n ask the landlord", "no"])
    #expect(rehearsal.sheet?["Q1"]?.note == "ask the landlord")
    #expect(rehearsal.sheet?["Q1"]?.content == .no)
  }

  @Test func `a note without an answer is refused with the reason`() throws {
    let rehearsal = try SmallInterview.rehearse(["n", "ask the landlord"])
    #expect(rehearsal.says("answer first, then add the note with n"))
    #expect(rehearsal.sheet == nil)
  }

  @Test(arguments: ["?", "help"])
  func `? explains, and asks the same question again`(typed: String) throws {
    let rehearsal = try SmallInterview.rehearse([typed])
    #expect(rehearsal.prompts == ["Q1", "Q1"])
    #expect(rehearsal.says("Why it matters: Why."))
    #expect(rehearsal.says("How to find out: Look."))
  }

  @Test(arguments: ["b", "back"])
  func `b goes back, and says where there is nothing before`(typed: String) throws {
    let rehearsal = try SmallInterview.rehearse(["yes", typed, typed])
    #expect(rehearsal.prompts == ["Q1", "Q3", "Q1", "Q1"])
    #expect(rehearsal.says("this is the first question"))
    #expect(rehearsal.says("Your answer so far: yes"))
  }

  @Test(arguments: ["s", "skip"])
  func `s leaves the question open and goes on`(typed: String) throws {
    let rehearsal = try SmallInterview.rehearse([typed])
    #expect(rehearsal.prompts == ["Q1", "Q3"])
    #expect(rehearsal.sheet?["Q1"] == nil)
  }

  @Test func `j goes to a question, or says why not`() throws {
    let rehearsal = try SmallInterview.rehearse(["j", "j Q9", "j Q2", "jump q6"])
    #expect(rehearsal.says("type j and a question, as j A6.4"))
    #expect(rehearsal.says("there is no question Q9"))
    #expect(rehearsal.says("Q2 is not asked, given your answers so far"))
    #expect(rehearsal.prompts == ["Q1", "Q1", "Q1", "Q1", "Q6"])
  }

  @Test(arguments: ["a", "ask"])
  func `a marks the question for somebody, and goes on`(typed: String) throws {
    let rehearsal = try SmallInterview.rehearse([typed, "2"])
    #expect(rehearsal.prompts == ["Q1", "ask", "Q3"])
    #expect(rehearsal.sheet?.asked == ["Q1": .itProvider])
    #expect(rehearsal.sheet?["Q1"] == nil)
  }

  @Test(arguments: ["9", "0", "", "somebody"])
  func `a without a person in the list changes nothing`(typed: String) throws {
    let rehearsal = try SmallInterview.rehearse(["a", typed])
    #expect(rehearsal.says("nothing changed"))
    #expect(rehearsal.prompts == ["Q1", "ask", "Q1"])
    #expect(rehearsal.sheet == nil)
  }

  @Test(arguments: ["q", "quit"])
  func `q leaves`(typed: String) throws {
    let rehearsal = try SmallInterview.rehearse(["yes", typed, "never typed"])
    #expect(rehearsal.end == .left)
    #expect(rehearsal.untyped == ["never typed"])
    #expect(rehearsal.sheet?["Q1"]?.content == .yes)
  }

  @Test func `d is an answer of its own`() throws {
    let rehearsal = try SmallInterview.rehearse(["d"])
    #expect(rehearsal.sheet?["Q1"]?.content == .dontKnow)
    #expect(rehearsal.prompts == ["Q1", "Q3"])
  }

  @Test(arguments: ["x", "x We rent everything"])
  func `x is refused where the question applies to every firm`(typed: String) throws {
    let rehearsal = try SmallInterview.rehearse([typed])
    #expect(rehearsal.says("this question applies to every firm; d is \"don't know\""))
    #expect(rehearsal.sheet == nil)
    #expect(rehearsal.prompts == ["Q1", "Q1"])
  }

  @Test func `x needs a reason and keeps it`() throws {
    let answers = SmallInterview.all.without("Q6")
    let without = try SmallInterview.rehearse(["x", ""], from: answers)
    #expect(without.says("\"not applicable\" needs a reason; nothing changed"))
    #expect(without.sheet == nil)
    for typed in [["x", "We rent everything"], ["x We rent everything"]] {
      let rehearsal = try SmallInterview.rehearse(typed, from: answers)
      #expect(
        rehearsal.sheet?["Q6"]?.content == .notApplicable(reason: "We rent everything")
      )
    }
  }

  @Test(arguments: ["3", "maybe", "yes no", "ja", "0", "-1", "yesyes"])
  func `a wrong answer to a yes-no question is explained and asked again`(typed: String) throws {
    let rehearsal = try SmallInterview.rehearse([typed])
    #expect(rehearsal.says("type yes or no, or d for don't know"))
    #expect(rehearsal.prompts == ["Q1", "Q1"])
    #expect(rehearsal.sheet == nil)
  }

  @Test func `Enter keeps an answer, and asks for one where there is none`() throws {
    let rehearsal = try SmallInterview.rehearse(["", "yes", "b", ""])
    #expect(rehearsal.says("type an answer, d for don't know, or s to skip"))
    #expect(rehearsal.prompts == ["Q1", "Q1", "Q3", "Q1", "Q3"])
  }

  @Test(arguments: ["a new lathe", "q is our code", "s & s ltd", "x marks the spot"])
  func `words that begin like a command are an answer where words are asked for`(
    typed: String
  ) throws {
    let rehearsal = try SmallInterview.rehearse(["yes", typed])
    #expect(rehearsal.sheet?["Q3"]?.content == .text(typed))
  }

  @Test func `the warning about passwords stands at the first text box, and once`() throws {
    let rehearsal = try SmallInterview.rehearse(["yes", "Words", "no", "Director"])
    #expect(rehearsal.shown.count { $0.contains("Do not type passwords") } == 1)
  }
}
