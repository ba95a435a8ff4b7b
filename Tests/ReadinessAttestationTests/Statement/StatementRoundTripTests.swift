import ReadinessCore
import Testing

@testable import ReadinessAttestation

struct StatementRoundTripTests {
  static let samples: [Statement] = [
    SampleStatement.ready(), SampleStatement.notReady(), SampleStatement.incomplete(),
    SampleStatement.full(),
  ]

  @Test(arguments: samples)
  func `reading gives back what was written`(statement: Statement) throws {
    let bytes = StatementWriter.xml(statement)
    let read: Statement
    do { read = try StatementReader.read(bytes) } catch {
      Issue.record("\(error)")
      return
    }
    #expect(read == statement)
    #expect(StatementWriter.xml(read) == bytes)
  }
}
