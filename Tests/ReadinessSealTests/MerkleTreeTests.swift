import ReadinessAttestation
import Testing

@testable import ReadinessSeal

/// The tree against the published vectors of RFC 6962 and RFC 9162.
struct MerkleTreeTests {
  /// The inputs of the reference implementation of Certificate Transparency.
  static let inputs = [
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
  ]
  static let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
  /// Its tree heads over the first so many inputs, from one.
  static let roots = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
  ]
  /// Its paths: the leaf's place from 0, the number of leaves, the hashes.
  static let paths: [(index: Int, count: Int, path: [String])] = [
    (0, 1, []),
    (
      0, 8,
      [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
      ]
    ),
    (
      5, 8,
      [
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      ]
    ),
    (2, 3, ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"]),
    (
      1, 5,
      [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
      ]
    ),
  ]

  static func hashes(_ count: Int) -> [[UInt8]] {
    inputs.prefix(count).map { MerkleTree.leafHash(Hex.bytes($0) ?? [0xFF]) }
  }

  @Test func `the heads are those of the published vectors`() {
    #expect(Hex.text(MerkleTree(leafHashes: []).root) == Self.empty)
    for (place, root) in Self.roots.enumerated() {
      #expect(Hex.text(MerkleTree(leafHashes: Self.hashes(place + 1)).root) == root)
    }
  }

  @Test func `the paths are those of the published vectors`() {
    for (index, count, path) in Self.paths {
      let tree = MerkleTree(leafHashes: Self.hashes(count))
      #expect(tree.path(of: index)?.map { Hex.text($0) } == path, "\(index) of \(count)")
    }
  }

  @Test func `the seven leaves of RFC 9162 section 2.1.5 have the paths that it draws`() throws {
    let leaf = Self.hashes(7)
    let (g, h) = (MerkleTree.nodeHash(leaf[0], leaf[1]), MerkleTree.nodeHash(leaf[2], leaf[3]))
    let i = MerkleTree.nodeHash(leaf[4], leaf[5])
    let (k, l) = (MerkleTree.nodeHash(g, h), MerkleTree.nodeHash(i, leaf[6]))
    let tree = MerkleTree(leafHashes: leaf)
    #expect(tree.path(of: 0) == [leaf[1], h, l])
    #expect(tree.path(of: 3) == [leaf[2], g, l])
    #expect(tree.path(of: 4) == [leaf[5], leaf[6], k])
    #expect(tree.path(of: 6) == [i, k])
    #expect(tree.root == MerkleTree.nodeHash(k, l))
  }

  @Test func `the tree is the one that the RFC defines by halves, for every size up to 70`() {
    func head(_ hashes: ArraySlice<[UInt8]>) -> [UInt8] {
      guard hashes.count > 1, let first = hashes.first else { return hashes.first ?? [] }
      var half = 1
      while half * 2 < hashes.count { half *= 2 }
      guard hashes.count > half else { return first }
      return MerkleTree.nodeHash(head(hashes.prefix(half)), head(hashes.dropFirst(half)))
    }
    for count in 1...70 {
      let leaves = (0..<count).map { MerkleTree.leafHash([UInt8($0)]) }
      #expect(MerkleTree(leafHashes: leaves).root == head(leaves[...]), "\(count)")
    }
  }

  @Test func `every path leads to the root, and no other path, place or size does`() throws {
    for count in 1...33 {
      let leaves = (0..<count).map { MerkleTree.leafHash([UInt8($0)]) }
      let tree = MerkleTree(leafHashes: leaves)
      for index in 0..<count {
        let path = try #require(tree.path(of: index))
        func root(_ path: [[UInt8]], _ index: Int, _ leaf: Int) -> [UInt8]? {
          MerkleTree.root(by: path, from: leaves[leaf], at: index, of: count)
        }
        #expect(root(path, index, index) == tree.root)
        #expect(root(path + [leaves[0]], index, index) == nil)
        if !path.isEmpty { #expect(root(Array(path.dropLast()), index, index) != tree.root) }
        for other in 0..<count where other != index {
          #expect(root(path, other, index) != tree.root)
          #expect(root(path, index, other) != tree.root)
        }
        for place in path.indices {
          var changed = path
          changed[place][31] ^= 1
          #expect(root(changed, index, index) != tree.root)
          changed[place] = [1]
          #expect(root(changed, index, index) == nil)
        }
      }
    }
  }

  @Test func `a place that is not there has no path and no root`() {
    let tree = MerkleTree(leafHashes: Self.hashes(5))
    for place in [-1, 5, Int.max, Int.min] {
      #expect(tree.path(of: place) == nil)
      #expect(MerkleTree.root(by: [], from: tree.root, at: place, of: 5) == nil)
    }
    #expect(MerkleTree.root(by: [], from: tree.root, at: 0, of: 0) == nil)
  }
}
