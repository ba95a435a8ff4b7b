import Testing

@testable import ReadinessAttestation

/// The quick way of reading a statement accepts nothing that the whole way refuses.
@Suite struct SealedLinesTests {
  @Test func `both ways read the same statement`() throws {
    for statement in [
      SampleStatement.ready(), SampleStatement.notReady(), SampleStatement.incomplete(),
    ] {
      let bytes = StatementWriter.xml(statement)
      let sealed = try #require(SealedLines(bytes))
      #expect(sealed.filling(try StatementReader.document(sealed.rest)) == statement)
      #expect(try StatementReader.document(bytes) == statement)
    }
  }

  @Test func `the rest holds one line of each kind`() throws {
    let sealed = try #require(SealedLines(StatementWriter.xml(SampleStatement.ready())))
    let lines = String(decoding: sealed.rest, as: UTF8.self).split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("<answer ") } == 1)
    #expect(lines.count { $0.hasPrefix("<sealed-outcome ") } == 1)
  }

  /// Every place of the file, with bytes that mean something to XML and with ones that do not.
  @Test(arguments: Array("\"<>&/ \nA0g\u{0}".utf8) + [0xFF])
  func `a changed byte is read the same in both ways`(byte: UInt8) {
    let bytes = StatementWriter.xml(SampleStatement.ready())
    for place in stride(from: 0, to: bytes.count, by: 23) {
      var changed = bytes
      changed[place] = byte
      expectSame(changed)
    }
  }

  @Test func `a missing, doubled or moved line is read the same in both ways`() {
    let bytes = StatementWriter.xml(SampleStatement.ready())
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    for place in lines.indices where place % 5 == 0 {
      var missing = lines
      let line = missing.remove(at: place)
      expectSame(Array(missing.joined(separator: [0x0A])))
      var doubled = lines
      doubled.insert(line, at: place)
      expectSame(Array(doubled.joined(separator: [0x0A])))
      missing.insert(line, at: missing.count / 2)
      expectSame(Array(missing.joined(separator: [0x0A])))
    }
  }

  private func expectSame(_ bytes: [UInt8]) {
    let whole = try? StatementReader.document(bytes)
    let quick = SealedLines(bytes).flatMap { sealed in
      (try? StatementReader.document(sealed.rest)).flatMap { sealed.filling($0) }
    }
    // The quick way may leave a file to the whole way; it never reads another statement.
    if let quick { #expect(quick == whole) }
  }
}
