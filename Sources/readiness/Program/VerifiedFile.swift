import ReadinessAttestation
import ReadinessCore

/// One file's verification, with how it is told.
struct VerifiedFile {
  let path: String
  let sha256: String?
  private(set) var verification: Verification

  /// Whether it takes another file back.
  var isWithdrawal: Bool {
    if case .withdrawal = verification.content { true } else { false }
  }

  /// The same file, with the withdrawals among the others taken into account.
  func considering(_ others: [VerifiedFile]) -> VerifiedFile {
    var file = self
    file.verification = verification.considering(others.map(\.verification))
    return file
  }

  init(path: String, verifier: Verifier) {
    self.path = path
    do {
      let bytes = try Files.read(path, limit: 16 << 20)
      sha256 = Digest.sha256Hex(bytes)
      verification = verifier.verify(bytes)
    } catch {
      sha256 = nil
      verification = Verification.unreadable(error.what, at: verifier.now)
    }
  }

  var status: ExitStatus {
    switch verification.decision {
    case .valid, .meetsPolicy: .yes
    case .doesNotMeetPolicy: .no
    case .undecided: .open
    case .rejected: .rejected
    case .unreadable: .couldNot
    }
  }

  private var statement: (statement: Statement, isVerified: Bool)? {
    switch verification.content {
    case .none, .withdrawal: nil
    case .unverified(let attestation): (attestation.statement, false)
    case .verified(let attestation): (attestation.statement, true)
    }
  }

  // MARK: Text

  var text: String {
    var lines = ["\(TextLayout.harmless(path)): \(verification.decision.rawValue)"]
    func add(_ text: String, indent: String = "  ") {
      lines += TextLayout.wrap(
        text,
        width: Console.width,
        first: indent,
        rest: indent + "  "
      )
    }
    for reason in verification.reasons {
      add("because: \(reason.text) (\(reason.step.rawValue), \(reason.code))")
    }
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
    for remark in verification.remarks {
      add("remark: \(remark.text) (\(remark.step.rawValue), \(remark.code))")
    }
    add("judged at \(verification.judgedAt)")
    return lines.joined(separator: "\n") + "\n\n"
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

  static func json(_ results: [VerifiedFile]) -> String {
    let decisions = Decision.allCases.map { decision in
      JSONValue.Member(
        decision.rawValue,
        .integer(results.count { $0.verification.decision == decision })
      )
    }
    return JSONWriter.pretty(
      .object([
        .init("format", "readiness-verify-1"),
        .init("files", .array(results.map(\.json))),
        .init(
          "summary",
          .object([
            .init("files", .integer(results.count)), .init("decisions", .object(decisions)),
          ])
        ),
      ])
    )
  }

  private var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("path", .string(path)),
      .init("sha256", sha256.map { .string($0) } ?? .null),
      .init("decision", .string(verification.decision.rawValue)),
      .init("judgedAt", .string(verification.judgedAt.description)),
      .init("signers", .array(verification.signers.map(SignerFacts.json))),
      .init("reasons", .array(verification.reasons.map(Self.json))),
      .init("remarks", .array(verification.remarks.map(Self.json))),
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
    if case .withdrawal(let withdrawal) = verification.content {
      members.append(.init("withdrawal", WithdrawalFacts.json(withdrawal)))
    }
    return .object(members)
  }

  private static func json(_ reason: ReadinessAttestation.Reason) -> JSONValue {
    .object([
      .init("step", .string(reason.step.rawValue)), .init("code", .string(reason.code)),
      .init("text", .string(reason.text)),
    ])
  }
}
