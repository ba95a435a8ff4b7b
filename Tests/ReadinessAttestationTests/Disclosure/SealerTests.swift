import ReadinessCore
import Testing

@testable import ReadinessAttestation

struct SealerTests {
  @Test func `every question is sealed, asked or not, with or without a note`() throws {
    let questions: [Sealer.Question] = [
      .init(id: "A1.1", answer: .string("yes"), note: "n", isPublic: true),
      .init(id: "A1.2", answer: nil),
    ]
    let (sealed, files) = try Sealer.seal(
      questions: questions,
      salt: SampleStatement.countingSalts()
    )
    #expect(sealed.map(\.question) == ["A1.1", "A1.2"])
    #expect(sealed.map(\.isPublic) == [true, false])
    #expect(files.count == 4)
    #expect(Set(files.map(\.digest)).count == 4)
    #expect(sealed.flatMap { [$0.digest, $0.noteDigest] } == files.map(\.digest))
  }

  @Test func `the same answer has another digest under another salt`() throws {
    let question = Sealer.Question(id: "A1.1", answer: .string("yes"))
    let first = try Sealer.seal(questions: [question], salt: SampleStatement.countingSalts())
    let second = try Sealer.seal(
      questions: [question],
      salt: SampleStatement.countingSalts(from: 1)
    )
    #expect(first.sealed != second.sealed)
  }

  @Test func `randomness that repeats itself is noticed`() throws {
    let salt = try #require(Salt([UInt8](repeating: 0, count: 16)))
    #expect {
      try Sealer.seal(questions: [.init(id: "A1.1", answer: nil)]) { salt }
    } throws: { ($0 as? DisclosureError)?.code == .repeated }
  }

  @Test func `ids that make the same file name are refused`() {
    #expect {
      try Sealer.seal(
        questions: [.init(id: "A1.1", answer: nil), .init(id: "a1.1", answer: nil)],
        salt: SampleStatement.countingSalts()
      )
    } throws: { ($0 as? DisclosureError)?.code == .repeated }
  }

  @Test(arguments: ["", "../x", "A 1", "A1\u{202E}", String(repeating: "A", count: 41), "1A"])
  func `an id that no file can be named after is refused`(id: String) {
    #expect(throws: DisclosureError.self) {
      try Sealer.seal(
        questions: [.init(id: id, answer: nil)],
        salt: SampleStatement.countingSalts()
      )
    }
  }

  @Test(arguments: [
    (Statement.Detail.verdict, ["theme", "theme", "requirement"]),
    (.themes, ["requirement"]), (.requirements, []),
  ])
  func `what the detail does not show is sealed`(
    detail: Statement.Detail,
    kinds: [String]
  ) throws {
    let (sealed, files) = try Sealer.seal(
      themes: [
        .init(theme: "FW", title: "Firewalls", outcome: .met),
        .init(theme: "MP", title: "Malware", outcome: .notMet),
      ],
      requirements: [.init(requirement: "FW-1", theme: "FW", title: "x", outcome: .met)],
      detail: detail,
      salt: SampleStatement.countingSalts()
    )
    #expect(sealed.map(\.kind.rawValue) == kinds)
    #expect(sealed.map(\.digest) == files.map(\.digest))
  }
}
