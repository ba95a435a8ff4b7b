import ReadinessCore
import TestSupport
import Testing

/// The words of the shipped question set: short, plain, and never claiming to certify.
struct ShippedTextsTests {
  /// Every text of the pack, with where it stands.
  private static func texts() throws -> [(place: String, text: String)] {
    let pack = try Pack.shipped()
    var texts = [("title", pack.title), ("about", pack.about), ("prices", pack.prices?.note ?? "")]
    for requirement in pack.requirements {
      texts.append((requirement.id, requirement.short))
      texts.append((requirement.id, requirement.notAsked ?? ""))
    }
    for section in pack.sections {
      texts += [(section.id, section.title), (section.id, section.intro ?? "")]
    }
    for question in pack.questions { texts += self.texts(of: question).map { (question.id, $0) } }
    texts += pack.contradictions.map { ($0.id, $0.says) }
    return texts.filter { !$0.1.isEmpty }
  }

  private static func texts(of question: Question) -> [String] {
    let words = question.words
    var texts = [words.prompt, words.why, words.findOut, words.compliant, words.caution ?? ""]
    texts += question.options.map(\.text) + question.parts.map(\.prompt)
    texts += question.parts.flatMap(\.options).map(\.text)
    texts += question.columns.map(\.prompt) + question.columns.flatMap(\.options).map(\.text)
    texts += question.rules.map(\.because) + question.evidence.map(\.text)
    texts += question.remedies.flatMap { [$0.text, $0.scope ?? "", $0.insurance ?? ""] }
    return texts
  }

  private static func prompts() throws -> [(place: String, text: String)] {
    try Pack.shipped().questions.flatMap { question in
      [(question.id, question.words.prompt)]
        + question.parts.map { ("\(question.id) \($0.id)", $0.prompt) }
        + question.columns.map { ("\(question.id) \($0.id)", $0.prompt) }
    }
  }

  private static func words(_ text: some StringProtocol) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "-" }.map { $0.lowercased() }
  }

  @Test func `every text is there and of a readable length`() throws {
    for question in try Pack.shipped().questions {
      for text in [
        question.words.prompt, question.words.why, question.words.findOut,
        question.words.compliant,
      ] {
        #expect((10...400).contains(text.count), "\(question.id): \(text)")
      }
    }
    for (place, text) in try Self.texts() {
      #expect(text.count <= 700, "\(place): \(text)")
      #expect(!text.contains("\n"), "\(place): two texts in one language: \(text)")
    }
  }

  @Test func `every prompt fits in 240 characters`() throws {
    let prompts = try Self.prompts()
    #expect(prompts.count > 250)
    for (place, text) in prompts { #expect((1...240).contains(text.count), "\(place): \(text)") }
  }

  @Test func `no sentence of a prompt is longer than 30 words`() throws {
    for (place, text) in try Self.prompts() {
      for sentence in text.split(whereSeparator: { ".?!:;".contains($0) }) {
        #expect(Self.words(sentence).count <= 30, "\(place): \(sentence)")
      }
    }
  }

  @Test func `no text claims that anything is certified, passed or accredited`() throws {
    let forbidden: Set = [
      "certified", "certify", "certifies", "pass", "passes", "passed", "passing", "accredited",
      "accreditation", "accredit",
    ]
    let texts = try Self.texts()
    #expect(texts.count > 1_000)
    for (place, text) in texts {
      #expect(forbidden.isDisjoint(with: Self.words(text)), "\(place): \(text)")
    }
  }

  @Test func `it says what it is not`() throws {
    let about = try Pack.shipped().about
    for words in ["readiness self-assessment", "not a certificate", "NCSC", "IASME", "endorsed"] {
      #expect(about.contains(words), "\(words)")
    }
  }

  @Test func `every question can be explained, and every marked one has a remedy and evidence`()
    throws
  {
    let pack = try Pack.shipped()
    let sources = Set(pack.sources.map(\.id))
    for question in pack.questions {
      #expect(
        !question.sources.isEmpty && sources.isSuperset(of: question.sources),
        "\(question.id)"
      )
      #expect(!question.who.isEmpty, "\(question.id)")
      guard question.mark != .information else { continue }
      #expect(!question.remedies.isEmpty && !question.evidence.isEmpty, "\(question.id)")
      #expect(!question.needs.isEmpty, "\(question.id)")
      #expect(question.evidence.allSatisfy { $0.staleAfterDays <= 365 }, "\(question.id)")
    }
  }

  @Test func `where support has ended all ways out are given, with what each changes`() throws {
    // Design, 5.10.
    let pack = try Pack.shipped()
    for id in [
      "A6.1", "A6.2", "A6.2.1", "A6.2.2", "A6.2.3", "A6.2.4", "A6.3", "A6.3.1", "A6.6", "A6.7",
    ] {
      let question = try #require(pack.question(id))
      #expect(
        question.remedies.map(\.id) == ["upgrade", "extended-updates", "cut-off", "retire"],
        "\(id)"
      )
      #expect(question.remedies.allSatisfy { $0.scope != nil && $0.insurance != nil }, "\(id)")
    }
  }

  @Test func `every likely fail is told as such by its confidence, and every low one is rare`()
    throws
  {
    let pack = try Pack.shipped()
    let likely = pack.questions.filter { $0.mark == .automaticFail && $0.confidence != .high }
    #expect(
      likely.map(\.id) == ["A4.1.1", "A4.9", "A6.1", "A6.2.1", "A6.2.2", "A6.2.3", "A6.2.4"]
    )
    #expect(pack.questions.filter { $0.confidence == .low }.map(\.id) == ["A1.7", "A1.14"])
  }
}
