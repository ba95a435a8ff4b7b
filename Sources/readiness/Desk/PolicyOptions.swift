import ArgumentParser
import ReadinessAttestation
import ReadinessCore
import ReadinessPolicy

/// The options by which a command applies a policy, the same for all that do.
struct PolicyOptions: ParsableArguments {
  @Option(help: "The policy to judge by: XML, or signed (.asice).")
  var policy: String?

  @Option(help: "Who signs your policies; as --trust (repeatable).")
  var policyTrust: [String] = []

  @Option(help: "The supplier's tier in the policy.")
  var tier: String?

  @Option(
    help: ArgumentHelp("The day of contract award, as 2026-12-20.", valueName: "day"),
    transform: Self.day
  )
  var award: CalendarDate?

  @Option(
    help: ArgumentHelp("The day on which the contract starts.", valueName: "day"),
    transform: Self.day
  )
  var contractStart: CalendarDate?

  @Option(
    help: "The supplier that you mean, as \"GB-COH 04336774\" (repeatable).",
    transform: Self.identifier
  )
  var supplier: [Identifier] = []

  @Option(
    help: ArgumentHelp(
      "Your look-up of a certificate, as NUMBER=found=2026-11-20=Analyst; found, differs, not-found.",
      valueName: "look-up"
    ),
    transform: Self.lookUp
  )
  var lookUp: [Circumstances.LookUp] = []

  func validate() throws {
    guard policy == nil else { return }
    let isUsed =
      !policyTrust.isEmpty || tier != nil || award != nil || contractStart != nil
      || !supplier.isEmpty || !lookUp.isEmpty
    if isUsed {
      throw ValidationError(
        "--policy-trust, --tier, --award, --contract-start, --supplier and --look-up need --policy"
      )
    }
  }

  /// Tier, suppliers meant and look-ups, a line each, as a seal takes them down.
  var details: [String] {
    (tier.map { ["tier \($0)"] } ?? []) + supplier.map { "supplier \($0.scheme) \($0.id)" }
      + lookUp.map { "look-up \($0.certificate)=\($0.result.rawValue)=\($0.on)=\($0.by)" }
  }

  /// The policy, with what is known of the contract; `nil` where none is named.
  func desk(notice: String?, challenge: String?, at now: Instant) throws(Failure) -> PolicyDesk? {
    guard let policy else { return nil }
    return PolicyDesk(
      policy: try PolicyFiles.read(policy, trust: policyTrust, at: now),
      circumstances: circumstances(notice: notice, challenge: challenge, at: now)
    )
  }

  func circumstances(notice: String?, challenge: String?, at now: Instant) -> Circumstances {
    Circumstances(
      tier: tier,
      supplier: supplier,
      award: award,
      contractStart: contractStart,
      notice: notice,
      challenge: challenge,
      lookUps: lookUp,
      at: now
    )
  }

  // MARK: Values

  private static func day(_ text: String) throws -> CalendarDate {
    guard let day = CalendarDate(iso: text) else {
      throw ValidationError("\"\(TextLayout.harmless(text))\" is no day; write it as 2026-12-20")
    }
    return day
  }

  private static func identifier(_ text: String) throws -> Identifier {
    let words = text.split(separator: " ", maxSplits: 1).map(String.init)
    guard words.count == 2, let reading = IdentifierRules.read(scheme: words[0], words[1]) else {
      throw ValidationError(
        "\"\(TextLayout.harmless(text))\" is no register entry; write it as \"GB-COH 04336774\""
      )
    }
    return reading.identifier
  }

  private static func lookUp(_ text: String) throws -> Circumstances.LookUp {
    let parts = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 4, !parts[0].isEmpty, !parts[3].isEmpty,
      let result = Circumstances.LookUp.Result(rawValue: parts[1]),
      let on = CalendarDate(iso: parts[2])
    else {
      throw ValidationError(
        "\"\(TextLayout.harmless(text))\" is no look-up; write it as "
          + "NUMBER=found=2026-11-20=\"Supplier analyst\""
      )
    }
    return Circumstances.LookUp(certificate: parts[0], by: parts[3], on: on, result: result)
  }
}

/// A policy with what is known beside the files that it judges.
struct PolicyDesk {
  let policy: Policy
  var circumstances: Circumstances

  /// SHA-256 of the policy's XML, 64 hexadecimal digits.
  var policySHA256: String { policy.sha256 }

  func judge(_ verification: Verification) -> JudgedFile {
    JudgedFile(verification, policy: policy, in: circumstances)
  }
}

extension JudgedFile {
  /// The exit code that goes with the decision.
  var status: ExitStatus {
    switch decision {
    case .valid, .meetsPolicy: .yes
    case .doesNotMeetPolicy: .no
    case .undecided: .open
    case .rejected: .rejected
    case .unreadable: .couldNot
    }
  }

  /// What a program reads of the policy; `nil` where none judged the file.
  func policyJSON(_ policy: Policy?) -> JSONValue.Member? {
    guard let policy else { return nil }
    return .init(
      "policy",
      .object([
        .init("id", .string(policy.id)), .init("version", .string(policy.version)),
        .init("sha256", .string(policy.sha256)),
        .init(
          "clauses",
          .array(
            (judgement?.clauses ?? []).map {
              .object([
                .init("id", .string($0.clause)), .init("result", .string($0.result.rawValue)),
              ])
            }
          )
        ),
      ])
    )
  }
}
