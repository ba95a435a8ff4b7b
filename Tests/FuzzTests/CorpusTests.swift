import FuzzTargets
import TestSupport
import Testing

/// What the fuzzer began with, and what it found.
struct CorpusTests {
  private static let folder = "Tests/Fuzz/Corpus"

  @Test(arguments: FuzzTarget.allCases)
  func `the kept inputs stop nothing`(target: FuzzTarget) throws {
    let folder = "\(Self.folder)/\(target.rawValue)"
    let names = try Repository.files(in: folder)
    #expect(!names.isEmpty)
    for name in names { target.read(try Repository.bytes("\(folder)/\(name)")) }
  }

  @Test(arguments: FuzzTarget.allCases)
  func `inputs spoiled at random stop nothing`(target: FuzzTarget) throws {
    let folder = "\(Self.folder)/\(target.rawValue)"
    var random = DeterministicNumbers(seed: 2_026)
    for name in try Repository.files(in: folder) {
      let bytes = try Repository.bytes("\(folder)/\(name)")
      for _ in 0..<30 { target.read(random.spoiled(bytes)) }
    }
  }
}

extension DeterministicNumbers {
  /// The bytes with some overwritten, taken out, doubled or cut off.
  fileprivate mutating func spoiled(_ bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    for _ in 0...Int.random(in: 0..<4, using: &self) where !result.isEmpty {
      let place = Int.random(in: result.indices, using: &self)
      let end = min(result.count, place + Int.random(in: 1...40, using: &self))
      switch Int.random(in: 0..<5, using: &self) {
      case 0: result[place] = UInt8.random(in: 0...255, using: &self)
      case 1: result.removeSubrange(place..<end)
      case 2: result.insert(contentsOf: result[place..<end], at: place)
      case 3: result.removeSubrange(place...)
      default: for index in place..<end { result[index] = 0xFF }
      }
    }
    return result
  }
}
