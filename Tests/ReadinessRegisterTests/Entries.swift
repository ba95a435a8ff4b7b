import ReadinessAttestation
import ReadinessCore

@testable import ReadinessRegister

extension RegisterEntry {
  /// A firm's file, made up; further entries in registers are all confirmed.
  static func made(
    firm: Int,
    sequence: Int = 1_795_000_000,
    file: String? = nil,
    key: String? = nil,
    issued: Int? = nil,
    evidence: [String] = [],
    name: String? = nil,
    identifiers more: [Identifier] = []
  ) -> RegisterEntry {
    let identifiers = [Identifier(scheme: "GB-COH", id: String(10_000_000 + firm))] + more
    let key = key ?? Digest.sha256Hex(Array("key \(firm)".utf8))
    let moment = Instant(unixSeconds: issued ?? sequence)
    var entry = RegisterEntry(
      file: file ?? Digest.sha256Hex(Array("file \(firm) \(sequence)".utf8)),
      path: "inbox/\(firm)-\(sequence).asice",
      organisation: RegisterEntry.organisation(of: identifiers, signer: key),
      name: name ?? "Supplier \(firm) Ltd",
      identifiers: identifiers,
      confirmed: identifiers,
      anchor: "authority root",
      attestation: "urn:firm:\(firm):\(sequence)",
      sequence: sequence,
      issued: moment,
      judgedOn: moment.day,
      validUntil: moment.adding(seconds: 90 * 86_400),
      verdict: "ready",
      questionnaire: "CE Danzell",
      signer: key,
      signerKey: key,
      signerSubject: "O=Supplier \(firm) Ltd",
      trust: "vouched for by a root",
      signedAt: moment
    )
    for digest in evidence { entry.evidence[digest] = moment.day }
    return entry
  }
}

extension RegisterCheck {
  /// A look that found nothing wrong.
  static func made(
    _ decision: String = "valid",
    at: Int = 1_795_200_000,
    reasons: [String] = []
  ) -> RegisterCheck {
    RegisterCheck(
      at: Instant(unixSeconds: at),
      program: "readiness test",
      policy: nil,
      trust: "trust",
      decision: decision,
      reasons: reasons
    )
  }
}

extension Register {
  @discardableResult
  func add(_ entries: RegisterEntry...) throws -> Added {
    try add(entries.map { (entry: $0, check: .made()) })
  }
}
