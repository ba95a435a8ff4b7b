import ReadinessAttestation
import ReadinessCore

/// Shows that one result belongs to a sealed run, and names no other.
public struct ResultProof: Hashable, Sendable {
  /// The result.
  public let result: SealedResult
  /// Its place among the leaves, from 0; it tells nothing of the order of the files.
  public let index: Int
  /// How many results the run has.
  public let count: Int
  /// The hashes from the leaf to the root, the lowest first, 32 bytes each.
  public let path: [[UInt8]]
  /// The root that the seal must name, 32 bytes.
  public let root: [UInt8]

  /// The largest file read, in bytes.
  public static let limit = 128 << 10

  /// The file: canonical JSON on one line, with a line feed at the end.
  public var bytes: [UInt8] {
    Array(
      JSONWriter.line(
        .object([
          .init("format", "readiness-proof-1"),
          .init("index", .integer(index)),
          .init("leaf", result.json),
          .init("path", .array(path.map { .string(Hex.text($0)) })),
          .init("root", .string(Hex.text(root))),
          .init("size", .integer(count)),
        ])
      ).utf8
    ) + [0x0A]
  }

  /// Reads the file; nothing is proved by that.
  ///
  /// - Throws: where the bytes are not exactly how a proof is written.
  public static func read(_ bytes: [UInt8]) throws(SealError) -> ResultProof {
    let failure = SealError("this is not a proof as readiness prove writes it")
    guard bytes.count <= limit, let json = try? JSONReader.read(bytes),
      json["format"]?.string == "readiness-proof-1",
      let result = json["leaf"].flatMap({ SealedResult($0) }),
      let index = json["index"]?.integer, let count = json["size"]?.integer,
      let path = json["path"]?.array,
      let root = json["root"]?.string.flatMap({ Hex.bytes($0) })
    else { throw failure }
    let proof = ResultProof(
      result: result,
      index: index,
      count: count,
      path: path.compactMap { $0.string.flatMap { Hex.bytes($0) } },
      root: root
    )
    guard proof.bytes == bytes else { throw failure }
    return proof
  }

  /// Whether the result belongs to that run and is that file's.
  ///
  /// The seal must come out of a container whose signature holds; that is for the caller to check.
  ///
  /// - Parameters:
  ///   - seal: the run.
  ///   - file: SHA-256 of the file, 64 hexadecimal digits in lower case.
  /// - Throws: why it does not.
  public func check(in seal: Seal, for file: String) throws(SealError) {
    guard result.file == file else {
      throw SealError("the proof is about another file: \(result.file ?? "one that was not read")")
    }
    guard Hex.text(root) == seal.root, count == seal.count else {
      throw SealError("the proof belongs to another seal")
    }
    guard
      MerkleTree.root(by: path, from: result.leafHash, at: index, of: count) == root
    else { throw SealError("the result is not one of those that were sealed") }
  }
}
