/// Finds the problem that was met before, by the bytes that the report tells it with.
///
/// A large report tells the same few thousand problems again on every device: no string is made
/// for one that is known.
struct ProblemKeys {
  private struct Key {
    let start: Int
    let count: Int
    /// The problem's place in the report.
    let problem: Int32
    /// The next key with the same hash; -1 for none.
    let next: Int32
  }

  private var keys: [Key] = []
  private var bytes: [UInt8] = []
  private var heads: [Int: Int32] = [:]

  /// The most bytes of all keys together.
  private static let mostBytes = 16 << 20

  /// The place of the problem that those bytes tell.
  ///
  /// - Parameters:
  ///   - key: the bytes; the same bytes must always tell the same problem.
  ///   - make: reads the problem from them where they are new, and gives its place.
  mutating func place(
    _ key: [UInt8],
    make: () throws(ScanImportError) -> Int32
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
    let place = try make()
    // Beyond this the key is not remembered, which costs time and nothing else.
    guard bytes.count + key.count <= Self.mostBytes else { return place }
    keys.append(Key(start: bytes.count, count: key.count, problem: place, next: head))
    bytes.append(contentsOf: key)
    heads[hash] = Int32(keys.count - 1)
    return place
  }
}
