import Glibc
import ReadinessCore
import TestSupport
import Testing

@testable import ReadinessAttestation

/// Files with what a verifier must say of them, for others to replay too.
struct VectorTests {
  private static let folder = "Tests/ReadinessAttestationTests/Vectors/Files"

  @Test func `every vector is judged as it says`() throws {
    let names = try Repository.files(in: Self.folder).filter { $0.hasSuffix(".txt") }
    #expect(names.count >= 30)
    for name in names {
      let text = try Repository.bytes("\(Self.folder)/\(name)").text
      let vector = try #require(Vector(text: text), "\(name)")
      #expect(vector.text == text, "\(name)")
      let other = try vector.with.map { try Repository.bytes("\(Self.folder)/\($0)") }
      let bytes = try Repository.bytes("\(Self.folder)/\(vector.file)")
      #expect(try vector.found(bytes, with: other) == vector.expect, "\(name): \(vector.what)")
    }
  }

  @Test func `every decision and most steps have a vector`() throws {
    let names = try Repository.files(in: Self.folder).filter { $0.hasSuffix(".txt") }
    let expected = try names.map { try Repository.bytes("\(Self.folder)/\($0)").text }.joined()
    for word in [
      "valid", "undecided", "rejected", "does not meet policy", "container", "manifest",
      "signature", "chain", "schema", "statement", "subject", "rendering", "disclosure",
      "presentation", "register",
    ] {
      #expect(expected.contains(word), "\(word)")
    }
  }

  /// Makes all vectors anew; the keys and signatures in them are new each time, the rest is not.
  @Test(.enabled(if: getenv("READINESS_RECORD_VECTORS") != nil))
  func `vectors are recorded, and a run that records proves nothing`() throws {
    for recorded in try VectorRecorder().all() {
      let base = Repository.path(Self.folder) + "/" + recorded.name
      try Self.write(recorded.bytes, to: "\(base).bin")
      try Self.write(Array(recorded.vector.text.utf8), to: "\(base).txt")
    }
    Issue.record("the vectors were recorded; look at the changes and run the tests again")
  }

  private static func write(_ bytes: [UInt8], to path: String) throws {
    let file = try #require(fopen(path, "w"), "\(path)")
    defer { fclose(file) }
    #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
  }
}
