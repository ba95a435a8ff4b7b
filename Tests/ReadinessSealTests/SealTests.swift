import ReadinessAttestation
import ReadinessCore
import TestSupport
import Testing

@testable import ReadinessSeal

/// Leaves, proofs, `seal.xml` and the container.
struct SealTests {
  @Test func `a leaf is one line of canonical JSON with its reasons sorted, each once`() throws {
    let result = try Sample.result("a", .rejected, ["schema/z", "chain/b", "schema/z"], salt: 0xAB)
    #expect(
      result.line.text
        == #"{"decision":"rejected","file":"\#(Sample.digest("a"))","#
        + #""reasons":["chain/b","schema/z"],"salt":"\#(String(repeating: "ab", count: 16))"}"#
        + "\n"
    )
    #expect(SealedResult(line: result.line) == result)
  }

  @Test func `a reason is its step, its code and the clause that it belongs to`() throws {
    let salt = try #require(Salt([UInt8](repeating: 1, count: 16)))
    let result = SealedResult(
      file: nil,
      decision: .doesNotMeetPolicy,
      reasons: [
        (ReadinessAttestation.Reason(.policy, "not-disclosed", "the answer is sealed"), "patching"),
        (ReadinessAttestation.Reason(.container, "file-not-readable", "it is not there"), nil),
      ],
      salt: salt
    )
    #expect(result.reasons == ["container/file-not-readable", "policy/not-disclosed/patching"])
    #expect(result.line.text.contains(#""file":null"#))
    #expect(SealedResult(line: result.line) == result)
  }

  @Test func `the leaves are the same whatever the order of the results`() throws {
    let leaves = try Sample.leaves(20)
    #expect(try SealLeaves(leaves.results.reversed()) == leaves)
    #expect(try SealLeaves.read(leaves.bytes) == leaves)
  }

  @Test func `another salt gives another leaf, so that a leaf cannot be guessed`() throws {
    let first = try Sample.result("a", salt: 1)
    let second = try Sample.result("a", salt: 2)
    #expect(first.leafHash != second.leafHash)
  }

  @Test func `nothing at all cannot be sealed`() {
    #expect(throws: SealError.self) { try SealLeaves([]) }
    #expect(throws: SealError.self) { try SealLeaves.read([]) }
  }

  @Test func `a file of leaves that differs in any byte is refused or is another run`() throws {
    let leaves = try Sample.leaves(3)
    for place in leaves.bytes.indices {
      var bytes = leaves.bytes
      bytes[place] ^= 0x01
      guard let read = try? SealLeaves.read(bytes) else { continue }
      #expect(read.tree.root != leaves.tree.root, "\(place)")
    }
  }

  @Test(arguments: [
    "{}\n", "\n", "[]\n", "{\"decision\":\"valid\"}\n", "\u{FEFF}", "null\n",
    #"{"decision":"certified","file":null,"reasons":[],"salt":"00000000000000000000000000000000"}"#,
    #"{"decision":"valid","file":"AA","reasons":[],"salt":"00000000000000000000000000000000"}"#,
    #"{"decision":"valid","file":null,"reasons":["b/b","a/a"],"salt":"00000000000000000000000000000000"}"#,
    #"{"decision":"valid","file":null,"reasons":["a/ "],"salt":"00000000000000000000000000000000"}"#,
    #"{"decision":"valid","file":null,"reasons":[1],"salt":"00000000000000000000000000000000"}"#,
    #"{"decision":"valid","file":null,"reasons":[],"salt":"00"}"#,
    #"{"decision":"valid","file":null, "reasons":[],"salt":"00000000000000000000000000000000"}"#,
  ])
  func `a line that is no result is refused`(line: String) {
    #expect(throws: SealError.self) { try SealLeaves.read(Array(line.utf8)) }
    #expect(throws: SealError.self) { try SealLeaves.read(Array((line + "\n").utf8)) }
  }

  @Test func `every file's proof holds, and names no other file`() throws {
    for count in [1, 2, 3, 7, 8, 33] {
      let leaves = try Sample.leaves(count)
      let seal = Sample.seal(leaves)
      for number in 0..<count {
        let file = Sample.digest("file-\(number)")
        let proofs = leaves.proofs(for: file)
        try #require(proofs.count == 1)
        let read = try ResultProof.read(proofs[0].bytes)
        #expect(read == proofs[0])
        try read.check(in: seal, for: file)
        for other in 0..<count where other != number {
          #expect(!read.bytes.text.contains(Sample.digest("file-\(other)")))
        }
      }
    }
  }

  @Test func `a file that was given twice has two proofs, one that was not given none`() throws {
    let leaves = try SealLeaves([
      try Sample.result("a", salt: 1), try Sample.result("a", salt: 2), try Sample.result("b"),
    ])
    #expect(leaves.proofs(for: Sample.digest("a")).count == 2)
    #expect(leaves.proofs(for: Sample.digest("c")).isEmpty)
  }

  @Test func `a proof does not hold for another file, in another seal, or with another result`()
    throws
  {
    let leaves = try Sample.leaves()
    let seal = Sample.seal(leaves)
    let file = Sample.digest("file-1")
    let proof = try #require(leaves.proofs(for: file).first)
    try proof.check(in: seal, for: file)
    #expect(throws: SealError.self) { try proof.check(in: seal, for: Sample.digest("file-2")) }
    let another = Sample.seal(try Sample.leaves(8))
    #expect(throws: SealError.self) { try proof.check(in: another, for: file) }
    // The firm would rather have met the policy.
    let better = proof.bytes.text.replacing("does not meet policy", with: "meets policy")
    let forged = try ResultProof.read(Array(better.utf8))
    #expect(throws: SealError.self) { try forged.check(in: seal, for: file) }
  }

  @Test func `a proof that differs in any byte is refused or does not hold`() throws {
    let leaves = try Sample.leaves()
    let seal = Sample.seal(leaves)
    let file = Sample.digest("file-4")
    let proof = try #require(leaves.proofs(for: file).first)
    for place in proof.bytes.indices {
      for bit: UInt8 in [0x01, 0x80] {
        var bytes = proof.bytes
        bytes[place] ^= bit
        #expect(throws: SealError.self, "\(place)") {
          try ResultProof.read(bytes).check(in: seal, for: file)
        }
      }
      #expect(throws: SealError.self) { try ResultProof.read(Array(proof.bytes.prefix(place))) }
    }
  }

  @Test func `seal.xml reads back, and is refused where it is written otherwise`() throws {
    var seal = Sample.seal(try Sample.leaves())
    #expect(try SealDocument.read(SealDocument.xml(seal)) == seal)
    seal.policySHA256 = nil
    seal.revocation = nil
    let bytes = SealDocument.xml(seal)
    #expect(try SealDocument.read(bytes) == seal)
    for (from, to) in [
      ("<trust", "<!-- --><trust"), ("count=\"7\"", "count=\"0\""), ("count=\"7\"", "count=\"07\""),
      ("2026-", "2026-13-"), ("program=\"0.1.0\"", "program=\"a b\""), ("urn:", "uri:"),
      ("/>\n</seal>", " />\n</seal>"), ("<results", "<policy sha256=\"x\"/><results"),
      ("</seal>\n", "</seal>"),
    ] {
      let changed = bytes.text.replacing(from, with: to)
      try #require(changed != bytes.text, "\(from)")
      #expect(throws: SealError.self, "\(to)") { try SealDocument.read(Array(changed.utf8)) }
    }
    #expect(throws: SealError.self) { try SealDocument.read([]) }
  }

  @Test func `the trust digest is what sha256sum and sort make of the files`() throws {
    let folder = try RunningFolder()
    try folder.write("one".utf8, as: "keys")
    try folder.write("two".utf8, as: "list")
    let command = """
      { sha256sum keys | sed 's/ .*/ trust/'; sha256sum list | sed 's/ .*/ crl/'; } |
        LC_ALL=C sort -u | sha256sum | cut -c 1-64
      """
    let sum = try RunningProcess(["sh", "-c", command], in: folder.path).succeed().outputText
    var digest = TrustDigest()
    digest.add(Array("two".utf8), as: .list)
    digest.add(Array("one".utf8), as: .trust)
    digest.add(Array("one".utf8), as: .trust)
    #expect(digest.sha256 + "\n" == sum)
    #expect(TrustDigest().sha256 == MerkleTreeTests.empty)
  }

  @Test func `a seal, leaves and a proof that a few lines of Python made hold too`() throws {
    let folder = "Tests/Fuzz/Corpus/seal"
    let seal = try SealDocument.read(Repository.bytes("\(folder)/seal.xml"))
    let leaves = try SealLeaves.read(Repository.bytes("\(folder)/leaves"))
    #expect(Hex.text(leaves.tree.root) == seal.root)
    let proof = try ResultProof.read(Repository.bytes("\(folder)/proof.json"))
    let file = Sample.digest("file-1")
    try proof.check(in: seal, for: file)
    #expect(leaves.proofs(for: file) == [proof])
  }
}
