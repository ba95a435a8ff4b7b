import ReadinessCore
import Testing

@testable import ReadinessAttestation

struct StatementRoundTripTests {
  static let samples: [String: Statement] = [
    "ready": SampleStatement.ready(), "not ready": SampleStatement.notReady(),
    "incomplete": SampleStatement.incomplete(), "full": SampleStatement.full(),
  ]

  @Test(arguments: samples.keys.sorted())
  func `reading gives back what was written`(name: String) throws {
    let statement = try #require(Self.samples[name])
    let bytes = StatementWriter.xml(statement)
    let read = try StatementReader.read(bytes)
    #expect(read == statement)
    #expect(StatementWriter.xml(read) == bytes)
  }

  @Test func `the samples make sense`() {
    for statement in Self.samples.values {
      #expect(StatementSense.problems(statement, at: statement.issued).isEmpty)
    }
  }

  @Test func `every element stands on a line of its own`() {
    let lines = StatementWriter.xml(SampleStatement.full()).split(separator: 0x0A)
    #expect(lines.allSatisfy { $0.first == 0x3C && $0.last == 0x3E })
    let answers = lines.count { $0.starts(with: "<answer question=\"".utf8) }
    #expect(answers == SampleStatement.questions.count)
  }

  @Test func `a digest stands in the file as sha256sum prints it`() throws {
    let disclosure = try #require(
      SampleStatement.disclosures().first { $0.fileName == "disclosure-A1.3.json" }
    )
    let text = String(decoding: StatementWriter.xml(SampleStatement.ready()), as: UTF8.self)
    #expect(text.contains("<answer question=\"A1.3\" digest=\"\(disclosure.digest)\" note=\""))
  }

  @Test func `hostile names come back exactly and stand escaped in the file`() throws {
    for name in HostileText.names {
      var statement = SampleStatement.full()
      statement.subject.legalName = name
      statement.subject.tradingNames = [name]
      statement.declaration.role = name
      statement.certificatesHeld[0].registerChecks[0].by = name
      let bytes = StatementWriter.xml(statement)
      let read = try StatementReader.read(bytes)
      #expect(read.subject.legalName.utf8.elementsEqual(name.utf8))
      #expect(read.declaration.role.utf8.elementsEqual(name.utf8))
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("<script"))
      #expect(!HiddenCharacters.occur(in: text.replacing("\n", with: "")))
    }
  }

  @Test func `letters that Swift takes for equal stay what they are`() throws {
    var statement = SampleStatement.ready()
    statement.subject.legalName = "Cafe\u{301} \u{212A}elvin Ltd"
    let read = try StatementReader.read(StatementWriter.xml(statement))
    #expect(read.subject.legalName.utf8.elementsEqual("Cafe\u{301} \u{212A}elvin Ltd".utf8))
  }

  @Test func `characters that XML cannot hold do not reach the file`() throws {
    var statement = SampleStatement.ready()
    statement.subject.legalName = "A\u{0}B\u{B}C\u{FFFE}D"
    let read = try StatementReader.read(StatementWriter.xml(statement))
    #expect(read.subject.legalName == "A\u{FFFD}B\u{FFFD}C\u{FFFD}D")
    let codes = StatementSense.problems(statement, at: statement.issued).map(\.code)
    #expect(codes == [.textNotAllowed])
  }
}
