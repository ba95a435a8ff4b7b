import ReadinessCore
import ReadinessXML
import TestSupport
import Testing

/// The shipped question set against the facts' tables.
struct ShippedPackTests {
  private let facts = DanzellFacts.lines

  @Test func `nothing is wrong with it`() throws {
    let bytes = try Repository.bytes(Pack.path)
    let (questionnaire, problems) = try QuestionnaireChecks.check(bytes, sha256: Pack.noDigest)
    #expect(problems.map(\.told) == [])
    #expect(questionnaire.questions.count > 106)
  }

  @Test func `it holds exactly the 106 questions of Danzell, in the scheme's order`() throws {
    #expect(facts.count == 106)
    #expect(Set(facts.map(\.id)).count == 106)
    let scheme = try Pack.shipped().questions.filter { !$0.isOwn }.map(\.id)
    #expect(scheme == facts.map(\.id))
  }

  @Test func `it says which set it is`() throws {
    // Facts, section 1.
    let pack = try Pack.shipped()
    #expect(pack.id == "cyber-essentials")
    #expect(pack.scheme == "Cyber Essentials")
    #expect(pack.edition == "Danzell")
    #expect(pack.version == "16.2")
    #expect(pack.validFrom == day("2026-04-27"))
    #expect(pack.supersedes == "Willow")
    #expect(pack.previous?.edition == "Willow")
    #expect(pack.previous?.version == "15")
    #expect(pack.tolerance == 0)
  }

  @Test func `each question bears the mark and the confidence of the facts`() throws {
    let marks: [String: (Mark, Confidence)] = [
      "AF": (.automaticFail, .high), "AF?": (.automaticFail, .medium), "MAJ": (.major, .medium),
      "INFO": (.information, .medium), "SCOPE": (.scope, .high),
    ]
    let pack = try Pack.shipped()
    for line in facts {
      let question = try #require(pack.question(line.id))
      let (mark, confidence) = try #require(marks[line.mark])
      #expect(question.mark == mark, "\(line.id)")
      // The option lists of these two are ours (facts, section 8, point 4), and the pack says so.
      if line.id == "A1.7" || line.id == "A1.14" {
        #expect(question.confidence == .low, "\(line.id)")
      } else {
        #expect(question.confidence == confidence, "\(line.id)")
      }
    }
    #expect(
      facts.filter { $0.mark == "AF" }.map(\.id) == ["A6.4", "A6.5", "A7.15", "A7.16", "A7.17"]
    )
  }

  @Test func `no is the good answer where the facts warn of it`() throws {
    let pack = try Pack.shipped()
    #expect(pack.question("A4.7")?.good == .no)
    // A6.3 and A4.9 have rules, since yes may do; no is met, yes alone is not.
    for id in ["A6.3", "A4.9"] {
      let question = try #require(pack.question(id))
      #expect(question.good == nil)
      let no = Condition.answer(.init(question: id), isOneOf: ["no"])
      #expect(question.rules.contains { $0.gives == .met && $0.condition == no }, "\(id)")
    }
    for id in ["A5.4", "A7.14", "A6.4.1", "A6.5.1"] {
      #expect(pack.question(id)?.good == .either, "\(id)")
    }
    let yesNo = pack.questions.filter { $0.kind == .yesNo && $0.mark != .information }
    let others = yesNo.filter { $0.good != .yes }.map(\.id)
    #expect(others == ["A4.1.1", "A4.7", "A4.9", "A6.3"])
  }

  @Test func `each question knows the id it had in Willow`() throws {
    let pack = try Pack.shipped()
    for line in facts {
      let question = try #require(pack.question(line.id))
      #expect(question.was == line.was, "\(line.id)")
      #expect((question.carry == .new) == (line.was == nil), "\(line.id)")
    }
    // Facts, section 1: what is new, what was renumbered.
    #expect(
      facts.filter { $0.was == nil }.map(\.id) == [
        "A1.3", "A1.5.1", "A1.6", "A1.6.1", "A1.12", "A1.14", "A1.16", "A2.2.1", "A2.2.2",
        "A2.3.1", "A2.3.2", "A2.4.2", "A2.5.1",
      ]
    )
    #expect(pack.question("A2.6")?.was == "A2.4")
    #expect(pack.question("A2.4")?.was == "A2.7")
    #expect(pack.questions.filter(\.isOwn).allSatisfy { $0.was == nil && $0.carry == .new })
  }

  @Test func `what Danzell changed in words is shown again`() throws {
    // Facts, section 1: A2.1 became a choice; A2.9 and A7.14 carry the cloud definition; A6.4,
    // A6.5, A7.15, A7.16 and A7.17 say what fails.
    let pack = try Pack.shipped()
    for id in ["A2.1", "A2.9", "A6.4", "A6.5", "A7.14", "A7.15", "A7.16", "A7.17"] {
      #expect(pack.question(id)?.carry == .reworded, "\(id)")
    }
  }

  @Test func `each question maps to the requirements of the facts`() throws {
    let pack = try Pack.shipped()
    for line in facts {
      let question = try #require(pack.question(line.id))
      #expect(Set(question.requirements).isSuperset(of: line.maps), "\(line.id)")
    }
  }

  @Test func `a question that always applies has no gate, and only such`() throws {
    let pack = try Pack.shipped()
    for line in facts {
      let question = try #require(pack.question(line.id))
      #expect((question.when == nil) == line.isAlways, "\(line.id)")
    }
  }

  @Test func `what can fail outright is asked first`() throws {
    let pack = try Pack.shipped()
    let fails = pack.questions.filter { $0.mark == .automaticFail }
    #expect(fails.count == 12)
    #expect(fails.filter { !$0.isFirst }.map(\.id) == [])
    let own = pack.questions.filter(\.isOwn).map(\.id)
    #expect(own == ["A1.5.1-any", "A1.7-defence", "A2.6.1-any", "A2.7-any", "A2.8-any"])
  }

  @Test func `questions of ours are context, and never counted as the scheme's`() throws {
    let own = try Pack.shipped().questions.filter(\.isOwn)
    #expect(own.allSatisfy { $0.mark == .information && $0.good == .either && $0.kind == .yesNo })
    #expect(own.allSatisfy { !DanzellFacts.lines.map(\.id).contains($0.id) })
  }

  @Test func `the price bands are those of the facts`() throws {
    let prices = try #require(try Pack.shipped().prices)
    #expect(prices.headCount == "A1.3")
    #expect(prices.confidence == .medium)
    let seen = [0, 9, 10, 49, 50, 249, 250, 100_000].map { prices.band(for: $0)?.pounds }
    #expect(seen == [320, 320, 440, 440, 500, 500, 600, 600])
    #expect(prices.band(for: -1) == nil)
  }
}
