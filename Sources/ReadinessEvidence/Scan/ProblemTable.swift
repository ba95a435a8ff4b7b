/// Finds the problem that was met before, by the bytes that the report tells it with.
///
/// A large report tells the same few thousand problems again on every device: no string is made
/// for one that is known.
struct ProblemTable {
  /// Each kind of problem once, in the order of its first finding.
  private(set) var problems: [ScannedProblem] = []

  /// The most kinds of problem in one report.
  static let most = 100_000
  /// The most bytes of all keys together.
  static let mostBytes = 24 << 20

  private struct Key {
    let start: Int
    let count: Int
    /// The problem's place.
    let problem: Int32
    /// The next key with the same hash; -1 for none.
    let next: Int32
  }

  private var keys: [Key] = []
  private var bytes: [UInt8] = []
  private var heads: [Int: Int32] = [:]
  private var places: [ScannedProblem: Int32] = [:]

  /// The place of the problem that those bytes tell.
  ///
  /// - Parameters:
  ///   - key: the bytes; the same bytes must always tell the same problem.
  ///   - make: reads the problem from them, where they are new.
  /// - Throws: where a report has more kinds of problem than any scanner knows.
  mutating func place(
    _ key: [UInt8],
    make: () -> ScannedProblem
  ) throws(ScanImportError) -> Int32 {
    var hasher = Hasher()
    key.withUnsafeBytes { hasher.combine(bytes: $0) }
    let hash = hasher.finalize()
    let head = heads[hash] ?? -1
    var index = head
    while index >= 0 {
      let known = keys[Int(index)]
      if known.count == key.count, bytes[known.start..<(known.start + known.count)] == key[...] {
        return known.problem
      }
      index = known.next
    }
    let place = try self.place(of: make())
    guard bytes.count + key.count <= Self.mostBytes else { throw Self.tooMany }
    keys.append(Key(start: bytes.count, count: key.count, problem: place, next: head))
    bytes.append(contentsOf: key)
    heads[hash] = Int32(keys.count - 1)
    return place
  }

  /// The place of a problem.
  ///
  /// - Throws: where a report has more kinds of problem than any scanner knows.
  mutating func place(of problem: ScannedProblem) throws(ScanImportError) -> Int32 {
    if let known = places[problem] { return known }
    guard problems.count < Self.most else { throw Self.tooMany }
    let place = Int32(problems.count)
    problems.append(problem)
    places[problem] = place
    return place
  }

  private static let tooMany = ScanImportError(
    .hostile,
    "the report has more than \(most) kinds of problem"
  )
}
