import ReadinessAttestation
import ReadinessCore
import ReadinessDesk
import ReadinessPolicy
import ReadinessRegister

/// One file's verification, with how it is told.
struct VerifiedFile {
  let path: String
  let sha256: String?
  private(set) var verification: Verification {
    didSet { judged = JudgedFile(verification) }
  }
  /// What it comes to, by the policy too where there is one; found out once.
  private(set) var judged: JudgedFile
  private var policy: Policy?
  /// What a register would keep of it; `nil` where none was asked, and for files that do not hold.
  private(set) var entry: RegisterEntry?
  /// The same, where the file is a withdrawal.
  private(set) var withdrawal: RegisterWithdrawal?
  private static let limit = 16 << 20

  /// The same file, with what a register would keep of it: noted before withdrawals are considered,
  /// for a statement that was taken back is known too.
  func kept() -> VerifiedFile {
    guard let sha256 else { return self }
    var file = self
    file.entry = RegisterEntry(verification, sha256: sha256, path: path)
    file.withdrawal = RegisterWithdrawal(verification, sha256: sha256, path: path)
    return file
  }

  /// The same file, with the withdrawals among the others taken into account.
  func considering(_ withdrawals: Withdrawals) -> VerifiedFile {
    let about = withdrawals.about(verification)
    guard !about.isEmpty else { return self }
    var file = self
    file.verification = verification.considering(about)
    return file
  }

  /// The same file, with what a register of earlier runs says of it.
  func considering(_ register: RegisterDesk) -> VerifiedFile {
    guard let entry else { return self }
    var file = self
    file.verification = verification.considering(register.findings(on: entry))
    return file
  }

  /// The same file, with what a register keeps of one that has ended since: what its firm had said
  /// while it held.
  func remembered(by verifier: Verifier) -> VerifiedFile {
    guard entry == nil, let sha256, case .unverified(let claim) = verification.content,
      claim.statement.validUntil < verifier.now,
      let bytes = try? Files.read(path, limit: Self.limit), Digest.sha256Hex(bytes) == sha256
    else { return self }
    let then = verifier.judging(asOf: claim.statement.validUntil).verify(bytes)
    var file = self
    file.entry = RegisterEntry(then, sha256: sha256, path: path)
    return file
  }

  /// The same file, with what a policy makes of it.
  func judged(by desk: PolicyDesk) -> VerifiedFile {
    var file = self
    file.policy = desk.policy
    file.judged = desk.judge(verification)
    return file
  }

  /// What is kept of the file when it is one of many.
  func finding(_ list: SupplierList?) -> FileFinding {
    FileFinding(path: path, sha256: sha256, judged: judged, list: list)
  }

  init(path: String, verifier: Verifier) {
    self.path = path
    do {
      let bytes = try Files.read(path, limit: Self.limit)
      sha256 = Digest.sha256Hex(bytes)
      verification = verifier.verify(bytes)
    } catch {
      sha256 = nil
      let why = ([error.what] + error.hints.prefix(1)).joined(separator: "; ")
      verification = Verification.unreadable(why, at: verifier.now)
    }
    judged = JudgedFile(verification)
  }

  var status: ExitStatus { judged.status }

  private var statement: (statement: Statement, isVerified: Bool)? {
    switch verification.content {
    case .none, .withdrawal: nil
    case .unverified(let attestation): (attestation.statement, false)
    case .verified(let attestation): (attestation.statement, true)
    }
  }

  // MARK: Text

  var text: String {
    var lines = ["\(TextLayout.harmless(path)): \(judged.decision.rawValue)"]
    func add(_ text: String, indent: String = "  ") {
      lines += TextLayout.wrap(
        text,
        width: Console.width,
        first: indent,
        rest: indent + "  "
      )
    }
    for reason in judged.reasons { add("because: \(Self.words(reason))") }
    for signer in verification.signers {
      for (indent, line) in SignerFacts.lines(signer) { add(line, indent: indent) }
    }
    if let (statement, isVerified) = statement { lines += facts(statement, isVerified) }
    if case .verified(let attestation) = verification.content {
      for (indent, line) in DisclosureFacts.lines(attestation) { add(line, indent: indent) }
      add("Not to be told from this file: whether the firm has withdrawn it since.")
    }
    if case .withdrawal(let withdrawal) = verification.content {
      lines.append("  A withdrawal" + (verification.decision == .valid ? ":" : ", NOT verified:"))
      for (name, value) in WithdrawalFacts.lines(withdrawal) {
        lines += TextLayout.wrap(
          value,
          width: Console.width,
          first: "    " + TextLayout.pad(name, to: 12),
          rest: String(repeating: " ", count: 16)
        )
      }
    }
    for remark in judged.remarks { add("remark: \(Self.words(remark))") }
    if let policy { add("policy: \(policy.id) \(policy.version)") }
    add("judged at \(verification.judgedAt)")
    return lines.joined(separator: "\n") + "\n\n"
  }

  private static func words(_ said: JudgedFile.Said) -> String {
    let clause = said.clause.map { " \($0)" } ?? ""
    return "\(said.reason.text) (\(said.reason.step.rawValue)\(clause), \(said.reason.code))"
  }

  private func facts(_ statement: Statement, _ isVerified: Bool) -> [String] {
    let head =
      isVerified
      ? "Self-declared by the firm (a self-assessment, not a certificate):"
      : "What the file claims; it is NOT verified:"
    var lines = ["  " + head]
    for (name, value) in StatementFacts.lines(statement) {
      lines += TextLayout.wrap(
        value,
        width: Console.width,
        first: "    " + TextLayout.pad(name, to: 12),
        rest: String(repeating: " ", count: 16)
      )
    }
    return lines
  }

  // MARK: JSON

  /// The fields that others build on.
  var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("path", .string(path)),
      .init("sha256", sha256.map { .string($0) } ?? .null),
      .init("decision", .string(judged.decision.rawValue)),
      .init("judgedAt", .string(verification.judgedAt.description)),
      .init("signers", .array(verification.signers.map(SignerFacts.json))),
      .init("reasons", .array(judged.reasons.map(Self.json))),
      .init("remarks", .array(judged.remarks.map(Self.json))),
    ]
    if let (statement, isVerified) = statement {
      var attestation = StatementFacts.json(statement, isVerified: isVerified).members ?? []
      if case .verified(let verified) = verification.content {
        attestation += DisclosureFacts.json(verified)
      }
      members.append(.init("attestation", .object(attestation)))
    } else {
      members.append(.init("attestation", .null))
    }
    if let policy = judged.policyJSON(policy) { members.append(policy) }
    if case .withdrawal(let withdrawal) = verification.content {
      members.append(.init("withdrawal", WithdrawalFacts.json(withdrawal)))
    }
    return .object(members)
  }

  private static func json(_ said: JudgedFile.Said) -> JSONValue {
    .object(
      [
        .init("step", .string(said.reason.step.rawValue)),
        .init("code", .string(said.reason.code)), .init("text", .string(said.reason.text)),
      ] + (said.clause.map { [.init("clause", .string($0))] } ?? [])
    )
  }
}
