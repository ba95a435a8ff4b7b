import ReadinessCore
import ReadinessXML
import TestSupport
import Testing

/// The shipped items for Cyber Essentials Plus against the facts.
struct PlusPackTests {
  @Test func `nothing is wrong with it, and all that it rests on is there`() throws {
    let bytes = try Repository.bytes(PlusPack.path)
    var asked: [String] = []
    let (pack, problems) = try QuestionnaireChecks.check(bytes, sha256: Pack.noDigest) { id in
      asked.append(id)
      return try? Pack.shipped()
    }
    #expect(problems.map(\.told) == [])
    #expect(asked == ["cyber-essentials"])
    #expect(pack.buildsOn == "cyber-essentials")
  }

  @Test func `it holds the items of the facts, in order`() throws {
    let ids = try PlusPack.shipped().questions.filter { !$0.isOwn }.map(\.id)
    #expect(
      ids == [
        "P0.1", "P0.2", "P1.1", "P1.2", "P2.1", "P2.2", "P2.3", "P3.1", "P3.2", "P3.3", "P4.1",
        "P4.2", "P5.1", "P6.1",
      ]
    )
  }

  @Test func `it says that the newest public test specification is version 3.2`() throws {
    let pack = try PlusPack.shipped()
    #expect(pack.about.contains("version 3.2"))
    #expect(pack.about.contains("April 2025"))
    #expect(pack.sources.first { $0.id == "S5" }?.title.contains("newest public one") == true)
    for words in ["readiness self-assessment", "not a certificate", "NCSC", "IASME", "endorsed"] {
      #expect(pack.about.contains(words), "\(words)")
    }
  }

  @Test func `there are five test cases, and each has items`() throws {
    let pack = try PlusPack.shipped()
    #expect(pack.themes.filter(\.technical).map(\.id) == ["tc1", "tc2", "tc3", "tc4", "tc5"])
    for theme in pack.themes {
      #expect(pack.sections.contains { $0.theme == theme.id && !$0.questions.isEmpty })
    }
  }

  @Test func `the steps of test case 1 end as the facts say, in their order`() throws {
    let flow = try #require(try PlusPack.shipped().question("P1.2")?.flow)
    #expect(flow.steps.map(\.gives) == [.adverse, .met, .adverse, .met, .adverse, .met, .met])
    #expect(flow.otherwise.gives == .adverse)
    #expect(
      flow.steps.last?.condition
        == .cellNumber(column: "locks-after", Bounds(atLeast: 1, atMost: 10))
    )
  }

  @Test func `the confidence of each item is that of its facts`() throws {
    let pack = try PlusPack.shipped()
    let medium = ["P0.2", "P2.3", "P3.3", "P4.2", "P6.1"]
    for question in pack.questions where !question.isOwn {
      #expect(
        question.confidence == (medium.contains(question.id) ? .medium : .high),
        "\(question.id)"
      )
    }
  }

  @Test func `no text claims that anything is certified, passed or accredited`() throws {
    let forbidden: Set = [
      "certified", "certify", "certifies", "pass", "passes", "passed", "passing", "accredited",
    ]
    let pack = try PlusPack.shipped()
    var texts = [pack.title, pack.about] + pack.contradictions.map(\.says)
    texts += pack.sections.flatMap { [$0.title, $0.intro ?? ""] } + pack.requirements.map(\.short)
    for question in pack.questions {
      let words = question.words
      texts += [words.prompt, words.why, words.findOut, words.compliant, words.caution ?? ""]
      texts += question.parts.map(\.prompt) + question.parts.flatMap(\.options).map(\.text)
      texts += question.columns.map(\.prompt) + question.columns.flatMap(\.options).map(\.text)
      texts += question.rules.map(\.because) + question.evidence.map(\.text)
      texts += question.remedies.map(\.text)
      texts +=
        (question.flow?.steps.map(\.because) ?? []) + [question.flow?.otherwise.because ?? ""]
      for prompt in [words.prompt] + question.parts.map(\.prompt) + question.columns.map(\.prompt) {
        #expect(prompt.count <= 240, "\(question.id): \(prompt)")
      }
    }
    #expect(texts.count > 200)
    for text in texts {
      let words = text.split { !$0.isLetter && $0 != "-" }.map { $0.lowercased() }
      #expect(forbidden.isDisjoint(with: words), "\(text)")
    }
  }

  @Test func `every marked item has a remedy, evidence, a need and something it rests on`() throws {
    for question in try PlusPack.shipped().questions where question.mark != .information {
      #expect(!question.remedies.isEmpty && !question.evidence.isEmpty, "\(question.id)")
      #expect(question.needs.contains("CEP"), "\(question.id)")
      // What is arranged for the day rests on nothing.
      #expect(question.restsOn.isEmpty == (question.id == "P6.1"), "\(question.id)")
    }
  }
}
