import ReadinessCore

@testable import ReadinessAttestation

/// A vector that was made, with the files that it needs.
struct RecordedVector {
  let name: String
  var vector: Vector
  /// The files to be kept beside it, by name.
  var files: [String: [UInt8]]

  /// The container that it is about; empty where that is another vector's.
  var bytes: [UInt8] { files[vector.file] ?? [] }

  /// The same, with something about the judgement changed.
  func with(_ change: (inout Vector) -> Void) -> RecordedVector {
    var copy = self
    change(&copy.vector)
    return copy
  }

  /// The same with another file beside it.
  func with(_ bytes: [UInt8], as file: String) -> RecordedVector {
    var copy = self
    copy.files[file] = bytes
    return copy
  }
}
