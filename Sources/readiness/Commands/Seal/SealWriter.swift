import ReadinessAttestation
import ReadinessCore
import ReadinessPolicy
import ReadinessSeal

/// Writes the signed record of a run, and beside it the results that the analyst keeps.
struct SealWriter {
  let out: String
  let key: SigningKey
  let certificate: Certificate
  let chain: [Certificate]
  let trustSHA256: String
  let revocation: RevocationMode?

  /// The file with the results beside a seal.
  static func leaves(of seal: String) -> String {
    (seal.hasSuffix(".asice") ? String(seal.dropLast(".asice".count)) : seal) + ".leaves"
  }

  /// Seals the results of a run and says so on standard error.
  ///
  /// - Parameters:
  ///   - results: of each file its SHA-256 (64 hexadecimal digits; `nil` where it could not be read)
  ///     and what it came to, in any order.
  ///   - judgedAt: the moment as of which they were judged.
  ///   - policySHA256: of the policy's XML, where one was applied.
  func write(
    _ results: [(sha256: String?, judged: JudgedFile)],
    judgedAt: Instant,
    policySHA256: String?
  ) throws {
    let leaves: SealLeaves
    do {
      leaves = try SealLeaves(
        zip(results, try RandomSource.salts(results.count)).map {
          SealedResult(
            file: $0.sha256,
            decision: $0.judged.decision,
            reasons: $0.judged.reasons.map { ($0.reason, $0.clause) },
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
