import ReadinessAttestation
import ReadinessCore
import ReadinessDesk
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
  ///   - files: what was found of each file, in any order.
  ///   - judgedAt: the moment as of which they were judged.
  ///   - policySHA256: of the policy's XML, where one was applied.
  ///   - asked: what else was asked for.
  func write(
    _ files: [FileFinding],
    judgedAt: Instant,
    policySHA256: String?,
    asked: SealAsked
  ) throws {
    let leaves: SealLeaves
    do {
      leaves = try SealLeaves(
        zip(files, try RandomSource.salts(files.count)).map { file, salt in
          SealedResult(
            file: file.sha256,
            decision: file.decision,
            reasons: file.reasons.map { ($0.reason, $0.clause) },
            salt: salt
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
      asked: asked,
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
