import ReadinessAttestation
import ReadinessCore
import ReadinessPolicy
import ReadinessSeal
import Synchronization

/// Writes the signed record of a run, and beside it the results that the analyst keeps.
struct SealWriter {
  let out: String
  let key: SigningKey
  let certificate: Certificate
  let chain: [Certificate]
  let trustSHA256: String
  let revocation: RevocationMode?

  /// What is sealed of one file.
  struct Result: Sendable {
    /// 64 hexadecimal digits; `nil` where it could not be read.
    let sha256: String?
    let decision: Decision
    let reasons: [(reason: ReadinessAttestation.Reason, clause: String?)]
  }

  /// The file with the results beside a seal.
  static func leaves(of seal: String) -> String {
    (seal.hasSuffix(".asice") ? String(seal.dropLast(".asice".count)) : seal) + ".leaves"
  }

  /// Seals the results of a run and says so on standard error.
  ///
  /// - Parameters:
  ///   - results: one for each file, in any order.
  ///   - judgedAt: the moment as of which they were judged.
  ///   - policySHA256: of the policy's XML, where one was applied.
  func write(
    _ results: [Result],
    judgedAt: Instant,
    policySHA256: String?
  ) throws {
    let leaves: SealLeaves
    do {
      leaves = try SealLeaves(
        zip(results, try RandomSource.salts(results.count)).map {
          SealedResult(
            file: $0.sha256,
            decision: $0.decision,
            reasons: $0.reasons,
            salt: $1
          )
        }
      )
    } catch let error as SealError {
      throw Failure("no seal was written: \(error)", hint: "name files to verify")
    }
    let seal = Seal(
      made: try Clock.now(),
      judgedAt: judgedAt,
      program: Product.version,
      policySHA256: policySHA256,
      trustSHA256: trustSHA256,
      revocation: revocation,
      leaves: leaves
    )
    let file = try seal.signed(key: key, certificate: certificate, chain: chain)
    // The results first: a seal without them can prove nothing.
    try Files.write(leaves.bytes, to: Self.leaves(of: out))
    try Files.write(file, to: out, mode: 0o644)
    Console.note("Sealed \(seal.count) results: \(out)")
    Console.note("Keep \(Self.leaves(of: out)) to yourself: readiness prove needs it,")
    Console.note("and it tells every result.")
  }
}

/// Collects what is to be sealed while threads judge files; of each file no more than that.
final class SealResults: Sendable {
  private let state = Mutex<[SealWriter.Result]>([])

  /// The results so far.
  var all: [SealWriter.Result] { state.withLock { $0 } }

  /// Takes what a file came to.
  func add(_ file: VerifiedFile) {
    let judged = file.judged
    let result = SealWriter.Result(
      sha256: file.sha256,
      decision: judged.decision,
      reasons: judged.reasons.map { ($0.reason, $0.clause) }
    )
    state.withLock { $0.append(result) }
  }
}
