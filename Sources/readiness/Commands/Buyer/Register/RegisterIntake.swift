import ArgumentParser
import ReadinessAttestation
import ReadinessCore

/// The options by which files are verified before they go into a register.
struct RegisterIntake: ParsableArguments {
  @Option(help: "A certificate, a list of fingerprints, a fingerprint, or a folder (repeatable).")
  var trust: [String] = []

  @Option(help: "Whom you believe as assessors; as --trust (repeatable).")
  var assessors: [String] = []

  @Option(help: "Whose time-stamps count: certificates, or folders of them (repeatable).")
  var tsaTrust: [String] = []

  @Option(help: "A programme's revocation lists: a file or a folder (repeatable).")
  var crl: [String] = []

  @Option(help: "Your list of suppliers, for their tiers and dates; as verify reads it.")
  var suppliers: String?

  @OptionGroup(title: "By a policy")
  var demands: PolicyOptions

  func validate() throws {
    if trust.isEmpty {
      throw ValidationError("--trust says whom you believe; without it no file can be added")
    }
  }

  /// Verifies the files, and says of each that cannot be added why.
  ///
  /// - Parameters:
  ///   - paths: files and folders.
  ///   - register: where the register lies.
  ///   - isMadeAgain: whether the register is made again from them: then files that have ended since
  ///     belong to it too.
  /// - Returns: the files that hold, in the desk's hands, and the worst that was met.
  func verified(
    _ paths: [String],
    for register: String,
    isMadeAgain: Bool = false
  ) throws -> (desk: RegisterDesk, status: ExitStatus) {
    let now = try Clock.now()
    var verifier = Verifier(
      trust: try TrustFiles.read(trust),
      now: now,
      revocation: RevocationRules(mode: nil, lists: try RevocationFiles.read(crl, besides: trust))
    )
    verifier.assessors = try TrustFiles.read(assessors)
    verifier.timeStampTrust = try TimeStampFiles.trust(tsaTrust)
    verifier.questionSet = { Packs.atHand(sha256: $0) }
    let policy = try demands.desk(notice: nil, challenge: nil, at: now)
    let list = try suppliers.map { try VerifyCommand.supplierList($0) }
    let inbox = try Inbox(paths)
    let desk = try RegisterDesk(
      path: register,
      paths: inbox.paths,
      policy: policy?.policySHA256,
      trust: TrustFiles.digest(trust, assessors: assessors, crl: crl, tsaTrust: tsaTrust),
      isMadeAgain: isMadeAgain
    )
    let tally = RegisterTally(total: inbox.paths.count)
    DeskVerification(
      verifier: verifier,
      policy: policy,
      list: list,
      threads: Parallel.cores,
      register: desk
    ).run(
      inbox.paths,
      telling: { _ in },
      each: { _, file, _ in
        desk.take(file)
        tally.add(file)
      }
    )
    return (desk, tally.end())
  }
}
