import ReadinessAttestation
import ReadinessCore
import ReadinessPolicy
import ReadinessXML

/// Reads policies: plain files, and signed ones, which are verified first.
enum PolicyFiles {
  /// The largest file read, in bytes.
  static let limit = 16 << 20

  /// The policy to be applied.
  ///
  /// - Parameters:
  ///   - path: an XML file, or a container in which one was signed.
  ///   - trust: whose signature counts; demanded for a container.
  ///   - now: as of when the signature is judged.
  static func read(_ path: String, trust: [String], at now: Instant) throws(Failure) -> Policy {
    let bytes = try Files.read(path, limit: limit)
    guard isContainer(bytes) else {
      guard trust.isEmpty else {
        throw Failure(
          "\(path) is not signed, and --policy-trust asks for a signature",
          status: .rejected,
          hint: "ask for the signed policy (.asice), or leave --policy-trust out"
        )
      }
      return try policy(bytes, path)
    }
    return try policy(verified(bytes, path, trust, now).bytes, path)
  }

  /// The policy's bytes for those who only look at it, and whether they stood in a container.
  static func unverified(_ path: String) throws(Failure) -> (bytes: [UInt8], isSigned: Bool) {
    let bytes = try Files.read(path, limit: limit)
    guard isContainer(bytes) else { return (bytes, false) }
    do {
      return (try UnverifiedDocument.read(bytes, kind: .policy).bytes, true)
    } catch {
      throw rejected(path, error.reasons)
    }
  }

  private static func isContainer(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4B]) }

  private static func verified(
    _ bytes: [UInt8],
    _ path: String,
    _ trust: [String],
    _ now: Instant
  ) throws(Failure) -> VerifiedDocument {
    let verifier = Verifier(trust: try TrustFiles.read(trust), now: now)
    let result = verifier.verifyDocument(bytes, kind: .policy)
    if let document = result.document { return document }
    guard result.decision == .undecided else { throw rejected(path, result.reasons) }
    throw Failure(
      "\(path) cannot be used: " + result.reasons.map(\.text).joined(separator: "; "),
      status: .open,
      hint: "name the certificate or fingerprint of whoever signs your policies: --policy-trust"
    )
  }

  private static func rejected(
    _ path: String,
    _ reasons: [ReadinessAttestation.Reason]
  ) -> Failure {
    Failure(
      "\(path): " + reasons.map(\.text).joined(separator: "; "),
      status: .rejected,
      hint: "a policy is an XML file, or such a file signed with: readiness policy sign"
    )
  }

  private static func policy(_ bytes: [UInt8], _ path: String) throws(Failure) -> Policy {
    do {
      return try PolicyReader.read(bytes)
    } catch {
      let lines = error.problems.prefix(10).map { $0.text(file: path, bytes: bytes) }
      throw Failure(
        lines.joined(separator: "\n"),
        hint: "readiness policy check \(path) tells more; the form is explained in "
          + "Sources/ReadinessPolicy/README.md"
      )
    }
  }
}
