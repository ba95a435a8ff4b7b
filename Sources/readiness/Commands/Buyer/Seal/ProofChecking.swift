import ReadinessAttestation
import ReadinessCore
import ReadinessSeal

/// `prove --check`: whether a proof, a seal and a file belong together.
struct ProofChecking {
  let file: String
  let proof: String
  let seal: String
  let trust: [String]
  let crl: [String]
  let tsaTrust: [String]

  private struct Finding {
    var found: DocumentVerification
    var seal: Seal?
    var proof: ResultProof?
    /// Why it does not belong; empty where it does.
    var reasons: [String]

    var status: ExitStatus {
      reasons.isEmpty ? (found.decision == .valid ? .yes : .open) : .rejected
    }
  }

  func run(asJSON: Bool) throws {
    let finding = try judge()
    Console.write(asJSON ? JSONWriter.pretty(json(finding)) : text(finding))
    if finding.status != .yes { throw finding.status }
  }

  private func judge() throws -> Finding {
    let digest = Digest.sha256Hex(try Files.read(file))
    let written = try Files.read(proof, limit: 1 << 20)
    let bytes = try Files.read(seal, limit: 16 << 20)
    var verifier = Verifier(
      trust: try TrustFiles.read(trust),
      now: try Clock.now(),
      revocation: RevocationRules(
        mode: nil,
        lists: try RevocationFiles.read(crl, besides: trust)
      )
    )
    verifier.timeStampTrust = try TimeStampFiles.trust(tsaTrust)
    var finding = Finding(found: verifier.verifyDocument(bytes, kind: .seal), reasons: [])
    guard finding.found.decision != .rejected else {
      finding.reasons = finding.found.reasons.map { "the seal does not hold: \($0.text)" }
      return finding
    }
    do {
      let sealed = try SealDocument.read(UnverifiedDocument.read(bytes, kind: .seal).bytes)
      finding.seal = sealed
      let read = try ResultProof.read(written)
      try read.check(in: sealed, for: digest)
      finding.proof = read
    } catch let error as SealError {
      finding.reasons = [error.description]
    } catch let error as Rejection {
      finding.reasons = error.reasons.map(\.text)
    }
    return finding
  }

  private func text(_ finding: Finding) -> String {
    var lines: [String] = []
    func add(_ name: String, _ value: String) {
      lines += TextLayout.wrap(
        TextLayout.harmless(value),
        width: Console.width,
        first: "  " + TextLayout.pad(name, to: 14),
        rest: String(repeating: " ", count: 16)
      )
    }
    let name = TextLayout.harmless(file)
    guard let sealed = finding.seal, let proof = finding.proof else {
      lines = ["\(name): does not belong to the sealed run"]
      for reason in finding.reasons { add("because", reason) }
      return lines.joined(separator: "\n") + "\n"
    }
    lines = ["\(name): belongs to the sealed run"]
    add("result", proof.result.decision.rawValue)
    for reason in proof.result.reasons { add("because", reason) }
    add("judged as of", sealed.judgedAt.description)
    add("sealed", "\(sealed.made), by readiness \(sealed.program)")
    add("policy", sealed.policySHA256 ?? "none")
    add("trust", sealed.trustSHA256)
    if let mode = sealed.revocation { add("revocation", mode.rawValue) }
    for (name, value) in asked(sealed) { if let value { add(name.words, value) } }
    add("one of", "\(sealed.count) results; the proof tells no other")
    for signer in finding.found.signers {
      add("sealed by", signer.subject)
      add("fingerprint", signer.fingerprint)
      add("known as", signer.trust.inWords)
      if let stampedAt = signer.stampedAt { add("stamped", "\(stampedAt)") }
    }
    for reason in finding.found.reasons { add("open", reason.text) }
    lines += TextLayout.wrap(
      "A seal says what the analyst's program found. It is not a certificate.",
      width: Console.width,
      first: "  ",
      rest: "  "
    )
    return lines.joined(separator: "\n") + "\n"
  }

  /// What else the run asked for, for people and for programs.
  private func asked(
    _ seal: Seal
  ) -> [(name: (words: String, field: String), value: String?)] {
    let asked = seal.asked
    return [
      (("award", "award"), asked.award?.description),
      (("start", "contractStart"), asked.contractStart?.description),
      (("notice", "noticeSha256"), asked.noticeSHA256),
      (("challenge", "challengeSha256"), asked.challengeSHA256),
      (("suppliers", "suppliersSha256"), asked.suppliersSHA256),
      (("details", "detailsSha256"), asked.detailsSHA256),
    ]
  }

  private func json(_ finding: Finding) -> JSONValue {
    func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
    let doubts = finding.found.decision == .rejected ? [] : finding.found.reasons
    var members: [JSONValue.Member] = [
      .init("format", "readiness-prove-1"),
      .init("belongs", .bool(finding.reasons.isEmpty)),
      .init(
        "reasons",
        .array((finding.reasons + doubts.map(\.text)).map { .string($0) })
      ),
      .init("signers", .array(finding.found.signers.map(SignerFacts.json))),
    ]
    if let sealed = finding.seal, let proof = finding.proof {
      members += [
        .init(
          "result",
          .object([
            .init("file", text(proof.result.file)),
            .init("decision", .string(proof.result.decision.rawValue)),
            .init("reasons", .array(proof.result.reasons.map { .string($0) })),
          ])
        ),
        .init(
          "run",
          .object([
            .init("made", .string(sealed.made.description)),
            .init("judgedAt", .string(sealed.judgedAt.description)),
            .init("program", .string(sealed.program)),
            .init("policySha256", text(sealed.policySHA256)),
            .init("trustSha256", .string(sealed.trustSHA256)),
            .init("revocation", text(sealed.revocation?.rawValue)),
            .init(
              "asked",
              .object(asked(sealed).map { JSONValue.Member($0.name.field, text($0.value)) })
            ),
            .init("results", .integer(sealed.count)),
            .init("root", .string(sealed.root)),
          ])
        ),
      ]
    }
    return .object(members)
  }
}
