import ReadinessCore
import ReadinessXML
import TestSupport
import Testing

/// The shipped sampling rules against the facts, and mistakes in such a file.
struct PlusSamplingTests {
  private static let path = "Support/PlusSampling.xml"

  private func shipped() throws -> PlusSampling {
    try PlusSamplingReader.read(Repository.bytes(Self.path))
  }

  private func problems(_ old: String, _ new: String) throws -> [String] {
    let text = String(decoding: try Repository.bytes(Self.path), as: UTF8.self)
    try #require(text.contains(old))
    do throws(XMLReadingError) {
      _ = try PlusSamplingReader.read(Array(text.replacing(old, with: new).utf8))
      return []
    } catch {
      #expect(error.problems.allSatisfy { $0.position != nil })
      return error.problems.map(\.what)
    }
  }

  @Test func `the table is that of the facts, with its confidence and its source`() throws {
    let rules = try shipped()
    #expect(
      rules.sizes == [
        .init(from: 1, to: 1, sample: 1), .init(from: 2, to: 5, sample: 2),
        .init(from: 6, to: 19, sample: 3), .init(from: 20, to: 60, sample: 4),
        .init(from: 61, to: nil, sample: 5),
      ]
    )
    #expect(rules.sizesBasis.confidence == .medium && rules.sizesBasis.sources == ["S8"])
    #expect([-1, 0, 1, 3, 6, 60, 61, .max].map(rules.sample(of:)) == [0, 0, 1, 2, 3, 4, 5, 5])
    #expect(rules.accounts.ordinary == 1 && rules.accounts.administrator == 1)
    #expect(rules.accounts.basis.confidence == .high)
    #expect(rules.secondSample.confidence == .medium)
  }

  @Test func `the times are three months, 30 days, 72 hours and 14 days`() throws {
    let rules = try shipped()
    #expect(
      rules.windows.map { "\($0.id) \($0.inWords) \($0.basis.confidence.rawValue)" } == [
        "certificate 3 months high", "testing 30 days medium", "declaration 72 hours medium",
        "fix 14 days high",
      ]
    )
    let certificate = try #require(rules.window("certificate"))
    #expect(certificate.end(from: day("2026-11-30")) == day("2027-02-28"))
    #expect(rules.window("declaration")?.end(from: day("2026-11-30")) == day("2026-12-03"))
    #expect(certificate.answer?.question == "P0.1")
  }

  @Test func `what it names in the question sets is there`() throws {
    let rules = try shipped()
    let pack = try Pack.shipped()
    for table in rules.checklist.deviceTables {
      #expect(pack.question(table.question)?.column(table.name) != nil, "\(table.question)")
      #expect(
        pack.question(table.question)?.columns.contains { $0.role == .quantity } == true
      )
    }
    let cloud = rules.checklist.cloudServices
    #expect(pack.question(cloud.question)?.column(cloud.column) != nil)
    let answer = try #require(rules.window("certificate")?.answer)
    #expect(try PlusPack.shipped().id == answer.questionnaire)
    #expect(try PlusPack.shipped().question(answer.question)?.part(answer.part)?.kind == .date)
    #expect(rules.checklist.testCases.map(\.id) == ["TC1", "TC2", "TC3", "TC4", "TC5"])
    #expect(rules.checklist.testCases.flatMap(\.checks).allSatisfy { !$0.on.isEmpty })
  }

  @Test func `gaps and overlaps of sizes are told with their place`() throws {
    #expect(
      try problems(#"<size from="6" to="19""#, #"<size from="7" to="19""#)
        == ["this size begins at 7, but must at 6"]
    )
    #expect(
      try problems(#"<size from="61" sample="5"/>"#, #"<size from="61" to="90" sample="5"/>"#)
        == ["the last size must have no \"to\""]
    )
    #expect(
      try problems(#"<size from="1" to="1" sample="1"/>"#, #"<size from="1" to="1" sample="2"/>"#)
        == ["a sample of 2 from 1 devices"]
    )
    #expect(
      try problems(#"to="60" sample"#, #"to="20000" sample"#)
        == ["this size begins at 61, but must at 20001"]
    )
  }

  @Test func `an unknown source and a missing window are told`() throws {
    #expect(
      try problems(#"<sample-sizes source="S8""#, #"<sample-sizes source="S12""#)
        == ["there is no source \"S12\""]
    )
    #expect(
      try problems(#"id="declaration" count"#, #"id="testing" count"#).isEmpty == false
    )
  }

  @Test func `a file cut short anywhere, or with a DTD, is refused`() throws {
    let bytes = try Repository.bytes(Self.path)
    for count in stride(from: 0, to: bytes.count - 20, by: 97) {
      #expect(throws: XMLReadingError.self) {
        try PlusSamplingReader.read(Array(bytes.prefix(count)))
      }
    }
    let text = String(decoding: bytes, as: UTF8.self)
      .replacing("<plus-sampling ", with: "<!DOCTYPE x [<!ENTITY a \"b\">]><plus-sampling ")
    #expect(throws: XMLReadingError.self) { try PlusSamplingReader.read(Array(text.utf8)) }
  }
}
