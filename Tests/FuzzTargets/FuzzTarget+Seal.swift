import ReadinessSeal

extension FuzzTarget {
  static func seal(_ bytes: [UInt8]) {
    if let seal = try? SealDocument.read(bytes) {
      hold(SealDocument.xml(seal) == bytes, "no byte of a seal is free")
    }
    if let proof = try? ResultProof.read(bytes) {
      hold(proof.bytes == bytes, "no byte of a proof is free")
      _ = MerkleTree.root(
        by: proof.path,
        from: proof.result.leafHash,
        at: proof.index,
        of: proof.count
      )
    }
    if let leaves = try? SealLeaves.read(bytes) {
      hold(leaves.bytes == bytes, "no byte of a leaf is free")
      for file in leaves.results.compactMap(\.file).prefix(3) {
        hold(!leaves.proofs(for: file).isEmpty, "every file has its proof")
      }
    }
  }
}
