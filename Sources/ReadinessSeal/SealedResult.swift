public import ReadinessAttestation
import ReadinessCore

/// What one file came to, as a leaf of the tree.
public struct SealedResult: Hashable, Sendable {
  /// SHA-256 of the file, 64 hexadecimal digits in lower case; `nil` where it could not be read.
  public let file: String?
  /// What it came to.
  public let decision: Decision
  /// Step and code of every reason, and the policy's clause where it is one's, as `chain/invalid` and
  /// `policy/not-disclosed/patching`; each once, in the order of their bytes.
  public let reasons: [String]
  /// What keeps others from guessing the leaf.
  public let salt: Salt

  /// The most bytes that a line of a result may have.
  static let limit = 64 << 10

  /// The result of one file.
  ///
  /// - Parameters:
  ///   - file: SHA-256 of the file; `nil` where it could not be read.
  ///   - decision: what it came to.
  ///   - reasons: why, with the clause where it is a policy's; in any order.
  ///   - salt: fresh for each result of each run.
  public init(
    file: String?,
    decision: Decision,
    reasons: [(reason: ReadinessAttestation.Reason, clause: String?)],
    salt: Salt
  ) {
    self.init(
      file: file,
      decision: decision,
      reasons: reasons.map { reason, clause in
        "\(reason.step.rawValue)/\(reason.code)" + (clause.map { "/\($0)" } ?? "")
      },
      salt: salt
    )
  }

  init(file: String?, decision: Decision, reasons: [String], salt: Salt) {
    self.file = file
    self.decision = decision
    self.reasons = Set(reasons).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    self.salt = salt
  }

  /// The leaf: canonical JSON on one line, with a line feed at the end.
  public var line: [UInt8] { Array(JSONWriter.line(json).utf8) + [0x0A] }

  /// The leaf's hash in the tree.
  public var leafHash: [UInt8] { MerkleTree.leafHash(line) }

  /// The members in the order of their names.
  var json: JSONValue {
    .object([
      .init("decision", .string(decision.rawValue)),
      .init("file", file.map { .string($0) } ?? .null),
      .init("reasons", .array(reasons.map { .string($0) })),
      .init("salt", .string(Hex.text(salt.bytes))),
    ])
  }

  /// What such a JSON value says; `nil` where it is no result.
  init?(_ json: JSONValue) {
    guard json.members?.count == 4, let decision = json["decision"]?.string.flatMap(Decision.init),
      let found = json["file"], let list = json["reasons"]?.array,
      let salt = json["salt"]?.string.flatMap({ Hex.bytes($0) }).flatMap({ Salt($0) })
    else { return nil }
    if found == .null {
      file = nil
    } else {
      guard let digest = found.string, HexDigest.isOne(digest) else { return nil }
      file = digest
    }
    let reasons = list.compactMap(\.string)
    guard reasons.count == list.count, reasons.allSatisfy(Self.isReason) else { return nil }
    self.decision = decision
    self.reasons = reasons
    self.salt = salt
    let inOrder = zip(reasons, reasons.dropFirst()).allSatisfy {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    guard inOrder else { return nil }
  }

  /// Reads a leaf.
  ///
  /// - Returns: `nil` where the bytes are not exactly how a leaf is written.
  init?(line: [UInt8]) {
    guard line.count <= Self.limit, let json = try? JSONReader.read(line),
      let result = SealedResult(json), result.line == line
    else { return nil }
    self = result
  }

  /// Two or three words with slashes between.
  private static func isReason(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: 0x2F, omittingEmptySubsequences: false)
    return (2...3).contains(parts.count) && text.utf8.count <= 200
      && parts.allSatisfy { part in
        !part.isEmpty
          && part.allSatisfy {
            (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0)
              || (0x30...0x39).contains($0) || [0x2D, 0x2E, 0x5F].contains($0)
          }
      }
  }
}

/// SHA-256 digests as text.
enum HexDigest {
  /// Whether the text is 64 hexadecimal digits in lower case.
  static func isOne(_ text: String) -> Bool {
    text.utf8.count == 64
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}
