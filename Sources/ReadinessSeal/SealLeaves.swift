import ReadinessAttestation

/// Why a file of this library's formats cannot be read or used, in words.
public struct SealError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The reason: lower case, no full stop, safe to print.
  public let description: String

  init(_ description: String) { self.description = VisibleText.of(description) }
}

/// All results of a run with their salts: what the analyst keeps.
///
/// Whoever has this file can tell from it what each file came to whose digest he knows.
public struct SealLeaves: Hashable, Sendable {
  /// In the order of the leaves' hashes, so that a place in the tree tells nothing.
  public let results: [SealedResult]

  /// The most results of one run.
  public static let limit = 1_000_000

  /// These results, brought into their order.
  ///
  /// - Throws: where there are none, or too many.
  public init(_ results: [SealedResult]) throws(SealError) {
    guard (1...Self.limit).contains(results.count) else {
      throw SealError(
        results.isEmpty ? "there are no results to seal" : "there are too many results"
      )
    }
    self.results = results.map { ($0, $0.leafHash) }
      .sorted { $0.1.lexicographicallyPrecedes($1.1) }
      .map(\.0)
  }

  /// The tree over them.
  public var tree: MerkleTree { MerkleTree(leafHashes: results.map(\.leafHash)) }

  /// The file: one result to the line.
  public var bytes: [UInt8] { results.flatMap(\.line) }

  /// Reads the file.
  ///
  /// - Throws: the first line that is not exactly as it is written.
  public static func read(_ bytes: [UInt8]) throws(SealError) -> SealLeaves {
    var results: [SealedResult] = []
    var previous: [UInt8] = []
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let number = results.count + 1
      guard number <= limit else { throw SealError("there are too many results") }
      let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.endIndex
      guard let result = SealedResult(line: Array(bytes[start..<end])) else {
        throw SealError("line \(number) is not a result as a seal's leaves are written")
      }
      let hash = result.leafHash
      guard previous.lexicographicallyPrecedes(hash) else {
        throw SealError("line \(number) is not in its place")
      }
      results.append(result)
      previous = hash
      start = end
    }
    return try SealLeaves(results)
  }

  /// Shows what the file of that digest came to, without the others.
  ///
  /// - Parameter file: SHA-256 of the file, 64 hexadecimal digits in lower case.
  /// - Returns: a proof for each time that the file was given; empty where it was not.
  public func proofs(for file: String) -> [ResultProof] {
    let places = results.indices.filter { results[$0].file == file }
    guard !places.isEmpty else { return [] }
    let tree = tree
    return places.compactMap { place in
      tree.path(of: place).map {
        ResultProof(
          result: results[place],
          index: place,
          count: results.count,
          path: $0,
          root: tree.root
        )
      }
    }
  }
}
