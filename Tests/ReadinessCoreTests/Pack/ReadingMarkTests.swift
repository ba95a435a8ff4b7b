import ReadinessCore
import TestSupport
import Testing

/// Facts, section 9: the readings of marks, firewalls and scope, one test for each row.
struct ReadingMarkTests {
  private func assess(_ answers: [String: AnswerContent]) throws -> Assessment {
    try Pack.assessor().assess(answers)
  }

  private let usual = GoodSheet.usual
  private let unusual = GoodSheet.unusual

  @Test(arguments: ["A4.1.1", "A4.9", "A6.1"])
  func `AF? counts as an automatic fail, shown as likely with its confidence`(id: String) throws {
    let bad: AnswerContent = id == "A4.9" ? .yes : .no
    var answers = usual.with(id, bad)
    answers["A4.1.2"] = .parts(["which": .text("Windows 11"), "kind": .word("mainstream")])
    answers["A4.10"] = .no
    answers["A4.11"] = .parts(["method": .word("neither"), "describe": .text("A password")])
    let assessment = try assess(answers)
    let result = try #require(assessment.result(id))
    #expect(result.outcome == .automaticFail)
    #expect(result.mark == .automaticFail)
    #expect(result.confidence == .medium)
    #expect(assessment.verdict == .notReady)
  }

  @Test(arguments: ["A6.2.1", "A6.2.2", "A6.2.3", "A6.2.4"])
  func `AF? at a list of software counts when a row is past its support`(id: String) throws {
    let old: [String: Value] = ["product": .text("Microsoft Office"), "version": .text("2021")]
    let assessment = try assess(usual.adding(row: old, to: id))
    let result = try #require(assessment.result(id))
    #expect(result.outcome == .automaticFail)
    #expect(result.confidence == .medium)
    #expect(assessment.verdict == .notReady)
  }

  @Test(arguments: ["A6.4", "A6.5", "A7.16", "A7.17"])
  func `the four fails that Danzell names are certain`(id: String) throws {
    let assessment = try assess(usual.with(id, .no))
    let result = try #require(assessment.result(id))
    #expect(result.outcome == .automaticFail)
    #expect(result.confidence == .high)
    #expect(assessment.verdict == .notReady)
  }

  @Test func `A4_3 = E is major`() throws {
    for methods in [["E"], ["C", "E"]] {
      let assessment = try assess(
        usual.with(
          "A4.3",
          .parts(["methods": .words(methods), "describe": .text("Six characters")])
        )
      )
      let result = try #require(assessment.result("A4.3"))
      #expect(result.outcome == .notMet)
      #expect(result.mark == .major)
      #expect(assessment.verdict == .notReady)
    }
  }

  @Test func `A4_9 = yes fails unless A4_10 = yes and A4_11 names MFA or a managed list`() throws {
    func outcome(_ need: AnswerContent?, _ parts: [String: Value]?) throws -> Outcome {
      let answers = unusual.with("A4.10", need).with("A4.11", parts.map { .parts($0) })
      return try #require(try assess(answers).result("A4.9")).outcome
    }
    let words = Value.text("Set up by the IT provider")
    let mfa: [String: Value] = ["method": .word("mfa"), "describe": words]
    let list: [String: Value] = ["method": .word("ip-list"), "managed": .yes, "describe": words]
    #expect(try outcome(.yes, mfa) == .met)
    #expect(try outcome(.yes, list) == .met)
    #expect(try outcome(.no, mfa) == .automaticFail)
    #expect(try outcome(.no, list) == .automaticFail)
    #expect(try outcome(.yes, list.merging(["managed": .no]) { $1 }) == .automaticFail)
    #expect(try outcome(.yes, ["method": .word("neither"), "describe": words]) == .automaticFail)
    #expect(try outcome(.yes, list.merging(["managed": .dontKnow]) { $1 }) == .cannotDetermine)
    #expect(try outcome(.yes, nil) == .cannotDetermine)
    #expect(try outcome(nil, mfa) == .cannotDetermine)
    #expect(try outcome(.dontKnow, mfa) == .cannotDetermine)
    // One of the two missing for certain settles it, whatever the other is.
    #expect(try outcome(.no, nil) == .automaticFail)
  }

  @Test func `A4_9 = no asks for neither reason nor protection`() throws {
    let assessment = try assess(usual)
    #expect(assessment.result("A4.9")?.outcome == .met)
    #expect(assessment.result("A4.10") == nil)
    #expect(assessment.result("A4.11") == nil)
  }

  @Test func `A4_1_1 = no fails unless only rare systems have no firewall of their own`() throws {
    func outcome(_ kind: Value?) throws -> Outcome {
      let answers = unusual.with("A4.1.2", part: "kind", kind)
      return try #require(try assess(answers).result("A4.1.1")).outcome
    }
    #expect(try outcome(.word("rare")) == .met)
    #expect(try outcome(.word("mainstream")) == .automaticFail)
    #expect(try outcome(.dontKnow) == .cannotDetermine)
    #expect(try outcome(nil) == .cannotDetermine)
    let mainstream = try assess(unusual.with("A4.1.2", part: "kind", .word("mainstream")))
    #expect(mainstream.result("A4.1.1")?.confidence == .medium)
    #expect(mainstream.verdict == .notReady)
  }

  @Test func `with remote workers A4_1_1 = no is shown as a contradiction too`() throws {
    let ways: AnswerContent = .parts(["ways": .words(["home"])])
    let remote = try assess(unusual.with("A2.4.1", .number(1)).with("A2.4.2", ways))
    #expect(remote.contradictions.map(\.questions) == [["A2.4.1", "A4.1.1"]])
    #expect(try assess(unusual).contradictions.isEmpty)
  }

  @Test func `A5_7 is asked unless A5_5 is A alone`() throws {
    func asked(_ methods: [String]) throws -> Bool {
      let parts: [String: Value] = [
        "methods": .words(methods), "passwordless": .word("passkey"), "describe": .text("Keys"),
      ]
      return try assess(usual.with("A5.5", .parts(parts))).result("A5.7") != nil
    }
    #expect(try !asked(["A"]))
    for methods in [
      ["B"], ["C"], ["D"], ["E"], ["A", "B"], ["A", "D"], ["A", "B", "C", "D", "E"],
    ] {
      #expect(try asked(methods), "\(methods)")
    }
    let open = try assess(usual.with("A5.5", .dontKnow))
    #expect(open.waiting == ["A5.7"])
    let notHosted = try assess(usual.with("A5.4", .no))
    #expect(notHosted.result("A5.7") == nil && !notHosted.waiting.contains("A5.7"))
  }

  @Test func `A8_1 without B while A2_8 lists phones is not met`() throws {
    let without = try assess(usual.with("A8.1", .options("A")).without("A8.4", "A8.5"))
    #expect(without.result("A8.1")?.outcome == .notMet)
    #expect(without.result("A8.1")?.mark == .major)
    #expect(without.verdict == .notReady)
    #expect(without.contradictions.map(\.id) == ["phones-without-b"])
    // No phones: A alone will do.
    #expect(try assess(unusual).result("A8.1")?.outcome == .met)
    // Not known whether there are phones: not known whether A is enough.
    let open = try assess(unusual.with("A2.8-any", .yes))
    #expect(open.result("A8.1")?.outcome == .cannotDetermine)
  }
}
