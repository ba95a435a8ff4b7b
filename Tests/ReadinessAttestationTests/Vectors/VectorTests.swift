import Glibc
import ReadinessCore
import TestSupport
import Testing

@testable import ReadinessAttestation

/// Files with what a verifier must say of them, for others to replay too.
struct VectorTests {
  private static let folder = "Tests/ReadinessAttestationTests/Vectors/Files"

  private static func bytes(_ name: String) throws -> [UInt8] {
    try Repository.bytes("\(folder)/\(name)")
  }

  private static func vectors() throws -> [(name: String, vector: Vector)] {
    try Repository.files(in: folder).filter { $0.hasSuffix(".txt") }.map { name in
      let text = try bytes(name).text
      let vector = try #require(Vector(text: text), "\(name)")
      #expect(vector.text == text, "\(name)")
      return (String(name.dropLast(4)), vector)
    }
  }

  @Test func `every vector is judged as it says`() throws {
    let vectors = try Self.vectors()
    #expect(vectors.count >= 75)
    for (name, vector) in vectors {
      let result = try vector.judged(Self.bytes)
      #expect(Vector.words(result) == vector.expect, "\(name): \(vector.what)")
      #expect(result.signers.first?.stampedAt == vector.stamped, "\(name): \(vector.what)")
      let remarks = result.remarks.map { Vector.words($0) }
      for remark in vector.remarks {
        #expect(remarks.contains(remark), "\(name): \(vector.what): \(remarks)")
      }
    }
  }

  @Test func `every decision and every step that judges a file has a vector`() throws {
    let expected = try Self.vectors().map { $0.vector.expect }
    for word in ["valid", "undecided", "rejected", "does not meet policy"] {
      #expect(expected.contains { $0.hasPrefix(word) }, "\(word)")
    }
    for word in [
      "container", "manifest", "signature", "chain", "revocation", "timestamp", "schema",
      "statement", "subject", "rendering", "disclosure", "presentation", "register",
    ] {
      #expect(expected.contains { $0.contains(", \(word) ") }, "\(word)")
    }
  }

  @Test func `vectors made anew differ in keys and signatures, and in nothing else`() throws {
    let recorded = try VectorRecorder().all()
    let kept = try Self.vectors()
    #expect(recorded.map(\.name).sorted() == kept.map(\.name).sorted())
    let files = recorded.flatMap { $0.files.keys } + recorded.map { "\($0.name).txt" }
    #expect(try files.sorted() == Repository.files(in: Self.folder))
    for one in recorded {
      let text = try Self.bytes("\(one.name).txt").text
      #expect(VectorShape.masked(text) == VectorShape.masked(one.vector.text), "\(one.name)")
      for (name, bytes) in one.files {
        #expect(try VectorShape(bytes) == VectorShape(Self.bytes(name)), "\(name)")
      }
    }
  }

  /// Makes all vectors anew; the keys and signatures in them are new each time, the rest is not.
  @Test(.enabled(if: getenv("READINESS_RECORD_VECTORS") != nil))
  func `vectors are recorded, and a run that records proves nothing`() throws {
    for name in try Repository.files(in: Self.folder) { unlink(Self.path(name)) }
    for recorded in try VectorRecorder().all() {
      try Self.write(Array(recorded.vector.text.utf8), to: "\(recorded.name).txt")
      for (name, bytes) in recorded.files { try Self.write(bytes, to: name) }
    }
    Issue.record("the vectors were recorded; look at the changes and run the tests again")
  }

  private static func path(_ name: String) -> String { Repository.path(folder) + "/" + name }

  private static func write(_ bytes: [UInt8], to name: String) throws {
    let file = try #require(fopen(path(name), "w"), "\(name)")
    defer { fclose(file) }
    #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
  }
}
