import ReadinessAttestation
import ReadinessCore
public import ReadinessXML

/// Turns a policy's file into a ``Policy``, or says everything that is wrong with it.
public enum PolicyReader {
  /// The namespace of policies.
  public static let namespace = "urn:readiness:policy:1"
  /// The largest file read, in bytes.
  public static let limit = 4 << 20

  /// The policy in a file.
  ///
  /// - Parameter bytes: the whole file; it may be hostile.
  /// - Returns: a policy without a mistake that can be seen in it.
  /// - Throws: every problem of form; where there is none, everything that the schema cannot say:
  ///   ids that are not there, clauses that cannot both be met, clauses that decide nothing.
  public static func read(_ bytes: [UInt8]) throws(XMLReadingError) -> Policy {
    let root = try document(bytes)
    var reader = ClauseReader()
    let policy = reader.policy(root, sha256: Digest.sha256Hex(bytes))
    let problems =
      reader.problems
      + PolicyChecks(policy: policy, places: reader.places, root: root.position).problems
    guard problems.isEmpty else { throw XMLReadingError(inOrder(problems)) }
    return policy
  }

  private static func document(_ bytes: [UInt8]) throws(XMLReadingError) -> XMLElement {
    do {
      return try XMLDocument.read(bytes, schema: .policy, limit: limit)
    } catch {
      // Somebody else's XML is told as such, not as a hundred problems of ours.
      let root = try XMLDocument.read(bytes, schema: .none, limit: limit)
      guard root.name == "policy", root.namespace == namespace else {
        throw XMLReadingError([
          XMLProblem(
            at: root.position,
            "this is not a policy: its root element is \"\(root.name)\""
          )
        ])
      }
      throw error
    }
  }

  private static func inOrder(_ problems: [XMLProblem]) -> [XMLProblem] {
    problems.enumerated().sorted { left, right in
      guard let first = left.element.position, let second = right.element.position,
        first != second
      else { return left.offset < right.offset }
      return first < second
    }.map(\.element)
  }
}
