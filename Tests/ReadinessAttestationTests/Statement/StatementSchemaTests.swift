import Glibc
import Testing

@testable import ReadinessAttestation

/// What we write against the schema as another validator sees it.
struct StatementSchemaTests {
  private static let xmllint = "/usr/bin/xmllint"

  private static func validate(_ bytes: [UInt8]) throws -> Bool {
    var name = Array("/tmp/readiness-attestation-XXXXXX".utf8CString)
    let file = mkstemp(&name)
    try #require(file >= 0)
    let path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { unlink(path) }
    try #require(write(file, bytes, bytes.count) == bytes.count)
    close(file)
    let checkout = #filePath.split(separator: "/").dropLast(4).map { "/\($0)" }.joined()
    let schema = "\(checkout)/Sources/ReadinessAttestation/attestation.xsd"
    return system("\(xmllint) --noout --schema '\(schema)' \(path) 2>/dev/null") == 0
  }

  @Test(
    .enabled(if: access(xmllint, X_OK) == 0),
    arguments: StatementRoundTripTests.samples.keys.sorted()
  )
  func `xmllint finds every sample valid`(name: String) throws {
    let statement = try #require(StatementRoundTripTests.samples[name])
    #expect(try Self.validate(StatementWriter.xml(statement)))
  }

  @Test(.enabled(if: access(xmllint, X_OK) == 0))
  func `xmllint refuses a digest that is too short`() throws {
    var statement = SampleStatement.ready()
    statement.sealedAnswers[0].digest.removeLast(2)
    #expect(try !Self.validate(StatementWriter.xml(statement)))
  }
}
