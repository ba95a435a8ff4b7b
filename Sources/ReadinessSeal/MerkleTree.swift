import ReadinessAttestation

/// The Merkle tree of RFC 9162, section 2.1, over SHA-256.
///
/// A leaf's hash is SHA-256 of 00 and the leaf, a node's SHA-256 of 01 and the two hashes below it:
/// so that no node can be passed off as a leaf. The left half of a tree holds the largest power of
/// two that is smaller than the number of leaves.
public struct MerkleTree: Sendable {
  /// The hashes of each height, the leaves' first; each level has half as many, rounded up.
  private let levels: [[[UInt8]]]

  /// The tree over these leaves, in that order.
  ///
  /// - Parameter leafHashes: by ``leafHash(_:)``, 32 bytes each.
  public init(leafHashes: [[UInt8]]) {
    var levels = [leafHashes]
    var level = leafHashes
    while level.count > 1 {
      var above: [[UInt8]] = []
      above.reserveCapacity((level.count + 1) / 2)
      for left in stride(from: 0, to: level.count, by: 2) {
        // The last one of an odd level has no neighbour and goes up as it is.
        above.append(
          left + 1 < level.count ? Self.nodeHash(level[left], level[left + 1]) : level[left]
        )
      }
      levels.append(above)
      level = above
    }
    self.levels = levels
  }

  /// How many leaves there are.
  public var count: Int { levels.first?.count ?? 0 }

  /// The tree's head, 32 bytes; SHA-256 of nothing for a tree without leaves.
  public var root: [UInt8] { levels.last?.first ?? Digest.sha256([]) }

  /// The hashes that lead from a leaf to the root, the lowest first; `nil` where there is no such leaf.
  ///
  /// - Parameter index: the leaf's place, from 0.
  public func path(of index: Int) -> [[UInt8]]? {
    guard index >= 0, index < count else { return nil }
    var path: [[UInt8]] = []
    var place = index
    for level in levels.dropLast() {
      let neighbour = place ^ 1
      if neighbour < level.count { path.append(level[neighbour]) }
      place >>= 1
    }
    return path
  }

  /// The hash of a leaf.
  public static func leafHash(_ leaf: [UInt8]) -> [UInt8] { Digest.sha256([0x00] + leaf) }

  /// The hash of a node.
  static func nodeHash(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
    Digest.sha256([0x01] + left + right)
  }

  /// The root to which a path leads, by RFC 9162 section 2.1.3.2.
  ///
  /// - Parameters:
  ///   - path: the hashes from the leaf to the root, the lowest first.
  ///   - leafHash: the leaf's hash.
  ///   - index: the leaf's place, from 0.
  ///   - count: how many leaves the tree has.
  /// - Returns: the root; `nil` where no path of that length belongs to such a place.
  public static func root(
    by path: [[UInt8]],
    from leafHash: [UInt8],
    at index: Int,
    of count: Int
  ) -> [UInt8]? {
    guard index >= 0, index < count else { return nil }
    var place = index
    var last = count - 1
    var hash = leafHash
    for neighbour in path {
      guard last > 0, neighbour.count == 32 else { return nil }
      if place & 1 == 1 || place == last {
        hash = nodeHash(neighbour, hash)
        while place & 1 == 0, place != 0 {
          place >>= 1
          last >>= 1
        }
      } else {
        hash = nodeHash(hash, neighbour)
      }
      place >>= 1
      last >>= 1
    }
    return last == 0 ? hash : nil
  }
}
